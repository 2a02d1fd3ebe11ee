"""A service finds our entities by name, type and properties, and never a namesake."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QuestionError
from kg.gazetteer import load_gazetteer
from kg.graph import build_graph, open_store
from kg.reconcile import (
    Condition,
    Query,
    extend,
    manifest,
    preview,
    propose_properties,
    read_index,
    read_queries,
    reconcile,
    suggest,
    suggest_properties,
    suggest_types,
    write_candidates,
    write_entity,
    write_extension,
)
from kg.resources import data_path
from tests.graph.small_record import (
    BASE,
    COMPANY,
    COUNCIL,
    DIVISION,
    HANAKO,
    ICHIRO,
    INSTITUTE,
    MINISTRY,
    RECORD,
    TANAKA,
    THEME,
    UNIVERSITY,
)

INDEX = read_index(
    open_store(build_graph((RECORD,), BASE)),
    load_gazetteer(data_path() / "gazetteer"),
)
UNIT = "org:OrganizationalUnit"


def asked(property_, *values):
    """Return a property of a query."""
    return Condition(property_, values)


@pytest.mark.parametrize(
    ("query", "first", "match"),
    [
        pytest.param(Query("架空電機"), COMPANY, True, id="a name"),
        pytest.param(Query("株式会社架空電機"), COMPANY, True, id="its legal name"),
        pytest.param(Query("株式会社 架空電機"), COMPANY, True, id="with a blank"),
        pytest.param(Query("KKK"), INSTITUTE, True, id="an alias"),
        pytest.param(Query("ＫＫＫ"), INSTITUTE, True, id="an alias, full width"),
        pytest.param(Query("架空電気"), COMPANY, False, id="a slip"),
        pytest.param(Query("架空省政策局企画課"), DIVISION, True, id="a path"),
        pytest.param(Query("企画課", UNIT), DIVISION, True, id="a unit alone"),
        pytest.param(Query("架空技術会議", "gjr:Council"), COUNCIL, True, id="council"),
        pytest.param(Query("鈴木花子"), HANAKO, False, id="a person by name alone"),
        pytest.param(
            Query("鈴木花子", conditions=(asked("organization", "架空大学"),)),
            HANAKO,
            True,
            id="a person with an organization",
        ),
        pytest.param(
            Query(
                "鈴木花子", conditions=(asked("organization", BASE + UNIVERSITY.id),)
            ),
            HANAKO,
            True,
            id="a person with an organization by id",
        ),
        pytest.param(
            Query("鈴木花子", conditions=(asked("organization", "架空省"),)),
            HANAKO,
            False,
            id="a person of another organization",
        ),
        pytest.param(
            Query("鈴木", conditions=(asked("post", "相談役"),)),
            ICHIRO,
            False,
            id="a surname with a post",
        ),
        pytest.param(Query("人材育成", "skos:Concept"), None, True, id="a theme"),
        pytest.param(Query("人材育成", "foaf:Person"), False, False, id="wrong type"),
        pytest.param(Query("何処にもない"), False, False, id="nobody"),
        pytest.param(Query(""), False, False, id="nothing asked"),
    ],
)
def test_reconcile(query, first, match):
    found = reconcile(INDEX, query)

    if first is False:
        assert found == ()
        return
    assert found[0].entry.id == (THEME if first is None else BASE + first.id)
    assert found[0].match is match
    assert not any(one.match for one in found[1:])


def test_a_limit_and_an_order():
    all_of_them = reconcile(INDEX, Query("架空省政策局", limit=50))

    assert reconcile(INDEX, Query("架空省政策局", limit=2)) == all_of_them[:2]
    scores = [one.score for one in all_of_them]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


@given(st.text(max_size=12), st.integers(1, 5))
def test_any_words_have_an_answer(words, limit):
    """No words break it; only one is ever a match, and it bears the name."""
    found = reconcile(INDEX, Query(words, limit=limit))

    assert len(found) <= limit
    assert sum(one.match for one in found) <= 1
    assert len(suggest(INDEX, words, limit=limit)) <= limit


@pytest.mark.parametrize(
    ("prefix", "type_id", "names"),
    [
        pytest.param("鈴木", None, {"鈴木一郎", "鈴木花子"}, id="people"),
        pytest.param(
            "架空省", UNIT, {"架空省 政策局", "架空省 政策局 企画課"}, id="type"
        ),
        pytest.param("ｋｋ", None, {"架空研究所"}, id="an alias, full width"),
        pytest.param("国立大学法人", None, {"架空大学"}, id="a legal form"),
        pytest.param("電機", None, set(), id="not in the middle"),
    ],
)
def test_suggest(prefix, type_id, names):
    assert {e.name for e in suggest(INDEX, prefix, type_id=type_id)} == names


@pytest.mark.parametrize("words", ["gjr:Co", "council", "会議体"])
def test_suggest_types(words):
    assert ("gjr:Council", "会議体") in suggest_types(words)


def test_suggest_properties():
    assert suggest_properties("所") == (("organization", "所属"),)
    assert ("parent", "上位の組織") in propose_properties(UNIT)
    assert propose_properties("skos:Concept") == (("broader", "上位のテーマ"),)


def test_preview():
    shown = preview(INDEX, BASE + TANAKA.id)

    assert shown.name == "田中実"
    assert shown.description.startswith("人 架空省 政策局 企画課")
    assert ("役職", ("課長",)) in shown.lines
    assert preview(INDEX, BASE + "person/none") is None


def test_extend():
    ids = [BASE + DIVISION.id, BASE + "org/none"]

    answer = write_extension(extend(INDEX, ids, ["parent", "legalName"]))

    assert [one["id"] for one in answer["meta"]] == ["parent", "legalName"]
    (parent,) = answer["rows"][ids[0]]["parent"]
    assert parent["name"] == "架空省 政策局"
    assert parent["id"].startswith(BASE)
    assert answer["rows"][ids[1]] == {"parent": [], "legalName": []}


def test_extend_by_what_is_no_property():
    with pytest.raises(QuestionError, match="age: no such property"):
        extend(INDEX, [], ["age"])


def test_a_batch_goes_in_and_out():
    batch = read_queries(
        {
            "q0": {"query": "架空省", "type": ["org:Organization"], "limit": 1},
            "q1": {
                "query": "田中実",
                "properties": [
                    {"pid": "organization", "v": [{"id": BASE + DIVISION.id}]}
                ],
            },
        }
    )

    answers = {name: write_candidates(reconcile(INDEX, q)) for name, q in batch.items()}

    assert json.loads(json.dumps(answers)) == answers
    (ministry,) = answers["q0"]["result"]
    assert (ministry["id"], ministry["match"]) == (BASE + MINISTRY.id, True)
    assert {"id": "org:Organization", "name": "組織"} in ministry["type"]
    assert answers["q1"]["result"][0]["match"] is True
    assert {f["id"] for f in answers["q1"]["result"][0]["features"]} == {
        "name",
        "organization",
    }


@pytest.mark.parametrize(
    ("message", "words"),
    [
        pytest.param([], "queries: expected an object", id="a list"),
        pytest.param({"q": "x"}, "q: expected an object", id="no query"),
        pytest.param({"q": {"query": 3}}, "q: expected", id="no words"),
        pytest.param({"q": {"query": "x", "limit": 0}}, "limit", id="no limit"),
        pytest.param({"q": {"query": "x", "type": "Q5"}}, "type", id="no type of ours"),
        pytest.param(
            {"q": {"query": "x", "properties": [{"v": 1}]}}, '"pid"', id="no pid"
        ),
    ],
)
def test_what_is_no_query_is_one_line(message, words):
    with pytest.raises(QuestionError, match=words):
        read_queries(message)


def test_the_service_describes_itself():
    said = manifest("http://127.0.0.1:8000/reconcile", BASE)

    assert said["versions"] == ["0.2"]
    assert said["identifierSpace"] == BASE
    assert {"name", "schemaSpace", "suggest", "extend", "preview"} <= said.keys()
    assert write_entity(INDEX.entries[THEME])["name"] == "人材育成"
