"""Who is who is written with its clues, and what a merge leaves stays findable."""

import datetime as dt

import pytest
from rdflib import Literal, URIRef

from kg.graph.identity import identity_part
from kg.graph.vocabulary import CODE, DCTERMS, GJR, OWL, RDF, RDFS, XSD
from kg.model import Clue, Identities, IdentityDecision, Judgement, Verdict

BASE = "https://example.org/gijiroku/id/"
ROWS = {"a": "meeting/w/1/attendance-01", "b": "meeting/w/3/attendance-02"}
CLUES = (Clue("same name", 2.0, "橘一葉"), Clue("name within one council", 1.0, ""))


def explain(clue, language):
    """Return a clue in words, which are never empty."""
    return f"{language}: {clue.feature} {clue.detail}".strip()


def part(*decisions, replaced=None):
    """Return the graph of some decisions."""
    identities = Identities(decisions=decisions, replaced=replaced or {})
    return identity_part(identities, ROWS, explain, BASE)


def values(facts, predicate):
    """Return the values of a property as text: paths, and names of codes and terms."""
    found = [str(o) for _, p, o in facts if p == predicate]
    for base in (BASE, CODE.base, GJR.base):
        found = [one.removeprefix(base) for one in found]
    return sorted(found)


def judged(verdict):
    """Return what a person ruled."""
    return Judgement(dt.date(2024, 6, 1), "編集者", "a", "b", verdict, "名簿を確認")


def test_it_is_a_graph_of_its_own_without_evidence():
    empty = part()

    assert empty.document == URIRef(f"{BASE}graph/identity")
    assert not empty.facts | empty.evidence


def test_what_is_replaced_says_by_what_and_nothing_else():
    facts = part(replaced={"person/old": "person/new", "person/older": "person/new"})

    new = URIRef(f"{BASE}person/new")
    assert facts.facts == {
        (URIRef(f"{BASE}person/{name}"), predicate, value)
        for name in ("old", "older")
        for predicate, value in (
            (OWL.deprecated, Literal("true", datatype=XSD.boolean)),
            (DCTERMS.isReplacedBy, new),
        )
    }


VERDICTS = [
    (Verdict.SAME, 0.99951, "0.9995", "同一人物", "one person"),
    (Verdict.DIFFERENT, 0.0, "0", "別人", "two people"),
    (Verdict.UNSURE, 0.5, "0.5", "未決", "not decided"),
]


@pytest.mark.parametrize(("verdict", "share", "text", "japanese", "english"), VERDICTS)
def test_a_decision_of_the_rule(verdict, share, text, japanese, english):
    facts = part(IdentityDecision("a", "b", share, verdict, CLUES)).facts

    assert len({subject for subject, _, _ in facts}) == 1
    assert values(facts, RDF.type) == ["IdentityDecision"]
    assert values(facts, RDFS.label) == sorted([japanese, english])
    assert values(facts, GJR.comparedSighting) == sorted(ROWS.values())
    assert values(facts, GJR.verdict) == [f"verdict-{verdict}"]
    assert values(facts, GJR.probability) == [text]
    assert values(facts, GJR.decidedBy) == ["decider-rule"]
    assert values(facts, GJR.judge) == []
    assert values(facts, DCTERMS.date) == []


def test_clues_are_words_for_a_reader():
    """The detail of a clue alone, 10:00 or none at all, tells nothing."""
    facts = part(IdentityDecision("a", "b", 0.9, Verdict.UNSURE, CLUES)).facts

    clues = {o for _, p, o in facts if p == GJR.clue}
    assert clues == {
        Literal("ja: same name 橘一葉", lang="ja"),
        Literal("ja: name within one council", lang="ja"),
    }


@pytest.mark.parametrize("verdict", Verdict)
def test_a_judgement_says_who_ruled_and_when(verdict):
    decision = IdentityDecision("a", "b", 1.0, verdict, (), judged(verdict))

    facts = part(decision).facts

    assert values(facts, GJR.decidedBy) == ["decider-judgement"]
    assert values(facts, GJR.judge) == ["編集者"]
    assert values(facts, DCTERMS.date) == ["2024-06-01"]
    assert values(facts, GJR.clue) == []


@pytest.mark.parametrize(("left", "right"), [("a", "nobody"), ("nobody", "b")])
def test_who_has_no_row_has_no_decision(left, right):
    """A principal is named beside a proxy, and has no row that could be shown."""
    assert not part(IdentityDecision(left, right, 1.0, Verdict.SAME)).facts


def test_decisions_on_other_rows_have_other_names():
    one = IdentityDecision("a", "b", 0.9, Verdict.UNSURE)
    other = IdentityDecision("a", "a", 0.9, Verdict.UNSURE)

    assert len({subject for subject, _, _ in part(one, other).facts}) == 2
