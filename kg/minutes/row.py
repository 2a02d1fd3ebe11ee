"""Read one row of a roster in every order it may be printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.minutes.bare import HONORIFIC
from kg.minutes.foreign import NameReading
from kg.minutes.frame import read_frame
from kg.minutes.legend import Meaning, Sign
from kg.minutes.letters import join_letters
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_called
from kg.minutes.naming import read_names
from kg.minutes.nobody import NOBODY
from kg.minutes.note import Order, Row
from kg.minutes.strip import strip_row
from kg.minutes.torn_title import with_torn_title

# 滝　沢　正　人　君, 横　澤　輝　樹　〃
_CALLED = re.compile(r"君|氏|様|さん|殿|〃|議員")
_NAME = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff々〆ヶケヵノ\u3041-\u309f\u30a1-\u30ffー]{2,10}"
)
_SEATED_MEMBER = re.compile(r"[^\s()]{2,}議員$")
# ＫＡＺＵＨＡ（本名 橘 一葉）
_STAGE = re.compile(r"[A-Za-z][A-Za-z.'-]{1,15}")
_LEAST = 3
_SEATED = 6
"""Points of what stands alone behind the number of a seat: it is the name."""

_LONGEST = 400
"""Characters that no row of one person has."""


def read_rows(piece: Piece, lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the readings of *piece* as one attendee, the best of each order."""
    if len(piece.text) > _LONGEST:
        return ()
    base, tokens, ends_called = _framed(piece, lexicon)
    called = False
    if len(tokens) > 1 and _CALLED.fullmatch(tokens[-1].text):
        tokens, called = tokens[:-1], True
    tokens = join_letters(tokens, lexicon)
    if len(tokens) > 1 and tokens[0].text in {"同", "〃"}:
        base, tokens = replace(base, ditto=tokens[0]), tokens[1:]
    readings = [*read_names(base, tokens, lexicon)]
    unread = not any(row.score >= _LEAST for row in readings)
    if base.seated or ((called or ends_called) and unread):
        readings.extend(_called(base, tokens, lexicon))
    if base.spelt and unread:
        readings.extend(_spelt(base, tokens, lexicon))
    if base.represented:  # 橘委員代理・小暮氏: who is said to sit for another is one
        readings = [replace(row, score=row.score + 1) for row in readings]
    if unread and len(tokens) > 1 and _SEATED_MEMBER.search(tokens[-1].text):
        readings.extend(_honoured(base, tokens, lexicon))
    return tuple(with_torn_title(row, lexicon) for row in _best_of_each(readings))


def _spelt(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give a reading of 委員　阿形ウメ（あがた うめ）: its reading shows the name."""
    titled = len(tokens) > 1 and lexicon.title(tokens[0].text) is not None
    if titled:
        base, tokens = replace(base, title=tokens[0]), tokens[1:]
    if len(tokens) == 1 and _STAGE.fullmatch(tokens[0].text):
        reading = NameReading(_LEAST)
        yield replace(base, score=_LEAST, name=tokens[0], reading=reading)
    elif len(tokens) == 1:
        yield from _called(base, tokens, lexicon)


def _honoured(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give a reading of 委員　くらた共子議員: 議員 shows the name behind a role."""
    if lexicon.title(tokens[0].text) is None:
        return
    last = tokens[-1].part(0, len(tokens[-1].text) - len("議員"))
    titled = replace(base, title=tokens[0])
    yield from _called(titled, (*tokens[1:-1], last), lexicon)


def _framed(piece: Piece, lexicon: Lexicon) -> tuple[Row, tuple[Piece, ...], bool]:
    """Return the row and words of *piece* in its frame, and whether 君 ends them."""
    frame = read_frame(piece, lexicon)
    row, tokens = strip_row(frame.core, lexicon)
    signs = list(row.signs)
    if frame.stands_in:
        signs.append((Sign(Meaning.PROXY, "代理"), frame.core))
    if frame.principal:
        signs.append((Sign(Meaning.PROXY, "代理"), frame.principal))
    base = replace(
        row,
        piece=piece,
        proxy=frame.proxy or row.proxy,
        represented=frame.principal or row.represented,
        signs=tuple(signs),
    )
    return base, tokens, frame.core.text.endswith("君")


def _best_of_each(readings: Iterable[Row]) -> tuple[Row, ...]:
    """Return the best reading of each order, with a rival that fits as well."""
    best: dict[Order, Row] = {}
    for row in readings:
        known = best.get(row.order)
        if known is None or row.score > known.score:
            best[row.order] = row
        elif row.score == known.score and _differs(row, known):
            best[row.order] = replace(known, rival=row)
    return tuple(best.values())


def _differs(row: Row, other: Row) -> bool:
    """Tell whether two readings give another name and another role."""
    if not (row.name and other.name and row.title and other.title):
        return False
    return row.name.text != other.name.text and row.title.text != other.title.text


def _called(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give a reading as a name that only 君 or a seat tells: おさかべさやか君."""
    if not tokens:
        return
    honorific = HONORIFIC.search(tokens[-1].text)
    end = honorific.start() if honorific else len(tokens[-1].text)
    whole = Piece(tokens[0].view, tokens[0].start, tokens[-1].start + end)
    joined = re.sub(r"\s", "", whole.text)
    other = lexicon.post_suffix(joined) or lexicon.ends_organization(joined)
    if joined in NOBODY or other or lexicon.role_suffix(joined):
        return
    if _NAME.fullmatch(joined):
        score = _SEATED if base.seated else _LEAST
        yield replace(
            base, score=score, name=whole, reading=read_called(whole, lexicon)
        )
