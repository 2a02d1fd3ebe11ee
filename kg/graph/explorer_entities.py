"""List the things that a reader can look up, each with its names."""

from collections.abc import Iterable

from kg.graph.explorer_index import Index
from kg.graph.explorer_sheet import Sheet, Table
from kg.graph.vocabulary import THEME_BASE
from kg.model.explorer import Columns

KINDS = (
    "person",
    "organization",
    "council",
    "meeting",
    "agenda-item",
    "handout",
    "theme",
)
"""Kinds of entities, by the numbers that the page knows them by."""

_BODY = ("skos:prefLabel", "rdfs:label", "skos:altLabel", "schema:legalName")
_NAMES = {
    "person": ("foaf:name", "rdfs:label", "skos:altLabel"),
    "organization": _BODY,
    "council": _BODY,
    "meeting": ("rdfs:label",),
    "agenda-item": ("rdfs:label",),
    "handout": ("dcterms:title", "dcterms:identifier"),
    "theme": ("skos:prefLabel", "skos:altLabel"),
}
"""Where the names of a kind stand; the first is the one that is shown."""


def list_entities(index: Index) -> dict[str, list[str]]:
    """Return the things of each kind: meetings by day, their parts in their order."""
    bodies = index.of_kind("org:Organization")
    meetings = sorted(
        index.of_kind("gjr:Meeting"),
        key=lambda iri: (
            index.one(iri, "schema:startDate"),
            index.number(iri, "gjr:sessionNumber"),
            iri,
        ),
    )
    people = index.of_kind("foaf:Person")
    return {
        "person": [iri for iri in people if index.one(iri, "foaf:name")],
        "organization": [one for one in bodies if not index.is_a(one, "gjr:Council")],
        "council": [one for one in bodies if index.is_a(one, "gjr:Council")],
        "meeting": meetings,
        "agenda-item": _parts(index, meetings, "schema:subEvent", "gjr:AgendaItem"),
        "handout": _parts(index, meetings, "gjr:material", "gjr:MeetingMaterial"),
        "theme": _themes(index),
    }


def entity_table(sheet: Sheet, kinds: dict[str, list[str]]) -> Columns:
    """Return the table of all entities, numbered in *sheet*, kind after kind."""
    numbers: dict[str, int] = {}
    for number, kind in enumerate(KINDS):
        for iri in kinds[kind]:
            numbers.setdefault(iri, number)
    table = Table("iri kind name forms reading english spans")
    for iri in sheet.enter("entities", numbers):
        kind = KINDS[numbers[iri]]
        names = _names(sheet.index, iri, kind)
        table.add(
            iri=iri,
            kind=numbers[iri],
            name=names[0] if names else iri.rpartition("/")[2],
            forms=names[1:],
            reading="".join(_worded(sheet.index, iri, kind, "ja-Hira")[:1]),
            english="".join(_worded(sheet.index, iri, kind, "en")[:1]),
            spans=sheet.evidence(iri),
        )
    return table.columns


def meeting_of(index: Index, meetings: Iterable[str], name: str) -> dict[str, str]:
    """Return the meeting of each thing that a meeting has by the property *name*."""
    return {part: one for one in meetings for part in index.values(one, name)}


def _names(index: Index, iri: str, kind: str) -> list[str]:
    """Return the names of a thing, the one that is shown first, without English."""
    found: dict[str, None] = {}
    for name in _NAMES[kind]:
        best = index.one(iri, name)
        found.update(dict.fromkeys([best] if best else []))
        found.update(dict.fromkeys(index.values(iri, name)))
    return list(found)


def _worded(index: Index, iri: str, kind: str, language: str) -> list[str]:
    """Return the names of a thing in *language*."""
    return [word for name in _NAMES[kind] for word in index.worded(iri, name, language)]


def _parts(index: Index, meetings: list[str], name: str, kind: str) -> list[str]:
    """Return the parts of *meetings*, in the order of each."""
    return [
        part
        for meeting in meetings
        for part in sorted(
            index.values(meeting, name),
            key=lambda one: (index.number(one, "schema:position"), one),
        )
        if index.is_a(part, kind)
    ]


def _themes(index: Index) -> list[str]:
    """Return the themes that the records touch, and those above them."""
    waiting = index.objects("gjr:theme") | index.objects("dcterms:subject")
    found: set[str] = set()
    while waiting:
        theme = waiting.pop()
        if theme not in found and (
            theme.startswith(THEME_BASE) or index.one(theme, "skos:prefLabel")
        ):
            found.add(theme)
            waiting.update(index.values(theme, "skos:broader"))
    return sorted(found)
