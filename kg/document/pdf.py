"""Take the text out of a PDF with a text layer, and say what was left out."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.document.columns import read_rows
from kg.document.extract import Extract
from kg.document.glyph import find_lost, read_sheets
from kg.document.row import Row
from kg.document.wrap import goes_on, right_edges
from kg.model import Omission, Region, Span

# - 3 -   3   3/12   （3）   3ページ   p.3
_NUMBER = re.compile(
    r"""\s*(?:
        [-‐‑–—―─−ー(（\[]?\s*[0-9０-９]{1,4}\s*[-‐‑–—―─−ー)）\]]?
      | [0-9０-９]{1,4}\s*[/／]\s*[0-9０-９]{1,4}
      | [pP]\.?\s*[0-9]{1,4}
      | [0-9０-９]{1,4}\s*(?:ページ|頁)
    )\s*""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"[0-9０-９]+")
_EDGE_ROWS = 2
_NEAR = 4.0
_OFF = 1.2
_OFTEN = 0.4

_APART = 1.4
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line: *joined* to the one before, or set apart by an *empty* line."""

    text: str
    page: int
    joined: bool = False
    empty: bool = False


def read_pdf(data: bytes, name: str, encoding: str) -> tuple[Extract, ...]:
    """Return the record in the PDF *data*; *encoding* does not matter to it."""
    del encoding
    sheets = read_sheets(data, name)
    lost = find_lost(data, sheets, name)
    pages: list[tuple[Row, ...]] = []
    omissions: list[Omission] = []
    for sheet in sheets:
        rows, ruby = read_rows(sheet)
        pages.append(rows)
        place = f"page[{sheet.number}]"
        omissions += (Omission("ruby", row.text, place) for row in ruby)
        if not rows:
            omissions.append(Omission("image", "（文字のないページ）", place))
    body, heads = _part_heads(pages)
    omissions += heads
    if lost:
        omissions.append(Omission("lost", lost))
    return (_extract(list(_flow(body)), tuple(omissions)),)


def _part_heads(
    pages: Sequence[tuple[Row, ...]],
) -> tuple[list[Row], list[Omission]]:
    """Return the lines of all *pages* without running heads and page numbers."""
    pitch = _pitch([row for rows in pages for row in rows])
    edges = [_edges(rows, pitch) for rows in pages]
    seen = Counter(key for rows in edges for key in {_key(row) for row in rows})
    full = sum(bool(rows) for rows in pages)
    body: list[Row] = []
    heads: list[Omission] = []
    for rows, edge in zip(pages, edges, strict=True):
        ends = {_end(rows, top=True), _end(rows, top=False)} - {None}
        for row in rows:
            often = max(seen[near] for near in _nearby(row)) if row in edge else 0
            if row in ends and _NUMBER.fullmatch(row.text):
                heads.append(Omission("page-number", row.text, f"page[{row.page}]"))
            elif often > 1 and often >= _OFTEN * full:
                heads.append(Omission("running-head", row.text, f"page[{row.page}]"))
            else:
                body.append(row)
    return body, heads


def _edges(rows: Sequence[Row], pitch: float) -> frozenset[Row]:
    """Return the first and the last lines of a page that stand apart from the rest."""
    found: list[Row] = []
    for ordered in (
        sorted(rows, key=lambda row: -row.middle),
        sorted(rows, key=lambda row: row.middle),
    ):
        for place in range(min(_EDGE_ROWS, len(ordered))):
            following = ordered[place + 1 : place + 2]
            gap = abs(ordered[place].middle - following[0].middle) if following else 0
            if not following or gap > _OFF * pitch:
                found += ordered[: place + 1]
    return frozenset(found)


def _pitch(rows: Sequence[Row]) -> float:
    """Return the usual distance from one line to the next."""
    gaps = [
        above.middle - below.middle
        for above, below in pairwise(rows)
        if (above.page, above.column) == (below.page, below.column)
        and above.middle > below.middle
    ]
    return statistics.median(gaps) if gaps else 0.0


def _end(rows: Sequence[Row], *, top: bool) -> Row | None:
    """Return the line at the *top* or at the bottom of a page."""
    ordered = sorted(rows, key=lambda row: -row.middle if top else row.middle)
    return ordered[0] if ordered else None


def _key(row: Row) -> tuple[str, int]:
    """Return what is the same in a running head on all pages: words and height."""
    words = _DIGITS.sub("#", re.sub(r"\s", "", row.text))
    return words, round(row.middle / _NEAR)


def _nearby(row: Row) -> Iterator[tuple[str, int]]:
    """Yield the keys of running heads at about the height of *row*."""
    words, height = _key(row)
    for offset in (-1, 0, 1):
        yield words, height + offset


def _flow(rows: Sequence[Row]) -> Iterator[_Piece]:
    """Yield *rows* as pieces of lines, those that go on joined to the one before."""
    edges = right_edges(rows)
    margins = _margins(rows)
    pitch = _pitch(rows)
    before: Row | None = None
    lines = 1
    for printed in rows:
        row = replace(
            printed, left=printed.left - margins[printed.page, printed.column]
        )
        apart = before is not None and (
            (before.page, before.column) == (row.page, row.column)
            and before.middle - row.middle > _APART * pitch
        )
        if before and not apart and goes_on(before, row, edges, first=lines == 1):
            lines += 1
            latin = before.text[-1:].isascii() and row.text[:1].isascii()
            words = f" {row.text}" if latin and before.text[-1:].isalnum() else row.text
            yield _Piece(words, row.page, joined=True)
        else:
            lines = 1
            indent = min(_DEEPEST, round(row.left / row.size))
            yield _Piece("　" * indent + row.text, row.page, empty=apart)
        before = row


def _margins(rows: Sequence[Row]) -> dict[tuple[int, int], float]:
    """Return where the lines of each column of each page begin."""
    margins: dict[tuple[int, int], float] = {}
    for row in rows:
        key = row.page, row.column
        margins[key] = min(margins.get(key, row.left), row.left)
    return margins


def _extract(pieces: Sequence[_Piece], omissions: tuple[Omission, ...]) -> Extract:
    """Return *pieces* as one text, each page being a region."""
    parts: list[str] = []
    regions: list[Region] = []
    length = 0
    for piece in pieces:
        if parts and not piece.joined:
            gap = "\n\n" if piece.empty else "\n"
            parts.append(gap)
            length += len(gap)
        start = length
        parts.append(piece.text)
        length += len(piece.text)
        place = f"page[{piece.page}]"
        if regions and regions[-1].place == place:
            start = regions.pop().span.start
        regions.append(Region(Span(start, length), place))
    return Extract("".join((*parts, "\n")), tuple(regions), omissions)
