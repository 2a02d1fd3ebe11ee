"""Say how well words with blanks between make up one full name: 小 暮 律."""

import re
from collections.abc import Sequence

from kg.minutes.foreign import NameReading
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.morphology import is_common

SAME = re.compile(r"同[省庁府局部課室院社所校]")  # 同課主幹
_LONGEST = 6
_LEAST = 4


def name_points(
    words: Sequence[Piece], texts: Sequence[str], lexicon: Lexicon
) -> float:
    """Return the points of several words as one full name, 0 for none.

    橘 一葉, 小 暮 律, 神 宮 司: the dictionary must know a part of it.
    """
    suffix = lexicon.role_suffix(texts[-1]) or lexicon.post_suffix(texts[-1]) or ""
    if len(texts) == len("姓名") and suffix and len(suffix) < len(texts[-1]):
        given = texts[-1].removesuffix(suffix)
        return _titled_points(texts[0], given, lexicon)
    if sum(map(len, texts)) > _LONGEST or any(
        lexicon.role(text) or SAME.match(text) for text in texts
    ):
        return 0.0
    reading = read_name(Piece(words[0].view, words[0].start, words[-1].end), lexicon)
    if reading.score and all(len(text) == 1 for text in texts):
        return _letter_points("".join(texts), lexicon)
    return _known_points(reading)


def _titled_points(family: str, given: str, lexicon: Lexicon) -> float:
    """Return the points of 三浦 浩二委員長, the title glued to the given name."""
    known = lexicon.is_surname(family) or (len(family) > 1 and not is_common(family))
    return 6.0 if known and lexicon.is_given(given) else 0.0


def _letter_points(text: str, lexicon: Lexicon) -> float:
    """Return the points of letters apart, 小 暮 律; 企 画 is no name.

    Two letters may be the half of a longer name.
    """
    half = len(text) == len("姓名")
    parted = any(  # 小 野 里 香: 小野 里香 or 小野里 香, a name in either way
        lexicon.is_surname(text[:cut]) and lexicon.is_given(text[cut:])
        for cut in range(1, len(text))
    )
    if not half and (parted or lexicon.split_name(text)):
        return 4.5
    if is_common(text):
        return 0.0
    return 2.0 if half else 2.5


def _known_points(reading: NameReading) -> float:
    """Return the points of a full name of which the dictionary knows a part."""
    known = reading.score >= _LEAST and reading.given
    return float(reading.score) if known else 0.0
