"""Find who a surname alone stands for: within one council, by its rosters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.identity.clue import NEAR_DAYS, NEAR_MEETINGS, days_apart
from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, make_pair
from kg.identity.feature import Feature
from kg.identity.look import Look


_LONG_DAYS = 730
"""A council that does not meet for longer may have got new members."""


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
    all_rows = [one for one in council.bearers.get(look.form.key, ()) if one.form.full]
    bearers: dict[int, list[Look]] = defaultdict(list)
    for one in all_rows:
        bearers[clusters.root(one.order)].append(one)
    sure = _sure(look, council, bearers)
    for root, rows in bearers.items():
        near = [one for one in rows if _near(look, one)]
        if root == sure:
            yield make_pair(look, _nearest(look, rows), Feature.ONLY_BEARER)
        elif near:
            yield make_pair(look, _nearest(look, near))


def _sure(
    look: Look, council: Council, bearers: Mapping[int, Sequence[Look]]
) -> int | None:
    """Return which of *bearers* a surname alone must stand for, or None.

    Who bears it in full before and after; or before, in every roster since; or who
    came new: the roster before prints full names and has not got the surname.
    """
    if _twins(look, council) or _unparted(look, council):
        return None
    fitting = {root: rows for root, rows in bearers.items() if _fits(look, rows)}
    near = [
        root
        for root, rows in fitting.items()
        if any(_near(look, one) for one in rows)
    ]
    rows = sorted(
        ((one.meeting, root) for root in fitting for one in fitting[root]),
    )
    before = [found for found in rows if found[0] <= look.meeting][-1:]
    after = [found for found in rows if found[0] > look.meeting][:1]
    if len(near) > 1 or not (before or after):
        return None
    if before and after and before[0][1] == after[0][1]:
        return before[0][1]
    if before and before[0][0] == look.meeting:
        return before[0][1]
    if before and _unbroken(look, council, before[0][0]):
        here = before[0][1] in near
        if not after or (here if _led_to(look, council, after[0][0]) else True):
            return before[0][1] if near in ([], [before[0][1]]) else None
        return None
    if after and after[0][1] in near and _is_new(look, council):
        return after[0][1]
    return None


def _unparted(look: Look, council: Council) -> bool:
    """Tell whether a name near, whose surname nobody knows, may be a bearer's."""
    return any(
        one.form.key.startswith(look.form.key) and _near(look, one)
        for one in council.unparted
    )


def _places(look: Look, council: Council) -> list[int]:
    """Return the meetings whose rosters print the surname on the side of *look*."""
    return sorted(
        {
            one.meeting
            for rows in (council.bare, council.bearers)
            for one in rows.get(look.form.key, ())
            if _side(look, one)
        }
    )


def _side(look: Look, one: Look) -> bool:
    """Tell whether two rows may be of one side of the table."""
    return look.member is None or one.member in {None, look.member}


def _unbroken(look: Look, council: Council, since: int) -> bool:
    """Tell whether the surname stands in every few rosters from *since* to *look*.

    A roster of full names between, without it, is a break.
    """
    places = [one for one in _places(look, council) if since <= one <= look.meeting]
    if any(later - one > NEAR_MEETINGS for one, later in pairwise(places)):
        return False
    return not any(
        _prints_full(look, council, meeting)
        for meeting in range(since + 1, look.meeting)
    )


def _led_to(look: Look, council: Council, until: int) -> bool:
    """Tell whether the surname goes on in the same way to the meeting *until*."""
    places = [one for one in _places(look, council) if look.meeting <= one <= until]
    return all(later - one <= NEAR_MEETINGS for one, later in pairwise(places))


def _is_new(look: Look, council: Council) -> bool:
    """Tell whether nobody of the surname can have sat there just before."""
    earlier = [
        meeting
        for meeting in range(look.meeting - NEAR_MEETINGS, look.meeting)
        if any(one.member is look.member for one in council.meetings.get(meeting, ()))
    ]
    if not earlier:
        return True
    return _prints_full(look, council, earlier[-1]) and not _all_bare(look, council)


def _all_bare(look: Look, council: Council) -> bool:
    """Tell whether the rosters after the first few print surnames alone mostly.

    Where full names open a term, the next list of them is of other people.
    """
    own = [
        _prints_full(look, council, meeting)
        for meeting, rows in council.meetings.items()
        if any(one.member is look.member for one in rows)
    ]
    return sum(own) * 2 < len(own)


def _prints_full(look: Look, council: Council, meeting: int) -> bool:
    """Tell whether a roster prints full names on the side of *look*, mostly."""
    full = [
        one.form.full
        for one in council.meetings.get(meeting, ())
        if one.member is look.member
    ]
    return sum(full) * 2 > len(full)


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
                full = any(_prints_full(look, council, one) for one in between)
                ends = (look, other)
                unique = not any(_shared(end, council, clusters) for end in ends)
                around = (Feature.ONLY_BEARER,) if unique and not full else ()
                yield make_pair(look, other, *around)
                break


def _follows(look: Look, other: Look) -> bool:
    """Tell whether a surname may be printed again after so long a time."""
    days = days_apart(look, other)
    apart = other.meeting - look.meeting
    return apart <= NEAR_MEETINGS and (days is None or days <= _LONG_DAYS)


def _shared(look: Look, council: Council, clusters: Clusters) -> bool:
    """Tell whether two people near bear the surname of *look*."""
    near = (one for one in council.bearers.get(look.form.key, ()) if _near(look, one))
    bearers = {clusters.root(one.order) for one in near}
    return len(bearers) > 1 or _twins(look, council)


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
