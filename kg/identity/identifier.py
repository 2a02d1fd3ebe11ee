"""Name each person of a corpus by an id that a record gave already."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.identity.look import Look
from kg.model import Identity, PersonSighting
from kg.model.identifier import mint

_BETWEEN = "\x1f"


def minted_id(seen: PersonSighting) -> str:
    """Return the id for a person whose earliest sighting is *seen*.

    Used where the id of the record is taken: two namesakes of one organization in
    two rosters have one id there.
    """
    parts = (seen.person, seen.meeting, str(seen.position))
    return mint("person", _BETWEEN.join(parts))


def name_people(people: Iterable[tuple[Look, ...]]) -> tuple[Identity, ...]:
    """Return who the *people* are, sightings in order, by their ids.

    The earliest sighting's id goes to who was seen first.
    """
    taken: set[str] = set()
    found = []
    for looks in sorted(people, key=lambda rows: rows[0].order):
        name = looks[0].seen.person
        if name in taken:
            name = minted_id(looks[0].seen)
        while name in taken:  # one roster, copied into two documents
            name = mint("person", _BETWEEN.join((name, looks[0].seen.key)))
        taken.add(name)
        found.append(_identity(name, looks))
    return tuple(sorted(found, key=lambda one: one.id))


def _identity(name: str, looks: Sequence[Look]) -> Identity:
    """Return one person, shown as most records print the name in full."""
    times = Counter(look.seen.label for look in looks)
    shown = min(
        looks,
        key=lambda look: (
            not look.form.full,
            look.seen.family is None,
            -times[look.seen.label],
            look.order,
        ),
    ).seen
    printed = {other for look in looks for other in look.seen.other_names}
    return Identity(
        name,
        shown.name,
        shown.label,
        shown.family,
        shown.given,
        shown.split,
        tuple(look.seen.key for look in looks),
        tuple(sorted((set(times) | printed) - {shown.label})),
    )


def replaced(people: Iterable[Identity], looks: Iterable[Look]) -> Mapping[str, str]:
    """Return for each id of a record that nobody bears who bears its place.

    An id whose sightings went to several people has no one successor.
    """
    people = tuple(people)
    bearer = {key: one.id for one in people for key in one.sightings}
    borne = {one.id for one in people}
    gone: dict[str, set[str]] = {}
    for look in looks:
        if look.seen.person not in borne:
            gone.setdefault(look.seen.person, set()).add(bearer[look.seen.key])
    return {
        name: next(iter(places))
        for name, places in sorted(gone.items())
        if len(places) == 1
    }
