"""Read dates and times: 令和六年三月十五日 is 2024-03-15, 午後1時半 is 13:30."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

from kg.calendar import FISCAL_START, NUMERAL, era_year, number

V = TypeVar("V")

# 令和7年2月19日 / 平成三十一年四月三十日 / 2024年4月9日 / R6.4.9 / 2024/04/09
_DATE = re.compile(
    rf"""(?:
        (?P<era>明治|大正|昭和|平成|令和)\s*(?P<era_year>{NUMERAL})\s*年(?:度)?
      | (?P<letter>[MTSHR])\s*(?P<letter_year>\d{{1,2}})\s*[.年/]
      | (?P<year>(?:19|20)\d\d)\s*[年./-]
      | (?P<kanji_year>[一二][〇零一二三四五六七八九]{{3}})\s*年
    )
    (?:\s*\(\s*(?:(?:19|20)\d\d\s*年?|(?:平成|令和)\s*\w+\s*年?)\s*\))?\s*
    (?P<month>{NUMERAL})\s*[月./-]\s*(?P<day>{NUMERAL})\s*日?""",
    re.VERBOSE,
)

# 4月9日(火), the year in the title
_DAY = re.compile(rf"(?P<month>{NUMERAL})\s*月\s*(?P<day>{NUMERAL})\s*日")

# 令和6年度第2回 / 2024年度; 令和6年第2回 names the year itself
_FISCAL_YEAR = re.compile(
    rf"""(?:(?P<era>昭和|平成|令和)\s*(?P<era_year>{NUMERAL})
      | (?P<year>(?:19|20)\d\d))\s*年(?P<fiscal>\s*度)?""",
    re.VERBOSE,
)

# 平成31年2月I8日, l4時, l0:OO: OCR reads a digit as a letter
_MISREAD = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", "o": "0"})
_NUMBERS = re.compile(
    r"(?<![\dIlO|o])[\dIlO|o]{1,2}:[\dIlO|o]{2}(?![\dIlO|o])"
    r"|(?<![\dIlO|o])[\dIlO|o]+(?=\s*[年月日時分:])|(?<=:)[\dIlO|o]{2}"
)

# 10:00 / 10時 / 午後1時半 / 午前十時五分 / 正午
_TIME = re.compile(
    rf"""(?P<half>午前|午後|AM|PM|am|pm)?\s*(?:
        (?P<hour>\d{{1,2}})\s*:\s*(?P<minute>\d\d)
      | (?P<hour_j>{NUMERAL})\s*時\s*
        (?:(?P<minute_j>{NUMERAL})\s*分|(?P<thirty>半))?(?!間)
      | (?P<noon>正午)
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A value that stands at `text[start:end]`."""

    value: V
    start: int
    end: int


def mend(text: str) -> str:
    """Return *text* with the digits of dates and times that OCR misread.

    >>> mend("2月I8日 l4時")
    '2月18日 14時'
    """
    return _NUMBERS.sub(
        lambda found: (
            found.group().translate(_MISREAD)
            if re.search(r"\d", found.group())
            else found.group()
        ),
        text,
    )


def find_date(text: str) -> Found[date] | None:
    """Return the first date in *text* that has a year and exists."""
    for found in _DATE.finditer(mend(text)):
        year = _year(found)
        day = _date(year, number(found["month"]), number(found["day"]))
        if day:
            return Found(day, *found.span())
    return None


def find_day(text: str, title: str) -> Found[date] | None:
    """Return a day without a year in *text*, its fiscal year being in *title*.

    令和6年度第2回, 3月5日: the fiscal year runs from April, so it is 2025-03-05.
    """
    fiscal = _FISCAL_YEAR.search(title)
    found = _DAY.search(mend(text))
    if not fiscal or not found:
        return None
    year = (
        int(fiscal["year"])
        if fiscal["year"]
        else era_year(fiscal["era"], fiscal["era_year"])
    )
    month = number(found["month"])
    next_year = fiscal["fiscal"] is not None and month < FISCAL_START
    day = _date(year + next_year, month, number(found["day"]))
    return Found(day, *found.span()) if day else None


def find_times(text: str) -> tuple[Found[time], ...]:
    """Return every time of day in *text*, in its order; 午後 holds to the end.

    >>> [f.value.isoformat("minutes") for f in find_times("午後1時半から3時まで")]
    ['13:30', '15:00']
    """
    times: list[Found[time]] = []
    afternoon = False
    for found in _TIME.finditer(mend(text)):
        half = (found["half"] or "").lower()
        afternoon = half in {"午後", "pm"} or (afternoon and not half)
        value = _time(found, afternoon=afternoon)
        if value:
            times.append(Found(value, *found.span()))
    return tuple(times)


def _year(found: re.Match[str]) -> int:
    """Return the western year of a date; an era's first year is 元年."""
    if found["era"]:
        return era_year(found["era"], found["era_year"])
    if found["letter"]:
        return era_year(found["letter"], found["letter_year"])
    return number(found["year"] or found["kanji_year"])


def _date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(found: re.Match[str], *, afternoon: bool) -> time | None:
    """Return the time; 24時 is the midnight that ends the day, written 0:00."""
    if found["noon"]:
        return time(12)
    noon, midnight, hour_minutes = 12, 24, 60
    hour = number(found["hour"] or found["hour_j"])
    minute = (
        30 if found["thirty"] else number(found["minute"] or found["minute_j"] or "0")
    )
    if afternoon and hour < noon:
        hour += noon
    if hour > midnight or minute >= hour_minutes:
        return None
    return time(hour % midnight, minute)
