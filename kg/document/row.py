"""Put glyphs into lines, and a line into words."""

import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.document.glyph import GAP, Glyph

SAME = 0.45
"""Characters stand on one line whose heights differ by less than this of their size."""
COLUMNS, LISTS = 1, 3
"""The numbers of the left column, of the left list; those of the right ones follow."""
CELL = 4.0
"""A gap of so many characters parts two cells of a row."""
_BLANK = 0.4
_SPACE = 0.2
_DRAWN = 0.7
_MARK = 0.8
_LATIN = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: its words, its box, its *column*.

    That is 0 for the page, 1 and 2 for columns, 3 and 4 for lists side by side;
    *size* is the usual height of its characters.
    """

    page: int
    column: int
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """The height at which the line stands."""
        return (self.top + self.bottom) / 2


def em_of(visible: Sequence[Glyph]) -> float:
    """Return the usual width of a Japanese character, as far as there are any."""
    wide = [
        glyph.right - glyph.left
        for glyph in visible
        if unicodedata.east_asian_width(glyph.text) in "WF"
    ]
    if wide:
        return statistics.median(wide)
    return statistics.median(glyph.size for glyph in visible) * _LATIN


def cut_lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return *glyphs* as lines from the top, each from the left; blanks are kept."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.base, g.left)):
        first = lines[-1][0] if lines else None
        if first and first.base - glyph.base <= SAME * max(glyph.size, first.size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    lines = [sorted(line, key=lambda g: (g.left, g.right)) for line in lines]
    return [line for line in lines if any(not g.text.isspace() for g in line)]


def read_row(line: Sequence[Glyph], page: int, column: int) -> Row:
    """Return *line* as words: wide gaps are tabs, others blanks as they look."""
    visible = [g for g in line if not g.text.isspace()]
    size = statistics.median(g.size for g in visible)
    em = em_of(visible)
    parts: list[str] = []
    end = visible[0].left
    blank = ""
    for glyph in line:
        if glyph.text.isspace():
            blank += glyph.text if parts else ""
            continue
        gap = glyph.left - end if parts else 0.0
        parts += [_gap(gap / em, blank, parts[-1] if parts else ""), glyph.text]
        blank = ""
        end = max(end, glyph.right)
    return Row(
        page,
        column,
        "".join(parts),
        visible[0].left,
        max(g.right for g in visible),
        min(g.bottom for g in visible),
        max(g.top for g in visible),
        size,
    )


def _gap(width: float, blank: str, before: str) -> str:
    """Return what stands for a gap of *width* characters, in which *blank* is drawn.

    A gap of some characters is as many blanks (座　　長), a wide one parts cells; the
    half-width sound mark in ｱｰｶｲﾌﾞｽﾞ is narrower than its place.
    """
    drawn = blank.replace(GAP, "")
    if drawn and len(drawn) >= width * _DRAWN:
        return drawn
    if width >= CELL:
        return "\t"
    if width < _MARK and unicodedata.east_asian_width(before or "　") == "H":
        return drawn
    if width >= _BLANK:
        return "　" * max(1, round(width))
    return " " if blank and width >= _SPACE else ""
