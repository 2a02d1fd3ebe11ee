"""What must hold of the model, whatever it says."""

import pytest

from kg.mention import find_mentions, recognise
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


def test_traps_are_left_alone():
    minutes = record(
        "シュレーディンガーの猫やヤング干渉実験を見せる。〇〇大学が中心になる。",
        "ヘッドクォーターみたいなところに集まる。委員から国に話している。",
        "コリオリの力とエジソン電球、マンセル表色系、キルヒホッフの法則。",
        rows=(Row("橘 一葉", ("西都大学",), "教授"),),
    )

    assert find_mentions(minutes, gazetteer(), recognise) == ()
