"""Reckon the days of an expression, from its words and the day of the meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kg.calendar import (
    FISCAL_START,
    SEASONS,
    days,
    era_of,
    era_year,
    fiscal_year,
    fiscal_year_of,
    months,
    number,
    week_of,
    whole_year,
)
from kg.discourse.expression import Expression, Shape
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

_YEARS = {
    "今年": 0, "本年": 0, "来年": 1, "再来年": 2, "昨年": -1, "去年": -1,
    "一昨年": -2, "おととし": -2, "今": 0, "来": 1, "昨": -1,
}  # fmt: skip
_FISCAL_YEARS = {
    "今年度": 0, "本年度": 0, "来年度": 1, "次年度": 1, "再来年度": 2,
    "昨年度": -1, "前年度": -1, "一昨年度": -2,
}  # fmt: skip
_MONTHS = {"今月": 0, "本月": 0, "来月": 1, "再来月": 2, "先月": -1}
_WEEKS = {"今週": 0, "来週": 1, "再来週": 2, "先週": -1}
_DAYS = {"本日": 0, "今日": 0, "明後日": 2, "昨日": -1}
_TENTHS = {"初旬": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}
_HALVES = {
    "前半": (1, 6), "後半": (7, 6), "上半期": (1, 6), "下半期": (7, 6),
    "上期": (1, 6), "下期": (7, 6), "末": (12, 1),
}  # fmt: skip
_NEARBY = 5
"""「六十四年度」 without its era is within so many years of the meeting."""


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
        return _found(days(start.year, start.month, first, last), stated=False)
    return _in_year(one, context, lambda year: days(year, month, first, last))


def _month(one: Expression, context: Context) -> Reckoned:
    """Return a month or a third of it: 2025年5月初旬, 来月, 11月."""
    if one.part("month_word"):
        known = _relative_month(one, context)
        if known.interval is None:
            return known
        start = known.interval.start
        return _found(_tenth(start.year, start.month, one.part("part")), stated=False)
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
        return _found(months(before.start.year, before.start.month, 1), stated=False)
    if context.meeting is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    day = context.meeting
    ahead = day.month - 1 + _MONTHS[word]
    return _found(
        months(day.year + ahead // 12, ahead % 12 + 1, 1),
        stated=False,
    )


def _in_year(
    one: Expression, context: Context, at: Callable[[int], Interval | None]
) -> Reckoned:
    """Return the days that *at* gives for the year that is named, or that is meant."""
    year, reason = _named_year(one, context)
    if reason:
        return Reckoned(None, reason=reason)
    if year is not None:
        return _found(at(year), stated=_is_stated(one))
    if at(2024) is None:  # a leap year has all days
        return Reckoned(None, reason=NO_DAY)
    return _nearest(context, at)


def _nearest(context: Context, at: Callable[[int], Interval | None]) -> Reckoned:
    """Return the days in the year that is next, or was last, seen from the meeting."""
    day = context.meeting
    if day is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    around = [found for year in (-1, 0, 1) if (found := at(day.year + year))]
    if context.direction is Direction.AHEAD:
        meant = [found for found in around if found.end >= day][:1]
    elif context.direction is Direction.BEHIND:
        meant = [found for found in around if found.start <= day][-1:]
    else:
        return Reckoned(None, reason=NO_YEAR)
    return Reckoned(meant[0]) if meant else Reckoned(None, reason=NO_DAY)


def _named_year(one: Expression, context: Context) -> tuple[int | None, str]:
    """Return the calendar year that the words name, and why it cannot be told."""
    if one.part("era"):
        return era_year(one.part("era"), one.part("era_year")), ""
    if one.part("letter"):
        return era_year(one.part("letter"), one.part("letter_year")), ""
    if one.part("west"):
        return number(one.part("west")), ""
    word = one.part("year_word") or one.part("near")
    if word == "同年" and context.before is not None:
        return context.before.start.year, ""
    if word in {"同年", "翌年"}:
        return None, "no year is named before"
    if not word and not one.part("bare_year"):
        return None, ""
    if context.meeting is None:
        return None, NO_MEETING_DAY
    if word:
        return context.meeting.year + _YEARS[word], ""
    return _bare_year(one.part("bare_year"), context.meeting, context.meeting.year)


def _bare_year(numeral: str, day: date, near: int) -> tuple[int | None, str]:
    """Return the year of 「六十四年度」: of the era of the meeting, if it is nearby."""
    era = era_of(day)
    year = era_year(era, numeral) if era else 0
    if abs(year - near) > _NEARBY:
        return None, "the era is not said"
    return year, ""


def _is_stated(one: Expression) -> bool:
    """Tell whether the words alone give the year."""
    return bool(one.part("era") or one.part("letter") or one.part("west"))


def _year(one: Expression, context: Context) -> Reckoned:
    """Return a year or a part of it: 2030年, 昨年末, 来年の春."""
    year, reason = _named_year(one, context)
    if year is None:
        return Reckoned(None, reason=reason or NO_YEAR)
    season, part = one.part("season"), one.part("part")
    if season == "冬":
        return Reckoned(None, reason="a winter lies in two years")
    if season:
        return _found(months(year, SEASONS[season], 3), stated=_is_stated(one))
    return _found(_part_of(year, 1, part), stated=_is_stated(one))


def _part_of(year: int, first: int, part: str) -> Interval | None:
    """Return a part of the year that begins in the month *first*: 末, 前半."""
    if part.endswith("四半期"):
        quarter = number(part.removeprefix("第")[0])
        return months(year, first + 3 * (quarter - 1), 3)
    offset, count = _HALVES.get(part, (1, 12))
    return months(year, first + offset - 1, count)


def _decade(one: Expression, context: Context) -> Reckoned:
    """Return ten years: 1990年代."""
    del context
    year = number(one.part("west"))
    if year % 10:
        return Reckoned(None, reason="no decade begins in this year")
    return _found(months(year, 1, 120), stated=True)


def _fiscal(one: Expression, context: Context) -> Reckoned:
    """Return a fiscal year or a part of it: 令和6年度, 来年度前半."""
    word = one.part("fiscal_word")
    day = context.meeting
    if not word and not one.part("bare_year"):
        year, reason = _named_year(one, context)
    elif day is None:
        year, reason = None, NO_MEETING_DAY
    elif one.part("bare_year"):
        year, reason = _bare_year(one.part("bare_year"), day, fiscal_year_of(day))
    elif word == "新年度":
        year, reason = _new_fiscal_year(day)
    elif word in _FISCAL_YEARS:
        year, reason = fiscal_year_of(day) + _FISCAL_YEARS[word], ""
    else:
        year, reason = None, "no fiscal year is named before"
    if year is None:
        return Reckoned(None, reason=reason)
    part = _part_of(year, FISCAL_START, one.part("part"))
    return _found(part, stated=_is_stated(one))


def _new_fiscal_year(day: date) -> tuple[int | None, str]:
    """Return the 新年度: said from January to June it is the one that April begins."""
    if day.month <= FISCAL_START + 2:
        return day.year, ""
    return None, "the new fiscal year is not clear this late in the year"


def _bare(one: Expression, context: Context) -> Reckoned:
    """Return a time that is named by its place in the year alone: 年内, 年度末, 夏頃."""
    day, word = context.meeting, one.part("bare") or one.part("season")
    if day is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    fiscal = fiscal_year_of(day)
    fixed = {
        "年内": whole_year(day.year),
        "年度内": fiscal_year(fiscal),
        "月内": months(day.year, day.month, 1),
    }
    if word in fixed:
        return _found(fixed[word], stated=False)
    if word.endswith("四半期") or word in {"年度前半", "年度後半"}:
        part = _part_of(fiscal, FISCAL_START, word.removeprefix("年度"))
        return _found(part, stated=False)
    if word == "冬":
        return Reckoned(None, reason="a winter lies in two years")
    return _nearest(context, lambda year: _recurring(word, year, day))


def _recurring(word: str, year: int, day: date) -> Interval | None:
    """Return when *word*, which comes once a year or a month, is in *year*."""
    if word in SEASONS:
        return months(year, SEASONS[word], 3)
    if word == "月末":
        return days(year, day.month, 21) if year == day.year else None
    if word == "年末年始":
        return months(year, 12, 2)
    first = {"年末": 12, "年度末": 3, "年度初め": FISCAL_START, "年度当初": FISCAL_START}
    return months(year, first.get(word, 1), 1)


def _week(one: Expression, context: Context) -> Reckoned:
    """Return a week: 来週."""
    if context.meeting is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    return _found(week_of(context.meeting, _WEEKS[one.part("week")]), stated=False)


def _today(one: Expression, context: Context) -> Reckoned:
    """Return the day of the meeting, or one beside it: 本日."""
    if context.meeting is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    ahead = _DAYS[one.part("today") or one.part("now")]
    day = context.meeting + timedelta(days=ahead)
    return Reckoned(Interval(day, day))


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
    return _found(_until(day, number(count), one.part("unit")), stated=False)


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


def _found(interval: Interval | None, *, stated: bool) -> Reckoned:
    """Return *interval*, or that there are no such days."""
    if interval is None:
        return Reckoned(None, reason=NO_DAY)
    return Reckoned(interval, stated=stated)


_READERS: dict[Shape, Callable[[Expression, Context], Reckoned]] = {
    Shape.DAY: _day,
    Shape.DAYS: _day,
    Shape.MONTH: _month,
    Shape.YEAR: _year,
    Shape.DECADE: _decade,
    Shape.FISCAL: _fiscal,
    Shape.BARE: _bare,
    Shape.WEEK: _week,
    Shape.TODAY: _today,
    Shape.MEETING: _meeting,
    Shape.DISTANCE: _distance,
    Shape.DIET: _diet,
}
