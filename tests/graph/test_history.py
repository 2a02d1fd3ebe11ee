"""What the order of meetings shows is written as it is, and in a graph of its own."""

import datetime as dt

import pytest
from rdflib import Literal, URIRef

from kg.graph.history import history_part
from kg.graph.vocabulary import CODE, GJR, RDF, RDFS, XSD
from kg.model import GapKind, History, PostChange, SeriesGap, Tenure

BASE = "https://example.org/gijiroku/id/"
ONE, THREE = "meeting/water/1", "meeting/water/3"
D1, D3 = dt.date(2023, 4, 10), dt.date(2024, 1, 15)


def said(**parts):
    """Return the triples of a history, the paths below the base as text."""
    return {
        tuple(_plain(term) for term in triple)
        for triple in history_part(History(**parts), BASE).facts
    }


def _plain(term):
    """Return a term, an IRI of the data as its path."""
    if isinstance(term, URIRef) and term.startswith(BASE):
        return str(term).removeprefix(BASE)
    return term


def labels(facts):
    """Return the labels by language."""
    return {o.language: str(o) for _, p, o in facts if p == RDFS.label}


def test_it_is_a_graph_of_its_own_without_evidence():
    part = history_part(History(), BASE)

    assert part.document == URIRef(f"{BASE}graph/history")
    assert not part.facts | part.evidence


def test_meetings_lead_to_the_next():
    assert said(successions=((ONE, THREE),)) == {(ONE, GJR.nextMeeting, THREE)}


GAPS = [
    (GapKind.MISSING, (2,), "第2回 欠番", "no. 2 missing"),
    (GapKind.MISSING, (2, 3), "第2回、第3回 欠番", "no. 2, no. 3 missing"),
    (
        GapKind.MISSING,
        tuple(range(2, 12)),
        "第2回から第11回まで 欠番",
        "no. 2 to no. 11 missing",
    ),
    (GapKind.DOUBLED, (3,), "第3回 重番", "no. 3 doubled"),
    (
        GapKind.ORDER,
        (1, 3),
        "第1回、第3回 順序の食い違い",
        "no. 1, no. 3 against the order",
    ),
]


@pytest.mark.parametrize(("kind", "numbers", "japanese", "english"), GAPS)
def test_a_gap_says_what_is_wrong_and_where_to_look(kind, numbers, japanese, english):
    facts = said(gaps=(SeriesGap("gap/x", "org/w", kind, numbers, (ONE, THREE)),))

    assert labels(facts) == {"ja": japanese, "en": english}
    assert {fact for fact in facts if fact[1] != RDFS.label} == {
        ("gap/x", RDF.type, GJR.SeriesGap),
        ("gap/x", GJR.ofCouncil, "org/w"),
        ("gap/x", GJR.gapKind, CODE[f"gap-kind-{kind}"]),
        ("gap/x", GJR.concernsMeeting, ONE),
        ("gap/x", GJR.concernsMeeting, THREE),
        *(
            ("gap/x", GJR.concernsNumber, Literal(str(one), datatype=XSD.integer))
            for one in numbers
        ),
    }


TENURES = [
    (
        D3,
        (ONE, THREE),
        "少なくとも2023-04-10から2024-01-15まで",
        "at least 2023-04-10 to 2024-01-15",
    ),
    (D1, (ONE,), "2023-04-10", "2023-04-10"),
]


@pytest.mark.parametrize(("last", "meetings", "japanese", "english"), TENURES)
def test_a_tenure_is_no_longer_than_seen(last, meetings, japanese, english):
    tenure = Tenure("tenure/x", "person/p", "membership/m", D1, last, meetings)

    facts = said(tenures=(tenure,))

    assert labels(facts) == {"ja": japanese, "en": english}
    assert {fact for fact in facts if fact[1] != RDFS.label} == {
        ("tenure/x", RDF.type, GJR.Tenure),
        ("tenure/x", GJR.tenureOf, "membership/m"),
        ("tenure/x", GJR.firstAttestedOn, Literal("2023-04-10", datatype=XSD.date)),
        ("tenure/x", GJR.lastAttestedOn, Literal(str(last), datatype=XSD.date)),
        *(("tenure/x", GJR.seenAt, meeting) for meeting in meetings),
    }


@pytest.mark.parametrize(
    ("seat", "japanese", "english"),
    [(True, "席の変化", "change of seat"), (False, "役職の変化", "change of posts")],
)
def test_a_change_lies_between_two_meetings(seat, japanese, english):
    change = PostChange(
        id="change/x",
        person="person/p",
        council="org/w",
        before=("membership/a", "membership/b"),
        after=("membership/b",),
        since=ONE,
        until=THREE,
        seat=seat,
    )

    facts = said(changes=(change,))

    assert labels(facts) == {"ja": japanese, "en": english}
    assert {fact for fact in facts if fact[1] != RDFS.label} == {
        ("change/x", RDF.type, GJR.PostChange),
        ("change/x", GJR.changeOf, "person/p"),
        ("change/x", GJR.ofCouncil, "org/w"),
        ("change/x", GJR.afterMeeting, ONE),
        ("change/x", GJR.beforeMeeting, THREE),
        ("change/x", GJR.postBefore, "membership/a"),
        ("change/x", GJR.postBefore, "membership/b"),
        ("change/x", GJR.postAfter, "membership/b"),
    }


def test_no_person_and_no_post_is_told_anything_new():
    """Facts of people stay in the graphs of their records."""
    tenure = Tenure("tenure/x", "person/p", "membership/m", D1, D3, (ONE,))

    subjects = {subject for subject, _, _ in said(tenures=(tenure,))}

    assert subjects == {"tenure/x"}
