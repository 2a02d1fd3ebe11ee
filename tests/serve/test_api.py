"""Programs find entities, answers and evidence, and are told what is wrong."""

import json

import pytest

from kg.ask import ask_question, find_question, read_questions
from kg.serve.api_message import PROBLEM, Asked, prefer
from tests.graph.small_record import BASE, COMPANY, HANAKO, ICHIRO, UNIVERSITY
from tests.serve.small_site import SITE, get

DOCUMENT = next(iter(SITE.documents))


def read(reply, status=200):
    """Return what an answer says."""
    assert reply.status == status, reply.body
    return json.loads(reply.body)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("鈴木花子", {"鈴木花子"}, id="whole"),
        pytest.param("鈴木　花子", {"鈴木花子"}, id="a wide blank"),
        pytest.param("花子", {"鈴木花子"}, id="in the middle"),
        pytest.param("鈴木", {"鈴木花子", "鈴木一郎"}, id="several"),
        pytest.param("ＫＫＫ", {"架空研究所"}, id="full width"),
        pytest.param("ｋｋｋ", {"架空研究所"}, id="half width, small"),
        pytest.param("株式会社架空電機", {"架空電機"}, id="a legal name"),
        pytest.param("木花", {"鈴木花子"}, id="across the parts of a name"),
        pytest.param("花鈴", set(), id="in another order"),
        pytest.param("何処にもない", set(), id="nothing"),
    ],
)
def test_search(words, names):
    found = read(get("/api/v1/search", [("q", words)]))

    assert {one["name"] for one in found["items"]} == names
    assert found["total"] == len(names)


def test_pages_of_a_list_join_to_the_whole():
    whole = read(get("/api/v1/search", [("q", "架空"), ("limit", "200")]))["items"]
    parts, start = [], 0
    while start is not None:
        query = [("q", "架空"), ("limit", "2"), ("offset", str(start))]
        page = read(get("/api/v1/search", query))
        parts += page["items"]
        start = page["next"]
    assert parts == whole
    assert len(whole) > 4


def test_an_entity_has_posts_attendances_and_evidence():
    found = read(get(f"/api/v1/entities/{HANAKO.id}"))

    assert (found["kind"], found["name"]) == ("person", "鈴木花子")
    assert {post["organization"]["id"] for post in found["posts"]} >= {
        BASE + UNIVERSITY.id
    }
    assert found["attendances"]
    for one in (*found["posts"], *found["attendances"]):
        for line in one["evidence"]:
            marked = [line["text"][start:end] for start, end in line["marks"]]
            assert all(marked)


@pytest.mark.parametrize("thing", [HANAKO, ICHIRO, COMPANY], ids=lambda one: one.id)
def test_by_path_or_by_iri_it_is_the_same(thing):
    by_iri = get("/api/v1/entities", [("iri", BASE + thing.id)])

    assert read(by_iri) == read(get(f"/api/v1/entities/{thing.id}"))


def test_a_question_is_answered_as_kg_ask_does():
    asked = 0
    for question in read_questions():
        if any(blank.required for blank in question.parameters):
            continue
        expected = ask_question(SITE.store, question, {})
        found = read(get(f"/api/v1/questions/{question.name}"))
        assert found["columns"] == list(expected.columns)
        assert [row["cells"] for row in found["rows"]] == [
            list(row) for row in expected.rows
        ]
        assert (found["note"] or "") == expected.note
        asked += bool(found["rows"])
    assert asked > 3


def test_a_blank_may_be_called_in_either_language():
    names = ("organization", "組織")
    found = [
        read(
            get("/api/v1/questions/who-came-from", [(name, "架空大学"), ("lang", "en")])
        )
        for name in names
    ]

    assert found[0]["rows"] == found[1]["rows"] != []
    assert found[0]["columns"][0] == "name"
    assert all(row["evidence"] for row in found[0]["rows"])
    assert find_question(read_questions(), "who-came-from")


@pytest.mark.parametrize(
    ("spans", "lines"),
    [
        pytest.param(["0,4"], [(1, [[0, 4]])], id="one"),
        pytest.param(["4,6", "0,2"], [(1, [[0, 2], [4, 6]])], id="two of a line"),
        pytest.param(["0,3", "2,6"], [(1, [[0, 6]])], id="overlapping"),
        pytest.param(["0,4", "0,4"], [(1, [[0, 4]])], id="twice"),
    ],
)
def test_evidence_is_the_paragraph_with_its_spans_marked(spans, lines):
    query = [("span", f"{DOCUMENT}#char={one}") for one in spans]
    found = read(get("/api/v1/evidence", query))

    shown = [(one["line"], one["marks"]) for one in found["evidence"]]
    assert shown == lines
    assert found["evidence"][0]["text"] == SITE.documents[DOCUMENT].texts[0]
    assert found["documents"][0]["id"] == DOCUMENT


def test_a_span_over_lines_marks_its_part_of_each():
    texts = SITE.documents[DOCUMENT].texts
    long = next(n for n in range(len(texts) - 1) if texts[n] and texts[n + 1])
    start = SITE.documents[DOCUMENT].starts[long + 1] - 2
    query = [("span", f"{DOCUMENT}#char={start},{start + 3}")]

    found = read(get("/api/v1/evidence", query))["evidence"]

    assert [one["line"] for one in found] == [long + 1, long + 2]
    assert [one["text"] for one in found] == [texts[long], texts[long + 1]]
    assert found[1]["marks"] == [[0, 1]]


def test_what_a_row_cites_is_what_the_evidence_shows():
    """The spans of an answer lead to the same lines."""
    row = read(get("/api/v1/questions/who-attended"))["rows"][0]
    query = [("span", one) for one in row["spans"]]

    assert read(get("/api/v1/evidence", query))["evidence"] == row["evidence"] != []


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/api/v1/search", [], 400),
        ("/api/v1/search", [("q", " ")], 400),
        ("/api/v1/search", [("q", "架空"), ("type", "x")], 400),
        ("/api/v1/search", [("q", "架空"), ("limit", "-1")], 400),
        ("/api/v1/search", [("q", "架空"), ("limit", "9" * 400)], 400),
        ("/api/v1/search", [("q", "架空"), ("limit", "1" * 5000)], 400),
        ("/api/v1/search", [("q", "架空"), ("limit", "0" * 9 + "900000")], 400),
        ("/api/v1/search", [("q", "架空"), ("offset", "１")], 400),
        ("/api/v1/entities/person/nobody", [], 404),
        ("/api/v1/entities/a> <b", [], 400),
        ("/api/v1/entities", [], 400),
        ("/api/v1/entities", [("iri", "no iri")], 400),
        ("/api/v1/questions/nothing", [], 404),
        ("/api/v1/questions/who-came-from", [], 400),
        ("/api/v1/questions/who-came-from", [("organization", "何処")], 400),
        ("/api/v1/questions/who-came-from", [("x", "1")], 400),
        ("/api/v1/questions/who-came-from", [("lang", "fr")], 400),
        ("/api/v1/questions/who-came-from",
         [("organization", '架空"} UNION {?s ?p ?o')], 400),
        ("/api/v1/evidence", [], 400),
        ("/api/v1/evidence", [("span", "x")], 400),
        ("/api/v1/evidence", [("span", "http://a/doc#char=0,4")], 404),
        ("/api/v2/search", [], 404),
        ("/reconcile/suggest/nothing", [], 404),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(path, query, status):
    reply = get(path, query)

    found = read(reply, status)
    assert reply.media_type == PROBLEM
    assert found["status"] == status
    assert found["title"]
    assert found["detail"]


def test_another_method_is_refused():
    reply = get("/api/v1/search", method="DELETE")

    assert reply.status == 405
    assert "GET" in reply.headers["Allow"]


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        ("", "a/html"),
        ("*/*", "a/html"),
        ("a/turtle", "a/turtle"),
        ("a/turtle;q=0.5, a/html;q=0.6", "a/html"),
        ("a/*;q=0.1, a/turtle", "a/turtle"),
        ("a/html;q=0, a/turtle;q=0.1", "a/turtle"),
        ("image/png", None),
        ("a/turtle;q=x", None),
        (",;,", None),
    ],
)
def test_the_best_form_is_chosen(accept, best):
    assert prefer(accept, ("a/html", "a/turtle")) == best


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "ja"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.3, ja;q=0.2", "en"),
        ("ja", "ja"),
        ("fr", "ja"),
    ],
)
def test_the_language_of_a_reader(header, language):
    assert Asked("GET", "/", (), {"accept-language": header}).language == language
