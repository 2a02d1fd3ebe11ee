"""Tell where a word may begin and end."""

import re
from bisect import bisect_left
from functools import lru_cache

from kg.morphology import words

_LATIN = re.compile(r"[A-Za-z0-9]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_KANJI = re.compile(r"[々〆一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff]")
_BEFORE_NAMES = frozenset("故亡前元新現旧各同両当本番")
"""故根岸氏, 3番根岸議員: single kanji that stand before a whole name."""

_PASSAGES = 1 << 12
"""Lines of a long record: several rules ask where the words of each end."""

_RULE = re.compile(
    r"[一-鿿]{0,8}?(?:条例|規則|規程|要綱|憲章)|(?:会議|議事)?録"
    r"|法(?=[(（、。「」第にのをがはでとも]|$)"
)
"""浜風市議会委員会|条例, 文教委員会|会議録: the name of a rule or of a record."""

_PLACEHOLDER = re.compile("[〇○◯△□×●■☆★◇◆▲]")


@lru_cache(maxsize=_PASSAGES)
def breaks(text: str) -> frozenset[int]:
    """Return the places in *text* where a word, long or short, begins or ends."""
    places = {0, len(text)}
    for short in (False, True):
        places.update(word.end for word in words(text, short=short))
    return frozenset(places)


def stands_apart(text: str, start: int, end: int, places: frozenset[int]) -> bool:
    """Tell whether `text[start:end]` is cut out where words are cut.

    料理研究 does not hold 理研, and 小暮委員会 no 小暮委員; a change of script is a
    cut too, since the dictionary does not know every name.
    """
    return _cut(text, start, places) and _cut(text, end, places)


def _cut(text: str, place: int, places: frozenset[int]) -> bool:
    """Tell whether a word may begin or end at *place*."""
    if place in (0, len(text)):
        return True
    before, after = text[place - 1], text[place]
    if _LATIN.match(before) and _LATIN.match(after):
        return False
    if _KATAKANA.match(before) and _KATAKANA.match(after):
        return place in places
    if _KANJI.match(before) and _KANJI.match(after):
        return place in places
    return True


def begins_name(text: str, start: int) -> bool:
    """Tell whether a surname may begin at *start*: 林 does not in 小林 or 蓬林.

    The whole surname must be the one looked for. A word of one kanji before it
    (蓬) may be part of one that the dictionary does not know, other than 故 or 前;
    so may a name of the dictionary (みよし林).
    """
    if start == 0 or text[start - 1].isspace():
        return True
    line = words(text)
    place = bisect_left(line, start, key=lambda word: word.end)
    if place == len(line) or line[place].end > start > line[place].start:
        return place == len(line)
    word = line[place]
    if word.end != start:
        return True
    kanji = _KANJI.fullmatch(word.surface) is not None
    joined = kanji and word.surface not in _BEFORE_NAMES
    return not (joined and word.pos[0] != "接尾辞") and not word.surname


def is_in_post(text: str, end: int) -> bool:
    """Tell whether a name that ends at *end* is that of a post: 総務部|長.

    国土庁|長官 is one too, 文部科学省|長期計画 is none.
    """
    if text[end : end + 1] != "長":
        return False
    line = words(text, short=True)
    place = bisect_left(line, end, key=lambda word: word.start)
    return place < len(line) and line[place].surface in {"長", "長官"}


def is_in_title(text: str, end: int) -> bool:
    """Tell whether a name that ends at *end* is that of a rule: 白根県|条例."""
    return _RULE.match(text, end) is not None


def is_placeholder(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is, or follows, a blank to fill: 〇〇大学."""
    return _PLACEHOLDER.search(text[max(0, start - 1) : end]) is not None
