"""Carry what a row says on to the rows below it: a role, the units of an office."""

import re
from dataclasses import replace

from kg.minutes.affiliation import read_columns
from kg.minutes.axis import Context
from kg.minutes.ditto import Columns
from kg.minutes.line import Piece
from kg.minutes.note import Row

# 座長, 会長, 委員長代理: nobody below is one too
_UNIQUE = re.compile(r"長$|理事|長代理|座長|主査|議長|職務代理|大臣")


def carry_title(row: Row, title: Piece | None) -> tuple[Row, Piece | None]:
    """Return *row* with the role that the rows above it carry on, and that role.

    「構成員　橘 一葉」 and below it, further in or behind a 、, 「小暮 律」; 同 in the
    column of roles repeats it, elsewhere the office above. A chair is one person.
    """
    if row.title is not None:
        return row, row.title
    if title is None or row.name is None:
        return _with_ditto(row), None
    word = re.sub(r"\s", "", title.text)
    several = word == "理事" and is_beside(row.piece, title)
    if row.ditto and _UNIQUE.search(word) and _is_before(row.ditto, title):
        return replace(row, ditto=None), None
    if _UNIQUE.search(word) and not row.ditto and not several:
        return _with_ditto(row), None
    further_in = _column(row.piece) >= _behind(title)
    below = row.ditto or further_in or is_beside(row.piece, title)
    if below or _is_glued(title):
        return replace(row, title=title), title
    return _with_ditto(row), None


def _is_before(ditto: Piece, title: Piece) -> bool:
    """Tell whether *ditto* stands in a column before that of *title*.

    「〃　村長（空席）　職務代理者　副村長　橘 一葉」: 〃 below is of 委員 above both.
    """
    near = 5
    return _column(title) - _column(ditto) >= near


def _behind(title: Piece) -> int:
    """Return the column of the words behind a role, less one: where its list stands.

    「参考人　飯島 琢磨」: a row that begins before that column is of another group.
    """
    line = title.view.text[title.end :].split("\n", 1)[0]
    blank = len(line) - len(line.lstrip())
    near = 2
    return max(_column(title) + 1, _column(title) + len(title.text) + blank - near)


def _is_glued(title: Piece) -> bool:
    """Tell whether a role is glued to the first name of its list: 委員白川 清."""
    return re.match(r"\w", title.view.text[title.end : title.end + 1]) is not None


def _with_ditto(row: Row) -> Row:
    """Return *row* with its 同 before its affiliation: it repeats an office."""
    if row.ditto is None:
        return row
    first = row.affiliation[0] if row.affiliation else None
    if first and first.view is row.ditto.view and first.start >= row.ditto.end:
        whole = Piece(first.view, row.ditto.start, first.end)
        if not first.view.text[row.ditto.end : first.start].strip():
            return replace(row, affiliation=(whole, *row.affiliation[1:]))
    return replace(row, affiliation=(row.ditto, *row.affiliation))


def _column(piece: Piece) -> int:
    """Return how far *piece* stands from the start of its line."""
    return piece.start - (piece.view.text.rfind("\n", 0, piece.start) + 1)


def is_beside(piece: Piece, other: Piece) -> bool:
    """Tell whether two pieces stand on one line."""
    if piece.view is not other.view:
        return False
    first, last = sorted((piece.start, other.start))
    return "\n" not in piece.view.text[first:last]


def is_bracketed(row: Row) -> bool:
    """Tell whether the affiliation stands in brackets before the name."""
    first = row.affiliation[0] if row.affiliation else None
    if first is None or row.name is None or first.start == 0:
        return False
    return first.view.text[first.start - 1] == "(" and first.start < row.name.start


def is_first_line(units: Columns, following: Row, state: Context) -> bool:
    """Tell whether a row of units alone heads those below: 経済産業省電源政策局.

    It does if the next row has a name and begins with no organization of its own;
    else it is an organization that attended (オブザーバー 環境省).
    """
    if not units or following.name is None:
        return False
    below = read_columns(following.affiliation, (), state.lexicon)
    first = below[0][0].value if below and below[0] else ""
    return bool(below) and not state.lexicon.is_top(first)
