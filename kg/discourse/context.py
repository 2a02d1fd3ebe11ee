"""Hold what is known around an expression, and the days that come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model import Interval


class Direction(StrEnum):
    """Whether a sentence speaks of a time to come or gone by, where it is clear."""

    AHEAD = "ahead"
    BEHIND = "behind"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The days of an expression, *stated* by its words alone; or why there are none."""

    interval: Interval | None
    stated: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around an expression give: the meeting's day, and a direction.

    *before* is the time named last in the sentence, for 同月.
    """

    meeting: date | None
    direction: Direction
    before: Interval | None = None


NO_MEETING_DAY = "the day of the meeting is not printed"
NO_YEAR = "the year is not said, and the sentence does not tell past from future"
NO_DAY = "the calendar has no such day"


def found(interval: Interval | None, *, stated: bool = False) -> Reckoned:
    """Return *interval*, or that there are no such days."""
    if interval is None:
        return Reckoned(None, reason=NO_DAY)
    return Reckoned(interval, stated=stated)


def nearest(context: Context, at: Callable[[int], Interval | None]) -> Reckoned:
    """Return the days in the year that is next, or was last, seen from the meeting.

    *at* gives the days in a year.
    """
    day = context.meeting
    if day is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    around = [there for year in (-1, 0, 1) if (there := at(day.year + year))]
    if context.direction is Direction.AHEAD:
        meant = [one for one in around if one.end >= day][:1]
    elif context.direction is Direction.BEHIND:
        meant = [one for one in around if one.start <= day][-1:]
    else:
        return Reckoned(None, reason=NO_YEAR)
    return Reckoned(meant[0]) if meant else Reckoned(None, reason=NO_DAY)
