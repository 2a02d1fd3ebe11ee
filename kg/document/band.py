"""Find the bands of a page in which two columns stand side by side."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.document.evidence import Columns, are_columns, are_lists
from kg.document.row import SAME
from kg.document.ruling import Rule
from kg.document.run import Line, Run, cut_level

_MOST_RUNS = 5_000
_FINE = 4
"""Left edges are counted in steps of a quarter of a character."""
_FEWEST = 3
_TRIED = 6
_SIDES = (0.3, 0.75)
_TOUCH = 0.05
_NEAR = 0.3
_BESIDE = 0.9
_SPILLED = 0.2
_APART = 1.8
_FAR = 2.5
_FURNITURE = 2
_FULL = 2.6
_EVEN = 1.2
_SHORT = 0.72


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page with two columns, which may be two *lists*."""

    columns: Columns
    lists: bool

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self.columns.left) + len(self.columns.right)

    @property
    def top(self) -> float:
        """Where its first line stands."""
        return max(self.columns.left[0][0].base, self.columns.right[0][0].base)

    @property
    def bottom(self) -> float:
        """Where its last line stands."""
        return min(self.columns.left[-1][0].base, self.columns.right[-1][0].base)


def find_bands(
    runs: Sequence[Run], middle: float, em: float, rules: Sequence[Rule]
) -> list[Band]:
    """Return the bands among *runs* from the top; *middle* is that of the page.

    Columns part where a strip without ink runs down many lines, right of which lines
    begin at one place. What they must be to be no table, `kg.document.evidence` says.
    """
    if not runs or len(runs) > _MOST_RUNS:
        return []
    found: list[Band] = []
    for edge in _edges(runs, em):
        for columns in _parts(runs, edge, em):
            for lists, judge in ((False, are_columns), (True, are_lists)):
                part = _trim_lists(columns) if lists else _trim(columns)
                if part.left and part.right and judge(part, middle, rules):
                    found.append(Band(part, lists))
                    break
    chosen: list[Band] = []
    for band in sorted(found, key=lambda band: (-band.height, band.columns.edge)):
        if all(band.bottom > one.top or band.top < one.bottom for one in chosen):
            chosen.append(band)
    return sorted(chosen, key=lambda band: -band.top)


def _edges(runs: Sequence[Run], em: float) -> list[float]:
    """Return where right columns may begin, the likeliest first."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    low, high = (left + share * (right - left) for share in _SIDES)
    inner = [run for run in runs if low < run.left < high]
    counts = Counter(round(run.left * _FINE / em) for run in inner)
    near = {
        step: sum(counts.get(step + offset, 0) for offset in (-1, 0, 1))
        for step in counts
    }
    likely = [step for step in near if near[step] >= _FEWEST]
    edges: list[float] = []
    for step in sorted(likely, key=lambda step: (-near[step], step)):
        edge = min(
            run.left for run in inner if abs(round(run.left * _FINE / em) - step) <= 1
        )
        if all(abs(edge - other) > em / _FINE for other in edges):
            edges.append(edge)
    return edges[:_TRIED]


def _parts(runs: Sequence[Run], edge: float, em: float) -> Iterator[Columns]:
    """Yield the parts of a page between the lines that stand across *edge*."""
    right = [run for run in runs if run.left >= edge - _TOUCH * em]
    beside = sorted(right, key=lambda run: run.base)
    inside = [run for run in runs if run.left < edge - _TOUCH * em]
    across = [run for run in inside if run.right > edge - em]
    spilled = [run for run in across if _is_spilled(run, beside, edge, em)]
    walls = [run for run in across if run not in spilled]
    lines = cut_level(runs)
    crossed = {id(run) for run in walls}
    part: list[Run] = []
    for line in [*lines, []]:
        if line and not any(id(run) in crossed for run in line):
            part += line
            continue
        sides = [
            cut_level(run for run in part if (run.left >= edge - _TOUCH * em) == side)
            for side in (False, True)
        ]
        spills = sum(run in spilled for run in part)
        if all(sides) and spills <= max(1, _SPILLED * len(sides[0])):
            yield Columns(edge, em, sides[0], sides[1])
        part = []


def _is_spilled(run: Run, beside: Sequence[Run], edge: float, em: float) -> bool:
    """Tell whether *run* is a line of the left column, too long for it.

    A line across both columns has none of the right column's lines close above or
    below it, as one that runs into that column has.
    """
    return run.left < edge - em and any(
        abs(other.base - run.base) < _BESIDE * run.size
        and other.left < run.right + em
        and other.left < edge + _NEAR * em
        for other in beside
    )


def _trim(columns: Columns) -> Columns:
    """Return *columns* without what stands above and below them.

    Short lines on the left only, above the right column, are the page's; so are one
    or two lines that a gap parts from the rest: running heads, numbers, signatures.
    Pairs of short lines that a gap parts from the columns below are rows.
    """
    top = columns.right[0][0].base
    left = list(columns.left)
    while left and left[0][0].base > top + SAME * left[0][0].size and (
        left[0][-1].right < columns.edge - columns.em - _FULL * columns.em
    ):
        left.pop(0)
    columns = replace(columns, left=left)
    pitch = _pitch(columns)
    blocks = _blocks(columns, _APART * pitch)
    while len(blocks) > 1 and (_is_furniture(blocks[0]) or _is_pairs(blocks[0])):
        blocks.pop(0)
    while len(blocks) > 1 and _is_furniture(blocks[-1]):
        gap = blocks[-2].bottom - blocks[-1].top
        if not blocks[-1].right and gap < _FAR * pitch:
            break
        blocks.pop()
    return replace(
        columns,
        left=[line for block in blocks for line in block.left],
        right=[line for block in blocks for line in block.right],
    )


def _trim_lists(columns: Columns) -> Columns:
    """Return *columns* from the line of their heads to the end of both lists."""
    heads = next(
        (
            (left[0].base, right[0].base)
            for left in columns.left
            for right in columns.right
            if abs(left[0].base - right[0].base) <= SAME * left[0].size
        ),
        (0.0, 0.0),
    )
    sides = [
        [line for line in side if line[0].base <= head]
        for side, head in zip((columns.left, columns.right), heads, strict=True)
    ]
    if not all(sides):
        return replace(columns, left=[], right=[])
    pitch = _pitch(replace(columns, left=sides[0], right=sides[1]))
    for side, other in (sides, sides[::-1]):
        last = other[-1][0].base - SAME * other[-1][0].size
        begin = min(line[0].left for line in side if line[0].base >= last)
        for place, (above, line) in enumerate(pairwise(list(side)), 1):
            even = above[0].base - line[0].base <= _EVEN * pitch
            aligned = line[0].left >= begin - _TOUCH * columns.em
            if line[0].base < last and not (even and aligned):
                del side[place:]
                break
    return replace(columns, left=sides[0], right=sides[1])


def _pitch(columns: Columns) -> float:
    """Return the usual distance from one line of a column to the next."""
    gaps = [
        above[0].base - below[0].base
        for side in (columns.left, columns.right)
        for above, below in pairwise(side)
    ]
    return statistics.median(gaps) if gaps else 0.0


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of both columns that no gap across both parts."""

    left: list[Line]
    right: list[Line]

    @property
    def top(self) -> float:
        """Where its first line stands."""
        return max(line[0].base for line in (*self.left, *self.right))

    @property
    def bottom(self) -> float:
        """Where its last line stands."""
        return min(line[0].base for line in (*self.left, *self.right))


