"""Every line is placed or listed: nothing of a record is lost in silence."""

import pytest

from kg.resources import data_path
from tests.minutes.reading import minutes

HEAD = (
    "架空問題検討会（第2回）議事要旨\n日時：令和6年5月1日\n出席者\n"
    "橘 一葉　西都大学 教授\n"
)
BODY = "議事概要\n・水を大切に使うべきだ。\n"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("問い合わせ先　架空課　担当", id="a contact"),
        pytest.param("｜｜？？", id="no words at all"),
        pytest.param("次回は未定である", id="a sentence in the roster"),
        pytest.param("※上記のうち橘委員は代理出席", id="a proxy told below the list"),
        pytest.param("※橘委員は途中から退席", id="who left, told below the list"),
    ],
)
def test_what_no_rule_places_is_listed(line):
    record = minutes(f"{HEAD}{line}\n{BODY}")
    text = record.document.text

    assert line in [text[s.start : s.end] for s in record.unplaced]
    assert [a.name.text for a in record.attendees] == ["橘 一葉"]


def test_nothing_of_the_bundled_record_is_unplaced():
    text = (data_path() / "minutes" / "ryoshi-23.txt").read_text(encoding="utf-8")

    assert minutes(text).unplaced == ()


def test_words_beside_the_heading_of_the_record_are_read():
    record = minutes(HEAD + "議事概要：○水を大切に使うべきだ。\n・賛成する。\n")

    assert [s.text for s in record.statements] == [
        "水を大切に使うべきだ。",
        "賛成する。",
    ]
