"""What must hold of the model, whatever it says."""

import pytest

from kg.mention import find_mentions, recognise
from kg.model import Form
from tests.mention.record import Row, gazetteer, record, words

pytestmark = pytest.mark.model


def test_body_that_only_the_model_finds():
    """GiNZA earns its place: no table holds 東芝 or ソニー."""
    minutes = record("東芝が試作し、ソニーの研究者が測った。")

    mentions = find_mentions(minutes, gazetteer(), recognise)

    assert words(mentions) == ["東芝", "ソニー"]
    assert {mention.recognizers for mention in mentions} == {("ginza",)}


def test_places_are_those_of_the_text():
    texts = ("東芝が来た。" * 300, "・" * 20_000, "", "ソニーが来た。")

    found = recognise(texts)

    assert [len(read.names) > 0 for read in found] == [True, False, False, True]
    assert {texts[0][name.start : name.end] for name in found[0].names} == {"東芝"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("令和七年度の予算。", id="an era"),
        pytest.param("全角　の空白　が入る。", id="a full-width blank"),
        pytest.param("塾長から話があった。", id="a post alone"),
        pytest.param("量子通信と量子コンピューターを使う。", id="things"),
        pytest.param("農林水産大臣の見解を伺う。", id="an office"),
        pytest.param("第18回の会議を始める。両部会とも了承した。", id="meetings"),
    ],
)
def test_known_slips_name_nobody(text):
    mentions = find_mentions(record(text), gazetteer(), recognise)

    assert [one for one in mentions if one.form is Form.NAME] == []


def test_traps_are_left_alone():
    minutes = record(
        "シュレーディンガーの猫やヤング干渉実験を見せる。〇〇大学が中心になる。",
        "ヘッドクォーターみたいなところに集まる。委員から国に話している。",
        "コリオリの力とエジソン電球、マンセル表色系、キルヒホッフの法則。",
        rows=(Row("橘 一葉", ("西都大学",), "教授"),),
    )

    assert find_mentions(minutes, gazetteer(), recognise) == ()
