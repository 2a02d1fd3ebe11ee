"""A picture shows facts, each with its words, and no edge that nobody stated."""

from dataclasses import replace

import pytest

from kg.errors import QuestionError
from kg.graph import (
    build_graph,
    open_store,
    project_meeting,
    project_organization,
    project_person,
)
from kg.model import Basis
from tests.graph.small_record import (
    BASE,
    HANAKO,
    ICHIRO,
    INSTITUTE,
    RECORD,
    TANAKA,
    THEME,
    YAMAMOTO,
    change,
    stated,
)

THEMES = """<https://w3id.org/gijiroku/theme/hrd>
  a <http://www.w3.org/2004/02/skos/core#Concept> ;
  <http://www.w3.org/2004/02/skos/core#prefLabel> "人材育成"@ja , "Skills"@en ."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    file = tmp_path_factory.mktemp("themes") / "themes.ttl"
    file.write_text(THEMES, encoding="utf-8")
    return open_store(build_graph((RECORD,), BASE), vocabulary=[file])


@pytest.fixture(scope="module")
def meeting(store):
    return project_meeting(store)


def edges(network, kind):
    return [edge for edge in network.edges if edge.kind == kind]


def node(network, iri):
    (found,) = [one for one in network.nodes if one.id == iri]
    return found


def test_nodes_of_a_meeting(meeting):
    names = {}
    for one in meeting.nodes:
        names.setdefault(one.kind, set()).add(one.name)

    assert meeting.title == "架空技術会議（第3回）"
    assert names["meeting"] == {"架空技術会議（第3回）"}
    assert names["person"] == {"鈴木 花子", "鈴木 一郎", "田中 実", "山本 次郎"}
    assert {"架空大学", "企画課", "政策局", "架空省", "架空研究所"} <= names[
        "organization"
    ]
    assert names["agenda-item"] == {"光技術の推進について"}
    assert names["handout"] == {"資料1", "資料2-1", "別紙"}
    assert names["theme"] == {"人材育成"}


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param(
            HANAKO, ("chair", "座長", Basis.DEFAULT, "in-person", False), id="chair"
        ),
        pytest.param(
            ICHIRO, ("attendance", "構成員", Basis.LEGEND, "online", False), id="Web"
        ),
        pytest.param(
            TANAKA,
            ("attendance", "政府関係者（代理出席）", Basis.LEGEND, "online", True),
            id="online and proxy",
        ),
        pytest.param(
            INSTITUTE,
            ("attendance", "出席者", Basis.DEFAULT, "unknown", False),
            id="a body, not a person",
        ),
        pytest.param(
            YAMAMOTO, ("attendance", "欠席", Basis.STATED, None, False), id="absent"
        ),
    ],
)
def test_attendance_edges(meeting, who, expected):
    (edge,) = [
        edge
        for edge in meeting.edges
        if edge.source == BASE + who.id and edge.target == meeting.subject
    ]

    assert (edge.kind, edge.name, edge.basis, edge.mode, edge.proxy) == expected
    assert edge.passages


def test_online_shows_the_mark_and_its_legend(meeting):
    (edge,) = [e for e in edges(meeting, "attendance") if e.source == BASE + ICHIRO.id]

    marked = [p.text[m.start : m.end] for p in edge.passages for m in p.marks]

    assert "*" in marked
    assert "*Web参加" in marked


def test_no_edge_from_a_person_to_a_theme(meeting):
    people = {one.id for one in meeting.nodes if one.kind == "person"}

    themes = edges(meeting, "theme")

    assert [edge.target for edge in themes] == [THEME]
    assert not people & {edge.source for edge in themes}
    assert themes[0].name == "2発言"
    assert len(themes[0].passages) == 2


def test_no_loose_end_and_nothing_twice(meeting):
    names = [one.id for one in meeting.nodes]

    assert len(names) == len(set(names))
    assert {e.source for e in meeting.edges} | {e.target for e in meeting.edges} <= set(
        names
    )
    assert len(meeting.edges) == len(set(meeting.edges))


def test_person_panel(meeting):
    details = node(meeting, BASE + TANAKA.id).details

    assert ("所属", "架空省 政策局 企画課") in details
    assert ("役職", "課長") in details
    assert ("区分", "政府関係者") in details
    assert ("参加方法", "オンライン") in details
    assert ("代理", "代理出席") in details
    assert ("本人", "記載なし") in details


def test_default_is_told(meeting):
    details = dict(node(meeting, BASE + HANAKO.id).details)

    assert details["参加方法"] == "会場（印がないことによる）"


def test_handouts_hang_on_the_item_that_used_them(meeting):
    found = {
        edge.target.rpartition("/")[2]: edge.source.rpartition("/")[2]
        for edge in edges(meeting, "handout")
    }

    assert found == {"material-1": "agenda-1", "material-2-1": "3", "material-p3": "3"}


def test_presentation(meeting):
    (edge,) = edges(meeting, "presentation")

    assert edge.source == BASE + HANAKO.id
    assert edge.target.endswith("/agenda-1")


def test_units_hang_under_their_parents(meeting):
    found = {
        (node(meeting, e.source).name, node(meeting, e.target).name)
        for e in edges(meeting, "part-of")
    }

    assert found == {("企画課", "政策局"), ("政策局", "架空省")}


def test_limit_says_what_is_left_out(store):
    small = project_meeting(store, limit=5)

    assert len(small.nodes) == 5
    assert small.left_out == len(project_meeting(store).nodes) - 5
    assert small.nodes[0].kind == "meeting"
    names = {one.id for one in small.nodes}
    assert all(edge.source in names and edge.target in names for edge in small.edges)


def test_person(store):
    network = project_person(store, BASE + ICHIRO.id)

    kinds = {(edge.kind, node(network, edge.target).name) for edge in network.edges}

    assert network.subject == network.nodes[0].id == BASE + ICHIRO.id
    assert kinds == {
        ("attendance", "架空技術会議（第3回）"),
        ("affiliation", "架空電機"),
        ("affiliation", "架空総合会議"),
        ("affiliation", "架空技術会議"),
    }


def test_person_of_two_meetings():
    document = replace(RECORD.minutes.document, id="ba9876543210")
    other = change(number=stated(4, RECORD.minutes.heading.number.evidence[0]))
    other = replace(other, minutes=replace(other.minutes, document=document))
    both = open_store(build_graph((RECORD, other), BASE), vocabulary=())

    network = project_person(both, BASE + HANAKO.id)

    details = [value for what, value in network.nodes[0].details if what == "会議"]
    assert details == ["架空技術会議（第3回）", "架空技術会議（第4回）"]
    assert len(edges(network, "chair")) == 2


def test_organization(store):
    ministry = next(o for o in RECORD.organizations if o.name == "架空省")

    network = project_organization(store, BASE + ministry.id)

    names = {(one.kind, one.name) for one in network.nodes}
    assert names == {
        ("organization", "架空省"),
        ("organization", "政策局"),
        ("organization", "企画課"),
        ("person", "田中 実"),
        ("meeting", "架空技術会議（第3回）"),
    }


def test_organization_that_attends_itself(store):
    network = project_organization(store, BASE + INSTITUTE.id)

    assert [edge.kind for edge in network.edges] == ["attendance"]


@pytest.mark.parametrize(
    "draw", [project_meeting, project_person, project_organization]
)
def test_unknown_subject(store, draw):
    with pytest.raises(QuestionError, match=r"no .*: https://example.org/nobody"):
        draw(store, "https://example.org/nobody")


def test_same_picture_in_any_order():
    other = replace(RECORD, attendances=RECORD.attendances[::-1])
    again = open_store(build_graph((other,), BASE), vocabulary=())
    first = open_store(build_graph((RECORD,), BASE), vocabulary=())

    assert project_meeting(again) == project_meeting(first)
