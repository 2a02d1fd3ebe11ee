"""Give a second post in brackets to the one below whose row it is printed.

In two columns a line holds the rows of two people, and the line below it the other
post of one: it stands below the first letter of that row.

    健康部長　　若林 和美　　区民部長　　橘 一葉
    （会計管理者）
"""

import re
from collections.abc import Sequence

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece

_BRACKETS = re.compile(r"(?:\([^()]*\)\s*)+")
_BRACKET = re.compile(r"\((?P<inside>[^()]*)\)")
_SLACK = 3
"""Columns by which a bracket may stand before or behind the first letter."""


def with_posts_below(
    items: Sequence[Piece], line: Piece, lexicon: Lexicon
) -> list[Piece] | None:
    """Return *items* with the posts in brackets that *line* is, below their rows.

    None where *line* holds other words, or a bracket stands below no one row.
    """
    if not items or not _BRACKETS.fullmatch(line.text):
        return None
    found = list(items)
    row = [i for i, item in enumerate(items) if _is_above(item, items[-1])]
    for bracket in _BRACKET.finditer(line.text):
        inside = re.sub(r"\s", "", bracket["inside"])
        piece = line.match(bracket)
        near = [i for i in row if abs(_column(items[i]) - _column(piece)) <= _SLACK]
        if len(near) != 1 or not lexicon.post_suffix(inside):
            return None
        found[near[0]] = items[near[0]].beside(piece)
    return found


def _is_above(item: Piece, last: Piece) -> bool:
    """Tell whether *item* stands on the line of the *last* one, and holds an office."""
    alike = item.view is last.view and _line_start(item) == _line_start(last)
    return alike and len(item.text.split()) > 1


def _line_start(piece: Piece) -> int:
    """Return where the line of *piece* begins."""
    return piece.view.text.rfind("\n", 0, piece.start) + 1


def _column(piece: Piece) -> int:
    """Return how many characters of its line stand before *piece*."""
    return piece.start - _line_start(piece)
