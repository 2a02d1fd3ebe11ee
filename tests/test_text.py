"""The view keeps the place of every character, whatever the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import _JOINING, _UNIFIED, key, normalize, printed

# what minutes hold and what breaks normalisers: kana with marks, jamo, selectors
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from(
            "ｶﾞﾊﾟがぱ\u3099\u309a㈱①⑴Ⅳ\u1100\u1161\u11a8⻑⾧\ufe00\U000e0100\u200b髙﨑"
        ),
    )
)


def _visible(raw):
    kept = (c for c in raw if unicodedata.category(c) != "Cf")
    marks = "".join(c for c in kept if not "\ufe00" <= c <= "\ufe0f")
    marks = "".join(c for c in marks if not "\U000e0100" <= c <= "\U000e01ef")
    return marks.replace("\u034f", "").translate(_UNIFIED)


@given(TEXTS)
def test_view_is_nfkc_of_what_is_visible(raw):
    """The pieces joined are the NFKC of the whole, invisible characters left out."""
    assert normalize(raw).text == unicodedata.normalize("NFKC", _visible(raw))


@given(
    st.text(
        st.one_of(
            st.characters(min_codepoint=0x20, max_codepoint=0xFF5E),
            st.sampled_from("株式会社ＡＢＣ（）　・ー～ヴガｶﾞ\u3099\u30fb"),
        )
    )
)
def test_the_key_is_the_view_without_blanks(raw):
    """The short way, for plain texts, gives what the long one does."""
    assert key(raw) == "".join(normalize(raw).text.split())


@given(TEXTS)
def test_places_never_fall(raw):
    """There is a place for each character and for the end, in order."""
    view = normalize(raw)

    assert len(view.origins) == len(view.text) + 1
    assert list(view.origins) == sorted(view.origins)
    assert view.origins[-1] == len(raw)


@given(TEXTS.filter(lambda raw: normalize(raw).text))
def test_every_part_comes_from_the_source(raw):
    """A part of the view points at characters of the source that give it."""
    view = normalize(raw)
    for start in range(len(view.text)):
        span = view.to_source(start, start + 1)
        assert view.text[start] in normalize(raw[span.start : span.end]).text


@pytest.mark.parametrize(
    ("raw", "start", "end", "words"),
    [
        pytest.param("㈱東京ｶﾞｽ", 5, 6, "ｶﾞ", id="half-width kana with a sound mark"),
        pytest.param("㈱東京ｶﾞｽ", 1, 2, "㈱", id="a part of ㈱ is all of it"),
        pytest.param("か\u3099く長", 0, 1, "か\u3099", id="decomposed kana"),
        pytest.param("辻\U000e0100 進", 0, 1, "辻\U000e0100", id="variation selector"),
        pytest.param("橘\u200b一葉", 0, 1, "橘", id="zero-width space is left out"),
        pytest.param("１２３", 1, 2, "２", id="full width"),
    ],
)
def test_to_source(raw, start, end, words):
    span = normalize(raw).to_source(start, end)

    assert raw[span.start : span.end].rstrip("\u200b") == words


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("髙橋　 進", "髙橋 進", id="blanks are reduced"),
        pytest.param("﨑谷", "﨑谷", id="variant kanji stay"),
        pytest.param("ｻﾄｳ ﾊﾞﾝ", "サトウ バン", id="half-width kana become whole"),
        pytest.param("\ufa19谷", "\ufa19谷", id="compatibility kanji stay"),
        pytest.param("小\u200b暮", "小暮", id="zero-width space goes"),
    ],
)
def test_printed(raw, shown):
    assert printed(raw) == shown


def test_key_is_blind_to_width_and_blanks():
    assert key("橘　一葉") == key("橘 一葉") == "橘一葉"


def test_joining_characters_are_those_of_unicode():
    """The constant is computed again: second halves of compositions, class 0."""
    found = set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))
    for code in range(0x110000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = (chr(int(part, 16)) for part in parts)
            whole = unicodedata.normalize("NFC", first + second) == chr(code)
            if whole and unicodedata.combining(second) == 0:
                found.add(ord(second))

    assert found >= _JOINING
    assert {c for c in found if c < 0x11A00 and c not in _JOINING} == set()
