"""Find who a surname alone stands for: within one council, by its rosters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.identity.clue import NEAR_DAYS, NEAR_MEETINGS, days_apart
from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, make_pair
from kg.identity.feature import Feature
from kg.identity.look import Look


@dataclass(frozen=True, slots=True)
class Council:
    """The rosters of one council: the rows of each meeting, by its place in order.

    *bearers* are the rows in full by surname, *bare* those that print it alone;
    *unparted* are names in full of which nobody knows where the surname ends.
    """

    meetings: Mapping[int, Sequence[Look]]
    bearers: Mapping[str, Sequence[Look]]
    bare: Mapping[str, Sequence[Look]]
    unparted: Sequence[Look]


def councils(looks: Iterable[Look]) -> tuple[Council, ...]:
    """Return the councils that *looks*, which are in order, were seen in."""
    found: dict[str, list[Look]] = defaultdict(list)
    for look in looks:
        if look.seen.council is not None and not look.form.office:
            found[look.seen.council].append(look)
    return tuple(_council(rows) for rows in found.values())


def _council(rows: Iterable[Look]) -> Council:
    """Return one council with its rows sorted out."""
    meetings: dict[int, list[Look]] = defaultdict(list)
    bearers: dict[str, list[Look]] = defaultdict(list)
    bare: dict[str, list[Look]] = defaultdict(list)
    unparted: list[Look] = []
    for look in rows:
        meetings[look.meeting].append(look)
        if look.form.surname_only:
            bare[look.form.key].append(look)
        elif look.form.family:
            bearers[look.form.family].append(look)
        elif not look.form.words:
            unparted.append(look)
    return Council(meetings, bearers, bare, unparted)


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
    near = [one for one in council.bearers.get(look.form.key, ()) if _near(look, one)]
    unparted = any(
        one.form.key.startswith(look.form.key) and _near(look, one)
        for one in council.unparted
    )
    bearers: dict[int, list[Look]] = defaultdict(list)
    for one in near:
        bearers[clusters.root(one.order)].append(one)
    fitting = [rows for rows in bearers.values() if _fits(look, rows)]
    only = len(fitting) == 1 and not unparted and not _twins(look, council)
    for rows in bearers.values():
        sure = only and rows is fitting[0] and _listed_next(look, rows, council)
        around = (Feature.ONLY_BEARER,) if sure else ()
        yield make_pair(look, _nearest(look, rows), *around)


def _near(look: Look, other: Look) -> bool:
    """Tell whether two rows are of meetings near each other."""
    days = days_apart(look, other)
    apart = abs(look.meeting - other.meeting)
    return apart <= NEAR_MEETINGS and (days is None or days <= NEAR_DAYS)


def _fits(look: Look, rows: Iterable[Look]) -> bool:
    """Tell whether a bearer has the organization and the side of a row.

    佐藤委員 is not the 佐藤課長 of the secretariat. A bearer whom the same roster
    lists in full is somebody else.
    """
    rows = list(rows)
    if any(one.roster == look.roster for one in rows):
        return False
    side = look.member is None or any(one.member in {None, look.member} for one in rows)
    body = not look.bodies or any(
        not one.bodies or one.bodies & look.bodies for one in rows
    )
    return side and body


def _twins(look: Look, council: Council) -> bool:
    """Tell whether the roster has the surname alone once more."""
    return any(
        one is not look and one.roster == look.roster
        for one in council.bare[look.form.key]
    )


def _listed_next(look: Look, rows: Iterable[Look], council: Council) -> bool:
    """Tell whether a bearer stands in the nearest full roster before or after."""
    listed = {one.meeting for one in rows}
    if look.meeting in listed:
        return True
    for step in (-1, 1):
        for place in range(1, NEAR_MEETINGS + 1):
            meeting = look.meeting + step * place
            if any(one.form.full for one in council.meetings.get(meeting, ())):
                if meeting in listed:
                    return True
                break
    return False


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
            if not _near(look, other):
                break
            if other.member is look.member:
                bare = _all_bare(look, council) or _all_bare(other, council)
                ends = (look, other)
                unique = not any(_shared(end, council, clusters) for end in ends)
                around = (Feature.ONLY_BEARER,) if bare and unique else ()
                yield make_pair(look, other, *around)
                break


def _shared(look: Look, council: Council, clusters: Clusters) -> bool:
    """Tell whether two people near bear the surname of *look*."""
    near = (one for one in council.bearers.get(look.form.key, ()) if _near(look, one))
    bearers = {clusters.root(one.order) for one in near}
    return len(bearers) > 1 or _twins(look, council)


def _all_bare(look: Look, council: Council) -> bool:
    """Tell whether the rosters near print surnames alone, on the side of *look*."""
    reach = range(look.meeting - NEAR_MEETINGS, look.meeting + NEAR_MEETINGS + 1)
    return not any(
        one.form.full and one.member is look.member and _near(look, one)
        for meeting in reach
        for one in council.meetings.get(meeting, ())
    )


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
