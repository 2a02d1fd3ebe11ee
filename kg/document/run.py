"""Put the glyphs of a page into runs: what is printed without a wide gap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.document.glyph import Glyph
from kg.document.row import SAME, em_of

_LEVEL = 0.2
_BACK = 0.5
_NEXT = 0.8
_WIDE = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Characters one after another on one line; the box is that of the visible ones."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float

    @property
    def text(self) -> str:
        """What the run says."""
        return "".join(glyph.text for glyph in self.glyphs)


Line = list[Run]
"""The runs of one line of a column, from the left."""


def cut_runs(glyphs: Sequence[Glyph]) -> list[Run]:
    """Return the runs of *glyphs*, which stand as they were drawn.

    The order of drawing keeps a line that is too long for its column apart from the
    line of the next column that it touches.
    """
    em = em_of([glyph for glyph in glyphs if not glyph.text.isspace()])
    runs = [_run(part) for part in _drawn(glyphs, em) if not _is_blank(part)]
    joined: list[Run] = []
    for line in cut_level(runs, _LEVEL):
        end: Run | None = None
        for run in line:
            if end and -_BACK * em <= run.left - end.right <= _NEXT * em:
                end = _run((*end.glyphs, *run.glyphs))
                joined[-1] = end
            else:
                end = run
                joined.append(run)
    return joined


def cut_level(runs: Iterable[Run], near: float = SAME) -> list[Line]:
    """Return *runs* as lines from the top; *near* is a share of their size."""
    lines: list[Line] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if lines and lines[-1][0].base - run.base <= near * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _drawn(glyphs: Iterable[Glyph], em: float) -> Iterator[list[Glyph]]:
    """Yield parts of *glyphs* that were drawn one right after the other."""
    part: list[Glyph] = []
    end: float | None = None
    for glyph in glyphs:
        blank = glyph.text.isspace()
        if part and not (
            abs(glyph.base - part[-1].base) <= _LEVEL * glyph.size
            and -_BACK * em <= glyph.left - part[-1].right <= _NEXT * em
            and (blank or end is None or glyph.left - end < _WIDE * em)
        ):
            yield part
            part, end = [], None
        part.append(glyph)
        end = end if blank else glyph.right
    if part:
        yield part


def _is_blank(glyphs: Iterable[Glyph]) -> bool:
    """Tell whether nothing of *glyphs* is seen."""
    return all(glyph.text.isspace() for glyph in glyphs)


def _run(glyphs: Sequence[Glyph]) -> Run:
    """Return *glyphs* as a run."""
    visible = [glyph for glyph in glyphs if not glyph.text.isspace()]
    return Run(
        tuple(glyphs),
        min(glyph.left for glyph in visible),
        max(glyph.right for glyph in visible),
        visible[0].base,
        max(glyph.size for glyph in visible),
    )
