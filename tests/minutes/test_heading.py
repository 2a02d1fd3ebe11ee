"""The head of a record in the ways it is printed."""

from datetime import date, time

import pytest

from kg.model import RecordKind
from tests.minutes.reading import minutes

ROSTER = "\n出席者：橘委員、小暮委員\n"


@pytest.mark.parametrize(
    ("title", "body", "number", "kind"),
    [
        pytest.param(
            "第12回水利戦略会議　議事要旨",
            "水利戦略会議",
            12,
            RecordKind.SUMMARY,
            id="before",
        ),
        pytest.param(
            "水利戦略会議（第１２回）議事録",
            "水利戦略会議",
            12,
            RecordKind.VERBATIM,
            id="behind",
        ),
        pytest.param(
            "令和６年度第２回水利部会　会議録",
            "水利部会",
            2,
            RecordKind.VERBATIM,
            id="fiscal year",
        ),
        pytest.param(
            "産業基盤審議会　素材分科会　電池小委員会（第3回）議事概要",
            "産業基盤審議会 素材分科会 電池小委員会",
            3,
            RecordKind.SUMMARY,
            id="bodies within bodies",
        ),
        pytest.param(
            "第七回水利研究会 議事要旨", "水利研究会", 7, RecordKind.SUMMARY, id="kanji"
        ),
        pytest.param(
            "水利検討会　議事録", "水利検討会", None, RecordKind.VERBATIM, id="none"
        ),
        pytest.param(
            "第三百二回国会　衆議院水利委員会議録　第四号",
            "衆議院水利委員会",
            4,
            RecordKind.VERBATIM,
            id="a committee of the Diet",
        ),
        pytest.param(
            "水利連絡会議（第2回）議事要旨",
            "水利連絡会議",
            2,
            RecordKind.SUMMARY,
            id="会 and 会議",
        ),
    ],
)
def test_title(title, body, number, kind):
    heading = minutes(title + "\n日時：令和6年5月1日\n" + ROSTER).heading

    assert heading.body.value == body
    assert (heading.number.value if heading.number else None) == number
    assert heading.kind.value is kind


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("1. 日時　令和6年4月9日(火) 10時~11時50分", id="numbered"),
        pytest.param(
            "１　日　時　　令和６年４月９日（火）１０時～１１時５０分", id="wide"
        ),
        pytest.param("【日時】令和6年4月9日（火）10:00～11:50", id="brackets"),
        pytest.param("■日時\n令和6年4月9日（火）10:00～11:50", id="value below"),
        pytest.param("日時：2024年4月9日 午前10時から午前11時50分まで", id="colon"),
        pytest.param("（1）日時　R6.4.9 10:00-11:50", id="letter of the era"),
        pytest.param("## 日時\n\n2024/4/9 10:00–11:50", id="Markdown"),
    ],
)
def test_date_and_times(head):
    heading = minutes("水利検討会 議事要旨\n" + head + ROSTER).heading

    assert heading.date.value == date(2024, 4, 9)
    assert (heading.start.value, heading.end.value) == (time(10), time(11, 50))


def test_times_of_a_sitting():
    text = (
        "水利委員会会議録\n令和六年四月九日\n午前十時開会\n午後零時五分散会\n"
        "出席委員\n橘一葉君\n"
    )
    heading = minutes(text).heading

    assert heading.date.value == date(2024, 4, 9)
    assert (heading.start.value, heading.end.value) == (time(10), time(12, 5))


def test_what_is_not_printed_is_none():
    heading = minutes("水利検討会 議事要旨\n出席者：橘委員、小暮委員\n").heading

    assert heading.number is heading.date is heading.start is heading.venue is None
    assert heading.places == ()


@pytest.mark.parametrize(
    ("venue", "places"),
    [
        pytest.param(
            "Web会議+第8号館", [("Web会議", True), ("第8号館", False)], id="both"
        ),
        pytest.param(
            "本館（オンライン併用）",
            [("本館", False), ("オンライン併用", True)],
            id="note",
        ),
        pytest.param("オンライン開催", [("オンライン開催", True)], id="online"),
        pytest.param("本館 3階", [("本館 3階", False)], id="a room"),
    ],
)
def test_places(venue, places):
    heading = minutes(f"水利検討会 議事要旨\n場所：{venue}{ROSTER}").heading

    assert [(place.name, place.virtual) for place in heading.places] == places
