"""Sort the rosters of a council by surnames, and tell how a surname goes on."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.identity.clue import NEAR_DAYS, NEAR_MEETINGS, days_apart
from kg.identity.look import Look

_SHARE = 0.01
_SEVERAL = 2
"""A surname that more than so many, and more than this share of all, bear is common."""


@dataclass(frozen=True, slots=True)
class Council:
    """The rosters of one council: the rows of each meeting, by its place in order.

    *bearers* are the rows in full by surname, *bare* those that print it alone. Of a
    name of which nobody knows where the surname ends, the one surname that is printed
    alone and begins it is that. *common* are the surnames that many people bear.
    """

    meetings: Mapping[int, Sequence[Look]]
    bearers: Mapping[str, Sequence[Look]]
    bare: Mapping[str, Sequence[Look]]
    common: frozenset[str]


def councils(looks: Iterable[Look]) -> tuple[Council, ...]:
    """Return the councils that *looks*, which are in order, were seen in."""
    found: dict[str, list[Look]] = defaultdict(list)
    names: set[tuple[str, str]] = set()
    for look in looks:
        if look.form.given:
            names.add((look.form.family, look.form.key))
        if look.seen.council is not None and not look.form.office:
            found[look.seen.council].append(look)
    common = _common(names)
    return tuple(_council(rows, common) for rows in found.values())


def _common(names: Collection[tuple[str, str]]) -> frozenset[str]:
    """Return the surnames that many of *names* have, each with the full name: 佐藤."""
    times = Counter(family for family, _ in names)
    most = max(_SEVERAL, _SHARE * len(names))
    return frozenset(family for family, many in times.items() if many > most)


def _council(rows: Iterable[Look], common: frozenset[str]) -> Council:
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
    for look in unparted:
        fitting = [surname for surname in bare if look.form.key.startswith(surname)]
        if len(fitting) == 1:
            bearers[fitting[0]].append(look)
    return Council(meetings, bearers, bare, common)


def near(look: Look, other: Look) -> bool:
    """Tell whether two rows are of meetings near each other."""
    days = days_apart(look, other)
    apart = abs(look.meeting - other.meeting)
    return apart <= NEAR_MEETINGS and (days is None or days <= NEAR_DAYS)


def has_twin(look: Look, council: Council) -> bool:
    """Tell whether the roster has the surname alone once more."""
    return any(
        one is not look and one.roster == look.roster
        for one in council.bare[look.form.key]
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


def unbroken(look: Look, council: Council, since: int) -> bool:
    """Tell whether the surname stands in every few rosters from *since* to *look*.

    A roster of full names between, without it, is a break.
    """
    places = [one for one in _places(look, council) if since <= one <= look.meeting]
    if any(later - one > NEAR_MEETINGS for one, later in pairwise(places)):
        return False
    return not any(
        prints_full(look, council, meeting)
        for meeting in range(since + 1, look.meeting)
    )


def led_to(look: Look, council: Council, until: int) -> bool:
    """Tell whether the surname goes on in the same way to the meeting *until*."""
    places = [one for one in _places(look, council) if look.meeting <= one <= until]
    return all(later - one <= NEAR_MEETINGS for one, later in pairwise(places))


def prints_full(look: Look, council: Council, meeting: int) -> bool:
    """Tell whether a roster prints full names on the side of *look*, mostly."""
    full = [
        one.form.full
        for one in council.meetings.get(meeting, ())
        if one.member is look.member
    ]
    return sum(full) * 2 > len(full)
