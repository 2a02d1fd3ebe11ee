"""Score who is taken for whom: the groups that were found against the true people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations


class Cause(StrEnum):
    """What made two sightings hard, the first that applies in this order."""

    SURNAME = "surname only"  # 佐藤委員 of a list without given names
    SLIP = "slip"  # 佐藤健 and 佐藤建
    MARRIAGE = "marriage"  # the surname of one person has changed
    VARIANT = "variant"  # 髙橋 and 高橋
    HOMONYM = "homonym"  # two people, one name
    RENAME = "rename"  # one organization under two names
    MOVE = "move"  # one person at two organizations
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TrueSighting:
    """Who a sighting truly is, and what could hide it.

    *name* is as printed, *surname* the true one of that day. *organization* is the
    id of where the person works as it is called that day, *employer* the id that it
    has under all its names. A *slip* is a character printed wrong.
    """

    person: str
    name: str
    surname: str = ""
    organization: str = ""
    employer: str = ""
    surname_only: bool = False
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision and recall, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return their harmonic mean, 0 where both are 0.

        >>> Rates(0.5, 1.0).f1
        0.6666666666666666
        """
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class IdentityScore:
    """How groups of sightings compare with people.

    *pairs* counts pairs of sightings, *bcubed* the share of right companions of each
    sighting. *forbidden* are pairs in one group that a judgement holds apart.
    *merged* and *missed* are wrong pairs by their cause.
    """

    sightings: int
    people: int
    groups: int
    pairs: Rates
    bcubed: Rates
    forbidden: int = 0
    merged: Mapping[Cause, int] = field(default_factory=dict)
    missed: Mapping[Cause, int] = field(default_factory=dict)


def score_identity(
    groups: Mapping[str, str],
    truth: Mapping[str, TrueSighting],
    different: Iterable[tuple[str, str]] = (),
) -> IdentityScore:
    """Return how *groups* compare with *truth*, both by the keys of sightings.

    A sighting of *truth* that is in no group is alone; one that only *groups* know
    is left out. *different* are pairs of keys that a judgement holds apart.
    """
    placed = {key: groups.get(key, f"alone {key}") for key in truth}
    people = {key: one.person for key, one in truth.items()}
    return IdentityScore(
        sightings=len(placed),
        people=len(set(people.values())),
        groups=len(set(placed.values())),
        pairs=pair_rates(placed, people),
        bcubed=bcubed_rates(placed, people),
        forbidden=count_forbidden(groups, different),
        merged=_by_cause(_wrong(placed, truth)),
        missed=_by_cause(_wrong(people, _regrouped(truth, placed))),
    )


def pair_rates(found: Mapping[str, str], true: Mapping[str, str]) -> Rates:
    """Return precision and recall over pairs of keys that are in one group.

    Where there is no pair at all, nothing is wrong: 1.

    >>> pair_rates({"a": "1", "b": "1", "c": "1"}, {"a": "x", "b": "x", "c": "y"})
    Rates(precision=0.3333333333333333, recall=1.0)
    """
    both = _pairs(Counter((found[key], true[key]) for key in true).values())
    in_found = _pairs(Counter(found[key] for key in true).values())
    in_true = _pairs(Counter(true.values()).values())
    return Rates(
        both / in_found if in_found else 1.0, both / in_true if in_true else 1.0
    )


def bcubed_rates(found: Mapping[str, str], true: Mapping[str, str]) -> Rates:
    """Return B-cubed precision and recall, as Bagga and Baldwin (1998) define them.

    Each key has a precision, the share of its group that is the same person, itself
    included, and a recall, the share of its person that is in its group.

    >>> bcubed_rates({"a": "1", "b": "1", "c": "1"}, {"a": "x", "b": "x", "c": "y"})
    Rates(precision=0.5555555555555555, recall=1.0)
    """
    if not true:
        return Rates(1.0, 1.0)
    in_found = Counter(found[key] for key in true)
    in_true = Counter(true.values())
    both = Counter((found[key], true[key]) for key in true)
    precision = sum(many * many / in_found[one] for (one, _), many in both.items())
    recall = sum(many * many / in_true[one] for (_, one), many in both.items())
    return Rates(precision / len(true), recall / len(true))


def count_forbidden(
    groups: Mapping[str, str], different: Iterable[tuple[str, str]]
) -> int:
    """Return how many pairs of *different* stand in one group.

    >>> count_forbidden({"a": "1", "b": "1", "c": "2"}, [("a", "b"), ("a", "c")])
    1
    """
    return sum(
        left in groups and groups[left] == groups.get(right)
        for left, right in different
    )


def cause_of(left: TrueSighting, right: TrueSighting) -> Cause:
    """Return why *left* and *right* are hard: two people taken for one, or one for two.

    >>> cause_of(TrueSighting("p1", "佐藤健"), TrueSighting("p2", "佐藤健"))
    <Cause.HOMONYM: 'homonym'>
    """
    causes = (
        (Cause.SURNAME, left.surname_only or right.surname_only),
        (Cause.SLIP, left.slip or right.slip),
        *(_why_merged if left.person != right.person else _why_missed)(left, right),
    )
    return next((cause for cause, holds in causes if holds), Cause.OTHER)


def _why_merged(
    left: TrueSighting, right: TrueSighting
) -> Iterator[tuple[Cause, bool]]:
    """Yield why two people could be taken for one."""
    yield Cause.HOMONYM, left.name == right.name


def _why_missed(
    left: TrueSighting, right: TrueSighting
) -> Iterator[tuple[Cause, bool]]:
    """Yield why one person could be taken for two, the strongest reason first."""
    elsewhere = left.organization != right.organization
    yield Cause.MARRIAGE, left.surname != right.surname
    yield Cause.VARIANT, left.name != right.name
    yield Cause.RENAME, elsewhere and left.employer == right.employer
    yield Cause.MOVE, elsewhere


def _pairs(sizes: Iterable[int]) -> int:
    """Return how many pairs there are within groups of *sizes*."""
    return sum(size * (size - 1) // 2 for size in sizes)


_Split = tuple[TrueSighting, str]
"""A sighting, and on which side of the border between right and wrong it stands."""


def _wrong(
    groups: Mapping[str, str], sides: Mapping[str, TrueSighting | _Split]
) -> Iterator[tuple[TrueSighting, TrueSighting, int]]:
    """Yield the pairs within *groups* whose sides differ, alike ones as one count."""
    kinds: dict[str, Counter[_Split]] = {}
    for key, side in sides.items():
        one = side if isinstance(side, tuple) else (side, side.person)
        kinds.setdefault(groups[key], Counter())[one] += 1
    for found in kinds.values():
        for ((left, here), many), ((right, there), more) in combinations(
            found.items(), 2
        ):
            if here != there:
                yield left, right, many * more


def _regrouped(
    truth: Mapping[str, TrueSighting], groups: Mapping[str, str]
) -> dict[str, _Split]:
    """Return each sighting with the group in which it was put as its side."""
    return {key: (one, groups[key]) for key, one in truth.items()}


def _by_cause(
    wrong: Iterable[tuple[TrueSighting, TrueSighting, int]],
) -> dict[Cause, int]:
    """Return how many *wrong* pairs each cause has, in the order of the causes."""
    found: Counter[Cause] = Counter()
    for left, right, many in wrong:
        found[cause_of(left, right)] += many
    return {cause: found[cause] for cause in Cause if found[cause]}
