"""Phrases of the scheme in running text and in titles."""

import pytest

from kg.mention.theme import find_themes, index_scheme
from kg.model import Theme
from tests.mention.record import passages_of

WATER = Theme(
    "t:water", "水循環", triggers=("水循環", "地下水"), exclusions=("地下水道",)
)
QUANTUM = Theme("t:quantum", "量子", triggers=("量子",), exclusions=("光量子",))
LIGHT = Theme("t:light", "光量子", triggers=("光量子",))
PQC = Theme("t:pqc", "PQC", triggers=("PQC",))
HUBS = Theme("t:hubs", "量子拠点", broader=("t:quantum",), context=("拠点",))
NETWORK = Theme("t:network", "拠点網", context=("拠点",), related=("t:quantum",))
TAX = Theme("t:tax", "税制", triggers=("税制",))
NATURE = Theme("t:nature", "環境", titles=("環境審議会", "環境"))
THEMES = (WATER, QUANTUM, LIGHT, PQC, HUBS, NETWORK, TAX, NATURE)


def found(text, *titles):
    """Return the words that show themes, each with its theme and the way."""
    passages, names = passages_of(text), passages_of(*titles)
    return [
        (passage.text[hit.start : hit.end], hit.target, way)
        for passage, hit, way in find_themes(passages, names, index_scheme(THEMES))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "地下水と水循環を見る。",
            [("地下水", "t:water", "trigger"), ("水循環", "t:water", "trigger")],
            id="triggers",
        ),
        pytest.param("地下水道を掘る。", [], id="inside-an-exclusion"),
        pytest.param(
            "光量子と量子。",
            [("光量子", "t:light", "trigger"), ("量子", "t:quantum", "trigger")],
            id="excluded-of-one-and-trigger-of-another",
        ),
        pytest.param(
            "ＰＱＣとpqcとEPQCS。",
            [("PQC", "t:pqc", "trigger"), ("pqc", "t:pqc", "trigger")],
            id="width-and-case-and-whole-words",
        ),
        pytest.param("課税制度を変える。", [], id="a-cut-word"),
        pytest.param("この拠点を変える。", [], id="vague-without-its-branch"),
        pytest.param(
            "量子の拠点。",
            [
                ("量子", "t:quantum", "trigger"),
                ("拠点", "t:hubs", "context"),
                ("拠点", "t:network", "context"),
            ],
            id="vague-with-its-branch-or-a-related-one",
        ),
        pytest.param("学習環境を整える。", [], id="a-wide-word-in-speech"),
        pytest.param("〇〇量子を見る。", [], id="a-blank-to-fill"),
    ],
)
def test_phrases_in_running_text(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(
            "星見市環境審議会", [("環境審議会", "t:nature", "title")], id="council"
        ),
        pytest.param("環境の保全について", [("環境", "t:nature", "title")], id="item"),
        pytest.param(
            "地下水の利用について",
            [("地下水", "t:water", "trigger")],
            id="triggers-too",
        ),
    ],
)
def test_phrases_in_titles(title, expected):
    assert found("了承した。", title) == expected


def test_a_title_shows_the_branch_of_what_is_said():
    assert ("拠点", "t:hubs", "context") in found("拠点を増やす。", "量子会議")


def test_a_letter_that_lowers_to_two_keeps_every_place():
    assert found("İと地下水。") == [("地下水", "t:water", "trigger")]
