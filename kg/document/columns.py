"""Put the glyphs of a page into lines, columns one after another."""

import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.document.glyph import Glyph, Sheet

_SAME = 0.45
_CELL = 1.8
_BLANK = 0.6
_SPACE = 0.2
_FILLED = 0.72
_CROSSING = 0.15
_FEWEST = 8
_SMALL = 0.6
_LATIN = 0.8
_ABOVE = 1.4


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: its words, its box, its *column* (0 the page, 1 left, 2 right).

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


def read_rows(sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the lines of *sheet* in reading order, and the readings above kanji.

    Two columns are read one after another where the gap between them runs down the
    page and both sides are filled as prose is; a roster set in columns has short
    lines, and stays rows.
    """
    if not any(not glyph.text.isspace() for glyph in sheet.glyphs):
        return (), ()
    size = statistics.median(g.size for g in sheet.glyphs if not g.text.isspace())
    glyphs, small = _part_ruby(sheet.glyphs)
    ruby = tuple(_row(line, sheet.number, 0) for line in _lines(small))
    gutter = _gutter(glyphs, size)
    if gutter is None:
        return tuple(_row(line, sheet.number, 0) for line in _lines(glyphs)), ruby
    return tuple(_in_columns(glyphs, gutter, sheet.number)), ruby


def _part_ruby(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Return *glyphs* without the small kana that stand right above others."""
    glyphs = tuple(glyphs)
    largest = max(glyph.size for glyph in glyphs)
    small = {g for g in glyphs if g.size <= _SMALL * largest and _is_kana(g.text)}
    lines = _lines(glyph for glyph in glyphs if glyph not in small)
    ruby = {glyph for glyph in small if any(_is_above(glyph, line) for line in lines)}
    return [g for g in glyphs if g not in ruby], [g for g in glyphs if g in ruby]


def _is_above(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Tell whether *glyph* is a reading of characters in *line*, right below it."""
    return any(
        0 < glyph.middle - below.middle < _ABOVE * below.size
        and glyph.size <= _SMALL * below.size
        and below.left - glyph.size < glyph.left < below.right + glyph.size
        for below in line
    )


def _is_kana(text: str) -> bool:
    """Tell whether *text* is a kana."""
    return "\u3041" <= text <= "\u30fe"


def _lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return *glyphs* as lines from the top, each from the left; blanks are kept."""
    lines: list[list[Glyph]] = []
    middles: list[float] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.middle, g.left)):
        if lines and abs(middles[-1] - glyph.middle) <= _SAME * max(
            glyph.size, lines[-1][0].size
        ):
            lines[-1].append(glyph)
            continue
        lines.append([glyph])
        middles.append(glyph.middle)
    lines = [sorted(line, key=lambda g: (g.left, g.right)) for line in lines]
    return [line for line in lines if any(not g.text.isspace() for g in line)]


def _gutter(glyphs: Sequence[Glyph], size: float) -> float | None:
    """Return where the gap between two columns of prose is, if there are two."""
    visible = [g for g in glyphs if not g.text.isspace()]
    left, right = min(g.left for g in visible), max(g.right for g in visible)
    lines = _lines(visible)
    if len(lines) < _FEWEST:
        return None
    middle = (left + right) / 2
    reach = 0.12 * (right - left)
    steps = range(-int(reach / size * 4), int(reach / size * 4) + 1)
    places = sorted(
        (middle + step * size / 4 for step in steps), key=lambda x: abs(x - middle)
    )
    counts = [(sum(_crosses(line, x, size) for line in lines), x) for x in places]
    fewest = min((count for count, _ in counts), default=len(lines))
    best = [x for count, x in counts if count == fewest]
    if not best or fewest > _CROSSING * len(lines):
        return None
    gutter = (min(best) + max(best)) / 2
    whole = [line for line in lines if not _crosses(line, gutter, size)]
    sides = (
        [[g for g in line if g.right <= gutter] for line in whole],
        [[g for g in line if g.left >= gutter] for line in whole],
    )
    widths = (gutter - left, right - gutter)
    both = all(
        _is_prose([side for side in parts if side], width, size)
        for parts, width in zip(sides, widths, strict=True)
    )
    return gutter if both else None


def _crosses(line: Sequence[Glyph], place: float, size: float) -> bool:
    """Tell whether a character of *line* stands at *place*, or close to it."""
    return any(g.left < place + size / 2 and g.right > place - size / 2 for g in line)


def _is_prose(lines: Sequence[Sequence[Glyph]], width: float, size: float) -> bool:
    """Tell whether *lines* fill a column of *width*, without gaps within them."""
    if len(lines) < _FEWEST:
        return False
    filled = [(line[-1].right - line[0].left) / width for line in lines]
    gaps = sum(
        any(b.left - a.right > _CELL * size for a, b in pairwise(line))
        for line in lines
    )
    return statistics.median(filled) >= _FILLED and 3 * gaps < len(lines)


def _in_columns(glyphs: Sequence[Glyph], gutter: float, page: int) -> Iterable[Row]:
    """Yield the lines of two columns; a line across both parts what is above it."""
    size = statistics.median(g.size for g in glyphs)
    waiting: tuple[list[Glyph], list[Glyph]] = ([], [])
    for line in _lines(glyphs):
        visible = [g for g in line if not g.text.isspace()]
        if not _crosses(visible, gutter, size):
            for glyph in line:
                waiting[glyph.left >= gutter].append(glyph)
            continue
        yield from _both(waiting, page)
        waiting = ([], [])
        yield _row(line, page, 0)
    yield from _both(waiting, page)


def _both(sides: tuple[list[Glyph], list[Glyph]], page: int) -> Iterable[Row]:
    """Yield the lines of the left column, then those of the right one."""
    for column, glyphs in enumerate(sides, 1):
        for line in _lines(glyphs):
            yield _row(line, page, column)


def _row(line: Sequence[Glyph], page: int, column: int) -> Row:
    """Return *line* as words: wide gaps are tabs, others blanks as they look."""
    visible = [g for g in line if not g.text.isspace()]
    size = statistics.median(g.size for g in visible)
    wide = [
        g.right - g.left
        for g in visible
        if unicodedata.east_asian_width(g.text) in "WF"
    ]
    em = statistics.median(wide) if wide else size * _LATIN
    parts: list[str] = []
    end = visible[0].left
    blank = ""
    for glyph in line:
        if glyph.text.isspace():
            blank += glyph.text if parts else ""
            continue
        gap = glyph.left - end if parts else 0.0
        parts += [
            _gap(gap / em, blank, parts[-1] if parts else "", glyph.text),
            glyph.text,
        ]
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


def _gap(width: float, blank: str, before: str, after: str) -> str:
    """Return what stands for a gap of *width* characters, in which *blank* is drawn."""
    if width >= _CELL and len(blank) < width * 0.7:
        return "\t"
    if blank:
        return blank.replace("\xa0", " ")
    if width >= _BLANK:
        return "　"
    latin = before.isascii() and after.isascii() and (before + after).isalnum()
    return " " if width >= _SPACE and latin else ""
