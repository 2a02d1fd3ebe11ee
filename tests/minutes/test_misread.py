"""What OCR misreads: marks as letters, kanji as kana, digits as letters."""

import pytest

from kg.minutes.era import find_times
from kg.minutes.misread import mend_marks
from kg.model import Mode
from kg.text import normalize
from tests.minutes.reading import attendees, gazetteer


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param(
            "（Ｏ印：Web出席）\nＯ 委員 橘 一葉",
            "(○印:Web出席)\n○ 委員 橘 一葉",
            id="a legend explains it",
        ),
        pytest.param("O 委員 橘 一葉", "O 委員 橘 一葉", id="no legend"),
        pytest.param("1O:OO 出席", "1O:OO 出席", id="a time"),
    ],
)
def test_marks(text, mended):
    assert mend_marks(normalize(text)).text == mended


def test_a_mark_that_ocr_misread_says_how_one_came():
    people = attendees(
        "（Ｏ印：ＷＥＢ会議システムにより出席）\nＯ 委員 橘 一葉 西都大学 教授\n委"
        "員 小暮 律 架空市 参事\n"
    )

    assert [a.mode.value for a in people] == [Mode.ONLINE, Mode.IN_PERSON]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("1O：OO～ll：4O", ["10:00", "11:40"]),
        ("l3：3O～l5：2O", ["13:30", "15:20"]),
        ("IO:OO", []),
    ],
)
def test_times(text, times):
    found = find_times(normalize(text).text)
    assert [one.value.isoformat("minutes") for one in found] == times


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("谷ロ", "谷口", id="ロ behind a kanji"),
        pytest.param("エ藤", "工藤", id="エ before a kanji"),
        pytest.param("啓ニ", "啓二", id="ニ at the end"),
        pytest.param("修ー", "修一", id="ー for 一"),
        pytest.param("ロベルト", "ロベルト", id="a word in kana"),
        pytest.param("林ロベルト", "林ロベルト", id="a word in kana behind a kanji"),
        pytest.param("センター長", "センター長", id="ー within a word"),
    ],
)
def test_kana_that_look_like_kanji(text, folded):
    assert gazetteer().fold(text) == folded


def test_a_surname_that_ocr_misread_ends_where_the_true_one_does():
    (one,) = attendees("委員　谷 ロ 律　架空市　水路課長\n")

    assert (one.name.family, one.name.given) == ("谷ロ", "律")
