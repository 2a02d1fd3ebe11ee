"""Say what 同 and 〃 repeat of the row above: 同省 the ministry, 同局 the bureau."""

import re
import unicodedata
from itertools import takewhile

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Grounded

# 同 / 同上 / 〃 / 同省; 同志社大学 is no ditto
DITTO = re.compile(
    r'^(?:同上|同\s{1,2}上(?=\s)|〃|々|"|同(?=$|\s|[省庁府局部課室院社所校]|[^\s]{2,8}(?:$|\s)))\s*'
)
# 同室, 同組合: the unit is one of the row above
_UNRESOLVED = re.compile(
    r"同(?:[省庁府局部課室院社所校係班会]|連盟|組合|協会|機構|財団|法人|連合会|大学|病院|支部|支局"
    r"|事務所|センター|協議会|委員会)(?:\s+|$)|同社(?=\S{2})"
)


Columns = tuple[tuple[Grounded[str], ...], ...]
"""The units of a row, word by word, so that 〃 can repeat one of them."""


def resolve_ditto(
    piece: Piece, above: Columns, lexicon: Lexicon
) -> tuple[tuple[Grounded[str], ...], Piece]:
    """Return the units that the dittos before *piece* repeat, and the words after.

    同省　同局　河川課: the second reaches further than the first. A 同室 that no unit
    above explains is of nobody known, and is left out.
    """
    units, rest = _one_ditto(piece, above, lexicon)
    while rest and rest.text.startswith("同"):
        more, left = _one_ditto(rest, above, lexicon)
        if len(more) < max(len(units), 1) or len(left.text) >= len(rest.text):
            break
        units, rest = more, left
    unknown = _UNRESOLVED.match(rest.text)
    return units, rest.part(unknown.end()) if unknown else rest


def columns_of(units: tuple[Grounded[str], ...], above: Columns) -> Columns:
    """Return the first columns of *above* that *units*, what dittos repeat, make up."""
    for end in range(1, len(above) + 1):
        if tuple(unit for column in above[:end] for unit in column) == units:
            return above[:end]
    return (units,)


def _one_ditto(
    piece: Piece, above: Columns, lexicon: Lexicon
) -> tuple[tuple[Grounded[str], ...], Piece]:
    """Return the units that 同 or 〃 repeats, and the words after it.

    〃 〃 repeats two columns of the row above, 同省 reaches up to the ministry,
    同局 up to the bureau, and 同 alone before a post is all of it.
    """
    flat = tuple(unit for column in above for unit in column)
    found = DITTO.match(piece.text)
    if not found or not flat:
        return (), piece
    signs = 1
    rest = piece.part(found.end())
    while (more := DITTO.match(rest.text)) and more.group().strip() in '〃々"同':
        signs += 1
        rest = rest.part(more.end())
    first = (rest.text.split() or [""])[0]
    whole = lexicon.post_suffix(first) == first and len(first) > len("課長")
    for end, unit in reversed(list(enumerate(flat, 1))) if not whole else ():
        ending = rest.text[:1]
        behind = rest.text[1:]
        follows = not behind.strip() or behind[0].isspace()
        follows = follows or lexicon.post_suffix(behind) is not None  # 同課主査
        if ending and follows and _ends_in(unit.value, ending, lexicon):
            return flat[:end], rest.part(1)
    glued = rest.text and piece.text[:1] == "同" and not piece.text[1].isspace()
    if glued and lexicon.post_suffix(rest.text) == rest.text:
        return flat, rest  # 同次長
    if glued and signs == 1:
        end = _unit_of(first, flat)
        # 同協議会　書記; of 同社員, 同局長 no unit above is meant for certain
        return (flat[:end], rest.part(len(first))) if end else ((), piece)
    words = len(rest.text.split())
    if signs == 1 and (signs + words < len(above) or len(above) == 1 or not words):
        return flat, rest
    signs = max(signs, _column_of(piece, rest, above))
    return tuple(unit for column in above[:signs] for unit in column), rest


def _column_of(piece: Piece, rest: Piece, above: Columns) -> int:
    """Return how many columns of the row above the last ditto before *rest* repeats.

    架空省　水路局　計測課　課長　　橘 一葉
    同　　　同　　課長補佐　小暮 律
    """
    text = piece.text[: len(piece.text) - len(rest.text)].rstrip()
    view = piece.view
    end = piece.start + len(text)
    if len(above) < len("二列") or view is not rest.view or not text:
        return 0
    sign = _width(view.raw, view.origins[end - 1])
    printed = list(takewhile(bool, above))
    starts = [_width(view.raw, column[-1].evidence[0].start) for column in printed]
    if starts != sorted(set(starts)):
        return 0
    return sum(start <= sign + 1 for start in starts)


def _width(raw: str, place: int) -> int:
    """Return at which column of its printed line the character at *place* stands."""
    before = raw[raw.rfind("\n", 0, place) + 1 : place]
    return len(before) + sum(
        unicodedata.east_asian_width(letter) in "WFA" for letter in before
    )


def _ends_in(unit: str, ending: str, lexicon: Lexicon) -> bool:
    """Tell whether 同 and *ending* may mean *unit*: 同社 is 渚商会㈱ too."""
    company = ending == "社" and (legal := lexicon.legal_form(unit))
    return unit.endswith(ending) or bool(company and legal and "会社" in legal.form)


def _unit_of(word: str, units: tuple[Grounded[str], ...]) -> int:
    """Return how many of *units* lead to the one that ends in *word*, 0 for none."""
    ends = [i for i, unit in enumerate(units, 1) if unit.value.endswith(word)]
    return ends[-1] if ends and len(word) > 1 else 0
