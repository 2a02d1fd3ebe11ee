"""Write times, undertakings, and what was referred to, as triples."""

from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef

from kg.graph.iris import Iris
from kg.graph.reading import basis_code, evidence, reading
from kg.graph.statement import statement_iri
from kg.graph.term import Triple, day, en, ja, plain
from kg.graph.vocabulary import CODE, GJR, RDF, RDFS, SCHEMA, SKOS
from kg.model import (
    Basis,
    Entities,
    Moment,
    Obligation,
    Reference,
    ReferenceKind,
    Span,
    Statement,
    UndertakingKind,
)
from kg.model.identifier import mint
from kg.text import key

_CLASSES = {
    ReferenceKind.LAW: GJR.Law,
    ReferenceKind.POLICY: GJR.PolicyDocument,
    ReferenceKind.PROGRAMME: GJR.Programme,
    ReferenceKind.EVENT: GJR.Occasion,
}


def undertaking_triples(record: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the times, the undertakings and the references of *record*."""
    moments: dict[tuple[Span, ...], URIRef] = {}
    for place, moment in enumerate(record.discourse.moments, 1):
        node = moments[moment.spans] = iris.part(f"moment-{place:03d}")
        yield from _moment(moment, node, iris)
    for place, obligation in enumerate(record.obligations, 1):
        name = f"undertaking-{place:03d}"
        yield from _obligation(obligation, name, moments, iris)
        yield from _later(obligation, iris.part(name), record, iris)
    for node, reference in name_references(record.references, iris):
        yield from _reference(node, reference, iris)


def name_references(
    references: Iterable[Reference], iris: Iris
) -> Iterator[tuple[URIRef, Reference]]:
    """Yield *references* with their IRIs: law-001, policy-001.

    A law's whole name, 干潟保全基本法, names one node for all records; a short one,
    a bill, an ordinance of a town may mean another thing in each.
    """
    counts: dict[ReferenceKind, int] = {}
    for reference in references:
        if reference.official:
            yield iris.entity(mint("law", key(reference.name))), reference
            continue
        counts[reference.kind] = counts.get(reference.kind, 0) + 1
        yield iris.part(f"{reference.kind}-{counts[reference.kind]:03d}"), reference


def _home(statement: Statement | None, iris: Iris) -> URIRef:
    """Return the statement, or the minutes for words that are in none."""
    if statement is None:
        return iris.part("minutes")
    return statement_iri("statement", statement, iris)


def _moment(moment: Moment, node: URIRef, iris: Iris) -> Iterator[Triple]:
    """Write a time with its days, or why it has none."""
    spans = [*moment.spans]
    yield _home(moment.statement, iris), GJR.namesMoment, node
    yield node, RDF.type, GJR.Moment
    yield node, GJR.asWritten, ja(_one_line(moment.text))
    if moment.interval is not None and moment.basis is not None:
        yield node, GJR.firstDay, day(moment.interval.start)
        yield node, GJR.lastDay, day(moment.interval.end)
        yield node, GJR.dayBasis, basis_code(moment.basis)
    if moment.reason:
        yield node, GJR.reason, en(moment.reason)
    if moment.qualifier is not None:
        code = CODE[f"moment-qualifier-{moment.qualifier.value}"]
        yield node, GJR.momentQualifier, code
        spans.extend(moment.qualifier.evidence)
    yield from evidence(node, spans, iris)


def _obligation(
    obligation: Obligation,
    name: str,
    moments: Mapping[tuple[Span, ...], URIRef],
    iris: Iris,
) -> Iterator[Triple]:
    """Write what is undertaken, for when, and whom it binds."""
    undertaking, node = obligation.undertaking, iris.part(name)
    yield _home(undertaking.statement, iris), GJR.undertaking, node
    yield node, RDF.type, GJR.Undertaking
    yield node, SCHEMA.text, ja(_one_line(undertaking.text))
    yield node, GJR.undertakingKind, CODE[f"undertaking-kind-{undertaking.kind}"]
    for moment in undertaking.moments:
        yield node, GJR.due, moments[moment.spans]
    yield from evidence(node, [*undertaking.spans, undertaking.form], iris)
    if undertaking.party is not None:
        yield node, GJR.partyAsWritten, ja(_one_line(undertaking.party.value))
        yield from evidence(node, undertaking.party.evidence, iris)
    if obligation.agent is not None:
        asked = undertaking.kind is UndertakingKind.REQUEST
        term = GJR.requestedOf if asked else GJR.boundParty
        agent = iris.entity(obligation.agent)
        yield node, term, agent
        basis, spans = _ground(obligation)
        yield from reading(f"{name}-party", (node, term, agent), basis, spans, iris)


def _ground(obligation: Obligation) -> tuple[Basis, tuple[Span, ...]]:
    """Return how it is known whom an undertaking binds, and by which words."""
    undertaking = obligation.undertaking
    if undertaking.party is not None:
        return Basis.STATED, undertaking.party.evidence
    statement = undertaking.statement
    label = statement.speaker if statement else None
    spans = (undertaking.form,) if label is None else (label, undertaking.form)
    return Basis.INFERRED, spans


def _later(
    obligation: Obligation, node: URIRef, record: Entities, iris: Iris
) -> Iterator[Triple]:
    """Keep the word for a later time: 追って."""
    span = obligation.undertaking.follow_up
    if span is not None:
        words = record.minutes.document.text[span.start : span.end]
        yield node, GJR.followUp, ja(words)
        yield from evidence(node, [span], iris)


def _reference(node: URIRef, reference: Reference, iris: Iris) -> Iterator[Triple]:
    """Write one law, policy, programme or occasion, and who refers to it."""
    yield node, RDF.type, _CLASSES[reference.kind]
    yield node, RDFS.label, ja(_one_line(reference.name))
    if reference.number is not None:
        yield node, GJR.lawNumber, plain(reference.number.value)
        yield from evidence(node, reference.number.evidence, iris)
    if reference.full_name is not None:
        note = f"{reference.full_name}の略称（記録の外の表による）"
        yield node, SKOS.note, ja(note)
    for place in reference.places:
        yield _home(place.statement, iris), GJR.refersTo, node
        yield from evidence(node, place.spans, iris)


def _one_line(text: str) -> str:
    """Return *text* without the line ends that a page has put into it."""
    return "".join(line.strip() for line in text.splitlines())
