"""Find who a minister is that a roster knows by the office: 西村大臣, 経済産業大臣."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.identity.clue import days_apart
from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, make_pair
from kg.identity.feature import Feature
from kg.identity.look import Look

_ONE_HOLDER = ("大臣", "長官")
_SEVERAL = ("副大臣",)
"""There are two or three 副大臣 of a ministry: the office alone names none."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom rosters name in full with an office, from *first* to *last*."""

    looks: tuple[Look, ...]
    first: int
    last: int


def office_pairs(looks: Iterable[Look], clusters: Clusters) -> tuple[Pair, ...]:
    """Return the pairs of rows that know a minister by the office with its holders.

    The row must be of a day on which rosters before and after, or of that day, name
    the holder in that office; with two such holders nobody is sure.
    """
    rows = [look for look in looks if look.offices and look.day is not None]
    holders = _holders(rows, clusters)
    return tuple(
        pair
        for look in rows
        if not look.form.full
        for office in sorted(look.offices)
        for pair in _pairs_of(look, office, holders.get(office, ()))
    )


def _holders(
    rows: Iterable[Look], clusters: Clusters
) -> Mapping[str, tuple[Holder, ...]]:
    """Return for each office who held it, from the first to the last day seen."""
    found: dict[str, dict[int, list[Look]]] = defaultdict(lambda: defaultdict(list))
    for look in rows:
        if look.form.full:
            for office in look.offices:
                found[office][clusters.root(look.order)].append(look)
    return {
        office: tuple(_holder(looks) for looks in people.values())
        for office, people in found.items()
    }


def _holder(looks: Iterable[Look]) -> Holder:
    """Return who is seen in *looks*, all of one office."""
    rows = tuple(looks)
    days = [look.day for look in rows if look.day is not None]
    return Holder(rows, min(days), max(days))


def _pairs_of(look: Look, office: str, holders: Iterable[Holder]) -> Iterator[Pair]:
    """Yield the pairs of one row with those who held the office that day."""
    if not look.form.surname_only and not _held_by_one(office):
        return
    day = look.day or 0
    then = [
        holder
        for holder in holders
        if holder.first <= day <= holder.last and _fits(look, holder)
    ]
    for holder in then:
        around = (Feature.HOLDER,) if len(then) == 1 else ()
        yield make_pair(look, _nearest(look, holder), *around)


def _fits(look: Look, holder: Holder) -> bool:
    """Tell whether the surname, where one is printed, is the holder's."""
    if look.form.office:
        return True
    return any(one.form.family == look.form.key for one in holder.looks)


def _held_by_one(office: str) -> bool:
    """Tell whether one person at a time holds an office: 経済産業大臣."""
    return office.endswith(_ONE_HOLDER) and not office.endswith(_SEVERAL)


def _nearest(look: Look, holder: Holder) -> Look:
    """Return the row of the holder that is nearest in time."""
    return min(holder.looks, key=lambda one: (days_apart(look, one) or 0, one.order))
