"""What changed for people between two meetings: a table of rows before and after."""

from dataclasses import replace

import pytest

from kg.diff import choose_meetings, compare_meetings, word_change
from kg.gazetteer import load_gazetteer
from kg.graph import build_graph, open_store, write_nquads
from kg.model import Basis, ChangeKind, Mode, Role, Status
from kg.resources import data_path
from tests.diff.two_meetings import BASE, Meeting, Row, record, store_of

FOLD = load_gazetteer(data_path() / "gazetteer").fold
OTHER = Row("泉 さくら", ("北潟市",), "主幹")
TACHIBANA = Row("橘 一葉")
HERE = replace(TACHIBANA, mode=Mode.IN_PERSON)
UNMARKED = replace(HERE, basis=Basis.DEFAULT)
ONLINE = replace(TACHIBANA, mode=Mode.ONLINE)
ABSENT = replace(TACHIBANA, status=Status.ABSENT)
CHAIR = replace(TACHIBANA, word="座長", role=Role.CHAIR)
PROXY = Row("林 律", ("西都大学",), "部長", proxy=True)
FOR_HER = replace(PROXY, principal="橘 一葉")


def compared(before, after, **meeting):
    """Return what changed from the rows *before* to the rows *after*."""
    store = store_of(Meeting(1, before, **meeting), Meeting(2, after, **meeting))
    return compare_meetings(store, *choose_meetings(store, ("1", "2")), FOLD)


# rows before, rows after, what changed
CHANGES = [
    pytest.param(
        (), (TACHIBANA,), {"joined": "橘 一葉（委員、西都大学 教授）"}, id="joined"
    ),
    pytest.param(
        (TACHIBANA,),
        (),
        {"left": "橘 一葉（委員、西都大学 教授）: 今回は記載がない"},
        id="not listed, never resigned",
    ),
    pytest.param((TACHIBANA,), (TACHIBANA,), {}, id="nothing"),
    pytest.param(
        (TACHIBANA,), (CHAIR,), {"role-changed": "橘 一葉: 委員 → 座長"}, id="chair"
    ),
    pytest.param(
        (replace(TACHIBANA, word="構成員"),),
        (TACHIBANA,),
        {},
        id="another word for a member",
    ),
    pytest.param(
        (TACHIBANA,),
        (replace(TACHIBANA, role=None),),
        {},
        id="no role is told on one side",
    ),
    pytest.param(
        (TACHIBANA,),
        (replace(TACHIBANA, post="学長"),),
        {"retitled": "橘 一葉: 西都大学 教授 → 西都大学 学長"},
        id="another post",
    ),
    pytest.param(
        (TACHIBANA,),
        (replace(TACHIBANA, path=("東都大学",)),),
        {"retitled": "橘 一葉: 西都大学 教授 → 東都大学 教授"},
        id="another organization",
    ),
    pytest.param(
        (TACHIBANA,),
        (replace(TACHIBANA, path=("西都大学", "工学部")),),
        {},
        id="the unit is printed too",
    ),
    pytest.param(
        (TACHIBANA,), (replace(TACHIBANA, post=None),), {}, id="no post is printed"
    ),
    pytest.param(
        (TACHIBANA,),
        (replace(TACHIBANA, path=(), post=None),),
        {},
        id="no affiliation is printed",
    ),
    pytest.param(
        (HERE,), (ONLINE,), {"online-now": "橘 一葉: 会場 → オンライン"}, id="online"
    ),
    pytest.param(
        (ONLINE,),
        (HERE,),
        {"in-person-now": "橘 一葉: オンライン → 会場"},
        id="in person",
    ),
    pytest.param(
        (UNMARKED,),
        (ONLINE,),
        {"online-now": "橘 一葉: 会場 → オンライン（前: 印がないことによる）"},
        id="in person, for want of a mark",
    ),
    pytest.param((TACHIBANA,), (ONLINE,), {}, id="mode unknown before"),
    pytest.param((ONLINE,), (TACHIBANA,), {}, id="mode unknown now"),
    pytest.param(
        (ABSENT,), (TACHIBANA,), {"present-now": "橘 一葉: 欠席 → 出席"}, id="present"
    ),
    pytest.param(
        (TACHIBANA,), (ABSENT,), {"absent-now": "橘 一葉: 出席 → 欠席"}, id="absent"
    ),
    pytest.param(
        (HERE,),
        (replace(ABSENT, mode=Mode.ONLINE),),
        {"absent-now": "橘 一葉: 出席 → 欠席"},
        id="who is absent is nowhere",
    ),
    pytest.param(
        (replace(PROXY, proxy=False),),
        (PROXY,),
        {"became-proxy": "林 律: 代理出席（本人: 記載なし）"},
        id="became proxy of nobody named",
    ),
    pytest.param(
        (PROXY,),
        (replace(PROXY, proxy=False),),
        {"no-longer-proxy": "林 律: 代理出席ではない"},
        id="no longer a proxy",
    ),
    pytest.param(
        (TACHIBANA,),
        (FOR_HER,),
        {
            "joined": "林 律（委員、西都大学 部長、代理出席）",
            "represented": "橘 一葉: 林 律が代理で出席",
        },
        id="represented: she has not left",
    ),
    pytest.param(
        (FOR_HER,),
        (TACHIBANA,),
        {
            "left": "林 律（委員、西都大学 部長、代理出席）: 今回は記載がない",
            "no-longer-represented": "橘 一葉: 本人が出席（前は林 律が代理）",
        },
        id="came in her own person",
    ),
    pytest.param(
        (TACHIBANA,),
        (ABSENT, FOR_HER),
        {
            "joined": "林 律（委員、西都大学 部長、代理出席）",
            "represented": "橘 一葉: 林 律が代理で出席",
        },
        id="absent and represented is one change",
    ),
    pytest.param(
        (Row("髙橋 進", person="a"),),
        (Row("高橋 進", ("東都大学",), person="b"),),
        {
            "possibly-same": "髙橋 進（委員、西都大学 教授） と "
            "高橋 進（委員、東都大学 教授）は同じ人かもしれない。増減とは数えない"
        },
        id="one name, two IRIs",
    ),
    pytest.param(
        (Row("橘", (), None, person="a"),),
        (TACHIBANA,),
        {
            "possibly-same": "橘（委員） と 橘 一葉（委員、西都大学 教授）"
            "は同じ人かもしれない。増減とは数えない"
        },
        id="a surname alone",
    ),
    pytest.param(
        (TACHIBANA,),
        (replace(PROXY, principal="橘"),),
        {
            "joined": "林 律（委員、西都大学 部長、代理出席）",
            "possibly-same": "橘 一葉（委員、西都大学 教授） と 橘"
            "は同じ人かもしれない。増減とは数えない",
        },
        id="represented under a surname alone",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_what_changed_for_people(before, after, expected):
    found = compared((*before, OTHER), (*after, OTHER)).changes

    assert expected == {one.kind.value: word_change(one, "ja") for one in found}
    assert len(expected) == len(found)


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_each_change_has_evidence_on_both_sides(before, after, expected):
    """Both sides point into their own document; one says so where it has nothing."""
    result = compared((*before, OTHER), (*after, OTHER))

    assert len(expected) == len(result.changes)
    for change in result.changes:
        for meeting, side in zip(
            (result.before, result.after), (change.before, change.after), strict=True
        ):
            assert side.passages
            assert {one.document for one in side.passages} == set(meeting.documents)
    stated = {one.kind: (one.before.stated, one.after.stated) for one in result.changes}
    assert stated.get(ChangeKind.JOINED, (False, True)) == (False, True)
    assert stated.get(ChangeKind.LEFT, (True, False)) == (True, False)


def test_two_of_one_name_are_both_possible():
    before = (Row("林", (), None, person="a"), OTHER)
    after = (Row("林 律"), Row("林 花"), OTHER)

    found = compared(before, after).changes

    assert [(one.kind.value, one.other_name) for one in found] == [
        ("possibly-same", "林 律"),
        ("possibly-same", "林 花"),
    ]


def test_who_is_named_in_full_by_another_record_alone_has_not_left():
    """A later record prints 橘座長: its graph has the person, and no name of hers."""
    meetings = [Meeting(number, (CHAIR, OTHER)) for number in (1, 2)]
    lines = write_nquads(build_graph(tuple(map(record, meetings)), BASE)).splitlines()
    graph = next(line.split()[-2] for line in lines if "/2/attendance" in line)
    names = ("rdf-schema#label>", "foaf/0.1/")
    person = "/person/"
    kept = [
        line
        for line in lines
        if not (
            line.split()[-2] == graph
            and person in line.split()[0]
            and any(name in line.split()[1] for name in names)
        )
    ]
    store = open_store("\n".join([*kept, ""]).encode())

    result = compare_meetings(store, *choose_meetings(store, ("1", "2")), FOLD)

    assert len(kept) < len(lines)
    assert result.changes == ()


def test_a_record_without_roster_says_nothing_of_who_came_or_went():
    result = compared((), (TACHIBANA,))

    assert result.changes == ()
    assert result.notes == ("no-roster-before",)


def test_absent_people_without_names_are_a_note():
    result = compared((TACHIBANA, OTHER), (OTHER,), absences=2)

    assert [one.kind.value for one in result.changes] == ["left"]
    assert result.notes == ("unnamed-absences-before", "unnamed-absences-after")
