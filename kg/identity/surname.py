"""Find who a surname alone stands for: within one council, by its rosters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.identity.clue import NEAR_MEETINGS, days_apart
from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, make_pair
from kg.identity.council import (
    Council,
    has_twin,
    led_to,
    near,
    prints_full,
    unbroken,
)
from kg.identity.feature import Feature
from kg.identity.look import Look
from kg.identity.sole import sure_bearer

_LONG_DAYS = 730
"""A council that does not meet for longer may have got new members."""


def surname_pairs(council: Council, clusters: Clusters) -> tuple[Pair, ...]:
    """Return a pair for each bearer that a surname alone could stand for.

    Where the full names around that day leave only one, also of absent members,
    the pair says so (ONLY_BEARER); *clusters* tell which rows are one bearer.
    """
    return tuple(
        pair
        for looks in council.bare.values()
        for look in looks
        for pair in _pairs_of(look, council, clusters)
    )


def _pairs_of(look: Look, council: Council, clusters: Clusters) -> Iterator[Pair]:
    """Yield the pairs of one surname alone with its bearers."""
    all_rows = [one for one in council.bearers.get(look.form.key, ()) if one.form.full]
    bearers: dict[int, list[Look]] = defaultdict(list)
    for one in all_rows:
        bearers[clusters.root(one.order)].append(one)
    sure = sure_bearer(look, council, bearers, clusters.fit)
    for root, rows in bearers.items():
        close = [one for one in rows if near(look, one)]
        if root == sure:
            yield make_pair(look, _nearest(look, rows), Feature.ONLY_BEARER)
        elif close:
            yield make_pair(look, _nearest(look, close))


def _nearest(look: Look, rows: Iterable[Look]) -> Look:
    """Return the row that is nearest to *look*, one with its organization first."""

    def distance(one: Look) -> tuple[bool, int, int]:
        other = bool(look.bodies) and not one.bodies & look.bodies
        return (other, abs(one.meeting - look.meeting), one.order)

    return min(rows, key=distance)


def chain_pairs(council: Council, clusters: Clusters) -> tuple[Pair, ...]:
    """Return pairs of surnames alone that follow each other, unique in each roster.

    Only where all rows of the same side near them print surnames alone. A chain
    that leads to two full names (佐藤一葉 before, 佐藤律 after) says nothing of
    where one ended, so none of it is sure.
    """
    pairs = [
        pair
        for looks in council.bare.values()
        for pair in _links(looks, council, clusters)
        if not clusters.together(pair.left, pair.right)
    ]
    forked = _forked(pairs, clusters)
    return tuple(
        make_pair(pair.left, pair.right)
        if clusters.root(pair.left.order) in forked
        else pair
        for pair in pairs
    )


def _links(
    looks: Sequence[Look], council: Council, clusters: Clusters
) -> Iterator[Pair]:
    """Yield each surname alone with the next one of the same side."""
    for place, look in enumerate(looks):
        for other in looks[place + 1 :]:
            if not _follows(look, other):
                break
            if other.member is look.member and other.meeting > look.meeting:
                between = range(look.meeting + 1, other.meeting)
                full = any(prints_full(look, council, one) for one in between)
                ends = (look, other)
                unique = not any(_shared(end, council, clusters) for end in ends)
                sure = unique and not full and not _between(look, council, clusters)
                around = (Feature.ONLY_BEARER,) if sure else ()
                yield make_pair(look, other, *around)
                break


def _between(look: Look, council: Council, clusters: Clusters) -> bool:
    """Tell whether a run of the surname leads from one full name to another one."""
    bearers = [
        (one.meeting, clusters.root(one.order))
        for one in council.bearers.get(look.form.key, ())
        if one.form.full and one.member is look.member
    ]
    before = max((one for one in bearers if one[0] <= look.meeting), default=None)
    after = min((one for one in bearers if one[0] > look.meeting), default=None)
    if not before or not after or before[1] == after[1]:
        return False
    return unbroken(look, council, before[0]) and led_to(look, council, after[0])


def _follows(look: Look, other: Look) -> bool:
    """Tell whether a surname may be printed again after so long a time."""
    days = days_apart(look, other)
    apart = other.meeting - look.meeting
    return apart <= NEAR_MEETINGS and (days is None or days <= _LONG_DAYS)


def _shared(look: Look, council: Council, clusters: Clusters) -> bool:
    """Tell whether two people near bear the surname of *look*."""
    close = (one for one in council.bearers.get(look.form.key, ()) if near(look, one))
    bearers = {clusters.root(one.order) for one in close}
    return len(bearers) > 1 or has_twin(look, council)


def _forked(pairs: Iterable[Pair], clusters: Clusters) -> frozenset[int]:
    """Return the groups that chains join to more than one full name."""
    links: dict[int, set[int]] = defaultdict(set)
    names: dict[int, frozenset[str]] = {}
    for pair in pairs:
        if not pair.around:
            continue
        one, other = (clusters.root(look.order) for look in (pair.left, pair.right))
        links[one].add(other)
        links[other].add(one)
        for look in (pair.left, pair.right):
            forms = clusters.group(look).forms
            names[clusters.root(look.order)] = frozenset(
                form.key for form in forms if form.full
            )
    forked: set[int] = set()
    seen: set[int] = set()
    for start in sorted(links):
        reached, edge = {start}, [start]
        while edge and start not in seen:
            for one in links[edge.pop()] - reached:
                reached.add(one)
                edge.append(one)
        seen |= reached
        if len([one for one in reached if names[one]]) > 1:
            forked |= reached
    return frozenset(forked)
