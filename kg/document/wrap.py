"""Tell which lines of a PDF go on where the edge of their column cut them."""

import re
from collections.abc import Sequence

from kg.document.row import LISTS, Row

# ○佐藤委員　・資料1　（1）議事　１．開会　①　【議題】   a line that begins so is new
_OPENING = re.compile(
    r"""^(?:[○◯〇●◎□■◇◆・･※〔［【＜<→⇒\-–—＊*]
      | [(（]?[0-9０-９一二三四五六七八九十ア-ン]{1,3}[)）．.、：:　\s]
      | [①-⑳Ⅰ-Ⅻ] | 第[0-9０-９一二三四五六七八九十]+ )""",
    re.VERBOSE,
)
# （粟津会長）　   where a sentence has ended above
_LABEL = re.compile(r"[(（][^()（）]{1,16}[)）][　\s]")
# 議事概要, 配布資料   a heading of one word is no end of the line above
_HEADING = re.compile(
    r"(?:議事|会議|審議)の?(?:概要|要旨|内容|経過|結果|録)|会議録|(?:配[布付])?資料|議[題事]"
)
_CELLS = re.compile(r"\t|\S　{2,}\S")
"""What parts the cells of a row, which is never joined to the next."""
_REACH = 1.3
_MOVED = 2.6
"""A line may end earlier where the next character cannot stand first: お / り、"""
_STOPPED = re.compile(r"[。．.！？!?」』）)]$")
_HANGING = 4.0
_LEVEL = 0.6
_OTHER = 0.2
_FEWEST = 3


def right_edges(rows: Sequence[Row]) -> dict[int, float]:
    """Return where the lines of each column end that are full, where several do.

    The lines of lists are never cut so.
    """
    edges: dict[int, float] = {}
    for column in {row.column for row in rows if row.column < LISTS}:
        ends = sorted((row.right for row in rows if row.column == column), reverse=True)
        size = max(row.size for row in rows if row.column == column)
        for edge in ends[: len(ends) // 4 + 1]:
            near = sum(edge - size < end <= edge for end in ends)
            if near >= _FEWEST:
                edges[column] = edge
                break
    return edges


def goes_on(before: Row, row: Row, edges: dict[int, float], *, first: bool) -> bool:
    """Tell whether *row* goes on where *before*, which is full, was cut.

    Both begin at their distance from the margin. Where *before* is the *first* line
    of a paragraph the next may stand further left (　本日は), or further right below
    a mark (○佐藤委員); from then on all begin alike.
    """
    edge = edges.get(before.column)
    reach = _REACH if _STOPPED.search(before.text) else _MOVED
    if edge is None or before.right < edge - reach * before.size:
        return False
    if before.column and before.right > edge + _REACH * before.size:
        return False  # too long for its column, it is no wrapped line
    if _CELLS.search(before.text) or _begins(row, before):
        return False
    if abs(before.size - row.size) > _OTHER * before.size:
        return False
    shift = (row.left - before.left) / before.size
    if not first:
        return abs(shift) <= _LEVEL
    hanging = _HANGING if _OPENING.match(before.text) else _LEVEL
    return -_HANGING <= shift <= hanging


def _begins(row: Row, before: Row) -> bool:
    """Tell whether *row* begins something new after *before*, or is made of cells."""
    return bool(
        _CELLS.search(row.text)
        or _OPENING.match(row.text)
        or _HEADING.fullmatch(re.sub(r"\s", "", row.text))
        or (_STOPPED.search(before.text) and _LABEL.match(row.text))
    )
