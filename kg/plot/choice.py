"""Choose what a picture shows where there is more than anybody can read."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.model import Held

MOST_ACROSS = 40
"""Columns of a picture; a wider one is read on no page."""


def most(found: Iterable[str], limit: int) -> tuple[str, ...]:
    """Return the *limit* most frequent of *found*, in order of first sight.

    >>> most(["a", "b", "c", "b", "c", "c"], 2)
    ('b', 'c')
    """
    counts = Counter(found)
    kept = {one for one, _ in counts.most_common(limit)}
    return tuple(one for one in counts if one in kept)


def latest(meetings: Sequence[Held], limit: int = MOST_ACROSS) -> tuple[Held, ...]:
    """Return the *limit* latest of *meetings* in their order."""
    by_day = sorted(meetings, key=lambda one: (one.day, one.meeting), reverse=True)
    kept = {one.meeting for one in by_day[:limit]}
    return tuple(one for one in meetings if one.meeting in kept)
