"""Take off the bars that a table leaves on a page: 「日時 | 令和6年5月1日 |」."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.minutes.headword import read_head
from kg.minutes.line import Line
from kg.minutes.table import is_table_line

_TRAILING = re.compile(r"(?:\s*\|)+$")
# 日時 | 令和6年…
_CELL = re.compile(r"(?P<head>[^|]{1,24}?)\s*\|\s*(?P<value>[^|\s][^|]*)")


def without_bars(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return *lines* without the bars that end them, a head and its value in two.

    A page that prints a table without its left edge leaves a bar behind each cell. A
    table with both edges is left as it is, for what reads tables.
    """
    if any(is_table_line(line) or line.drawn for line in lines):
        return tuple(lines)
    found: list[Line] = []
    for line in lines:
        bar = _TRAILING.search(line.text)
        bare = replace(line, piece=line.piece.part(0, bar.start())) if bar else line
        if not bare.text:
            continue
        cells = _CELL.fullmatch(bare.text)
        head = replace(line, piece=line.piece.match(cells, "head")) if cells else None
        if cells and head and read_head(head):
            value = replace(line, piece=line.piece.match(cells, "value"))
            found.extend((head, replace(value, after_blank=False)))
        else:
            found.append(bare)
    return tuple(found)
