"""Read a first column whose cells are merged: each heads the rows below it.

「オブザーバー⇥架空協会　橘 一葉　理事長」 above 「⇥里山機構　小暮 律　理事」.
"""

from collections.abc import Sequence

from kg.minutes.group import read_celled
from kg.minutes.group_head import GroupHead
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line


def holds_groups(lines: Sequence[Line], lexicon: Lexicon) -> bool:
    """Tell whether the first cells of *lines* hold groups, and some are empty."""
    if not any(map(_has_empty_cell, lines)):
        return False
    heads = (read_merged(line, lexicon) for line in lines)
    return any(head and head.organization is None for head in heads)


def read_merged(line: Line, lexicon: Lexicon) -> GroupHead | None:
    """Return the heading in the first cell of *line*, with the row behind it."""
    if _has_empty_cell(line):
        return None
    return read_celled(line.piece, lexicon)


def _has_empty_cell(line: Line) -> bool:
    """Tell whether a tab stands before *line*: its first cell is merged with above."""
    start = line.piece.start
    return line.piece.view.text[max(0, start - 1) : start] == "\t"
