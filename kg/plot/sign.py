"""Draw one mark: its shape, its frame and its text."""

from typing import TYPE_CHECKING

from matplotlib.patches import Circle, Rectangle, RegularPolygon

from kg.plot.line import ems
from kg.plot.paper import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch

    from kg.model import Mark

_FILL = "#0072b2"
_SOFT = "#dcebf5"
_BAR = "#a9cfe6"
_CROSS = "#b35900"
_SIDE = 20.0
_DOTS = (0, (1.5, 1.5))
_SIZE = 9.0
_SINK = 0.36


def draw_mark(
    axes: "Axes", mark: "Mark", middle: tuple[float, float], cell: tuple[float, float]
) -> None:
    """Draw *mark* around *middle* of a *cell* so wide and high."""
    if mark.shape == "bar":
        _bar(axes, mark, middle, cell)
        return
    side = _SIDE * mark.size
    patch = _patch(mark.shape, middle, side)
    if patch is not None:
        solid = mark.filled and not mark.dotted
        patch.set_facecolor(_FILL if solid else _SOFT if mark.filled else "white")
        patch.set_edgecolor(INK if mark.dotted else _FILL)
        patch.set_linewidth(1.0)
        patch.set_linestyle(_DOTS if mark.dotted else "solid")
        axes.add_patch(patch)
    if mark.shape == "cross":
        _cross(axes, middle, side / 2)
    white = mark.filled and not mark.dotted and mark.shape != "dot"
    _letter(axes, mark.text, middle, "white" if white else INK)


def _patch(shape: str, middle: tuple[float, float], side: float) -> "Patch | None":
    """Return the frame of a *shape*, if it has one."""
    x, y = middle
    half = side / 2
    match shape:
        case "square":
            return Rectangle((x - half, y - half), side, side)
        case "circle":
            return Circle(middle, half * 1.05)
        case "hexagon":
            return RegularPolygon(middle, 6, radius=half * 1.1)
    return None


def _cross(axes: "Axes", middle: tuple[float, float], half: float) -> None:
    """Draw the corners of a cross around its letter, which stays free."""
    x, y = middle
    for sign in (-1, 1):
        for other in (-1, 1):
            axes.plot(
                [x + sign * half, x + sign * half * 0.55],
                [y + other * half, y + other * half * 0.55],
                color=_CROSS,
                linewidth=1.6,
            )


def _bar(
    axes: "Axes", mark: "Mark", middle: tuple[float, float], cell: tuple[float, float]
) -> None:
    """Draw a bar from the left of the cell, its number on it, or beside a short one."""
    x, y = middle
    wide, high = cell
    start, length = x - wide / 2 + 3, (wide - 6) * mark.size
    need = ems(mark.text) * _SIZE + 8
    if length:
        corner = (start, y - high * 0.32)
        axes.add_patch(
            Rectangle(corner, length, high * 0.64, facecolor=_BAR, edgecolor=_FILL)
        )
    axes.text(
        start + (4 if length >= need else length + 3),
        y + _SIZE * _SINK,
        mark.text,
        fontsize=_SIZE,
        color=INK,
        ha="left",
        va="baseline",
        parse_math=False,
    )


def _letter(axes: "Axes", text: str, middle: tuple[float, float], colour: str) -> None:
    """Write the text of a mark in its middle; longer texts are smaller."""
    size = _SIZE if len(text) < 3 else _SIZE - 1  # noqa: PLR2004 - a cell holds two
    x, y = middle
    axes.text(
        x,
        y + size * _SINK,
        text,
        fontsize=size,
        color=colour,
        ha="center",
        va="baseline",
        parse_math=False,
    )
