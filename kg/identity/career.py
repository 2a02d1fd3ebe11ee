"""Follow the posts of one person through time, where their order is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.identity.look import Look
from kg.identity.rank import rank

_HANDOVER_DAYS = 120
"""A roster may print the old post some months after the change."""

_LEAST_FALL = {0: 2, 1: 1}
"""Steps down that no career goes, by ladder: 課長 may come before 室長 and after,
an 教授 is no 准教授 later; of companies nothing is certain."""
_HIGHEST = {0: 7, 1: 3}
"""Above 教授 posts are held for a term: a 学部長 is 教授 again."""

Step = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which a post is seen."""

    first: int
    last: int


Career = Mapping[Step, Days]
"""For each ladder and step of it the days on which it is seen."""


def career_of(look: Look) -> Career:
    """Return the career that one row shows."""
    if look.day is None:
        return {}
    steps = filter(None, map(rank, look.posts))
    return {
        (ladder, step): Days(look.day, look.day)
        for ladder, step in steps
        if step <= _HIGHEST.get(ladder, -1)
    }


def continued(careers: Iterable[Career]) -> Career:
    """Return *careers* as one."""
    found: dict[Step, Days] = {}
    for career in careers:
        for step, days in career.items():
            known = found.get(step, days)
            found[step] = Days(min(known.first, days.first), max(known.last, days.last))
    return found


def falls(career: Career) -> bool:
    """Tell whether a post is seen after one far above it, as of two people."""
    return any(
        lower[0] == upper[0]
        and upper[1] - lower[1] >= _LEAST_FALL[lower[0]]
        and days.last > career[upper].first + _HANDOVER_DAYS
        for lower, days in career.items()
        for upper in career
    )
