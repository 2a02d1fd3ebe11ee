"""Compare all who bear one name, by all that is joined of each of them so far."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, make_pair
from kg.identity.feature import Feature
from kg.identity.look import Look
from kg.identity.rank import rank
from kg.identity.rows import Bearer, gather, telling

_YEAR_DAYS = 365
_AGES_DAYS = 6 * _YEAR_DAYS
"""Longer than this nobody can be followed without a row between."""


_SEVERAL = 2
"""Who sits on more councils than this is asked onto others sooner than a namesake."""


_OFTEN = 2
"""Of who is seen once nobody can say that two are never seen at a time."""


def namesake_pairs(looks: Iterable[Look], clusters: Clusters) -> tuple[Pair, ...]:
    """Return a pair for each two whom one full name stands for, and are not joined.

    The rows are the two that show most: of one organization, of one council, near
    in time. What follows from all rows of both comes with the pair.
    """
    met: set[tuple[int, int]] = set()
    pairs = []
    for block in _blocks(looks, clusters):
        bearers = [gather(rows) for rows in block]
        doubtful = _doubtful(bearers, clusters)
        single = _single_councils(bearers, clusters)
        turns = _in_turn(bearers, clusters)
        for one, other in combinations(bearers, 2):
            place = (one.head.order, other.head.order)
            if place not in met:
                met.add(place)
                left, right = telling(one, other)
                around = list(_around(one, other, clusters, doubtful=doubtful))
                often = min(len(one.looks), len(other.looks)) >= _OFTEN
                if often and one.councils & other.councils & single:
                    around.append(Feature.ONE_IN_COUNCIL)
                if often and turns and _one_side(one, other):
                    around.append(Feature.IN_TURN)
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


def _single_councils(bearers: Sequence[Bearer], clusters: Clusters) -> frozenset[str]:
    """Return the councils in which never two sit who bear the name.

    Who is gone when the other comes may be the same; two at a time are not.
    """
    found: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for council in bearer.councils:
            found[council].append(bearer)
    return frozenset(
        council
        for council, there in found.items()
        if all(_follow(one, other, clusters) for one, other in combinations(there, 2))
    )


def _in_turn(bearers: Sequence[Bearer], clusters: Clusters) -> bool:
    """Tell whether all who bear the name are seen one after the other."""
    return all(
        _follow(one, other, clusters) and not _at_once(one, other)
        for one, other in combinations(bearers, 2)
        if _one_side(one, other)
    )


def _follow(one: Bearer, other: Bearer, clusters: Clusters) -> bool:
    """Tell whether two may be one who changed the organization, if any changed."""
    if not clusters.fit(one.head, other.head):
        return False
    apart = one.bodies and other.bodies and not one.bodies & other.bodies
    return not apart or not _at_once(one, other)


def _at_once(one: Bearer, other: Bearer) -> bool:
    """Tell whether both are seen in one span of time."""
    return max(one.first, other.first) <= min(one.last, other.last)


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
