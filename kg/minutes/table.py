"""Read a table of attendees: | 氏名 | 所属・役職 | 出欠 |, with bars or tabs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.minutes.legend import read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.cell import align, cut_cells
from kg.minutes.note import Order, Row, take_note
from kg.minutes.row import read_rows

_RULE = re.compile(r"^\|?[\s:|\-]+\|?$")
_COLUMNS = (
    ("name", re.compile(r"氏名|名前|^委員名?$|^構成員$|お名前")),
    (
        "affiliation",
        re.compile(r"所属|役職|職名|肩書|職業|勤務先|部局|機関|団体|^職$|部署|現職"),
    ),
    ("title", re.compile(r"区分|役割|資格|^役$")),
    ("status", re.compile(r"出欠|^出席(?:状況)?$")),
    ("note", re.compile(r"出席|参加|備考|形態|方法|摘要")),
)
_ONE_HEAD = re.compile(
    r"(?:氏名|お?名前|委員名|所属|役職|職名|肩書|備考|出欠|出席|区分)"
    r"(?:(?:・|/|及び|、)(?:氏名|所属|役職|職名|肩書))*(?:名|等)?"
)
_PROXY = re.compile(r"\s*\(代理(?:出席)?(?:者)?\s*[:、]?\s*(?P<who>[^()]+)\)$")
# ○（代理）　産業課長　向井　剛
_STATUS_PROXY = re.compile(
    r"[○〇◯]?\s*\(?代理(?:出席)?(?:者)?\)?\s*[:、]?\s*(?P<who>[^\s・/()].{2,})"
)
_MARK = re.compile(r"[○〇◯◎△▲×✕－\-ー―●☆★※*]")
_DAY = re.compile(r"\d{1,2}[/月]\d{1,2}日?|第?\d{1,3}回")
# 代理 in the column 出欠 says that somebody else sat there for the one in the row
_REPRESENTED = re.compile(r"代理(?:出席)?|\(?代\)?")


def is_table_line(line: Line) -> bool:
    """Tell whether *line* is a row of a table with bars."""
    cells = 2
    return line.text.startswith("|") and line.text.count("|") > cells


def is_tabbed_head(line: Line) -> bool:
    """Tell whether *line* heads a table of cells that tabs part: 氏名⇥所属⇥出欠."""
    return "\t" in line.text and _is_head([c.text for c in cut_cells(line.piece)])


def is_column_heads(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are the heads of columns: 氏名, 所属・役職, 出欠."""
    columns = 2
    words = [cell for cell in cells if cell]
    found = sum(1 for cell in words if _column(cell))
    return found >= columns and 2 * found > len(words)


def is_column_head(word: str) -> bool:
    """Tell whether *word* heads a column and is nothing else: 氏名, 所属・役職."""
    return _ONE_HEAD.fullmatch(word) is not None


def _is_head(cells: Sequence[str]) -> bool:
    """Tell whether *cells* head a table of people."""
    return is_column_heads(cells) and "name" in map(_column, cells)


def read_table(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the attendees of the tables made of *lines*, one a row.

    A table whose head names no column of names gives nothing; one that has the
    columns twice (議席番 氏名 議席番 氏名) has two people in a row.
    """
    rows: list[Row] = []
    for table in _tables(lines):
        columns = tuple(_column(cell.text) for cell in cut_cells(table[0].piece))
        if "name" in columns:
            rows.extend(_read_rows(columns, table[1:], lexicon))
    return tuple(rows)


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines of each table; a row of column heads begins another."""
    table: list[Line] = []
    for line in lines:
        if table and _is_head([cell.text for cell in cut_cells(line.piece)]):
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
    sets = columns.count("name")
    width = len(columns) // sets
    above: tuple[Piece, ...] = ()
    for line, cells in zip(lines, printed, strict=True):
        if _RULE.match(line.text):
            continue
        above = _repeated(cells, above)
        if columns != columns[:width] * sets:
            sets, width = 1, len(columns)
        for start in range(0, sets * width, width):
            part = above[start : start + width]
            whole = line.piece if sets == 1 else _whole(part)
            row = _row(whole, columns[:width], part, lexicon) if whole else None
            if row:
                yield row


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


def _column(words: str) -> str:
    """Return what a column holds, by the words of its head; "" for others."""
    bare = re.sub(r"\s", "", words)
    for name, pattern in _COLUMNS:
        if pattern.search(bare):
            return name
    return "status" if _DAY.fullmatch(bare) else ""


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
        return _organization_row(piece, by_column, lexicon)
    row = max(named, key=lambda r: r.score)
    notes = by_column.get("note", [])
    for cell in by_column.get("status", []):
        named = _STATUS_PROXY.fullmatch(cell.text)
        if _REPRESENTED.fullmatch(cell.text):
            row = replace(row, represented_by=cell)
        elif named:
            row = replace(row, proxy=cell.match(named, "who"))
        elif _MARK.fullmatch(cell.text):
            row = replace(row, marks=(*row.marks, cell))
        else:
            notes = [*notes, cell]
    offices = []
    for cell in by_column.get("affiliation", ()):
        office, proxy = _without_proxy(cell)
        row = replace(row, proxy=row.proxy or proxy)
        offices.append(office)
    for cell in notes:
        row = take_note(row, cell, lexicon) or row
    signs = [
        (sign, cell)
        for cell in (*notes, *by_column.get("status", ()))
        for sign in read_signs(cell.text, lexicon)
        if row.proxy is None
    ]
    titles = [c for c in by_column.get("title", []) if _is_role(c, lexicon)]
    return replace(
        row,
        piece=piece,
        affiliation=(*offices, *row.affiliation),
        signs=(*row.signs, *signs),
        title=row.title or (titles[0] if titles else None),
    )


def _organization_row(
    piece: Piece, by_column: Mapping[str, list[Piece]], lexicon: Lexicon
) -> Row | None:
    """Return a row that names an organization only, in the column of names."""
    cells = [*by_column.get("name", []), *by_column.get("affiliation", [])]
    if not cells or not lexicon.ends_organization(cells[0].text):
        return None
    titles = [c for c in by_column.get("title", []) if _is_role(c, lexicon)]
    title = titles[0] if titles else None
    return Row(piece, Order.NAME_FIRST, 1, affiliation=(cells[0],), title=title)


def _is_role(cell: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *cell* is the word for a role or a group: 座長, 関係省庁."""
    word = re.sub(r"\s", "", cell.text)
    return bool(lexicon.role(word) or lexicon.group_role(word))


def _without_proxy(cell: Piece) -> tuple[Piece, Piece | None]:
    """Return an office and the words on a proxy behind it: 商工組合（代理　浅野部長）."""
    found = _PROXY.search(cell.text)
    if not found:
        return cell, None
    return cell.part(0, found.start()), cell.match(found, "who")
