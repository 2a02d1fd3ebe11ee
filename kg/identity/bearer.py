"""Compare all who bear one name, by all that is joined of each of them so far."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, make_pair
from kg.identity.feature import Feature
from kg.identity.look import Look
from kg.identity.rank import rank

_YEAR_DAYS = 365
_AGES_DAYS = 6 * _YEAR_DAYS
"""Longer than this nobody can be followed without a row between."""


_SEVERAL = 2
"""Who sits on more councils than this is asked onto others sooner than a namesake."""


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """Somebody as joined so far: the rows in order, and what all of them print."""

    looks: tuple[Look, ...]
    bodies: frozenset[str]
    councils: frozenset[str]
    posts: frozenset[str]
    sides: frozenset[bool]
    first: int
    last: int

    @property
    def head(self) -> Look:
        """Return the earliest row."""
        return self.looks[0]


def namesake_pairs(looks: Iterable[Look], clusters: Clusters) -> tuple[Pair, ...]:
    """Return a pair for each two whom one full name stands for, and are not joined.

    The rows are the two that show most: of one organization, of one council, near
    in time. What follows from all rows of both comes with the pair.
    """
    met: set[tuple[int, int]] = set()
    pairs = []
    for block in _blocks(looks, clusters):
        bearers = [_bearer(rows) for rows in block]
        doubtful = _doubtful(bearers, clusters)
        for one, other in combinations(bearers, 2):
            place = (one.head.order, other.head.order)
            if place not in met:
                met.add(place)
                left, right = _telling(one, other)
                around = _around(one, other, clusters, doubtful=doubtful)
                pairs.append(make_pair(left, right, *around))
    return tuple(pairs)


def _blocks(
    looks: Iterable[Look], clusters: Clusters
) -> Iterator[Sequence[Sequence[Look]]]:
    """Yield for each name the rows of each who bears it, where several do."""
    people: dict[int, list[Look]] = defaultdict(list)
    for look in looks:
        people[clusters.root(look.order)].append(look)
    blocks: dict[str, dict[int, None]] = defaultdict(dict)
    for root, rows in people.items():
        for look in rows:
            if look.form.full:
                for name in (look.form.key, *sorted(look.form.others)):
                    blocks[name][root] = None
    for roots in blocks.values():
        if len(roots) > 1:
            yield [people[root] for root in roots]


def _bearer(rows: Sequence[Look]) -> Bearer:
    """Return who is seen in *rows*."""
    days = [look.day for look in rows if look.day is not None]
    return Bearer(
        tuple(rows),
        frozenset(body for look in rows for body in look.bodies),
        frozenset(look.seen.council for look in rows if look.seen.council),
        frozenset(post for look in rows for post in look.posts),
        frozenset(look.member for look in rows if look.member is not None),
        min(days, default=0),
        max(days, default=0),
    )


def _doubtful(bearers: Sequence[Bearer], clusters: Clusters) -> bool:
    """Tell whether a name is known to be carried by two people of one side.

    Two members of one name with two organizations at a time, or in one roster: then
    a row that prints the name alone may be either's.
    """
    return any(
        not clusters.fit(one.head, other.head)
        or (one.bodies and other.bodies and not one.bodies & other.bodies)
        for one, other in combinations(bearers, 2)
        if _one_side(one, other)
    )


def _one_side(one: Bearer, other: Bearer) -> bool:
    """Tell whether both may be members, or both officials."""
    return not one.sides or not other.sides or bool(one.sides & other.sides)


def _around(
    one: Bearer, other: Bearer, clusters: Clusters, *, doubtful: bool
) -> Iterator[Feature]:
    """Yield what all rows of both show."""
    if not doubtful:
        yield Feature.ONE_BEARER
    if len(one.councils | other.councils) > _SEVERAL:
        yield Feature.WELL_KNOWN
    if not one.first or not other.first:
        return
    early, late = sorted((one, other), key=lambda bearer: (bearer.first, bearer.last))
    gap = late.first - min(early.last, late.last)
    if gap < -_YEAR_DAYS:
        yield Feature.SAME_YEARS
    apart = one.bodies and other.bodies and not one.bodies & other.bodies
    if apart and gap < _AGES_DAYS and clusters.fit(one.head, other.head):
        yield Feature.SUCCEEDS
    if _calling(one) & _calling(other):
        yield Feature.SAME_CALLING


def _calling(bearer: Bearer) -> frozenset[str | int]:
    """Return what somebody's posts are of: the posts, and the ladders they are on."""
    ladders = (rank(post) for post in bearer.posts)
    return bearer.posts | frozenset(step[0] for step in ladders if step)


def _telling(one: Bearer, other: Bearer) -> tuple[Look, Look]:
    """Return the two rows, one of each, that are compared.

    Of one organization and council, of one organization, of one council; each
    time the nearest two.
    """
    bodies, councils = one.bodies & other.bodies, one.councils & other.councils
    for council in (councils, [None]) if bodies else ():
        found = _in(one, other, council, lambda look: bool(look.bodies & bodies))
        if found:
            return min(found, key=_distance)
    for wanted in (lambda look: bool(look.bodies), lambda look: look.form.full):
        found = _in(one, other, councils, wanted)
        if found:
            return min(found, key=_distance)
    for wanted in (lambda look: bool(look.bodies), lambda look: look.form.full):
        found = _in(one, other, [None], wanted)
        if found:
            return min(found, key=_distance)
    return one.head, other.head


def _in(
    one: Bearer,
    other: Bearer,
    councils: Iterable[str | None],
    wanted: Callable[[Look], bool],
) -> list[tuple[Look, Look]]:
    """Return the nearest two rows that are *wanted* in each of *councils*.

    None stands for all councils.
    """
    found = []
    for council in councils:
        left, right = (
            [
                look
                for look in bearer.looks
                if wanted(look) and council in {None, look.seen.council}
            ]
            for bearer in (one, other)
        )
        if left and right:
            found.append(_nearest(left, right))
    return found


def _nearest(left: Sequence[Look], right: Sequence[Look]) -> tuple[Look, Look]:
    """Return the rows that are nearest in time, one of each."""
    orders = [look.order for look in right]
    near = (
        (look, found)
        for look in left
        for place in [bisect_left(orders, look.order)]
        for found in right[max(place - 1, 0) : place + 1]
    )
    return min(near, key=_distance)


def _distance(pair: tuple[Look, Look]) -> tuple[bool, int, int, int]:
    """Return how far two rows are from each other."""
    left, right = pair
    if left.day is None or right.day is None:
        return (True, abs(left.meeting - right.meeting), left.order, right.order)
    return (False, abs(left.day - right.day), left.order, right.order)
