"""Gather sightings that look alike, so that not every two of them are compared."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from kg.identity.compare import Pair, make_pair
from kg.identity.feature import Feature
from kg.identity.look import Look
from kg.identity.rank import rank

_YEAR_DAYS = 365
_FEW = 3
_RETURN_DAYS = 730
"""Nobody is back in an old unit sooner, with another between."""


_Shown = tuple[int, int, list[str]]
"""A day, which of two strands is seen, and in which units."""


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """Rows of one council with one name, one organization and one kind of role.

    *looks* are in order. *first* and *last* count days, 0 where no row has a date.
    """

    looks: tuple[Look, ...]
    days: tuple[int, ...]
    units: frozenset[str]

    @property
    def head(self) -> Look:
        """Return the earliest row."""
        return self.looks[0]

    def overlaps(self, other: "Strand") -> bool:
        """Tell whether the two were seen in turns, so that neither follows."""
        if not self.days or not other.days:
            return False
        first = max(self.days[0], other.days[0])
        return first <= min(self.days[-1], other.days[-1])


def strands(looks: Iterable[Look]) -> tuple[Strand, ...]:
    """Return the strands of *looks*, which are in order, by their first rows.

    Where one roster lists the same name and organization twice, posts and units
    are looked at too, so that the two namesakes are two strands.
    """
    groups: dict[object, list[Look]] = defaultdict(list)
    for look in looks:
        groups[_looks_like(look)].append(look)
    found = [
        _strand(part) for group in groups.values() for part in _parted(tuple(group))
    ]
    return tuple(sorted(found, key=lambda strand: strand.head.order))


def _looks_like(look: Look) -> tuple[object, ...]:
    """Return what the rows of a strand have in common."""
    form = look.form
    return (look.seen.council, form.raw, look.bodies, look.member, form.others)


def _parted(group: tuple[Look, ...]) -> Iterator[tuple[Look, ...]]:
    """Yield *group*, or its parts by post where a roster has it twice."""
    if not _doubled(group):
        yield group
        return
    parts: dict[object, list[Look]] = defaultdict(list)
    for look in group:
        parts[look.posts, look.units].append(look)
    for part in parts.values():
        if _doubled(part):
            yield from ((look,) for look in part)
        else:
            yield tuple(part)


def _doubled(looks: Iterable[Look]) -> bool:
    """Tell whether two of *looks* stand in one roster."""
    return any(times > 1 for times in Counter(look.roster for look in looks).values())


def _strand(looks: tuple[Look, ...]) -> Strand:
    """Return the strand of *looks*."""
    days = tuple(sorted(look.day for look in looks if look.day is not None))
    units = frozenset(unit for look in looks for unit in look.units)
    return Strand(looks, days, units)


def within(strand: Strand) -> Iterator[Pair]:
    """Yield each two rows that follow each other."""
    for left, right in pairwise(strand.looks):
        yield make_pair(left, right)


def between(left: Strand, right: Strand, *around: Feature) -> Pair:
    """Return the two rows of two strands that are nearest in time, as a pair.

    Two rows of one roster are the nearest of all: they tell two people apart.
    """
    one, other = _nearest(left, right)
    return make_pair(one, other, *around, *_at_one_time(left, right))


def _at_one_time(left: Strand, right: Strand) -> Iterator[Feature]:
    """Yield what cannot be, or hardly, if both strands are one person's."""
    if not left.overlaps(right):
        return
    bodies, others = left.head.bodies, right.head.bodies
    if bodies and others and not bodies & others:
        yield Feature.ELSEWHERE
    if left.head.seen.council == right.head.seen.council:
        return
    if _units_cross(left, right):
        yield Feature.OTHER_UNIT
    if _posts_cross(left, right):
        yield Feature.OTHER_POST


def _units_cross(left: Strand, right: Strand) -> bool:
    """Tell whether one strand is seen in a unit, in another, and in the first again.

    総務課 in spring and autumn, and 企画課 in summer: two people of a ministry. Who
    comes back to 総務課 after years may be one.
    """
    seen = sorted(
        (look.day, side, sorted(look.units))
        for side, strand in enumerate((left, right))
        for look in strand.looks
        if look.units and look.day is not None
    )
    turns = [list(run) for _, run in groupby(seen, key=lambda one: one[1])]
    return any(
        after[0][0] - before[-1][0] <= _RETURN_DAYS
        and not _alike(between, before)
        and not _alike(between, after)
        and _alike(before, after)
        for before, between, after in zip(turns, turns[1:], turns[2:], strict=False)
    )


def _posts_cross(left: Strand, right: Strand) -> bool:
    """Tell whether two strands print two posts of one ladder for more than a year.

    名誉教授 in one council and 特任教授 in another, all the while.
    """
    first = max(left.days[0], right.days[0])
    last = min(left.days[-1], right.days[-1])
    if last - first < _YEAR_DAYS:
        return False
    mine, theirs = (
        [look for look in strand.looks if look.posts and _inside(look, first, last)]
        for strand in (left, right)
    )
    if min(len(mine), len(theirs)) < _FEW:
        return False
    posts, others = (
        frozenset(post for look in looks for post in look.posts)
        for looks in (mine, theirs)
    )
    return not posts & others and bool(_ladders(posts) & _ladders(others))


def _inside(look: Look, first: int, last: int) -> bool:
    """Tell whether a row is of a day from *first* to *last*."""
    return look.day is not None and first <= look.day <= last


def _ladders(posts: Iterable[str]) -> frozenset[int]:
    """Return the ladders that *posts* are on."""
    return frozenset(step[0] for step in map(rank, posts) if step)


def _alike(one: Iterable[_Shown], other: Sequence[_Shown]) -> bool:
    """Tell whether two runs show a unit in common, perhaps parted otherwise."""
    return any(
        unit.endswith(found) or found.endswith(unit)
        for _, _, units in one
        for unit in units
        for _, _, founds in other
        for found in founds
    )


def _nearest(left: Strand, right: Strand) -> tuple[Look, Look]:
    """Return the rows of two strands that are nearest, one of each."""
    twice = {look.roster: look for look in left.looks}
    for look in right.looks:
        if look.roster in twice:
            return twice[look.roster], look
    orders = [look.order for look in right.looks]
    near = [
        (look, other)
        for look in left.looks
        for place in [bisect_left(orders, look.order)]
        for other in right.looks[max(place - 1, 0) : place + 1]
    ]
    return min(near, key=_distance)


def _distance(pair: tuple[Look, Look]) -> tuple[bool, int, int, int]:
    """Return how far two rows are from each other; without a date, by place."""
    left, right = pair
    if left.day is None or right.day is None:
        return (True, abs(left.meeting - right.meeting), left.order, right.order)
    return (False, abs(left.day - right.day), left.order, right.order)
