"""Every fact has its words, and the words are those of the text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import build_graph
from kg.graph.iris import span_of
from kg.graph.vocabulary import CODE, FOAF, GJR, OA, ORG, RDF, SCHEMA
from kg.model import Span
from tests.graph.small_record import BASE, RECORD, TEXT

GRAPH = build_graph((RECORD,), BASE)
FACTS, EVIDENCE = GRAPH.facts, GRAPH.evidence


@pytest.mark.parametrize(
    "kind",
    [
        GJR.Meeting,
        GJR.Minutes,
        GJR.Attendance,
        GJR.AgendaItem,
        GJR.MeetingMaterial,
        GJR.Statement,
        GJR.ReportedQuestion,
        FOAF.Person,
        ORG.Organization,
        ORG.Membership,
    ],
)
def test_everything_rests_on_words(kind):
    nodes = set(FACTS.subjects(RDF.type, kind))

    bare = {node for node in nodes if not set(FACTS.objects(node, GJR.evidencedBy))}

    assert nodes
    assert not bare


def test_only_a_default_lacks_words():
    bases = {
        FACTS.value(reading, GJR.basis)
        for reading in FACTS.subjects(RDF.type, GJR.Reading)
        if not set(FACTS.objects(reading, GJR.evidencedBy))
    }

    assert bases == {CODE["basis-default"]}


def test_every_span_is_described_and_quotes_the_text():
    """`text[a:b]` is the quote, the offsets are those of the IRI."""
    (text,) = EVIDENCE.objects(None, SCHEMA.text)
    targets = set(FACTS.objects(None, GJR.evidencedBy))
    targets |= set(EVIDENCE.objects(None, OA.hasTarget))

    for target in targets:
        _, span = span_of(target)
        selectors = set(EVIDENCE.objects(target, OA.hasSelector))
        starts = {int(x) for s in selectors for x in EVIDENCE.objects(s, OA.start)}
        ends = {int(x) for s in selectors for x in EVIDENCE.objects(s, OA.end)}
        assert (starts, ends) == ({span.start}, {span.end})
        for selector in EVIDENCE.subjects(RDF.type, OA.TextQuoteSelector):
            if selector not in selectors:
                continue
            assert (
                str(EVIDENCE.value(selector, OA.exact)) == TEXT[span.start : span.end]
            )
            before = str(EVIDENCE.value(selector, OA.prefix) or "")
            after = str(EVIDENCE.value(selector, OA.suffix) or "")
            assert TEXT[: span.start].endswith(before)
            assert TEXT[span.end :].startswith(after)
    assert str(text) == TEXT
    assert targets == set(EVIDENCE.subjects(RDF.type, GJR.TextSpan))


def test_every_annotation_has_a_quote():
    for target in EVIDENCE.objects(None, OA.hasTarget):
        selectors = EVIDENCE.objects(target, OA.hasSelector)
        assert any(EVIDENCE.value(selector, OA.exact) for selector in selectors)


def test_open_mention_has_candidates_and_no_body():
    opened = {
        node
        for node in EVIDENCE.subjects(RDF.type, OA.Annotation)
        if EVIDENCE.value(node, OA.hasBody) is None
    }

    (node,) = opened
    assert len(set(EVIDENCE.objects(node, GJR.candidate))) == 2
    assert str(EVIDENCE.value(node, GJR.reason)) == "鈴木は二人"


def test_every_recognizer_is_named():
    several = {
        node
        for node in EVIDENCE.subjects(RDF.type, OA.Annotation)
        if len(set(EVIDENCE.objects(node, GJR.recognizer))) > 1
    }

    (node,) = several
    assert {str(x) for x in EVIDENCE.objects(node, GJR.recognizer)} == {"ginza", "post"}


def test_mention_that_nothing_fits_is_left_out():
    quotes = {
        str(EVIDENCE.value(selector, OA.exact))
        for target in EVIDENCE.objects(None, OA.hasTarget)
        for selector in EVIDENCE.objects(target, OA.hasSelector)
    }

    assert "光技術" not in quotes


def test_evidence_is_affordable():
    """At most three triples of evidence for one of fact."""
    assert len(EVIDENCE) <= 3 * len(FACTS)


def test_text_at_either_end():
    """A span at the beginning has nothing before it, one at the end nothing after."""
    minutes = replace(RECORD.minutes, handouts=())
    heading = replace(minutes.heading, title_span=Span(0, len(TEXT)))
    record = replace(RECORD, minutes=replace(minutes, heading=heading))

    graph = build_graph((record,), BASE)

    assert graph.evidence


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_iri_of_a_span_comes_back(start, length):
    span = Span(start, start + length)

    found = span_of(f"{BASE}doc/0123456789ab#char={span.start},{span.end}")

    assert found == (f"{BASE}doc/0123456789ab", span)


@pytest.mark.parametrize("iri", [BASE, f"{BASE}doc/1#char=3", f"{BASE}doc/1#char=a,b"])
def test_other_iris_name_no_span(iri):
    assert span_of(iri) is None
