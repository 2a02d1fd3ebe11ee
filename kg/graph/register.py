"""Write the register of public bodies and their changes as triples."""

from collections.abc import Iterable, Iterator

from rdflib import URIRef

from kg.gazetteer import Register
from kg.graph.term import Triple, day, ja, plain
from kg.graph.vocabulary import (
    CODE,
    DCTERMS,
    GJR,
    LEGAL_FORMS,
    ORG,
    RDF,
    RDFS,
    REGISTER_BASE,
    SKOS,
)
from kg.model import ChangeEvent, EventKind, RegisterEntry

REGISTER_GRAPH = URIRef(REGISTER_BASE.rstrip("/"))
"""The named graph of the entries, whatever the build."""

_UNITS = frozenset({"bureau", "office", "subcommittee"})


def entry_iri(name: str) -> URIRef:
    """Return the IRI of the entry with the id *name*."""
    return URIRef(REGISTER_BASE + name)


def register_triples(
    register: Register, entries: Iterable[str] | None = None
) -> Iterator[Triple]:
    """Describe the *entries* with these ids, all without them, and their changes.

    With an entry come those above it, what it was before, what became of it, and
    the events between; of the other bodies of such an event what they are called.
    """
    if entries is None:
        chosen = set(register.entries)
    else:
        chosen = {one for name in entries for one in _around(name, register)}
    events = {
        event.id: event
        for name in chosen
        for event in (*register.events_before(name), *register.events_after(name))
        if entries is None or (set(event.before) & chosen and set(event.after) & chosen)
    }
    named = {one for event in events.values() for one in (*event.before, *event.after)}
    named |= {one for name in named for one in register.above(name)}
    for name in sorted(chosen | named):
        yield from _entry(register.entry(name), register)
    for name in sorted(events):
        yield from _event(events[name])


def _around(name: str, register: Register) -> set[str]:
    """Return the entry *name*, its line in time, and what they are part of."""
    line = {name, *register.ancestors(name), *register.descendants(name)}
    return line | {above for one in line for above in register.above(one)}


def _entry(entry: RegisterEntry, register: Register) -> Iterator[Triple]:
    """Describe one entry; it is no org:Organization, which records show."""
    node = entry_iri(entry.id)
    unit = entry.kind in _UNITS and entry.parent is not None
    yield node, RDF.type, ORG.OrganizationalUnit if unit else ORG.FormalOrganization
    yield node, SKOS.prefLabel, ja(entry.name)
    above = [register.entry(one).name for one in register.above(entry.id)]
    yield node, RDFS.label, ja(" ".join([*reversed(above), entry.name]))
    yield node, DCTERMS.identifier, plain(entry.id)
    yield node, GJR.bodyKind, CODE[f"body-kind-{entry.kind}"]
    for alias in entry.aliases:
        yield node, SKOS.altLabel, ja(alias)
    if entry.legal_form in LEGAL_FORMS:  # on which side it stands is not registered
        yield node, ORG.classification, CODE[LEGAL_FORMS[entry.legal_form]]
    if entry.parent:
        yield node, ORG.subOrganizationOf, entry_iri(entry.parent)
    if entry.sector:
        yield node, GJR.sector, CODE[f"sector-{entry.sector.value}"]
    if entry.since:
        yield node, GJR.since, day(entry.since)
    if entry.until:
        yield node, GJR.until, day(entry.until)


def _event(event: ChangeEvent) -> Iterator[Triple]:
    """Describe one event; what one body became is linked from both sides.

    After a transfer the first body goes on, so that no path leads over it.
    """
    node = entry_iri(f"change/{event.id}")
    yield node, RDF.type, ORG.ChangeEvent
    yield node, GJR.changeKind, CODE[f"change-kind-{event.kind.value}"]
    yield node, SKOS.note, ja(event.note)
    if event.date:
        yield node, DCTERMS.date, day(event.date)
    for name in event.before:
        yield node, ORG.originalOrganization, entry_iri(name)
        if event.kind is not EventKind.TRANSFER:
            yield entry_iri(name), ORG.changedBy, node
    for name in event.after:
        yield node, ORG.resultingOrganization, entry_iri(name)
        if event.kind is not EventKind.TRANSFER:
            yield entry_iri(name), ORG.resultedFrom, node
