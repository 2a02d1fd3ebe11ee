"""Say how well the parts of a row fit together."""

import re
from itertools import pairwise

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import NameReading, read_name
from kg.model import Basis
from kg.morphology import is_common

_SHORTEST_OFFICE = 3
_LIKELY = 3


def affiliation_score(others: tuple[Piece, ...], lexicon: Lexicon) -> int:
    """Return how well *others* read as organization and post."""
    if not others:
        return 0
    text = others[-1].text
    if text.endswith("君"):
        return -4  # 鹿の子木 剛君: what 君 ends is the name
    if others[0].view is others[-1].view:
        other = read_name(
            Piece(others[0].view, others[0].start, others[-1].end), lexicon
        )
        if other.given and other.score > _LIKELY:
            return -4  # 里山課長 宇部 進: the other is the name
    if len(others) == 1 and lexicon.is_given(text) and not lexicon.is_surname(text):
        return -4  # 武　藤　まさひろ: the rest of the name
    ends = bool(lexicon.post_suffix(text)) or lexicon.ends_organization(text)
    begins = lexicon.ends_organization(others[0].text) or lexicon.legal_form(
        others[0].text
    )
    length = sum(len(other.text) for other in others)
    if re.match(r"同[省庁府局部課室院社所校]|〃", others[0].text):
        return 1
    if not ends and not begins and length <= _SHORTEST_OFFICE:
        return -3  # 根 岸 | 誠: what is left over is the rest of the name
    return 2 * bool(ends) + bool(begins)


def gap_score(words: tuple[Piece, ...], others: tuple[Piece, ...]) -> int:
    """Return 1 where the blank around the name is wider than those within it."""
    if not others or len(words) == 1:
        return 0
    inner = max(b.start - a.end for a, b in pairwise(words))
    if others[0].start > words[-1].start:
        outer, beside = others[0].start - words[-1].end, others[0]
    else:
        outer, beside = words[0].start - others[-1].end, others[-1]
    if re.fullmatch(r"[^\W\da-zA-Z]", beside.text):
        return -2  # 久 我 原 | 伸: a letter beside the name is part of it
    return 1 if outer > inner else 0


def is_unlikely(reading: NameReading, text: str, lexicon: Lexicon) -> bool:
    """Tell whether a name before a glued post is none: 瓜生 総務|副大臣."""
    given = reading.given
    longest = 3
    plain = lexicon.gazetteer.fold(text)
    if given is None and len(text) > 1 and is_common(plain):
        return True  # 森林|課長
    kanji = re.search("[^ァ-ヴー]", text) is not None
    if kanji and len(text) > longest and given is None and not lexicon.is_surname(text):
        return True  # 灘行政情報|課長, 岸辺工業用地|課長
    if given is None and any(
        lexicon.is_surname(text[:i]) and is_common(text[i:]) and len(text) - i > 1
        for i in range(1, len(text))
    ):
        return not lexicon.is_surname(text)  # 森報道|官, 堀教育|次長
    if reading.split is not Basis.STATED or given is None:
        return False
    family = reading.family or ""
    if lexicon.ends_organization(family) and not lexicon.is_surname(family):
        return True  # 東分館 分|館長
    return len(given) > 1 and is_common(given)
