"""Read a surname that no dictionary has, where the list around it leaves no doubt.

「川田委員、冨髙井委員、佐伯委員」: what stands before 委員 in each of the others is a
surname, so it is one here. A lone 冨髙井委員 is left unread.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.minutes.called import begins_whole
from kg.minutes.foreign import NameReading
from kg.minutes.lexicon import PLACES, Lexicon
from kg.minutes.line import Piece
from kg.minutes.nobody import is_no_name
from kg.minutes.note import Order, Row
from kg.minutes.strip import strip_row
from kg.model import Basis
from kg.morphology import is_common, words

_STEM = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff々ヶケヵノ\u3041-\u309f\u30a1-\u30faー]{2,5}"
)
_KATAKANA = re.compile(r"[ァ-ヶー]{3,10}")
_IN_KANA = re.compile(r"[ァ-ヴ]{2,5}")
_SHORTEST, _LONGEST = 2, 3
_SCORE = 2
_FEWEST, _MOST = 2, 3
"""Sure rows that a list needs to tell what its others are, and its items for each."""
_OF_PLACES = frozenset({"市長", "町長", "村長", "区長", "知事"})
_RANKS = frozenset(
    [
        *("部長", "課長", "係長", "主査", "主任", "主任主事", "主幹", "副主幹", "次長"),
        *("課長補佐", "参事", "主事", "補佐", "班長", "副参事", "主任主査"),
    ]
)
"""Posts that need no unit of their own behind a surname."""


def is_regular(
    rows: Sequence[Row | None], items: Sequence[Piece], least: int, lexicon: Lexicon
) -> bool:
    """Tell whether the *items*, *rows* their best readings, are surnames with a title.

    At least two are sure and no fewer than a third, or one is and each of three or
    more has the shape: 尾田審議官、先崎田労働関係法課長、下井田労働条件企画専門官.
    """
    sure = [bool(row and row.score >= least and is_called(row)) for row in rows]
    if sum(sure) >= _FEWEST and _MOST * sum(sure) >= len(rows):
        return True
    return (
        any(sure)
        and len(rows) >= _MOST
        and all(
            one or lexicon.role_suffix(item.text) or read_regular(item, lexicon)
            for one, item in zip(sure, items, strict=True)
        )
    )


def is_called(row: Row) -> bool:
    """Tell whether *row* is a surname with what its bearer is called by: 橘委員."""
    reading, word = row.reading, row.title or row.post
    if row.name is None or reading is None or reading.split is Basis.STATED:
        return False
    return bool(word or row.affiliation) and (word is not None or not reading.given)


def read_regular(piece: Piece, lexicon: Lexicon) -> Row | None:
    """Return *piece* as an unknown surname with a role or a post, or None.

    冨髙井委員, 先崎田労働関係法課長: for a list of which the others are such rows.
    """
    row, tokens = strip_row(piece, lexicon)
    if len(tokens) == len(["課", "ゴトウ課長"]) and "(" not in piece.text:
        return _kana_behind(row, tokens, lexicon)
    if not 0 < len(tokens) <= 1 + ("(" in piece.text):
        return None
    whole = tokens[0].joined(tokens[1]) if len(tokens) > 1 else tokens[0]
    cut = stem_end(whole.text, lexicon)
    if cut is None:
        return _behind_unit(row, whole, lexicon)
    rest = whole.part(cut)
    titled = lexicon.title(rest.text) is not None
    return replace(
        row,
        order=Order.NAME_FIRST,
        score=_SCORE,
        name=whole.part(0, cut),
        reading=NameReading(_SCORE),
        title=rest if titled else row.title,
        affiliation=row.affiliation if titled else (rest, *row.affiliation),
    )


def _kana_behind(row: Row, tokens: Sequence[Piece], lexicon: Lexicon) -> Row | None:
    """Return the row of 「保健課長　ゴトウ」 and 「企画課：ゴトウ課長」, or None."""
    office, word = tokens
    if lexicon.post_suffix(office.text) and _is_kana_name(word.text, lexicon):
        name, post = word, None
    else:
        cut = _kana_end(word.text, lexicon)
        if cut is None or not lexicon.ends_organization(office.text):
            return None
        name, post = word.part(0, cut), word.part(cut)
    return replace(
        row,
        order=Order.NAME_LAST,
        score=_SCORE,
        name=name,
        reading=NameReading(_SCORE),
        affiliation=(office, *row.affiliation),
        post=post,
    )


def _is_kana_name(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* may be a surname in kana: ゴトウ, no サービス, no ゲスト."""
    return _IN_KANA.fullmatch(text) is not None and lexicon.role(text) is None


def _kana_end(text: str, lexicon: Lexicon) -> int | None:
    """Return where a surname in kana ends before 委員 or a rank, or None."""
    role, post = lexicon.role_suffix(text), lexicon.post_suffix(text)
    title = role or (post if post in _RANKS else None)
    cut = len(text) - len(title) if title else 0
    return cut if _is_kana_name(text[:cut], lexicon) else None


def _behind_unit(row: Row, whole: Piece, lexicon: Lexicon) -> Row | None:
    """Return the row of 「企画課戸田主査」, a unit before a surname and its post."""
    post = lexicon.post_suffix(whole.text)
    end = len(whole.text) - len(post or "")
    for cut in range(_LONGEST, end if post in _RANKS else 0):
        unit, name = whole.part(0, cut), whole.part(cut, end)
        known = lexicon.is_surname(name.text) and not is_common(name.text)
        if known and lexicon.ends_organization(unit.text):
            return replace(
                row,
                order=Order.NAME_LAST,
                score=_SCORE,
                name=name,
                reading=NameReading(_SCORE),
                affiliation=(unit, *row.affiliation),
                post=whole.part(end),
            )
    return None


def stem_end(text: str, lexicon: Lexicon) -> int | None:
    """Return where a surname, known or not, ends before a role or a post, or None."""
    role = lexicon.role_suffix(text)
    if role and len(role) < len(text):
        cut = len(text) - len(role)
        if is_unknown(text[:cut], lexicon) or _is_foreign(text[:cut], lexicon):
            return cut
    return _kana_end(text, lexicon) or unknown_cut(text, lexicon)


def _is_foreign(stem: str, lexicon: Lexicon) -> bool:
    """Tell whether *stem* is a foreign name: マクブライド委員, no リモート委員."""
    word = _KATAKANA.fullmatch(stem) is not None
    titled = lexicon.role(stem) is not None or lexicon.group_role(stem) is not None
    if not word or titled or is_common(stem):
        return False
    return not any("地名" in one.pos for one in words(stem, short=True))


def unknown_cut(text: str, lexicon: Lexicon) -> int | None:
    """Return where an unknown surname ends before a unit and its post, or None.

    先崎田|労働関係法課長: the unit begins with a whole word.
    """
    post = lexicon.post_suffix(text)
    if post is None or post == text or post in _OF_PLACES:
        return None
    for cut in range(_SHORTEST, min(_LONGEST, len(text) - len(post)) + 1):
        rest = text[cut:]
        if begins_whole(rest, lexicon) and is_unknown(text[:cut], lexicon):
            return cut
    return None


def is_unknown(stem: str, lexicon: Lexicon) -> bool:
    """Tell whether *stem* may be a surname: no word, no place, no organization."""
    stem = lexicon.gazetteer.fold(stem)
    if not _STEM.fullmatch(stem) or stem in PLACES:
        return False
    if lexicon.is_surname(stem):
        return True
    if is_no_name(stem, [stem], lexicon) or is_common(stem):
        return False
    found = words(stem, short=True)
    plain = [w for w in found if len(w.surface) > 1 and not w.surname and w.noun]
    place = len(found) == 1 and found[0].proper
    return not place and not any(is_common(w.surface) for w in plain)
