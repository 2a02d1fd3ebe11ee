"""Put the glyphs of a page into lines, columns one after another."""

from collections.abc import Iterable, Iterator, Sequence

from kg.document.band import Band, find_bands
from kg.document.glyph import Glyph, Sheet
from kg.document.row import COLUMNS, LISTS, Row, cut_lines, em_of, read_row
from kg.document.run import Run, cut_runs

_SMALL = 0.6
_ABOVE = 1.4


def read_rows(sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the lines of *sheet* in reading order, and the readings above kanji.

    Two columns are read one after another where a gap between them runs down a part
    of the page, and one of them is prose, or both are lists under heads of their own;
    a roster set in columns stays rows.
    """
    if not any(not glyph.text.isspace() for glyph in sheet.glyphs):
        return (), ()
    glyphs, small = _part_ruby(sheet.glyphs)
    ruby = tuple(read_row(line, sheet.number, 0) for line in cut_lines(small))
    runs = cut_runs(glyphs)
    em = em_of([glyph for glyph in glyphs if not glyph.text.isspace()])
    bands = find_bands(runs, sheet.width / 2, em, sheet.rules)
    if not bands:
        lines = cut_lines(glyphs)
        return tuple(read_row(line, sheet.number, 0) for line in lines), ruby
    return tuple(_read_bands(runs, bands, sheet.number)), ruby


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


def _read_bands(runs: Sequence[Run], bands: Sequence[Band], page: int) -> Iterator[Row]:
    """Yield the lines of a page from the top, the columns of each band in turn."""
    taken = {
        run
        for band in bands
        for line in (*band.columns.left, *band.columns.right)
        for run in line
    }
    others = [run for run in runs if run not in taken]
    for band in [*bands, None]:
        end = band.columns.top if band else float("-inf")
        yield from _read([run for run in others if run.base >= end], page, 0)
        others = [run for run in others if run.base < end]
        if band:
            first = LISTS if band.lists else COLUMNS
            for column, side in enumerate((band.columns.left, band.columns.right)):
                runs_of_side = [run for line in side for run in line]
                yield from _read(runs_of_side, page, first + column)


def _read(runs: Iterable[Run], page: int, column: int) -> Iterator[Row]:
    """Yield the lines that *runs* make."""
    for line in cut_lines(glyph for run in runs for glyph in run.glyphs):
        yield read_row(line, page, column)
