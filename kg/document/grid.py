"""Turn a table into lines: one for each row, its cells parted by tabs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

# （架空大学教授）   under a name it belongs to it
_CONTINUED = re.compile(r"^[(（［\[〔]")
_LISTED = 3
_WIDEST = 100
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell, over how many *rows* and *columns* it goes, is it a head."""

    lines: tuple[str, ...]
    rows: int = 1
    columns: int = 1
    head: bool = False

    @property
    def text(self) -> str:
        """The words as one line."""
        return "　".join(line.replace("\t", " ") for line in self.lines)


_EMPTY = Cell(())


def lay_rows(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a table, each with the number of its row from 1.

    A cell over several rows is printed in each, so that a person's row has all of
    his columns. Cells that list several lines side by side give a row for each; a
    list beside one cell (出席者) repeats that cell.
    """
    for number, cells in enumerate(_fill(rows), 1):
        for line in _lines(cells):
            text = "\t".join(line).rstrip("\t")
            if text.strip():
                yield number, text


def _fill(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Cell, ...]]:
    """Yield each row with the cells that reach into it from above or from the left."""
    above: dict[int, tuple[Cell, int]] = {}
    for row in rows[:_LONGEST]:
        line: list[Cell] = []
        waiting = list(row)
        below: dict[int, tuple[Cell, int]] = {}
        while (waiting or any(c >= len(line) for c in above)) and len(line) < _WIDEST:
            column = len(line)
            if column in above:
                cell, left = above[column]
                line.append(cell)
                if left > 1:
                    below[column] = (cell, left - 1)
                continue
            cell = waiting.pop(0) if waiting else _EMPTY
            for offset in range(min(max(cell.columns, 1), _WIDEST - column)):
                shown = cell if offset == 0 else _EMPTY
                line.append(shown)
                if cell.rows > 1:
                    below[column + offset] = (shown, cell.rows - 1)
        above = below
        yield (*line, *waiting)


def _lines(cells: Sequence[Cell]) -> Iterator[tuple[str, ...]]:
    """Yield the line, or the lines, that one row of *cells* makes."""
    full = [cell for cell in cells if cell.lines]
    counts = {len(cell.lines) for cell in full if len(cell.lines) > 1}
    if len(full) == 1:
        yield from ((line,) for line in full[0].lines)
    elif not counts or any(_belongs(cell) for cell in full):
        yield tuple(cell.text for cell in cells)
    elif len(counts) == 1 and _is_list(full, counts.pop()):
        height = max(len(cell.lines) for cell in cells)
        for place in range(height):
            yield tuple(
                cell.lines[place] if len(cell.lines) == height else cell.text
                for cell in cells
            )
    elif len(counts) > 1:
        for _, group in groupby(cells, key=lambda cell: len(cell.lines) > 1):
            for cell in group:
                yield from ((line,) for line in cell.lines)
    else:
        yield tuple(cell.text for cell in cells)


def _belongs(cell: Cell) -> bool:
    """Tell whether the second line of *cell* only goes on: （架空大学教授）."""
    return any(_CONTINUED.match(line) for line in cell.lines[1:])


def _is_list(full: Sequence[Cell], height: int) -> bool:
    """Tell whether cells of *height* lines list things, one a line.

    Several cells of one height, a head beside them, or three lines and more do;
    two lines in one cell are one thing that was too long (架空大学 / 教授).
    """
    high = [cell for cell in full if len(cell.lines) == height]
    return len(high) > 1 or height >= _LISTED or (full[0].head and len(full) == 2)  # noqa: PLR2004 - a head and its list
