"""Take a record out of the boxes around it: │出席委員│◎橘 一葉  ○小暮 律│.

Assemblies draw their head as a table, with rules (├──┼──┤) between its rows: the
first cell is a heading, what stands beside it its value, line by line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.minutes.column import is_column_heads
from kg.minutes.group import read_group
from kg.minutes.headword import read_head
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.table import is_table_line

# |---|---|, and the end of a row that <br> cuts
_MORE = re.compile(r"^\||\|$")
_CELL = re.compile(r"(?:^|(?<=\|))\s*(?P<cell>[^|]*)(?=\||$)")


def unbox(lines: Iterable[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return *lines*, the rows of boxes as headings with their values below.

    A row whose first cell is no heading stays a row, for the table reader.
    """
    found: list[Line] = []
    headed = False
    for block in _blocks(lines):
        boxed = _is_boxed(block[0])
        more = headed and _MORE.search(block[0].text) is not None
        headed = more or (boxed and (headed or _has_column_heads(block[0])))
        found.extend(block if headed or not boxed else _unboxed(block, lexicon))
    return tuple(found)


def _has_column_heads(line: Line) -> bool:
    """Tell whether *line* heads a table of people: its rows are no headings."""
    cells = [cell.text for cell in _cells(line.piece)]
    return is_column_heads(cells) or any(cell.startswith("発言") for cell in cells)


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Give the lines, those of one row of a box together."""
    block: list[Line] = []
    for line in lines:
        boxed = _is_boxed(line)
        more = block and boxed and line.drawn and not line.after_rule
        if block and not more:
            yield block
            block = []
        block.append(line)
        if not boxed:
            yield block
            block = []
    if block:
        yield block


def _is_boxed(line: Line) -> bool:
    """Tell whether *line* is a row of a table, or of a box with one cell."""
    if is_table_line(line):
        return True
    bars = 2
    edged = line.text[0] == line.text[-1] == "|"
    return line.drawn and edged and line.text.count("|") >= bars


def _unboxed(block: list[Line], lexicon: Lexicon) -> Iterable[Line]:
    """Return the lines of one row: its heading, and what stands beside it."""
    first = block[0]
    rows = [_cells(line.piece) for line in block]
    width = max(map(len, rows))
    if width == 1:
        cells = zip(block, rows, strict=True)
        return [_line(line, row[0]) for line, row in cells if row[0]] or block
    pairs = list(_pairs(rows, width, lexicon, first))
    if not pairs:
        return block
    return [
        _line(line, cell)
        for head, values in pairs
        for line, cell in ((first, head), *zip(block, values, strict=True))
        if cell
    ]


def _pairs(
    rows: list[tuple[Piece, ...]], width: int, lexicon: Lexicon, first: Line
) -> Iterator[tuple[Piece, list[Piece]]]:
    """Give each heading with the cells beside it: 日時 and 場所 may share a row."""
    start = 0
    while start < width:
        head = _column(rows, start)
        if not _heads(head, first, lexicon):
            return
        end = start + 1
        while end < width and (
            end == start + 1 or not _heads(_column(rows, end), first, lexicon)
        ):
            end += 1
        empty = head.part(0, 0)
        for place in range(start + 1, end):
            cells = [row[place] if place < len(row) else empty for row in rows]
            yield (head if place == start + 1 else empty), cells
        start = end


def _column(rows: list[tuple[Piece, ...]], place: int) -> Piece:
    """Return the cells of one column as one: 出席委員 / （８名）."""
    cells = [row[place] for row in rows if place < len(row) and row[place]]
    if not cells:
        return rows[0][min(place, len(rows[0]) - 1)].part(0, 0)
    joined = cells[0]
    for cell in cells[1:]:
        joined = joined.joined(cell)
    return joined


def _heads(cell: Piece, line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *cell* is the heading of a section or of a group of people."""
    if not cell:
        return False
    as_line = _line(line, cell)
    return read_head(as_line) is not None or read_group(as_line, lexicon) is not None


def _cells(piece: Piece) -> tuple[Piece, ...]:
    """Return the cells of one line between its bars."""
    text = piece.text.strip("|")
    inner = piece.part(piece.text.index(text), piece.text.index(text) + len(text))
    return tuple(inner.match(found, "cell") for found in _CELL.finditer(inner.text))


def _line(line: Line, piece: Piece) -> Line:
    """Return *piece* as a line in the place of *line*."""
    return replace(line, piece=piece, indent=0, after_rule=False, drawn=False)
