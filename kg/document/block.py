"""Two columns of lines that stand side by side, and the gaps across both."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.document.row import SAME
from kg.document.run import Line


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines *left* and *right* of a gap; the right ones begin at *edge*.

    *em* is the width of a character. Both sides are from the top; one may be empty.
    """

    edge: float
    em: float
    left: Sequence[Line]
    right: Sequence[Line]

    @property
    def top(self) -> float:
        """Where the first line stands."""
        return max(base_of(line) for line in (*self.left, *self.right))

    @property
    def bottom(self) -> float:
        """Where the last line stands."""
        return min(base_of(line) for line in (*self.left, *self.right))

    @property
    def pitch(self) -> float:
        """The usual distance from one line of a column to the next."""
        gaps = [
            base_of(above) - base_of(below)
            for side in (self.left, self.right)
            for above, below in pairwise(side)
        ]
        return statistics.median(gaps) if gaps else 0.0

    def cut(self, wide: float) -> list["Columns"]:
        """Return the parts between gaps that are *wide*, in usual distances."""
        bases = [base_of(line) for line in (*self.left, *self.right)]
        bases.sort(reverse=True)
        gap = wide * self.pitch
        ends = [above for above, below in pairwise(bases) if above - below > gap]
        parts: list[Columns] = []
        high = float("inf")
        for low in (*ends, bases[-1]):
            left, right = (
                [line for line in side if low <= base_of(line) < high]
                for side in (self.left, self.right)
            )
            parts.append(replace(self, left=left, right=right))
            high = low
        return parts


def base_of(line: Line) -> float:
    """Return the height at which *line* stands."""
    return line[0].base


def is_level(one: Line, other: Line) -> bool:
    """Tell whether both lines stand at one height."""
    return abs(base_of(one) - base_of(other)) <= SAME / 2 * one[0].size


def text_of(line: Line) -> str:
    """Return what *line* says."""
    return "".join(run.text for run in line)
