"""Say how each edge is drawn: its curve, its dashes, its star."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Basis, Edge
from kg.view.measure import Box
from kg.view.place import Layout
from kg.view.tile import Tile, is_absence

_DASHED = (9, 6)
_DOTTED = (2, 5)
_BOTH = (9, 5, 2, 5)
_STAR_ROOM = (22, 18)
"""Half width and height around the middle of an edge where its star may come."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one edge is drawn; *upright* edges leave along the middle of the picture.

    *turn* counts the edges between the same two nodes before this one.
    """

    dashes: tuple[int, ...]
    width: float
    upright: bool
    turn: int
    star: bool


def is_concluded(edge: Edge) -> bool:
    """Tell whether nothing printed says so itself: a default or an inference."""
    return edge.basis in {Basis.DEFAULT, Basis.INFERRED}


def draw_strokes(
    edges: tuple[Edge, ...], layout: Layout, tiles: Mapping[str, Tile]
) -> tuple[Stroke, ...]:
    """Return the stroke of each of *edges*."""
    taken = list(layout.label_boxes(tiles))
    turns: Counter[frozenset[str]] = Counter()
    strokes = []
    for edge in edges:
        ends = frozenset((edge.source, edge.target))
        star = _star_box(edge, layout) if is_concluded(edge) else None
        free = star is not None and not any(star.overlaps(box) for box in taken)
        if star is not None and free:
            taken.append(star)
        strokes.append(
            Stroke(
                dashes=_dashes(edge),
                width=_width(edge),
                upright=ends <= layout.axis,
                turn=turns[ends],
                star=free,
            )
        )
        turns[ends] += 1
    return tuple(strokes)


def _dashes(edge: Edge) -> tuple[int, ...]:
    """Return the dashes of *edge*: long for Web, dots for what is concluded."""
    online = edge.mode == "online"
    if is_concluded(edge):
        return _BOTH if online else _DOTTED
    return _DASHED if online else ()


def _width(edge: Edge) -> float:
    """Return the width of *edge*; the chair's is widest, themes are thin."""
    if edge.kind == "chair":
        return 3
    if edge.kind == "theme" or is_absence(edge):
        return 1
    return 1.6


def _star_box(edge: Edge, layout: Layout) -> Box:
    """Return the room in which the star of *edge* comes to stand."""
    (x1, y1), (x2, y2) = layout.places[edge.source], layout.places[edge.target]
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    width, height = _STAR_ROOM
    return Box(x - width, y - height, x + width, y + height)
