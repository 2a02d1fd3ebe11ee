"""Lay a picture out in columns from left to right, by kind and layer."""

from collections.abc import Callable, Mapping, Sequence

from kg.model import Node
from kg.view.layers import depths, heights
from kg.view.place import Layout, Picture
from kg.view.stack import stack

_COLUMN_GAP = 130
_TALL = 40
"""A column with more rows than this is cut into several."""

_RANKS = {
    "person": ("person", "meeting", "agenda-item", "handout", "theme"),
    "organization": ("person", "meeting", "agenda-item", "handout", "theme"),
    "theme": ("theme", "agenda-item", "handout", "meeting", "person"),
}
"""The kinds from left to right, by the kind of the subject; others as a theme."""


def lay_columns(picture: Picture) -> Layout:
    """Return the layout of a person, an organization, a theme or an answer.

    The subject stands at the height 0; what hangs on it stands at the height of
    what it hangs on.
    """
    columns = _columns(picture)
    parts: dict[int, tuple[dict[str, float], ...]] = {}
    ys: dict[str, float] = {}
    for column in _from_subject(picture, columns):
        parts[column] = _lay(picture, columns[column], ys)
        for part in parts[column]:
            ys |= part
    places: dict[str, tuple[int, int]] = {}
    edge = 0.0
    for column in sorted(parts):
        for part in parts[column]:
            width = max(picture.tiles[node].width for node in part)
            x = round(edge + width / 2)
            places |= {node: (x, round(y)) for node, y in part.items()}
            edge += width + _COLUMN_GAP
    return Layout(places)


def _columns(picture: Picture) -> tuple[tuple[str, ...], ...]:
    """Return the nodes of each column, columns from left to right."""
    place = _column_of(picture)
    found: dict[int, list[str]] = {}
    for node in picture.network.nodes:
        found.setdefault(place(node), []).append(node.id)
    return tuple(tuple(found[column]) for column in sorted(found))


def _column_of(picture: Picture) -> Callable[[Node], int]:
    """Return the rule that gives each node its column.

    An organization has its units to the right, then their people; a person has
    posts to the left, the widest organization outermost.
    """
    subject = picture.network.subject
    kind = next((n.kind for n in picture.network.nodes if n.id == subject), "theme")
    ranks = _RANKS.get(kind, _RANKS["theme"])
    below, above = heights(picture.graph), depths(picture.graph)
    deepest = max(above.values(), default=0)

    def column(node: Node) -> int:
        if node.kind == "organization":
            if kind == "organization":
                return above[node.id]
            layer = below[node.id] + 1
            return -layer if kind == "person" else len(ranks) + layer
        shift = deepest + 1 if kind == "organization" else 0
        if kind == "person" and node.kind == "person" and node.id != subject:
            return len(ranks)
        return shift + ranks.index(node.kind)

    return column


def _from_subject(picture: Picture, columns: Sequence[tuple[str, ...]]) -> list[int]:
    """Return the numbers of *columns* from the subject's to the right, then left."""
    subject = picture.network.subject
    start = next((i for i, column in enumerate(columns) if subject in column), 0)
    return [*range(start, len(columns)), *reversed(range(start))]


def _lay(
    picture: Picture, column: Sequence[str], ys: Mapping[str, float]
) -> tuple[dict[str, float], ...]:
    """Return the heights in *column*, near to those of what has its place in *ys*.

    A column that is too tall comes in several parts, rows taken in turn.
    """
    wishes = {}
    for node in column:
        near = [ys[other] for other in picture.neighbours(node) if other in ys]
        wishes[node] = sum(near) / len(near) if near else 0.0
    ordered = sorted(column, key=lambda node: wishes[node])
    pieces = -(-len(ordered) // _TALL)
    return tuple(
        stack(ordered[piece::pieces], picture.tiles, wishes) for piece in range(pieces)
    )
