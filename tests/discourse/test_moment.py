"""Dates in invented sentences, as the days that their words allow."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.discourse.expression import find_expressions
from kg.discourse.moment import read_moments
from kg.discourse.spoken import read_spoken
from kg.model import (
    Attribution,
    Basis,
    Document,
    Grounded,
    Heading,
    Minutes,
    Source,
    Span,
    Statement,
)

MEETING = date(2025, 2, 19)  # a Wednesday


def minutes_of(text, day=MEETING):
    """Return the minutes of a meeting on *day* whose one statement is *text*."""
    span = Span(0, len(text))
    return Minutes(
        document=Document("d", Source("d", "", "text/plain", "utf-8"), text),
        heading=Heading(
            title=text,
            title_span=span,
            date=Grounded(day, Basis.STATED, (span,)) if day else None,
        ),
        statements=(Statement(1, text, (span,), Attribution.WITHHELD),),
    )


def moments_of(text, day=MEETING):
    """Return the moments in *text*."""
    minutes = minutes_of(text, day)
    return [
        one.moment
        for spoken in read_spoken(minutes)
        for one in read_moments(minutes, spoken)
    ]


def said(moment):
    """Return words, value and qualifier of *moment*."""
    value = moment.interval.value if moment.interval else None
    return moment.text, value, moment.qualifier and str(moment.qualifier.value)


# sentence, words, days, qualifier; the meeting is on 19 February 2025
TABLE = [
    # the year is said
    ("令和7年3月10日に開く。", "令和7年3月10日", "2025-03-10", None),
    ("令和７年３月１０日までに示す。", "令和７年３月１０日", "2025-03-10", "by"),
    ("平成三十年四月に始めた。", "平成三十年四月", "2018-04", None),
    ("昭和63年度の調査による。", "昭和63年度", "1988-04-01/1989-03-31", None),
    ("2030年までに半減する。", "2030年", "2030", "by"),
    ("二〇三〇年頃の姿を描く。", "二〇三〇年頃", "2030", "about"),
    ("2027年度末をめどに整える。", "2027年度末", "2028-03", "about"),
    ("2026年度第1四半期に始める。", "2026年度第1四半期", "2026-04-01/2026-06-30", None),
    ("1990年代に整備された。", "1990年代", "1990-01-01/1999-12-31", None),
    ("R6.4.9の資料による。", "R6.4.9", "2024-04-09", None),
    ("2024/11/30に締め切った。", "2024/11/30", "2024-11-30", None),
    ("令和6(2024)年度に始めた。", "令和6(2024)年度", "2024-04-01/2025-03-31", None),
    # the year comes from the meeting
    ("来年度に見直す予定である。", "来年度", "2025-04-01/2026-03-31", None),
    ("今年度末までに結論を得る。", "今年度末", "2025-03", "by"),
    ("来年度上期に試行する。", "来年度上期", "2025-04-01/2025-09-30", None),
    ("昨年末に報告があった。", "昨年末", "2024-12", None),
    ("来年春をめどに公表したい。", "来年春", "2026-03-01/2026-05-31", "about"),
    ("年内に示す。", "年内", "2025", "within"),
    ("年度内にお示しします。", "年度内", "2024-04-01/2025-03-31", "within"),
    ("年度末までに整理する。", "年度末", "2025-03", "by"),
    ("月内に公表する。", "月内", "2025-02", "within"),
    ("月末までに送る。", "月末", "2025-02-21/2025-02-28", "by"),
    ("来週お送りします。", "来週", "2025-02-24/2025-03-02", None),
    ("来月中旬に開催する。", "来月中旬", "2025-03-11/2025-03-20", None),
    ("本日の資料による。", "本日", "2025-02-19", None),
    ("今後3年以内に整備する。", "今後3年以内", "2025-02-19/2028-02-19", "within"),
    ("年明けに案を作った。", "年明け", "2025-01", None),
    ("夏頃に公表する予定である。", "夏頃", "2025-06-01/2025-08-31", "about"),
    ("秋までにまとめます。", "秋", "2025-09-01/2025-11-30", "by"),
    ("新年度から始めます。", "新年度", "2025-04-01/2026-03-31", "from"),
    ("7年度の予算に計上した。", "7年度", "2025-04-01/2026-03-31", None),
    # a month or a day without its year: only where past or future is clear
    ("3月10日をめどに仕上げていきたい。", "3月10日", "2025-03-10", "about"),
    ("5月初旬に会議を開き、お諮りしたい。", "5月初旬", "2025-05-01/2025-05-10", None),
    ("6月末までに回答いたします。", "6月末", "2025-06-21/2025-06-30", "by"),
    ("1月中に公表いたします。", "1月中", "2026-01", "within"),
    ("10月に調査を行った。", "10月", "2024-10", None),
    ("三月に行われた公聴会では異論が出た。", "三月", "2024-03", None),
    ("8月14日から20日まで展示する。", "8月14日から20日", "2025-08-14/2025-08-20", None),
    ("4月から6月に試行する。", "4月から6月", "2025-04-01/2025-06-30", None),
    ("次回は四月です。", "四月", "2025-04", None),
    ("4月には桜が咲く。", "4月", None, None),
    ("毎年4月に公表する。", "4月", None, None),
    ("4月に始まる制度である。", "4月", None, None),
    ("9月1日の値を載せている。", "9月1日", None, None),
    ("3月10日（火）に開催する。", "3月10日", None, None),  # it is a Monday
    ("3月10日（月）に開催する。", "3月10日", "2025-03-10", None),
    # nothing can be reckoned
    ("5年前に構想が決まった。", "5年前", None, None),
    ("5年以内に専攻を作るとした。", "5年以内", None, "within"),
    ("20年、30年先も見る。", "20年、30年先", None, None),
    ("次回までに整理する。", "次回", None, "by"),
    ("前回の意見を反映した。", "前回", None, None),
    ("次期通常国会に提出する。", "次期通常国会", None, None),
    ("昨年の冬に調べた。", "昨年の冬", None, None),
    ("2月30日に開催する。", "2月30日", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "days", "qualifier"), TABLE)
def test_a_date_is_what_its_words_allow(sentence, words, days, qualifier):
    found = [said(moment) for moment in moments_of(sentence)]

    assert (words, days, qualifier) in found


NOTHING = [
    "第2次回答を示す。",
    "三年で倍になった。",
    "月に四百件ある。",
    "〇〇年〇月に行う。",
    "平成二十年法律第六十三号による。",
    "令和6年版の白書に載る。",
    "年末調整の書類である。",
    "四月一日会長から伝言を預かった。",
    "今日の社会では当然である。",
    "国際量子科学技術年でもある。",
    "十分に注意する。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_looks_like_a_date(sentence):
    assert moments_of(sentence) == []


def test_without_the_day_of_the_meeting_only_stated_years_have_days():
    text = "来年度に示し、令和7年3月に開き、3月10日に公表し、年内に終える。"

    found = [said(moment)[:2] for moment in moments_of(text, None)]

    assert found == [
        ("来年度", None),
        ("令和7年3月", "2025-03"),
        ("3月10日", None),
        ("年内", None),
    ]


def test_a_year_that_is_named_before_is_not_overruled():
    text = "令和3年4月に置き、8月に報告した。"

    assert [said(one)[1] for one in moments_of(text)] == ["2021-04", None]


def test_the_same_month_is_the_one_named_before():
    text = "令和3年8月16日に始め、同月27日に終えた。"

    assert [said(one)[1] for one in moments_of(text)] == ["2021-08-16", "2021-08-27"]


def test_stated_and_inferred_days_are_told_apart():
    bases = [
        one.basis for one in moments_of("2030年に向け、来年度に始める。前回は違う。")
    ]

    assert bases == [Basis.STATED, Basis.INFERRED, None]


WORDS = """
    令和 平成 元 7 三十 二〇三〇 2030 年 年度 月 日 5 末
    初旬 から まで 〜 来 昨 今後 以内 前 次回 第 春 頃 同月
    （火） 。 示す した 99999 〇 百 R / .
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@given(
    st.lists(PIECES, max_size=14).map("".join),
    st.dates(date(1868, 2, 1)) | st.none(),
)
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_it_and_no_interval_is_backwards(text, day):
    for moment in moments_of(text or "。", day):
        whole = "".join(text[span.start : span.end] for span in moment.spans)
        assert moment.text == whole
        if moment.interval:
            assert moment.interval.start <= moment.interval.end
        assert (moment.interval is None) == bool(moment.reason)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_expressions_never_overlap(text):
    found = list(find_expressions(text))

    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 12))
def test_a_month_ahead_is_never_before_the_meeting(day, month):
    (moment,) = moments_of(f"{month}月に公表する予定である。", day)

    assert moment.interval.end >= day
    assert (moment.interval.end - day).days <= 366
