"""What is no record of a meeting is refused with the reason."""

import pytest

from kg.errors import DocumentRefusedError
from tests.minutes.reading import minutes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "報道発表資料\n令和6年5月1日\n架空省\n\n水利計画の公表について\n"
            "架空省は、本日、水利計画を公表した。今後、意見を募集する。\n"
            "問い合わせ先：水利課 橘\n",
            id="a press release",
        ),
        pytest.param(
            "水利検討会（第2回）議事次第\n日時：令和6年5月1日\n議題\n(1) 水路\n",
            id="an agenda alone",
        ),
        pytest.param("https://example.org/a\nhttps://example.org/b\n", id="links"),
        pytest.param("The committee met in May.\n", id="another language"),
        pytest.param("---\n", id="a rule"),
    ],
)
def test_no_minutes(text):
    with pytest.raises(DocumentRefusedError) as caught:
        minutes(text)

    assert str(caught.value).startswith("record.txt: ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "水利検討会 議事要旨\n出席者：別紙のとおり\n", id="the list elsewhere"
        ),
        pytest.param(
            "水利検討会 議事録\n出席者：橘委員、小暮委員\n", id="a list alone"
        ),
    ],
)
def test_poor_records_are_minutes(text):
    assert minutes(text).heading.body.value == "水利検討会"
