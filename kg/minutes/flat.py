"""Put the cells of a flattened table back into rows.

A table that a page or a PDF printed cell by cell stands as one cell a line:
委員 / 橘 一葉 / 西都大学 教授 / 欠席. The names, each alone on its line, tell where
the rows are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise, takewhile

from kg.minutes.column import is_column_head
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.minutes.name import read_name
from kg.minutes.row import read_rows
from kg.minutes.stacked import side_by_side

_FEWEST = 2
_MOST = 5
_SURE = 4
_DITTO = re.compile(r"同|〃|同上")
# -委員-, (委員長), [欠席]
_HEAD = re.compile(r"[-－【<〈《\[(][^()\[\]【】<>]{1,16}[-－】>〉》\])]")
_GROUP = re.compile(r"[■□◆【〈《<]\s*\S")
_FOREIGN = re.compile(r"[ァ-ヶー]{2,}(?:[・=][ァ-ヶー]+)+")
_LABEL = re.compile(r"(?!代理)[^\s:]{2,10}:\S")
_SIGN = re.compile(
    r"(?:欠席|出席|代理|オンライン|(?i:web)|ウェブ|リモート|会場|対面)\S{0,4}"
    r"|代理(?:出席)?(?:者)?\s*[(:].*|[○×◯〇]"
)


class Cell(StrEnum):
    """What one line of a flattened table holds."""

    NAME = "name"
    ROLE = "role"
    SIGN = "sign"
    ORGANIZATION = "organization"
    OTHER = "other"
    HEAD = "head"
    ROW = "row"


def join_cells(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return *lines*, those that are cells of one row joined into a line.

    Lines are cells where at least two hold nothing but a full name (one, where all
    others end with a post), others no name at all, and no line is a whole row.
    """
    groups = _by_group(lines, lexicon)
    if groups:
        return groups
    cells = [_cell(line, lexicon) for line in lines]
    columns = _equal_columns(lines, lexicon) or _parted_columns(lines, cells, lexicon)
    if columns:
        return columns
    others = [
        lexicon.post_suffix(line.text) is not None
        for line, cell in zip(lines, cells, strict=True)
        if cell in {Cell.OTHER, Cell.ORGANIZATION}
    ]
    named = cells.count(Cell.NAME)
    few = min(named, len(others)) < _FEWEST and not (named and all(others))
    if few or not named or not others or Cell.ROW in cells:
        return tuple(lines)
    lead = _cells_before(lines, cells)
    found: list[Line] = []
    start = 0
    for end in [*(i for i, c in enumerate(cells) if c is Cell.HEAD), len(lines)]:
        part = _joined(lines[start:end], cells[start:end], lead, lexicon)
        if part is None:
            return tuple(lines)
        found.extend((*part, *lines[end : end + 1]))
        start = end + 1
    return tuple(found)


def _by_group(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return *lines* with the columns below each ■オブザーバー as rows, or ().

    Each group has its own 氏名 and 所属, one above the other.
    """
    heads = [i for i, line in enumerate(lines) if _GROUP.match(line.text)]
    if not heads:
        return ()
    found: list[Line] = []
    columned = False
    for start, end in pairwise([-1, *heads, len(lines)]):
        part = lines[start + 1 : end]
        rows = _equal_columns(part, lexicon)
        columned = columned or bool(rows)
        found.extend((*lines[max(start, 0) : start + 1], *(rows or part)))
    return tuple(found) if columned else ()


def _equal_columns(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the rows of a table whose columns stand one below the other, or ().

    氏名 heads all the names, 所属 all the offices: the columns are as long as that of
    the names, or no row can be told.
    """
    heads = [i for i, line in enumerate(lines) if is_column_head(_unspaced(line))]
    names = [i for i in heads if "名" in _unspaced(lines[i])]
    if len(heads) < _FEWEST or len(names) != 1:
        return ()
    edges = [-1, *heads, len(lines)]
    runs = [tuple(lines[a + 1 : b]) for a, b in pairwise(edges)]
    size = len(runs[heads.index(names[0]) + 1])
    before = runs[0][-size:] if len(runs[0]) >= size else ()
    columns = [run for run in (before, *runs[1:]) if run]
    listed = runs[heads.index(names[0]) + 1]
    sure = bool(listed) and all(_cell(one, lexicon) is Cell.NAME for one in listed)
    if (size < _FEWEST + 1 and not sure) or any(len(run) != size for run in columns):
        return ()
    above = runs[0][: len(runs[0]) - len(before)]
    return (
        *above,
        *(_side_by_side(parts, lexicon) for parts in zip(*columns, strict=True)),
    )


def _parted_columns(
    lines: Sequence[Line], cells: Sequence[Cell], lexicon: Lexicon
) -> tuple[Line, ...]:
    """Return the rows of columns that blank lines part, without heads, or ().

    座長 / 委員 / 委員, then three names, then their three offices: each column is as
    long as the others, and holds nothing else. What stands behind them is left.
    """
    edges = [i for i, line in enumerate(lines) if i == 0 or line.after_blank]
    runs = list(pairwise([*edges, len(lines)]))
    size = runs[0][1] if runs else 0
    equal = list(takewhile(lambda run: run[1] - run[0] == size, runs))
    kinds = [set(cells[start:end]) for start, end in equal]
    offices = {Cell.ORGANIZATION, Cell.OTHER}
    whole = all(kind <= offices or kind in ({Cell.NAME}, {Cell.ROLE}) for kind in kinds)
    named = kinds.count({Cell.NAME}) == 1 and len(kinds) >= _FEWEST
    if not (named and whole) or size <= _FEWEST:
        return ()
    columns = [lines[start:end] for start, end in equal]
    rows = (_side_by_side(row, lexicon) for row in zip(*columns, strict=True))
    return (*rows, *lines[size * len(equal) :])


def _side_by_side(cells: Sequence[Line], lexicon: Lexicon) -> Line:
    """Return the cells of one row as one line."""
    pieces = tuple(cell.piece for cell in cells)
    return replace(cells[0], piece=side_by_side(pieces, lexicon))


def _unspaced(line: Line) -> str:
    """Return the words of *line* without blanks: 氏 名 is 氏名."""
    return re.sub(r"\s", "", line.text)


def _cells_before(lines: Sequence[Line], cells: Sequence[Cell]) -> int | None:
    """Return how many cells of a row stand before its name, by the heads of columns."""
    heads = [line for line, cell in zip(lines, cells, strict=True) if cell is Cell.HEAD]
    names = [
        i
        for i, line in enumerate(heads)
        if is_column_head(_unspaced(line)) and "名" in _unspaced(line)
    ]
    return names[0] if len(names) == 1 and len(heads) >= _FEWEST else None


def _joined(
    lines: Sequence[Line], cells: Sequence[Cell], lead: int | None, lexicon: Lexicon
) -> list[Line] | None:
    """Return the rows of the cells below one heading, None where one is too long."""
    found: list[Line] = []
    for start, end in _rows(lines, cells, lead) if lines else ():
        if end - start > _MOST:
            return None
        found.append(_side_by_side(lines[start:end], lexicon))
    return found


def _rows(
    lines: Sequence[Line], cells: Sequence[Cell], lead: int | None
) -> list[tuple[int, int]]:
    """Return where each row begins and ends.

    It begins with its name, or with a role or 同 right above it; where
    organizations precede names, with the first of them behind a name.
    """
    names = [i for i, cell in enumerate(cells) if cell is Cell.NAME]
    if lead and names and names[0] == lead:
        begins = [name - lead for name in names]
        return list(zip(begins, [*begins[1:], len(lines)], strict=True))
    first = next(
        (c for c in cells if c in {Cell.NAME, Cell.ORGANIZATION, Cell.OTHER}), None
    )
    leading = first is not Cell.NAME
    parted = _has_blanks(lines)
    starts = [0]
    named = False
    for i, cell in enumerate(cells):
        blank = parted and lines[i].after_blank
        fresh = cell in {Cell.NAME, Cell.ROLE} or (
            cell in {Cell.ORGANIZATION, Cell.OTHER} and (leading or blank)
        )
        opens = (named and fresh) or (blank and cell is Cell.ROLE)
        if opens and i:
            starts.append(i)
            named = False
        named = named or cell is Cell.NAME
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _has_blanks(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines part some lines and not others."""
    parted = sum(line.after_blank for line in lines)
    return 0 < parted < len(lines) - 1


def _cell(line: Line, lexicon: Lexicon) -> Cell:
    """Return what *line* holds."""
    text = line.text
    joined = re.sub(r"\s", "", text)
    if _HEAD.fullmatch(text) or is_column_head(joined):
        return Cell.HEAD
    if lexicon.role(joined) or lexicon.group_role(joined) or _DITTO.fullmatch(text):
        return Cell.ROLE
    if _SIGN.fullmatch(text):
        return Cell.SIGN
    reading = read_name(line.piece, lexicon)
    plain = not lexicon.post_suffix(joined) and not lexicon.ends_organization(joined)
    foreign = _FOREIGN.fullmatch(text) is not None
    if foreign or (plain and reading.score >= _SURE and reading.given):
        return Cell.NAME
    rows = [row for row in read_rows(line.piece, lexicon) if row.name]
    sure = [
        row
        for row in rows
        if row.reading and row.reading.given and (row.affiliation or row.title)
    ]
    if any(row.score > _SURE for row in sure) or "、" in text or _LABEL.match(text):
        return Cell.ROW
    return Cell.ORGANIZATION if lexicon.ends_organization(joined) else Cell.OTHER
