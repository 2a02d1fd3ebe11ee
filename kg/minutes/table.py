"""Read a Markdown table of attendees: | 氏名 | 所属・役職 | 出欠 |."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.minutes.legend import read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.note import Row, take_note
from kg.minutes.row import read_rows

_CELL = re.compile(r"(?:^|\|)(?P<cell>[^|]*)(?=\|)")
_RULE = re.compile(r"^\|?[\s:|\-]+\|?$")
_COLUMNS = (
    ("name", re.compile(r"氏名|名前|^委員名?$|^構成員$|お名前")),
    ("affiliation", re.compile(r"所属|役職|職名|肩書|職業|勤務先")),
    ("title", re.compile(r"区分|役割|資格|^役$")),
    ("note", re.compile(r"出欠|出席|参加|備考|形態|方法|摘要")),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of a table, with what each column holds."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    lines: tuple[Line, ...]


def is_table_line(line: Line) -> bool:
    """Tell whether *line* is a row of a Markdown table."""
    cells = 2
    return line.text.startswith("|") and line.text.count("|") > cells


def read_table(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the attendees of the table made of *lines*, one a row.

    A table whose head names no column of names gives nothing.
    """
    if not lines:
        return ()
    head, *rest = [_cells(line.piece) for line in lines]
    columns = tuple(_column(cell.text) for cell in head)
    if "name" not in columns:
        return ()
    rows: list[Row] = []
    above: tuple[Piece, ...] = ()
    for line, printed in zip(lines[1:], rest, strict=True):
        if _RULE.match(line.text):
            continue
        cells = _repeated(printed, above)
        above = cells
        row = _row(line.piece, columns, cells, lexicon)
        if row:
            rows.append(row)
    return tuple(rows)


def _cells(piece: Piece) -> tuple[Piece, ...]:
    """Return the cells of one line."""
    found = list(_CELL.finditer(piece.text))
    return tuple(piece.match(m, "cell") for m in found if m.start() or m["cell"])


def _repeated(cells: Sequence[Piece], above: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return *cells* with 〃 and 同上 replaced by the cell above."""
    return tuple(
        above[i] if cell.text in {"〃", "同上", "々"} and i < len(above) else cell
        for i, cell in enumerate(cells)
    )


def _column(words: str) -> str:
    """Return what a column holds, by the words of its head; "" for others."""
    bare = re.sub(r"\s", "", words)
    for name, pattern in _COLUMNS:
        if pattern.search(bare):
            return name
    return ""


def _row(
    piece: Piece, columns: tuple[str, ...], cells: Sequence[Piece], lexicon: Lexicon
) -> Row | None:
    """Return one row: the name's cell as a row of its own, the others beside it."""
    by_column: dict[str, list[Piece]] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell:
            by_column.setdefault(column, []).append(cell)
    named = [
        row
        for cell in by_column.get("name", [])[:1]
        for row in read_rows(cell, lexicon)
        if row.name
    ]
    if not named:
        return None
    row = max(named, key=lambda r: r.score)
    for cell in by_column.get("note", []):
        row = take_note(row, cell, lexicon) or row
    signs = [
        (sign, cell)
        for cell in by_column.get("note", [])
        for sign in read_signs(cell.text, lexicon)
        if row.proxy is None
    ]
    titles = [c for c in by_column.get("title", []) if lexicon.role(c.text)]
    return replace(
        row,
        piece=piece,
        affiliation=(*by_column.get("affiliation", ()), *row.affiliation),
        signs=(*row.signs, *signs),
        title=row.title or (titles[0] if titles else None),
    )
