"""Part lists that stand side by side, each below the heading of its column.

    公益委員            労働者委員
    橘　一葉（会長）    小暮　律
    渚　みどり          間宮　陽子

The cells of a column stand below its heading, whatever blanks a name has within.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.minutes.group_head import GroupHead, unspaced
from kg.minutes.legend import MARK
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.row import read_rows
from kg.model import Role

_WIDE = re.compile(r"\s{2,}")
# 委 員 :　橘 一葉　　　臨 時 委 員 :　小暮 律: each word before a colon heads a column
_COLON = re.compile(r"(?:^|(?<=\s\s))(?P<head>\S(?:\s?[^\s:])*?)\s*:\s*")
_WORDS = re.compile(r"[^\s\d、。:()]{2,12}")
_PEOPLE = re.compile(r"(?:委員|代表|議員|構成員|会員|者|アドバイザー)$")
_MARKS = re.compile(rf"(?:\s|{MARK})*")
_NEAR = 4
"""Columns of the screen that a cell may stand left of the heading above it."""

_SURE = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """The heading of a column, where it begins, and the cells below it."""

    head: Piece
    start: int
    cells: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a list; with *head*, those that stand in the column below it."""

    lines: tuple[Line, ...]
    head: GroupHead | None = None


def part_parallel(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Part, ...]:
    """Return the parts of *lines*: each list that stands beside others is one."""
    parts: list[Part] = []
    done = last = 0
    for i, line in enumerate(lines):
        columns = _heads(line, lexicon) if i >= done else ()
        filled, size = _fill(columns, lines[i:], lexicon) if columns else ((), 0)
        if not filled:
            continue
        if lines[last:i]:
            parts.append(Part(tuple(lines[last:i])))
        parts.extend(Part(one.cells, _as_group(one, lexicon)) for one in filled)
        done = last = i + size
    rest = tuple(lines[last:])
    return (*parts, Part(rest)) if rest or not parts else tuple(parts)


def _as_group(column: _Column, lexicon: Lexicon) -> GroupHead:
    """Return the group that the heading of *column* names."""
    name = unspaced(column.head.text)
    role = lexicon.group_role(name) or (Role.MEMBER if "委員" in name else None)
    return GroupHead(name, column.head, role, None, bracketed=True)


def _heads(line: Line, lexicon: Lexicon) -> tuple[_Column, ...]:
    """Return the headings of columns that *line* holds; () for another line."""
    piece, least = line.piece, 2
    colons = [m for m in _COLON.finditer(piece.text) if _is_head(m["head"], lexicon)]
    if len(colons) >= least:
        pieces = [piece.match(m, "head") for m in colons]
    else:
        cuts = [0, *(m.end() for m in _WIDE.finditer(piece.text))]
        ends = [*(m.start() for m in _WIDE.finditer(piece.text)), len(piece.text)]
        pieces = [piece.part(a, b) for a, b in zip(cuts, ends, strict=True)]
        if not all(_is_head(one.text, lexicon) for one in pieces):
            return ()
    if len(pieces) < least or len({one.text for one in pieces}) < len(pieces):
        return ()
    return tuple(_Column(one, _first_cell(one, line)) for one in pieces)


def _first_cell(head: Piece, line: Line) -> int:
    """Return where the cells of *head* begin: behind its colon, or right below it."""
    behind = line.piece.part(head.end - line.piece.start)
    colon = re.match(r"\s*:\s*(?=\S)", behind.text)
    return _place(behind.part(colon.end()) if colon else head)


def _is_head(words: str, lexicon: Lexicon) -> bool:
    """Tell whether *words* head a list of people: 委員, 労働者代表委員."""
    word = unspaced(words)
    if not _WORDS.fullmatch(word) or lexicon.is_leading(word):
        return False
    return bool(lexicon.group_role(word) or _PEOPLE.search(word))


def _place(piece: Piece) -> int:
    """Return in which column of a screen *piece* begins: a kanji takes two."""
    raw = piece.view.raw
    start = piece.view.origins[piece.start]
    line = raw[raw.rfind("\n", 0, start) + 1 : start]
    return sum(map(_width, line))


def _width(letter: str) -> int:
    """Return how many columns *letter* takes."""
    if unicodedata.category(letter) in {"Cf", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F", "A"} else 1


def _fill(
    columns: Sequence[_Column], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[tuple[_Column, ...], int]:
    """Return *columns* with the cells below their headings, and how many lines.

    () where the lines below are no such cells: each has a name, and one line has
    several.
    """
    head, *below = lines
    beside = _cells(head, columns, behind=True)
    taken = [beside] if any(beside) else []
    for line in below:
        cells = _cells(line, columns)
        short = line.after_blank and not line.after_rule
        if short or not all(_is_row(cell, lexicon) for cell in cells if cell):
            break
        taken.append(cells)
    rows = [cells for cells in taken if sum(map(bool, cells)) > 1]
    fits = all(_is_row(cell, lexicon) for cell in beside if cell)
    if not rows or not fits or len(taken) - bool(any(beside)) < 1:
        return (), 0
    sources = [head] * bool(any(beside)) + [*below]
    filled = [
        replace(
            column,
            cells=tuple(
                replace(line, piece=cell)
                for line, cells in zip(sources, taken, strict=False)
                if (cell := cells[i])
            ),
        )
        for i, column in enumerate(columns)
    ]
    whole = all(column.cells for column in filled)
    end = 1 + len(taken) - bool(any(beside))
    return (tuple(filled), end) if whole else ((), 0)


def _cells(
    line: Line, columns: Sequence[_Column], *, behind: bool = False
) -> list[Piece | None]:
    """Return the words of *line* that stand in each of *columns*.

    With *behind*, *line* holds the headings too, and the words behind them count.
    """
    edges: list[list[Piece]] = [[] for _ in columns]
    heads = [column.head for column in columns] if behind else []
    for found in re.finditer(r"\S+", line.text):
        word = line.piece.match(found)
        within = any(h.start <= word.start < h.end for h in heads)
        if within or word.text == ":":
            continue
        place = _place(word)
        before = [i for i, one in enumerate(columns) if one.start - _NEAR <= place]
        edges[before[-1] if before else 0].append(word)
    return [Piece(c[0].view, c[0].start, c[-1].end) if c else None for c in edges]


def _is_row(cell: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *cell* names one person: a full name, a role or a mark by it."""
    if _MARKS.fullmatch(cell.text):
        return False
    return any(
        row.name and row.score >= _SURE and not row.affiliation
        for row in read_rows(cell, lexicon)
    )
