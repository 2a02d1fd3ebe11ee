"""Hold what the explorer's page is told: tables, in columns, and texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float | Sequence[str] | Sequence[int]
"""What a column holds: words, a number, rows of other tables."""

Columns: TypeAlias = Mapping[str, Sequence[Cell]]
"""A table as columns of equal length, by name."""


@dataclass(frozen=True, slots=True)
class Explorer:
    """A graph as tables whose cells point at rows of others.

    *texts* are those of the table `documents`, row by row; *triples* counts what
    documents say and what is derived of them, without the vocabulary.
    """

    tables: Mapping[str, Columns]
    texts: tuple[str, ...]
    triples: int
    numbers: Mapping[str, int]
    """The row of `entities` of each IRI."""
