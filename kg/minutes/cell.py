"""Cut the rows of a table into cells, and put them below the heads of its columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.row import read_rows

_CELL = re.compile(r"(?:^|\|)(?P<cell>[^|]*)(?=\|)")


def cut_cells(piece: Piece) -> tuple[Piece, ...]:
    """Return the cells of one line, between bars or tabs.

    A line that begins with tabs has empty cells at its start; a page may print bars
    between the cells alone: 氏名 | 所属 | 備考.
    """
    if piece.text.startswith("|"):
        found = list(_CELL.finditer(piece.text))
        return tuple(piece.match(m, "cell") for m in found if m.start() or m["cell"])
    text = piece.view.text
    before = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
    empty = before.count("\t") if not before.strip() else 0
    between = r"\t" if "\t" in piece.text else r"\|"
    cuts = [found.start() for found in re.finditer(between, piece.text)]
    edges = [-1, *cuts, len(piece.text)]
    cells = tuple(piece.part(a + 1, b) for a, b in pairwise(edges))
    return (*(piece.part(0, 0) for _ in range(empty)), *cells)


def align(
    cells: tuple[Piece, ...], columns: Sequence[str], lexicon: Lexicon
) -> tuple[Piece, ...]:
    """Return *cells*, with empty ones before them where the first columns are.

    A page that leaves a cell empty which holds for several rows (委員) prints the row
    further in; the name then stands in the column of names.
    """
    missing = len(columns) - len(cells)
    if missing <= 0 or "name" not in columns or not cells:
        return cells
    place = columns.index("name")
    for pad in range(min(missing, place), 0, -1):
        unmoved = cells[place].text if place < len(cells) else ""
        if _is_name(cells[place - pad], lexicon) and not (
            unmoved and _is_name(cells[place], lexicon)
        ):
            return (*(cells[0].part(0, 0) for _ in range(pad)), *cells)
    return cells


def _is_name(cell: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *cell* holds a full name."""
    return any(
        row.name and row.reading and (row.reading.given or "・" in row.name.text)
        for row in read_rows(cell, lexicon)
    )
