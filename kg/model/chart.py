"""Hold a grid of marks for the eye, with the table that says the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in a cell, told by its *shape* and its *text*, never by colour alone.

    *shape* is square, circle, hexagon, cross, dot or bar; *size* is from 0 to 1;
    *place* is -1 (left), 0 or 1 (right) of the cell; *dotted* marks what is known
    by default or inferred.
    """

    shape: str
    text: str = ""
    size: float = 1.0
    filled: bool = False
    dotted: bool = False
    place: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a row or a column; *group* is a letter that legends explain."""

    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A grid: *cells* by row and column; *columns* and *rows* are its table twin.

    *legend* explains the marks and *notes* what is unknown, left out or not meant;
    *source* names the data. The twin has also what the picture leaves out.
    """

    title: str
    down: tuple[Head, ...]
    across: tuple[Head, ...]
    cells: tuple[tuple[tuple[Mark, ...], ...], ...]
    legend: tuple[tuple[Mark, str], ...]
    notes: tuple[str, ...]
    source: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: float = 1.0
    upright: bool = False
