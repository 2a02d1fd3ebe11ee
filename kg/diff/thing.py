"""Tell apart what a triple is about: a person, an attendance, the evidence."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kg.diff.pair import Triple
from kg.graph import PREFIXES, Store, Term
from kg.graph.vocabulary import (
    DCTERMS,
    FOAF,
    GJR,
    OA,
    ORG,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOID,
)

_CLASSES = {
    str(GJR.Meeting): "meeting",
    str(GJR.Attendance): "attendance",
    str(ORG.Membership): "membership",
    str(FOAF.Person): "person",
    str(ORG.Organization): "organization",
    str(GJR.AgendaItem): "agenda-item",
    str(GJR.MeetingMaterial): "handout",
    str(GJR.Statement): "statement",
    str(GJR.ReportedQuestion): "question",
    str(GJR.SourceText): "document",
    str(VOID.Dataset): "document",
    str(GJR.Minutes): "minutes",
    str(GJR.Reading): "reading",
    str(SCHEMA.EventSeries): "series",
    str(SKOS.Concept): "concept",
    str(OA.Annotation): "mention",
    str(GJR.TextSpan): "evidence",
    str(OA.TextPositionSelector): "evidence",
    str(OA.TextQuoteSelector): "evidence",
}
"""The group of each class; the first that a thing has counts."""

GROUPS = (*dict.fromkeys(_CLASSES.values()), "other")
UNLISTED = frozenset({"evidence", "mention", "concept"})
"""Groups that are counted and not listed one by one."""

_LABELS = (str(RDFS.label), str(FOAF.name), str(SKOS.prefLabel))
_NAMES = (
    *_LABELS,
    str(GJR.asWritten),
    str(DCTERMS.title),
    str(SCHEMA.name),
    str(SCHEMA.text),
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Thing:
    """One subject in one build: its group, its name, its facts and its spans.

    *facts* are (property, value), IRIs of the vocabulary with a prefix; the place of
    a row in its roster is none of them. *of* is what a reading is of, *iri* the name
    that the build itself gives.
    """

    group: str
    name: str
    facts: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    spans: tuple[str, ...] = ()
    of: str = ""
    iri: str = ""


def read_things(rows: Iterable[Triple]) -> dict[str, Thing]:
    """Return what the triples in *rows* are about, by IRI."""
    found: dict[str, list[tuple[Term, Term]]] = {}
    own: dict[str, str] = {}
    for subject, predicate, value in rows:
        found.setdefault(subject.text, []).append((predicate, value))
        own[subject.text] = subject.sparql.strip("<>")
    return {
        name: _thing(name, own[name], pairs) for name, pairs in sorted(found.items())
    }


def _thing(name: str, iri: str, pairs: list[tuple[Term, Term]]) -> Thing:
    """Return the thing that is compared as *name*, with the values in *pairs*."""
    values: dict[str, list[str]] = {}
    for predicate, value in pairs:
        values.setdefault(predicate.text, []).append(value.text)
    kinds = values.get(str(RDF.type), [])
    group = next((name for kind, name in _CLASSES.items() if kind in kinds), "other")
    names = [min(values[name]) for name in _NAMES if name in values]
    skipped = {str(GJR.evidencedBy)}
    if group == "attendance":
        skipped.add(str(SCHEMA.position))
    facts = frozenset(
        (compact(predicate.text), compact(value.text))
        if value.kind == "uri"
        else (compact(predicate.text), value.text)
        for predicate, value in pairs
        if predicate.text not in skipped
    )
    return Thing(
        group,
        shorten(names[0]) if names else name.rpartition("/")[2],
        facts,
        tuple(sorted(values.get(str(GJR.evidencedBy), []))),
        min(values.get(str(GJR.of), [""])),
        iri,
    )


def compact(iri: str) -> str:
    """Return *iri* with a prefix of the vocabulary, else its last part."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def shorten(words: str) -> str:
    """Return *words* in one line, long ones cut."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def read_graphs(store: Store, names: Collection[str]) -> dict[str, list[Triple]]:
    """Return what the graphs called *names* say, by graph."""
    found: dict[str, list[Triple]] = {name: [] for name in names}
    for graph, triple in store.named_triples(names):
        found[graph].append(triple)
    return found
