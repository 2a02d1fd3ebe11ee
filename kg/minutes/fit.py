"""Say how well the parts of a row fit together."""

import re
from itertools import pairwise

from kg.minutes.foreign import NameReading
from kg.minutes.lexicon import PLACES, Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.model import Basis
from kg.morphology import is_common, is_place, words

_SHORTEST_OFFICE = 3
_LONGEST_SURNAME = 3
_LIKELY = 3
# 同課主幹, 〃
_DITTO = re.compile(r"同[省庁府局部課室院社所校]|〃")
_LETTER = re.compile(r"[^\W\da-zA-Z]")
_FORMER = frozenset({"元", "前", "現"})
"""What stands apart before an office that is told: 橘 一葉　元　第二病院長."""
_FOREIGN = re.compile(r"[ァ-ヴー]+")


def affiliation_score(others: tuple[Piece, ...], lexicon: Lexicon) -> int:
    """Return how well *others* read as organization and post."""
    if not others:
        return 0
    if _is_of_name(others, lexicon):
        return -4
    if _names_another(others, lexicon):
        return -9
    first, last = others[0].text, others[-1].text
    if _DITTO.match(first):
        return 1
    ends = bool(lexicon.post_suffix(last)) or lexicon.ends_organization(last)
    begins = lexicon.ends_organization(first) or lexicon.legal_form(first)
    length = sum(len(other.text) for other in others)
    if not ends and not begins and length <= _SHORTEST_OFFICE:
        return -3  # 根 岸 | 誠: what is left over is the rest of the name
    return 2 * bool(ends) + bool(begins)


def _names_another(others: tuple[Piece, ...], lexicon: Lexicon) -> bool:
    """Tell whether a full name stands among the *others*, behind a post of its own.

    部長 橘 一葉/課長 小暮 律: the row is of two, and no office of the second.
    """
    words = [word for one in others for word in re.split(r"[\s/・]+", one.text) if word]
    return any(
        lexicon.post_suffix(post) is not None
        and lexicon.is_surname(family)
        and lexicon.is_given(given)
        for post, family, given in zip(words, words[1:], words[2:], strict=False)
    )


def _is_of_name(others: tuple[Piece, ...], lexicon: Lexicon) -> bool:
    """Tell whether the name, or a part of it, is among the *others*."""
    text = others[-1].text
    if text.endswith("君"):
        return True  # 鹿の子木 剛君: what 君 ends is the name
    if others[0].view is others[-1].view:
        whole = Piece(others[0].view, others[0].start, others[-1].end)
        reading = read_name(whole, lexicon)
        if reading.given and reading.score > _LIKELY:
            return True  # 里山課長 宇部 進: the other is the name
    given = lexicon.is_given(text) and not lexicon.is_surname(text)
    return len(others) == 1 and given  # 武　藤　まさひろ: the rest of the name


def gap_score(words: tuple[Piece, ...], others: tuple[Piece, ...]) -> int:
    """Return 1 where the blank around the name is wider than those within it."""
    if not others or len(words) == 1:
        return 0
    inner = max(b.start - a.end for a, b in pairwise(words))
    if others[0].start > words[-1].start:
        outer, beside = others[0].start - words[-1].end, others[0]
    else:
        outer, beside = words[0].start - others[-1].end, others[-1]
    former = len(others) > 1 and beside.text in _FORMER and len(words[-1].text) > 1
    if _LETTER.fullmatch(beside.text) and not former:
        return -2  # 久 我 原 | 伸: a letter beside the name is part of it
    return 1 if outer > inner else 0


def is_unlikely(reading: NameReading, text: str, lexicon: Lexicon) -> bool:
    """Tell whether a name before a glued post is none: 瓜生 総務|副大臣."""
    given = reading.given
    plain = lexicon.gazetteer.fold(text)
    word = text in PLACES or (len(text) > 1 and is_common(plain))  # 東京|事務所長
    if given is None and word:
        return True  # 森林|課長
    bare = given is None and not lexicon.is_surname(text)
    if bare and len(text) > _LONGEST_SURNAME and not _FOREIGN.fullmatch(text):
        return True  # 灘行政情報|課長, 岸辺工業用地|課長
    if bare and (_has_unit(text, lexicon) or _may_be_unit(text, lexicon)):
        return True  # 森報道|官, 堀教育|次長
    if reading.split is not Basis.STATED or given is None:
        return False
    family = reading.family or ""
    if lexicon.ends_organization(family) and not lexicon.is_surname(family):
        return True  # 東分館 分|館長
    return len(given) > 1 and (is_common(given) or _is_compound(given))


def _is_compound(text: str) -> bool:
    """Tell whether common words make up *text*: 開発|企画 before 課長 is a unit."""
    parts = [word.surface for word in words(text)]
    return len(parts) > 1 and all(len(one) > 1 and is_common(one) for one in parts)


def is_of_unit(reading: NameReading, post: str) -> bool:
    """Tell whether a given name before a post is its unit: 佐原|健康局長.

    The analyser, which knows 健康 as a name, sees a word there.
    """
    given = reading.given
    if given is None or reading.split is not Basis.INFERRED or len(given) == 1:
        return False
    first = words(given + post)[0]
    return first.surface == given and first.noun and not first.proper


def has_rare_given(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a name before 委員 has a given name no list has: 成田嘉二委員.

    A surname stands before two letters that are no word and no surname.
    """
    family, given = text[:-2], text[-2:]
    whole = lexicon.is_surname(family) and not is_common(family)
    if not whole or len(family) < len("成田") or family in PLACES:
        return False
    other = is_common(given) or is_place(given) or lexicon.is_surname(given)
    return not other and not lexicon.ends_organization(text)


def _may_be_unit(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a surname of one letter may stand before a unit: 堀|医政|局長."""
    rest = text[1:]
    three = len(text) == _LONGEST_SURNAME and lexicon.is_surname(text[0])
    return three and not (lexicon.is_surname(rest) or lexicon.is_given(rest))


def _has_unit(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a surname and a common word make up *text*: 堀|教育."""
    return any(
        lexicon.is_surname(text[:i]) and is_common(text[i:])
        for i in range(1, len(text) - 1)
    )
