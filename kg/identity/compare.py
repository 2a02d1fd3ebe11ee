"""Compare two sightings in all respects."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.identity.clash import hour_clue, listed_twice
from kg.identity.clue import (
    career_clue,
    company_clue,
    council_clue,
    make_clue,
    name_clue,
    organization_clue,
    post_clue,
    role_clue,
    seat_clue,
    time_clue,
    unit_clue,
)
from kg.identity.feature import NAMED_ALIKE, Feature
from kg.identity.look import Look
from kg.model import Clue

COMPARISONS = (
    name_clue,
    organization_clue,
    unit_clue,
    post_clue,
    career_clue,
    council_clue,
    role_clue,
    seat_clue,
    time_clue,
    listed_twice,
    hour_clue,
)
"""What two rows alone say; the rosters around them say the rest."""

Roster = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two sightings worth comparing, the earlier first, and what the rosters say.

    *around* are features that no row shows: the only bearer of a surname, another
    organization at the same time.
    """

    left: Look
    right: Look
    around: tuple[Feature, ...] = ()


def make_pair(one: Look, other: Look, *around: Feature) -> Pair:
    """Return the pair of two sightings in their order."""
    left, right = (one, other) if one.order < other.order else (other, one)
    return Pair(left, right, around)


def rosters(looks: Iterable[Look]) -> Mapping[Roster, frozenset[str]]:
    """Return the full names in each roster, as they are compared."""
    found: dict[Roster, set[str]] = defaultdict(set)
    for look in looks:
        if look.form.full:
            found[look.roster].add(look.form.key)
    return {roster: frozenset(names) for roster, names in found.items()}


def find_twins(looks: Iterable[Look]) -> frozenset[tuple[str, str]]:
    """Return full names, each with an organization in which two bear it.

    A roster lists both, the 教授 of 法学部 and the 教授 of 理学部.
    """
    found: dict[tuple[Roster, str], list[Look]] = defaultdict(list)
    for look in looks:
        if look.form.full and look.bodies:
            found[look.roster, look.form.key].append(look)
    return frozenset(
        (name, body)
        for (_, name), rows in found.items()
        for one, other in combinations(rows, 2)
        if listed_twice(one, other)
        for body in one.bodies & other.bodies
    )


def joint_clues(found: Iterable[Clue]) -> Iterator[Clue]:
    """Yield what two agreements say together that neither says alone.

    Many bear a name and many work for a ministry, but two of one name in one
    ministry are rare; so for one council, unless its roster has both.
    """
    features = {Feature(clue.feature) for clue in found}
    if not features & NAMED_ALIKE:
        return
    if Feature.SAME_ORGANIZATION in features:
        yield make_clue(Feature.NAME_AND_BODY, "")
    if Feature.SAME_COUNCIL in features:
        yield make_clue(Feature.NAME_AND_COUNCIL, "")


def compare(
    pair: Pair,
    names: Mapping[Roster, frozenset[str]],
    twins: Collection[tuple[str, str]] = frozenset(),
) -> tuple[Clue, ...]:
    """Return all clues about *pair*; *names* are those of `rosters`.

    *twins* are those of `find_twins`.
    """
    left, right = pair.left, pair.right
    here = names.get(left.roster, frozenset())
    there = names.get(right.roster, frozenset())
    company = company_clue(left, right, here, there)
    rows = [comparison(left, right) for comparison in COMPARISONS]
    found = [clue for clue in (*rows, company) if clue]
    shared = left.bodies & right.bodies
    doubled = any((left.form.key, body) in twins for body in shared)
    all_around = (*pair.around, *((Feature.TWINS,) if doubled else ()))
    around = (make_clue(feature, "") for feature in all_around)
    return (*found, *joint_clues(found), *around)
