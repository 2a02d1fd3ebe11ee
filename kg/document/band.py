"""Find the bands of a page in which two columns stand side by side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.document.block import Columns
from kg.document.evidence import are_columns, are_lists
from kg.document.glyph import Rule
from kg.document.run import Run, cut_level
from kg.document.trim import trim_columns, trim_lists

_MOST_RUNS = 3_000
_FINE = 4
"""Left edges are counted in steps of a quarter of a character."""
_FEWEST = 3
_TRIED = 6
_SIDES = (0.3, 0.75)
_TOUCH = 0.05
_NEAR = 0.3
_BESIDE = 0.9
_SPILLED = 0.2


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page with two columns, which may be two *lists*."""

    columns: Columns
    lists: bool

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self.columns.left) + len(self.columns.right)


def find_bands(
    runs: Sequence[Run], middle: float, em: float, rules: Sequence[Rule]
) -> list[Band]:
    """Return the bands among *runs* from the top; *middle* is that of the page.

    Columns part where a strip without ink runs down many lines, right of which lines
    begin at one place. What they must be to be no table, `kg.document.evidence` says.
    """
    if not runs or len(runs) > _MOST_RUNS:
        return []
    found = [
        band
        for edge in _edges(runs, em)
        for columns in _parts(runs, edge, em)
        if (band := _judge(columns, middle, rules))
    ]
    chosen: list[Band] = []
    for band in sorted(found, key=lambda band: (-band.height, band.columns.edge)):
        place = band.columns
        taken = [one.columns for one in chosen]
        if all(place.bottom > one.top or place.top < one.bottom for one in taken):
            chosen.append(band)
    return sorted(chosen, key=lambda band: -band.columns.top)


def _judge(columns: Columns, middle: float, rules: Sequence[Rule]) -> Band | None:
    """Return the band that *columns* are, unless they are a table or cannot be told."""
    prose = trim_columns(columns)
    if prose.left and prose.right and are_columns(prose, middle, rules):
        return Band(prose, lists=False)
    lists = trim_lists(columns)
    if lists.left and lists.right and are_lists(lists, middle, rules):
        return Band(lists, lists=True)
    return None


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
    begin = edge - _TOUCH * em
    beside = [run for run in runs if begin <= run.left < edge + _NEAR * em]
    across = {run for run in runs if run.left < begin and run.right > edge - em}
    spilled = {run for run in across if _is_spilled(run, beside, edge, em)}
    walls = across - spilled
    part: list[Run] = []
    for line in [*cut_level(runs), []]:
        if line and walls.isdisjoint(line):
            part += line
            continue
        left = cut_level(run for run in part if run.left < begin)
        right = cut_level(run for run in part if run.left >= begin)
        spills = sum(run in spilled for run in part)
        if left and right and spills <= max(1, _SPILLED * len(left)):
            yield Columns(edge, em, left, right)
        part = []


def _is_spilled(run: Run, beside: Sequence[Run], edge: float, em: float) -> bool:
    """Tell whether *run* is a line of the left column, too long for it.

    A line across both columns has none of the right column's lines close above or
    below it, as one that runs into that column has.
    """
    return run.left < edge - em and any(
        abs(other.base - run.base) < _BESIDE * run.size and other.left < run.right + em
        for other in beside
    )
