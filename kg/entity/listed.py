"""Make a person of each row of the roster."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entity.identifier import person_id
from kg.entity.sighting import council_path
from kg.gazetteer import Gazetteer
from kg.model import Attendee, Minutes, Person, PersonName, Role
from kg.morphology import is_surname

_PARTS = re.compile(r"[\s・=＝]+")

_POINTS = re.compile(r"[・=＝]")

_SHORTEST = 2
"""A name of two characters without a blank may be a surname alone: 小暮."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the roster with what the roster says, in keys for matching.

    *attendee* is None for somebody who is only named as the one represented.
    *starts* are the starts of a name without a known split: 黒姫 of 黒姫誠司, and
    キム of キム・ヨンス, whose family name may stand at either end.
    """

    person: Person
    attendee: Attendee | None
    surname: str
    given: str
    posts: frozenset[str]
    places: frozenset[str]
    starts: tuple[str, ...] = ()

    @property
    def role(self) -> Role | None:
        """The capacity in which the person sat there."""
        role = self.attendee.role if self.attendee else None
        return role.value if role else None

    @property
    def role_word(self) -> str:
        """The word that gave the role, or ""."""
        return (self.attendee.role_word if self.attendee else None) or ""

    @property
    def group(self) -> str:
        """The heading of the roster that the person stands under, or ""."""
        group = self.attendee.group if self.attendee else None
        return group.value if group else ""


def list_people(minutes: Minutes, gazetteer: Gazetteer) -> tuple[Listed, ...]:
    """Return the people of the roster in order, principals of proxies last.

    A principal who has a row of his own (欠席) is that person.
    """
    council = " ".join(council_path(minutes)) or minutes.document.id
    people: list[Listed] = []
    taken: set[str] = set()
    for attendee in minutes.attendees:
        if attendee.name is None:
            continue
        context = _first_place(attendee) or council
        ident = person_id(attendee.name.text, context)
        if ident in taken:
            ident = person_id(attendee.name.text, context, str(attendee.position))
        taken.add(ident)
        people.append(_listed(ident, attendee.name, attendee, gazetteer))
    for name in _principals(minutes):
        ident = person_id(name.text, council)
        if not named(name, people, gazetteer) and ident not in taken:
            taken.add(ident)
            people.append(_listed(ident, name, None, gazetteer))
    return tuple(people)


def named(
    name: PersonName, people: list[Listed] | tuple[Listed, ...], gazetteer: Gazetteer
) -> Listed | None:
    """Return the one of *people* who bears *name*, a surname alone included."""
    wanted = gazetteer.fold(name.text)
    for whole in (True, False):
        fits = [
            one
            for one in people
            if wanted == (gazetteer.fold(one.person.label) if whole else one.surname)
        ]
        if len(fits) == 1:
            return fits[0]
    return None


def _principals(minutes: Minutes) -> Iterator[PersonName]:
    """Yield the names of those for whom somebody else sat there."""
    for attendee in minutes.attendees:
        if attendee.principal:
            yield attendee.principal


def _first_place(attendee: Attendee) -> str:
    """Return the topmost organization of the row's first affiliation, or ""."""
    for affiliation in attendee.affiliations:
        if affiliation.units:
            return affiliation.units[0].value
    return ""


def _listed(
    ident: str, name: PersonName, attendee: Attendee | None, gazetteer: Gazetteer
) -> Listed:
    """Return one person with the keys by which a text may mean them."""
    surname, given = _surname(name)
    given = given or _initial(name, attendee, gazetteer)
    person = Person(
        id=ident,
        name=f"{name.family} {name.given}" if name.split else name.text,
        label="".join(name.text.split()) if name.family else name.text,
        family=name.family,
        given=name.given,
        split=name.split,
        evidence=name.spans,
    )
    posts: set[str] = set()
    places: set[str] = set()
    for affiliation in attendee.affiliations if attendee else ():
        units = [gazetteer.fold(unit.value) for unit in affiliation.units]
        places.update(units, ("".join(units),))
        if affiliation.legal_name:
            places.add(gazetteer.fold(affiliation.legal_name))
        for word in (
            affiliation.post.value if affiliation.post else None,
            affiliation.post_as_written,
        ):
            if word:
                posts.add(gazetteer.fold(word))
                posts.add((units[-1] if units else "") + gazetteer.fold(word))
    whole = gazetteer.fold(surname)
    return Listed(
        person=person,
        attendee=attendee,
        surname=whole,
        given=gazetteer.fold(given),
        posts=frozenset(posts),
        places=frozenset(places - {""}),
        starts=_starts(name, whole, gazetteer),
    )


def _initial(name: PersonName, attendee: Attendee | None, gazetteer: Gazetteer) -> str:
    """Return the start of a given name in brackets behind a surname: 瀬川（和）委員."""
    words = gazetteer.fold(attendee.as_written) if attendee else ""
    found = re.search(
        rf"{re.escape(gazetteer.fold(name.text))}\(([^()]{{1,3}})\)", words
    )
    printed = found.group(1) if found else ""
    return "" if gazetteer.title_prefix(printed) else printed


def _starts(name: PersonName, whole: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the starts of a name that may be its family name.

    黒姫 of 黒姫誠司, whose split is not known; キム of キム・ヨンス.
    """
    parts = [gazetteer.fold(part) for part in _POINTS.split(name.text)]
    if len(parts) > 1:
        return (parts[0],) if len(parts[0]) > 1 else ()
    if name.family or whole != gazetteer.fold(name.text) or len(whole) <= _SHORTEST:
        return ()
    if is_surname(name.text):
        return ()  # 東海林 is a surname, and its bearer is called so
    return tuple(whole[:end] for end in range(len(whole) - 1, 0, -1))


def _surname(name: PersonName) -> tuple[str, str]:
    """Return surname and given name; of ジョン・スミス it is the last part."""
    if name.family:
        return name.family, name.given or ""
    parts = _PARTS.split(name.text)
    if len(parts) > 1:
        return parts[-1], "".join(parts[:-1])
    return name.text, ""
