"""Reckon the days of an expression, from its words and the day of the meeting."""

from collections.abc import Callable
from datetime import date, timedelta

from kg.calendar import days, months, number, week_of
from kg.discourse.context import (
    NO_DAY,
    NO_MEETING_DAY,
    Context,
    Reckoned,
    found,
    nearest,
)
from kg.discourse.expression import Expression, Shape
from kg.discourse.year import (
    is_stated,
    named_year,
    reckon_bare,
    reckon_decade,
    reckon_fiscal,
    reckon_year,
)
from kg.model import Interval

_LEAP = 2024
"""A year that has every day."""

_MONTHS = {"今月": 0, "本月": 0, "来月": 1, "再来月": 2, "先月": -1}
_WEEKS = {"今週": 0, "来週": 1, "再来週": 2, "先週": -1}
_DAYS = {"本日": 0, "今日": 0, "明後日": 2, "昨日": -1}
_TENTHS = {"初旬": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}


def reckon(one: Expression, context: Context) -> Reckoned:
    """Return the days that *one* names, or why they cannot be told."""
    return _READERS[one.shape](one, context)


def _day(one: Expression, context: Context) -> Reckoned:
    """Return a day, or days of one month: 令和7年3月10日, 8月14日から20日."""
    month = _number(one, "month")
    first = _number(one, "day")
    last = _number(one, "last") or first
    if one.part("month_word"):
        known = _relative_month(one, context)
        if known.interval is None:
            return known
        start = known.interval.start
        return found(days(start.year, start.month, first, last))
    return _in_year(one, context, lambda year: days(year, month, first, last))


def _month(one: Expression, context: Context) -> Reckoned:
    """Return a month or a third of it: 2025年5月初旬, 来月, 11月."""
    if one.part("month_word"):
        known = _relative_month(one, context)
        if known.interval is None:
            return known
        start = known.interval.start
        return found(_tenth(start.year, start.month, one.part("part")))
    month = _number(one, "month")
    return _in_year(one, context, lambda year: _tenth(year, month, one.part("part")))


def _tenth(year: int, month: int, part: str) -> Interval | None:
    """Return a third of a month; 末 is its last third, a vague 初め the whole."""
    if part == "末":
        return days(year, month, 21)
    if part in {"前半", "後半"}:
        return days(year, month, 1, 15) if part == "前半" else days(year, month, 16)
    return days(year, month, *_TENTHS.get(part, (1, 0)))


def _relative_month(one: Expression, context: Context) -> Reckoned:
    """Return the month that 来月 or 同月 means."""
    word = one.part("month_word")
    if word == "同月":
        before = context.before
        if before is None or (before.start.month, before.start.year) != (
            before.end.month,
            before.end.year,
        ):
            return Reckoned(None, reason="no one month is named before")
        return found(months(before.start.year, before.start.month, 1))
    if context.meeting is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    day = context.meeting
    ahead = day.month - 1 + _MONTHS[word]
    return found(
        months(day.year + ahead // 12, ahead % 12 + 1, 1),
    )


def _in_year(
    one: Expression, context: Context, at: Callable[[int], Interval | None]
) -> Reckoned:
    """Return the days that *at* gives for the year that is named, or that is meant."""
    year, reason = named_year(one, context)
    if reason:
        return Reckoned(None, reason=reason)
    if year is not None:
        return found(at(year), stated=is_stated(one))
    if at(_LEAP) is None:
        return Reckoned(None, reason=NO_DAY)
    return nearest(context, at)


def _week(one: Expression, context: Context) -> Reckoned:
    """Return a week: 来週."""
    if context.meeting is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    return found(week_of(context.meeting, _WEEKS[one.part("week")]))


def _today(one: Expression, context: Context) -> Reckoned:
    """Return the day of the meeting, or one beside it: 本日."""
    if context.meeting is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    ahead = _DAYS[one.part("today") or one.part("now")]
    return found(_beside(context.meeting, ahead))


def _beside(day: date, ahead: int) -> Interval | None:
    """Return the one day that lies *ahead* days from *day*."""
    try:
        return Interval(day + timedelta(ahead), day + timedelta(ahead))
    except OverflowError:
        return None


def _meeting(one: Expression, context: Context) -> Reckoned:
    """Return no days: when the next meeting is, this record does not know."""
    del one, context
    return Reckoned(None, reason="it names another meeting, not a day")


def _distance(one: Expression, context: Context) -> Reckoned:
    """Return days for 今後3年以内 alone: 5年前 counts from a day that is not said."""
    day, count = context.meeting, one.part("count")
    within = one.part("suffix") == "以内" and one.part("ahead")
    if not within or count == "数":
        return Reckoned(None, reason="it counts from a day that is not said")
    if day is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    return found(_until(day, number(count), one.part("unit")))


def _until(day: date, count: int, unit: str) -> Interval | None:
    """Return the days from *day* until so many days, weeks, months or years later."""
    try:
        if unit in {"日", "週間"}:
            return Interval(day, day + timedelta(count if unit == "日" else 7 * count))
        ahead = day.month - 1 + count * (1 if unit.endswith("月") else 12)
        month = months(day.year + ahead // 12, ahead % 12 + 1, 1)
    except OverflowError:
        return None
    if month is None:
        return None
    last = min(day.day, month.end.day)
    return Interval(day, month.start.replace(day=last))


def _diet(one: Expression, context: Context) -> Reckoned:
    """Return no days: how long a session lasts is decided as it goes."""
    del one, context
    return Reckoned(None, reason="the days of a session of the Diet are not said")


def _number(one: Expression, name: str) -> int:
    """Return the number of the part *name*, 0 where there is none."""
    return number(one.part(name)) if one.part(name) else 0


_READERS: dict[Shape, Callable[[Expression, Context], Reckoned]] = {
    Shape.DAY: _day,
    Shape.DAYS: _day,
    Shape.MONTH: _month,
    Shape.YEAR: reckon_year,
    Shape.DECADE: reckon_decade,
    Shape.FISCAL: reckon_fiscal,
    Shape.BARE: reckon_bare,
    Shape.WEEK: _week,
    Shape.TODAY: _today,
    Shape.MEETING: _meeting,
    Shape.DISTANCE: _distance,
    Shape.DIET: _diet,
}
