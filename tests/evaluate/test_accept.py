"""What a case accepts is right, and what it does not is wrong or missing."""

import pytest

from kg.evaluate.case import read_case
from kg.evaluate.score import compare, fact, found

PERSON = {
    "name": "佐藤花子",
    "affiliation": "架空省",
    "positions": ["官房審議官"],
    "role": "委員",
    "group": "出席者",
    "mode": None,
    "proxy": False,
    "proxy_for": None,
}


def score(record, field, *facts):
    """Return how *facts* compare with what *record* wants of *field*."""
    expected = read_case(record)
    allowed = expected.allowed.get(field, frozenset())
    found_facts = [found(fact(*one)) for one in facts]
    result = compare(field, expected.wanted[field], found_facts, allowed)
    return result.right, len(result.wrong), len(result.missing)


def person(**more):
    """Return a record of one person, who differs from PERSON in *more*."""
    return {"people": [PERSON | more]}


@pytest.mark.parametrize(
    ("more", "field", "facts", "counts"),
    [
        pytest.param({}, "role_word", [["佐藤花子", "委員"]], (1, 0, 0), id="value"),
        pytest.param(
            {}, "role_word", [["佐藤花子", "出席者"]], (1, 0, 0), id="委員: heading"
        ),
        pytest.param(
            {"role": "座長"},
            "role_word",
            [["佐藤花子", "出席者"]],
            (0, 1, 1),
            id="座長: no heading",
        ),
        pytest.param({"role": None}, "role_word", [], (0, 0, 0), id="null"),
        pytest.param(
            {"role_accept": [None]}, "role_word", [], (0, 0, 0), id="null is accepted"
        ),
        pytest.param(
            {"name_accept": ["佐藤"]}, "people", [["佐藤"]], (1, 0, 0), id="name"
        ),
        pytest.param({"optional": True}, "people", [], (0, 0, 0), id="optional"),
        pytest.param(
            {"mode_accept": ["web"]},
            "mode",
            [["佐藤花子", "online"]],
            (1, 0, 0),
            id="mode",
        ),
        pytest.param(
            {"proxy_for": "鈴木一郎", "proxy_for_accept": [None]},
            "principal",
            [],
            (0, 0, 0),
            id="principal may be missing",
        ),
        pytest.param(
            {"affiliation": ["架空省", "架空大学"]},
            "affiliation",
            [["佐藤花子", "架空省"]],
            (1, 0, 1),
            id="two affiliations",
        ),
        pytest.param(
            {"positions_accept": ["審議官"]},
            "posts",
            [["佐藤花子", "審議官"]],
            (1, 0, 0),
            id="post",
        ),
        pytest.param(
            {"affiliation": "架空課", "positions": ["課長補佐"]},
            "posts",
            [["佐藤花子", "架空課長補佐"]],
            (1, 0, 0),
            id="同課長補佐",
        ),
    ],
)
def test_people(more, field, facts, counts):
    assert score(person(**more), field, *facts) == counts


def test_a_namesake_has_to_be_found_too():
    record = {"people": [PERSON, PERSON | {"distinct": True}]}

    assert score(record, "people", ["佐藤花子"]) == (1, 0, 1)
    assert score(record, "people", ["佐藤花子"], ["佐藤花子"]) == (2, 0, 0)


def test_somebody_in_two_rows_is_found_once():
    record = {"people": [PERSON, PERSON | {"role": "参考人"}]}

    assert score(record, "people", ["佐藤花子"]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("row", "facts", "counts"),
    [
        ({"person": "佐藤花子", "person_accept": [None]}, ["-"], (1, 0, 0)),
        ({"person": "佐藤花子"}, ["-"], (0, 1, 1)),
        ({"person": "佐藤花子"}, ["佐藤"], (1, 0, 0)),
        ({"person": None, "candidates": ["佐藤花子"]}, ["?佐藤"], (1, 0, 0)),
        ({"person": None, "person_accept": ["佐藤花子"]}, ["佐藤"], (1, 0, 0)),
        ({"person": None}, ["佐藤"], (0, 1, 1)),
    ],
)
def test_speakers(row, facts, counts):
    row = {"label": "佐藤委員", "label_accept": ["同"], "attribution": "named"} | row
    record = person(name_accept=["佐藤"]) | {"speakers": [row]}

    assert score(record, "speakers", *(["佐藤委員", one] for one in facts)) == counts
    assert score(record, "speaker_labels", ["同"]) == (1, 0, 0)


def test_titles():
    title = {"title": "架空法案", "title_accept": ["架空法案（内閣提出）"]}
    record = {"agenda": ["報告", title], "agenda_accept": ["開会"]}

    facts = (["報告"], ["架空法案（内閣提出）"], ["開会"])

    assert score(record, "agenda_titles", *facts) == (2, 0, 0)


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ({"public": False}, (1, 0, 0)),
        ({"public": True}, (0, 1, 0)),
        ({"public": True, "public_accept": [False]}, (0, 0, 0)),
    ],
)
def test_handouts(more, counts):
    record = {"materials": [{"title": "素案"} | more]}

    assert score(record, "handouts_closed", ["素案"]) == counts
    assert score(record, "handout_titles", ["素案"]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("value", "accept", "facts", "counts"),
    [
        (2, [], [["2"]], (1, 0, 0)),
        (2, [], [], (0, 0, 1)),
        (2, [0], [], (0, 0, 0)),
        (0, [], [], (0, 0, 0)),
        (0, [], [["2"]], (0, 1, 0)),
    ],
)
def test_absences(value, accept, facts, counts):
    record = {"absent_unnamed_count": value, "absent_unnamed_count_accept": accept}

    assert score(record, "unnamed_absences", *facts) == counts


def test_the_head():
    record = {"meeting": {"venue": None, "end": "24:00", "end_accept": ["00:00"]}}

    assert score(record, "meeting_venue", ["会議室"]) == (0, 1, 0)
    assert score(record, "meeting_end", ["00:00"]) == (1, 0, 0)
    assert "meeting_date" not in read_case(record).wanted


def test_an_organization_in_any_role_or_in_one():
    row = {"name": "架空省 官房", "group": "オブザーバー"}
    name = "架空省官房"

    for more, role, counts in (
        ({}, "observer", (1, 0, 0)),
        ({}, "", (1, 0, 0)),
        ({"role_kind": "observer"}, "member", (0, 1, 1)),
    ):
        record = {"organizations_attending": [row | more]}
        assert score(record, "organizations_attending", [name, role]) == counts
