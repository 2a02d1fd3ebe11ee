"""Dates and times as records print them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.calendar import number
from kg.minutes.era import find_date, find_day, find_times


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("令和元年5月1日", date(2019, 5, 1), id="first year of an era"),
        pytest.param("平成三十一年四月三十日", date(2019, 4, 30), id="kanji numerals"),
        pytest.param("R6.4.9", date(2024, 4, 9), id="letter of the era"),
        pytest.param("2024/04/09(火)", date(2024, 4, 9), id="slashes"),
        pytest.param("2024-04-09", date(2024, 4, 9), id="hyphens"),
        pytest.param("二〇二四年四月九日", date(2024, 4, 9), id="western, in kanji"),
        pytest.param("2024年(令和6年)4月9日", date(2024, 4, 9), id="both years"),
        pytest.param("昭和 63 年 1 月 7 日", date(1988, 1, 7), id="blanks between"),
        pytest.param("令和7年2月30日", None, id="no such day"),
        pytest.param("4月9日", None, id="no year"),
        pytest.param("令和6年度の計画", None, id="a fiscal year is no date"),
    ],
)
def test_find_date(text, day):
    found = find_date(text)

    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("10:00~11:50", [time(10), time(11, 50)], id="colons"),
        pytest.param("10時から12時まで", [time(10), time(12)], id="hours"),
        pytest.param("午後1時半から3時", [time(13, 30), time(15)], id="午後 holds on"),
        pytest.param("午前十時開会", [time(10)], id="kanji"),
        pytest.param("正午", [time(12)], id="noon"),
        pytest.param("午前11時から午後1時", [time(11), time(13)], id="both halves"),
        pytest.param("2時間を要した", [], id="two hours long"),
        pytest.param("25:70", [], id="no such time"),
    ],
)
def test_find_times(text, times):
    assert [found.value for found in find_times(text)] == times


@pytest.mark.parametrize(
    ("title", "day"),
    [
        pytest.param("令和6年度第2回", date(2025, 1, 23), id="January is next year"),
        pytest.param("2024年度 第3回", date(2025, 1, 23), id="western fiscal year"),
        pytest.param("第2回", None, id="no year anywhere"),
    ],
)
def test_day_in_the_fiscal_year_of_the_title(title, day):
    found = find_day("1月23日(木)", title)

    assert (found.value if found else None) == day


@given(st.dates(date(2019, 5, 1), date(2059, 12, 31)))
def test_era_dates_come_back(day):
    year = day.year - 2018
    words = f"令和{'元' if year == 1 else year}年{day.month}月{day.day}日"

    found = find_date(words)

    assert found.value == day
    assert words[found.start : found.end] == words


@given(st.integers(1, 999))
def test_kanji_numerals_count(value):
    digits = "〇一二三四五六七八九"
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    words = (
        (digits[hundreds] if hundreds > 1 else "")
        + "百" * bool(hundreds)
        + (digits[tens] if tens > 1 else "")
        + "十" * bool(tens)
        + (digits[ones] if ones else "")
    )

    assert number(words) == value
