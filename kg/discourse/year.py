"""Reckon years and fiscal years, and parts of them: 2030年, 昨年末, 来年度前半."""

from datetime import date

from kg.calendar import (
    FISCAL_START,
    SEASONS,
    era_of,
    era_year,
    fiscal_year,
    fiscal_year_of,
    months,
    number,
    whole_year,
)
from kg.discourse.context import (
    NO_MEETING_DAY,
    NO_YEAR,
    Context,
    Reckoned,
    found,
    nearest,
)
from kg.discourse.expression import Expression
from kg.model import Interval

_YEARS = {
    "今年": 0, "本年": 0, "来年": 1, "再来年": 2, "昨年": -1, "去年": -1,
    "一昨年": -2, "おととし": -2, "今": 0, "来": 1, "昨": -1,
}  # fmt: skip
_FISCAL_YEARS = {
    "今年度": 0, "本年度": 0, "来年度": 1, "次年度": 1, "再来年度": 2,
    "昨年度": -1, "前年度": -1, "一昨年度": -2,
}  # fmt: skip
_HALVES = {
    "前半": (1, 6), "後半": (7, 6), "上半期": (1, 6), "下半期": (7, 6),
    "上期": (1, 6), "下期": (7, 6), "末": (12, 1),
}  # fmt: skip
_NEARBY = 5
"""「六十四年度」 without its era is within so many years of the meeting."""

_Named = tuple[int | None, str]
"""A year, or why it cannot be told."""


def is_stated(one: Expression) -> bool:
    """Tell whether the words alone give the year."""
    return bool(one.part("era") or one.part("letter") or one.part("west"))


def named_year(one: Expression, context: Context) -> _Named:
    """Return the calendar year that the words name; nothing where they name none."""
    if is_stated(one):
        return _stated_year(one), ""
    word = one.part("year_word") or one.part("near")
    if word in {"同年", "翌年"}:
        before = context.before if word == "同年" else None
        return (before.start.year, "") if before else (None, "no year is named before")
    if not word and not one.part("bare_year"):
        return None, ""
    if context.meeting is None:
        return None, NO_MEETING_DAY
    if word:
        return context.meeting.year + _YEARS[word], ""
    return _bare_year(one.part("bare_year"), context.meeting, context.meeting.year)


def _stated_year(one: Expression) -> int:
    """Return the year of an era, or the western year."""
    for era in ("era", "letter"):
        if one.part(era):
            return era_year(one.part(era), one.part(f"{era}_year"))
    return number(one.part("west"))


def _bare_year(numeral: str, day: date, near: int) -> _Named:
    """Return the year of 「六十四年度」: of the era of the meeting, if it is nearby."""
    era = era_of(day)
    year = era_year(era, numeral) if era else 0
    if abs(year - near) > _NEARBY:
        return None, "the era is not said"
    return year, ""


def reckon_year(one: Expression, context: Context) -> Reckoned:
    """Return a year or a part of it: 2030年, 昨年末, 来年の春."""
    year, reason = named_year(one, context)
    if year is None:
        return Reckoned(None, reason=reason or NO_YEAR)
    season = one.part("season")
    if season == "冬":
        return Reckoned(None, reason="a winter lies in two years")
    if season:
        return found(months(year, SEASONS[season], 3), stated=is_stated(one))
    return found(part_of(year, 1, one.part("part")), stated=is_stated(one))


def part_of(year: int, first: int, part: str) -> Interval | None:
    """Return a part of the year that begins in the month *first*: 末, 前半."""
    if part.endswith("四半期"):
        quarter = number(part.removeprefix("第")[0])
        return months(year, first + 3 * (quarter - 1), 3)
    offset, count = _HALVES.get(part, (1, 12))
    return months(year, first + offset - 1, count)


def reckon_decade(one: Expression, context: Context) -> Reckoned:
    """Return ten years: 1990年代."""
    del context
    year = number(one.part("west"))
    if year % 10:
        return Reckoned(None, reason="no decade begins in this year")
    return found(months(year, 1, 120), stated=True)


def reckon_fiscal(one: Expression, context: Context) -> Reckoned:
    """Return a fiscal year or a part of it: 令和6年度, 来年度前半."""
    year, reason = _named_fiscal_year(one, context)
    if year is None:
        return Reckoned(None, reason=reason)
    part = part_of(year, FISCAL_START, one.part("part"))
    return found(part, stated=is_stated(one))


def _named_fiscal_year(one: Expression, context: Context) -> _Named:
    """Return the fiscal year that the words name."""
    word, day = one.part("fiscal_word"), context.meeting
    if is_stated(one):
        return _stated_year(one), ""
    if day is None:
        return None, NO_MEETING_DAY
    if one.part("bare_year"):
        return _bare_year(one.part("bare_year"), day, fiscal_year_of(day))
    if word in _FISCAL_YEARS:
        return fiscal_year_of(day) + _FISCAL_YEARS[word], ""
    if word == "新年度" and day.month <= FISCAL_START + 2:
        return day.year, ""  # said in spring it is the one that April begins
    return None, "which fiscal year is meant is not said"


def reckon_bare(one: Expression, context: Context) -> Reckoned:
    """Return a time that only its place in the year names: 年内, 年度末, 夏頃."""
    day, word = context.meeting, one.part("bare") or one.part("season")
    if day is None:
        return Reckoned(None, reason=NO_MEETING_DAY)
    fiscal = fiscal_year_of(day)
    fixed = {
        "年内": whole_year(day.year),
        "年度内": fiscal_year(fiscal),
        "月内": months(day.year, day.month, 1),
        "月末": _recurring("月末", day.year, day),
    }
    if word in fixed:
        return found(fixed[word])
    if word.endswith("四半期") or word in {"年度前半", "年度後半"}:
        return found(part_of(fiscal, FISCAL_START, word.removeprefix("年度")))
    if word == "冬":
        return Reckoned(None, reason="a winter lies in two years")
    return nearest(context, lambda year: _recurring(word, year, day))


def _recurring(word: str, year: int, day: date) -> Interval | None:
    """Return when *word*, which comes once a year, is in *year*; 月末 with *day*."""
    if word in SEASONS:
        return months(year, SEASONS[word], 3)
    if word == "月末":
        month = months(year, day.month, 1)
        return Interval(month.start.replace(day=21), month.end) if month else None
    if word == "年末年始":
        return months(year, 12, 2)
    first = {
        "年末": 12,
        "年度末": 3,
        "年度初め": FISCAL_START,
        "年度当初": FISCAL_START,
    }
    return months(year, first.get(word, 1), 1)
