"""Gather the names that a record itself prints in its head and its roster."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.model import Minutes, PersonName

_SHORTEST = 2
"""One character is no name to look for: 会 of a list."""

_DEEPEST = 8
"""Units of which a text joins the names."""

_PARTS = re.compile(r"[\s・=＝]+")


@dataclass(frozen=True, slots=True)
class Roster:
    """Names by their key (folded); *people* gives the given names of a surname.

    *organizations* gives for a key the known body it stands for, or None.
    *full* are whole names of people, given name and all; *starts* are those of
    names without a known split: 黒, 黒姫 and 黒姫誠, of which a post shows the one.
    """

    organizations: Mapping[str, str | None]
    people: Mapping[str, frozenset[str]]
    full: Mapping[str, str]
    starts: frozenset[str]


def read_roster(minutes: Minutes, gazetteer: Gazetteer) -> Roster:
    """Return the names of *minutes* with those of the gazetteer."""
    organizations: dict[str, str | None] = {}
    for alias, body in gazetteer.bodies.items():
        organizations[gazetteer.fold(alias)] = body.name
    for name in _organizations(minutes, gazetteer):
        if len(name) < _SHORTEST or name in gazetteer.common:
            continue
        # Nordvik Water Japan is looked for with its blanks and without
        organizations.setdefault(gazetteer.fold(name), None)
        organizations.setdefault(" ".join(map(gazetteer.fold, name.split())), None)
    people: dict[str, frozenset[str]] = {}
    full: dict[str, str] = {}
    starts: set[str] = set()
    for person in _people(minutes):
        surname, given = _parts(person)
        first = gazetteer.fold(surname)
        last = gazetteer.fold(given)
        people[first] = people.get(first, frozenset()) | ({last} if last else set())
        if last:
            full[gazetteer.fold(person.text)] = first
        elif len(first) > _SHORTEST:
            starts.update(first[:end] for end in range(1, len(first)))
    return Roster(organizations, people, full, frozenset(starts - people.keys()))


def _people(minutes: Minutes) -> Iterator[PersonName]:
    """Yield the names of the roster, principals of proxies too."""
    for attendee in minutes.attendees:
        if attendee.name:
            yield attendee.name
        if attendee.principal:
            yield attendee.principal


def _parts(name: PersonName) -> tuple[str, str]:
    """Return family and given name; the last part of a foreign name is family.

    スミス氏 is ジョン・スミス, Bergさん is Anna Berg.
    """
    if name.family:
        return name.family, name.given or ""
    parts = _PARTS.split(name.text)
    if len(parts) > 1:
        return parts[-1], " ".join(parts[:-1])
    return name.text, ""


def _organizations(minutes: Minutes, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the names of bodies as the text may use them, longer ones too.

    環境省 大臣官房 総合政策課 is also 環境省大臣官房総合政策課 and 総合政策課.
    """
    if minutes.heading.body:
        yield from _joined(tuple(minutes.heading.body.value.split()))
    for attendee in minutes.attendees:
        for affiliation in attendee.affiliations:
            path = tuple(unit.value for unit in affiliation.units)
            if not path:
                continue
            yield from _joined(path)
            if affiliation.legal_name:
                yield affiliation.legal_name
            if form := gazetteer.legal_form(gazetteer.fold(path[0])):
                bare = gazetteer.fold(path[0])[form.name_start : form.name_end]
                yield from _joined((bare, *path[1:]))
    for group in minutes.groups:
        if gazetteer.organization(group.name):
            yield group.name


def _joined(path: tuple[str, ...]) -> Iterator[str]:
    """Yield each run of neighbours in *path*, joined."""
    for start in range(len(path)):
        for end in range(start + 1, min(len(path), start + _DEEPEST) + 1):
            yield "".join(path[start:end])
