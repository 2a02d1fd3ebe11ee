"""Make the cells of a table safe where it is shown."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_WIDE = frozenset("WFA")


def guard_cell(cell: str) -> str:
    """Return *cell* with a leading ' where a spreadsheet would run it.

    >>> guard_cell("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    """Return a table as CSV for spreadsheets: guarded, with LF line ends."""
    stream = io.StringIO()
    plain = csv.writer(stream, lineterminator="\n")
    quoted = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(columns)
    for row in rows:
        cells = ["" if cell is None else guard_cell(cell) for cell in row]
        # a lone CR ends a row for a reader, and the writer does not quote it
        writer = quoted if any("\r" in cell for cell in cells) else plain
        writer.writerow(cells)
    return stream.getvalue()


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    """Return a table in columns as wide as their cells; kanji are two wide."""
    lines = [list(columns)]
    lines += [["" if cell is None else show_cell(cell) for cell in row] for row in rows]
    widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
    return "".join(
        "  ".join(
            cell + " " * (width - _width(cell))
            for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )


def show_cell(cell: str) -> str:
    """Return *cell* in one line, control and bidi characters shown as ␦.

    An escape sequence in a record must not act on the reader's terminal.
    """
    words = " ".join(cell.split())
    return "".join("␦" if unicodedata.category(c) in {"Cc", "Cf"} else c for c in words)


def _width(text: str) -> int:
    """Return the columns that *text* takes on a terminal."""
    return sum(
        2 if unicodedata.east_asian_width(character) in _WIDE else 1
        for character in text
        if not unicodedata.combining(character)
    )
