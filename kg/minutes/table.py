"""Read a table of attendees: | 氏名 | 所属・役職 | 出欠 |, with bars or tabs."""

import re
from collections.abc import Iterator, Sequence

from kg.minutes.cell import align, cut_cells
from kg.minutes.column import column_of, heads_people
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.listed import cut_list
from kg.minutes.note import Row
from kg.minutes.table_row import read_row
from kg.text import key

# |---|:--|
_RULE = re.compile(r"^\|?[\s:|\-]+\|?$")


def is_table_line(line: Line) -> bool:
    """Tell whether *line* is a row of a table with bars."""
    cells = 2
    return line.text.startswith("|") and line.text.count("|") > cells


def is_celled(line: Line) -> bool:
    """Tell whether tabs, or bars between them alone, part *line* into cells."""
    return "\t" in line.text or ("|" in line.text and not line.text.startswith("|"))


def is_tabbed_head(line: Line) -> bool:
    """Tell whether *line* heads a table of cells that tabs part: 氏名⇥所属⇥出欠.

    So do bars that stand between the cells alone: 氏名 | 所属 | 備考.
    """
    return is_celled(line) and heads_people([c.text for c in cut_cells(line.piece)])


def read_table(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the attendees of the tables made of *lines*, one a row.

    A table whose head names no column of names gives nothing; one that has the
    columns twice (議席番 氏名 議席番 氏名) has two people in a row.
    """
    rows: list[Row] = []
    for table in _tables(lines):
        columns = tuple(column_of(cell.text) for cell in cut_cells(table[0].piece))
        if "name" in columns:
            rows.extend(_read_rows(columns, table[1:], lexicon))
    return tuple(rows)


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines of each table; a row of column heads begins another."""
    table: list[Line] = []
    for line in lines:
        if table and heads_people([cell.text for cell in cut_cells(line.piece)]):
            yield table
            table = []
        table.append(line)
    if table:
        yield table


def _read_rows(
    columns: tuple[str, ...], lines: Sequence[Line], lexicon: Lexicon
) -> Iterator[Row]:
    """Give the rows of a table with *columns*."""
    printed = [cut_cells(line.piece) for line in lines]
    columns = _with_titles(columns, printed, lexicon)
    printed = [align(cells, columns, lexicon) for cells in printed]
    width = _width(columns)
    above: tuple[Piece, ...] = ()
    before: list[tuple[Piece, ...]] = []
    for line, cells in zip(lines, printed, strict=True):
        if _RULE.match(line.text):
            continue
        above = _repeated(cells, _same_person(cells, before, columns) or above)
        before.append(above)
        for start in range(0, len(columns), width):
            part = above[start : start + width]
            whole = line.piece if width == len(columns) else _whole(part)
            if whole:
                yield from _read_people(whole, columns[:width], part, lexicon)


def _read_people(
    whole: Piece, columns: tuple[str, ...], cells: tuple[Piece, ...], lexicon: Lexicon
) -> Iterator[Row]:
    """Give those whom the cells of one person's columns name, mostly one.

    A cell across several columns may list them: 企画課　橘課長、小暮主事.
    """
    place = columns.index("name")
    cell = cells[place] if place < len(cells) else None
    listed = cut_list(cell, lexicon).items if cell and "、" in cell.text else []
    if len(listed) <= 1:
        row = read_row(whole, columns, cells, lexicon)
        if row:
            yield row
        return
    for one in listed:
        each = (*cells[:place], one, *cells[place + 1 :])
        row = read_row(one, columns, each, lexicon)
        if row and row.name:
            yield row


def _width(columns: tuple[str, ...]) -> int:
    """Return how many columns one person has: all, or as many as come again."""
    sets = columns.count("name")
    width = len(columns) // sets
    return width if columns == columns[:width] * sets else len(columns)


def _whole(cells: Sequence[Piece]) -> Piece | None:
    """Return the words of some cells of a line with what is between them."""
    words = [cell for cell in cells if cell]
    return Piece(words[0].view, words[0].start, words[-1].end) if words else None


def _repeated(cells: Sequence[Piece], above: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return *cells* with 〃 and 同上 replaced by the cell above."""
    return tuple(
        above[i] if cell.text in {"〃", "同上", "々"} and i < len(above) else cell
        for i, cell in enumerate(cells)
    )


def _same_person(
    cells: Sequence[Piece], before: Sequence[tuple[Piece, ...]], columns: Sequence[str]
) -> tuple[Piece, ...] | None:
    """Return the cells of an earlier row with the full name of *cells*, or None.

    同上 beside a name that stands there before repeats what was said of that person:
    who sits in two committees has one office.
    """
    place = columns.index("name")
    if place >= len(cells) or " " not in cells[place].text:
        return None
    name = key(cells[place].text)
    same = [row for row in before if place < len(row) and key(row[place].text) == name]
    return same[-1] if same else None


def _with_titles(
    columns: tuple[str, ...], rows: Sequence[Sequence[Piece]], lexicon: Lexicon
) -> tuple[str, ...]:
    """Return *columns*, one headed 役職 being of roles where it holds 会長 and 委員."""
    found = list(columns)
    for i, column in enumerate(columns):
        cells = [row[i].text for row in rows if i < len(row)]
        words = [re.sub(r"\s", "", cell) for cell in cells if re.search(r"\w", cell)]
        roles = [w for w in words if lexicon.role(w) or lexicon.group_role(w)]
        if column in {"affiliation", ""} and words and 2 * len(roles) > len(words):
            found[i] = "title"
    return tuple(found)
