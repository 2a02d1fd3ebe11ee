"""Reckon with eras, fiscal years and parts of them: 令和7年度 is 2025-04 to 2026-03."""

from calendar import monthrange
from datetime import date, timedelta

from kg.model import Interval

FIRST_YEARS = {
    "明治": 1868,
    "大正": 1912,
    "昭和": 1926,
    "平成": 1989,
    "令和": 2019,
    "M": 1868,
    "T": 1912,
    "S": 1926,
    "H": 1989,
    "R": 2019,
}
"""The western year of each era's 元年, by its name and by its letter."""

_CHANGES = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1868, 1, 25), "明治"),
)

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_PLACES = {"十": 10, "百": 100}
NUMERAL = r"(?:[0-9]+|[〇零一二三四五六七八九十百元]+)"
"""A number in Arabic or Chinese digits, to be read by `number`."""

FISCAL_START = 4
"""The month in which the fiscal year of the state begins."""

SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
"""The first of the three months of each season, as 気象庁 counts them."""


def number(numeral: str) -> int:
    """Return what a *numeral* in Arabic or Chinese digits counts; 元 is 1.

    >>> number("二十三"), number("7"), number("二〇二四"), number("元")
    (23, 7, 2024, 1)
    """
    if numeral.isdigit():
        return int(numeral)
    if numeral == "元":
        return 1
    if not set(numeral) & set(_PLACES):
        return int("".join(str(_DIGITS.get(c, 0)) for c in numeral))
    total = digit = 0
    for character in numeral:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit


def era_year(era: str, numeral: str) -> int:
    """Return the western year of a year of *era*, named or by its letter.

    >>> era_year("令和", "七"), era_year("H", "30"), era_year("平成", "元")
    (2025, 2018, 1989)
    """
    return FIRST_YEARS[era] + number(numeral) - 1


def era_of(day: date) -> str | None:
    """Return the era that *day* falls in, None before 明治.

    >>> era_of(date(1989, 1, 7)), era_of(date(1989, 1, 8))
    ('昭和', '平成')
    """
    return next((era for first, era in _CHANGES if day >= first), None)


def fiscal_year_of(day: date) -> int:
    """Return the fiscal year that *day* falls in.

    >>> fiscal_year_of(date(2025, 3, 31)), fiscal_year_of(date(2025, 4, 1))
    (2024, 2025)
    """
    return day.year - (day.month < FISCAL_START)


def days(year: int, month: int, first: int, last: int = 0) -> Interval | None:
    """Return days of a month, to its end where *last* is 0; None if there are none.

    >>> days(2024, 2, 21)
    Interval(start=datetime.date(2024, 2, 21), end=datetime.date(2024, 2, 29))
    """
    try:
        return Interval(
            date(year, month, first), date(year, month, last or _length(year, month))
        )
    except (ValueError, OverflowError):
        return None


def months(year: int, first: int, count: int) -> Interval | None:
    """Return *count* whole months from the month *first* of *year*, 13 being January.

    >>> months(2025, 13, 3)
    Interval(start=datetime.date(2026, 1, 1), end=datetime.date(2026, 3, 31))
    """
    start = days(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    last = first + count - 1
    end = days(year + (last - 1) // 12, (last - 1) % 12 + 1, 1)
    return Interval(start.start, end.end) if start and end else None


def whole_year(year: int) -> Interval | None:
    """Return a calendar year."""
    return months(year, 1, 12)


def fiscal_year(year: int) -> Interval | None:
    """Return a fiscal year, which begins in April."""
    return months(year, FISCAL_START, 12)


def week_of(day: date, ahead: int) -> Interval | None:
    """Return the week, Monday to Sunday, that lies *ahead* weeks from *day*."""
    try:
        monday = day + timedelta(weeks=ahead, days=-day.weekday())
        return Interval(monday, monday + timedelta(days=6))
    except OverflowError:
        return None


def _length(year: int, month: int) -> int:
    """Return how many days a month has; raises ValueError for no month."""
    if not date.min.year <= year <= date.max.year:
        message = f"no such year: {year}"
        raise ValueError(message)
    return monthrange(year, month)[1]
