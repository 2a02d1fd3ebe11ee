"""Build the graph of one or more records."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import rdflib
from rdflib import URIRef

from kg.graph.agenda import agenda_triples, handout_triples
from kg.graph.attendance import attendance_triples, group_triples
from kg.graph.discourse import discourse_triples
from kg.graph.discussion import discussion_triples
from kg.graph.iris import Iris, name_record
from kg.graph.meeting import meeting_triples, order_triples
from kg.graph.organization import organization_triples
from kg.graph.person import membership_triples, person_triples
from kg.graph.provenance import (
    adjacent_triples,
    link_triples,
    place_triples,
    span_triples,
    text_triples,
    theme_triples,
)
from kg.graph.source import dataset_triples, minutes_triples, source_triples
from kg.graph.statement import statement_triples
from kg.graph.term import Triple
from kg.graph.undertaking import name_references, undertaking_triples
from kg.model import Entities


@dataclass(frozen=True, slots=True)
class Part:
    """What one document says: its facts, and the evidence that they rest on."""

    document: URIRef
    facts: frozenset[Triple]
    evidence: frozenset[Triple]


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph of some documents, a part each, in order of their IRIs."""

    base: str
    parts: tuple[Part, ...]

    @property
    def facts(self) -> rdflib.Graph:
        """Return the facts of all documents, for rdflib."""
        return _union(part.facts for part in self.parts)

    @property
    def evidence(self) -> rdflib.Graph:
        """Return the evidence of all documents, for rdflib."""
        return _union(part.evidence for part in self.parts)


def build_graph(entities: tuple[Entities, ...], base: str) -> Graph:
    """Turn what records say of entities into triples below the *base* IRI.

    A document may hold several records; all of them are one part.
    """
    parts: dict[URIRef, Part] = {}
    for record, iris in name_records(entities, base):
        facts = frozenset(_facts(record, iris))
        annotations = frozenset(_annotations(record, iris))
        document = record.minutes.document
        spans = frozenset(span_triples(facts | annotations, document, iris))
        evidence = spans | annotations | frozenset(text_triples(document.text, iris))
        before = parts.get(iris.document)
        if before is not None:
            facts |= before.facts
            evidence |= before.evidence
        parts[iris.document] = Part(iris.document, facts, evidence)
    return Graph(base, tuple(parts[name] for name in sorted(parts)))


def name_records(
    entities: Iterable[Entities], base: str
) -> Iterator[tuple[Entities, Iris]]:
    """Yield records in order of their place, each with the IRIs of its things."""
    ordinals: dict[tuple[str, str], int] = {}
    for record in sorted(entities, key=_place):
        key = _meeting_key(record)
        ordinals[key] = ordinals.get(key, 0) + 1
        yield record, name_record(record, base, ordinals[key])


def merge_graphs(graphs: Iterable[Graph]) -> Graph:
    """Put the parts of several graphs of one base into one; later ones replace."""
    parts: dict[URIRef, Part] = {}
    bases: set[str] = set()
    for graph in graphs:
        bases.add(graph.base)
        parts |= {part.document: part for part in graph.parts}
    if len(bases) != 1:
        message = f"expected graphs of one base IRI, got {sorted(bases)}"
        raise ValueError(message)
    return Graph(bases.pop(), tuple(parts[name] for name in sorted(parts)))


def _place(record: Entities) -> tuple[str, int, int]:
    """Return where a record stands, so that the order of input does not show."""
    span = record.minutes.heading.title_span
    return record.minutes.document.id, span.start, span.end


def _meeting_key(record: Entities) -> tuple[str, str]:
    """Return the document, and what names the meeting apart from the document.

    Only meetings that a document must name itself can meet under one name.
    """
    heading = record.minutes.heading
    number = "" if heading.number is None else str(heading.number.value)
    day = "" if heading.date is None else heading.date.value.isoformat()
    return record.minutes.document.id, f"{record.council or ''} {number or day}"


def _facts(record: Entities, iris: Iris) -> Iterator[Triple]:
    """Return the facts of one record."""
    yield from source_triples(record, iris)
    yield from dataset_triples(record, iris)
    yield from minutes_triples(record, iris)
    yield from meeting_triples(record, iris)
    for organization in record.organizations:
        yield from organization_triples(organization, iris)
    for person in record.people:
        yield from person_triples(person, iris)
    people = {person.id: person for person in record.people}
    organizations = {o.id: o for o in record.organizations}
    memberships = {membership.id: membership for membership in record.memberships}
    for membership in record.memberships:
        yield from membership_triples(membership, people, organizations, iris)
    for attendance in record.attendances:
        yield from attendance_triples(attendance, memberships, iris)
    yield from group_triples(record.attendances, iris)
    yield from agenda_triples(record, iris)
    yield from handout_triples(record, iris)
    links = sorted(record.links, key=lambda link: link.mention.span.start)
    starts = [link.mention.span.start for link in links]
    for speech in record.speeches:
        inside = {
            place
            for span in speech.statement.spans
            for place in range(
                bisect_left(starts, span.start), bisect_left(starts, span.end)
            )
        }
        near = tuple(links[place] for place in sorted(inside))
        yield from statement_triples(speech, near, iris)
    yield from discussion_triples(record, iris)
    yield from discourse_triples(record, iris)
    yield from undertaking_triples(record, iris)
    for meeting in record.adjacent:
        yield from order_triples(meeting, iris)


def _annotations(record: Entities, iris: Iris) -> Iterator[Triple]:
    """Return what was read out of the words of one record."""
    for link in record.links:
        yield from link_triples(link, iris)
    for discussion in record.discussions:
        yield from theme_triples(discussion, iris)
    text = record.minutes.document.text
    for thing, reference in name_references(record.references, iris):
        for place in reference.places:
            yield from place_triples(thing, place, text, iris)
    for meeting in record.adjacent:
        yield from adjacent_triples(meeting, iris)


def _union(sets: Iterable[frozenset[Triple]]) -> rdflib.Graph:
    """Put sets of triples into a graph that binds no prefix of its own."""
    graph = rdflib.Graph(bind_namespaces="none")
    for triples in sets:
        for triple in triples:
            graph.add(triple)
    return graph
