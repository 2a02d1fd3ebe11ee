"""Put the glyphs of a page into lines, columns one after another."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.document.glyph import Glyph, Sheet
from kg.document.row import SAME, Row, cut_lines, em_of, read_row

_GAP = 1.8
_FILLED = 0.72
_CROSSING = 0.15
_FEWEST = 8
_SMALL = 0.6
_ABOVE = 1.4


def read_rows(sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the lines of *sheet* in reading order, and the readings above kanji.

    Two columns are read one after another where the gap between them runs down the
    page and both sides are filled as prose is; a roster set in columns has short
    lines, and stays rows.
    """
    if not any(not glyph.text.isspace() for glyph in sheet.glyphs):
        return (), ()
    glyphs, small = _part_ruby(sheet.glyphs)
    ruby = tuple(read_row(line, sheet.number, 0) for line in cut_lines(small))
    gutter = _gutter(glyphs)
    if gutter is None:
        return tuple(
            read_row(line, sheet.number, 0) for line in cut_lines(glyphs)
        ), ruby
    return tuple(_in_columns(glyphs, gutter, sheet.number)), ruby


def _part_ruby(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Return *glyphs* without the small kana that stand right above others."""
    glyphs = tuple(glyphs)
    largest = max(glyph.size for glyph in glyphs)
    small = {g for g in glyphs if g.size <= _SMALL * largest and _is_kana(g.text)}
    lines = cut_lines(glyph for glyph in glyphs if glyph not in small)
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


def _gutter(glyphs: Sequence[Glyph]) -> float | None:
    """Return where the gap between two columns of prose is, if there are two."""
    visible = [g for g in glyphs if not g.text.isspace()]
    left, right = min(g.left for g in visible), max(g.right for g in visible)
    size = em_of(visible)
    lines = cut_lines(visible)
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
    free = [g for g in visible if not _crosses([g], gutter, size)]
    sides = (
        cut_lines(g for g in free if g.left < gutter),
        cut_lines(g for g in free if g.left >= gutter),
    )
    widths = (gutter - left, right - gutter)
    both = all(
        _is_prose(part, width, size) for part, width in zip(sides, widths, strict=True)
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
        any(b.left - a.right > _GAP * size for a, b in pairwise(line)) for line in lines
    )
    return statistics.median(filled) >= _FILLED and 3 * gaps < len(lines)


def _in_columns(glyphs: Sequence[Glyph], gutter: float, page: int) -> Iterator[Row]:
    """Yield the lines of two columns; a line across both parts what is above it."""
    visible = [g for g in glyphs if not g.text.isspace()]
    size = em_of(visible)
    across = [g for g in visible if _crosses([g], gutter, size)]
    heights = [line[0].middle for line in cut_lines(across)]
    widths = (
        gutter - min(g.left for g in visible),
        max(g.right for g in visible) - gutter,
    )
    top = max(g.top for g in glyphs) + size
    for height in (*heights, min(g.bottom for g in glyphs) - 2 * size):
        line = [g for g in glyphs if abs(g.middle - height) <= SAME * g.size]
        between = [g for g in glyphs if height < g.middle < top and g not in line]
        sides = [
            cut_lines(g for g in between if (g.left >= gutter) == side)
            for side in (0, 1)
        ]
        yield from _band(sides[0], sides[1], widths, page)
        if line:
            yield read_row(line, page, 0)
        top = min((g.bottom for g in line), default=top)


def _band(
    left: Sequence[list[Glyph]],
    right: Sequence[list[Glyph]],
    widths: tuple[float, float],
    page: int,
) -> Iterator[Row]:
    """Yield the lines of both columns; short pairs above the prose are rows."""
    pairs: list[tuple[list[Glyph], list[Glyph]]] = []
    for line in left:
        near = SAME * line[0].size
        other = [one for one in right if abs(one[0].middle - line[0].middle) <= near]
        if not other:
            continue
        if not (_is_short(line, widths[0]) and _is_short(other[0], widths[1])):
            break
        pairs.append((line, other[0]))
    end = pairs[-1][0][0].middle if pairs else float("inf")
    rows = [[*one, *other] for one, other in pairs]
    paired = [line for pair in pairs for line in pair]
    rows += [
        line for line in (*left, *right) if line[0].middle >= end and line not in paired
    ]
    for line in sorted(rows, key=lambda line: -line[0].middle):
        yield read_row(sorted(line, key=lambda g: g.left), page, 0)
    for column, lines in enumerate((left, right), 1):
        for line in lines:
            if line[0].middle < end and line not in paired:
                yield read_row(line, page, column)


def _is_short(line: Sequence[Glyph], width: float) -> bool:
    """Tell whether *line* is there, but fills less of *width* than prose does."""
    visible = [g for g in line if not g.text.isspace()]
    return bool(visible) and visible[-1].right - visible[0].left < _FILLED * width
