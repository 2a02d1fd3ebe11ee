"""Lay organizations out in columns, units nearer to their people than the whole."""

from collections.abc import Mapping, Sequence

from kg.view.layers import depths, families, heights, units_of
from kg.view.place import Picture
from kg.view.rows import Placed
from kg.view.stack import stack

_COLUMN_GAP = 30
_OUTERMOST = 2


def choose_sides(
    picture: Picture, left: Mapping[str, float], right: Mapping[str, float]
) -> tuple[list[str], list[str], list[str]]:
    """Return organizations of the left side, of the right side, and the others.

    A ministry goes with its units to the side where most of their people are; one
    that came itself, without a name, to the side that has less; others nowhere.
    """
    sides: tuple[list[str], list[str], list[str]] = ([], [], [])
    for family in families(picture.graph):
        around = [near for node in family for near in picture.neighbours(node)]
        on_left = sum(near in left for near in around)
        on_right = sum(near in right for near in around)
        if on_left or on_right:
            side = 0 if on_left > on_right else 1
        elif picture.network.subject in around:
            side = 0 if len(left) + len(sides[0]) <= len(right) + len(sides[1]) else 1
        else:
            side = 2
        sides[side].extend(family)
    return sides


def lay_seats(
    picture: Picture,
    nodes: Sequence[str],
    people: Mapping[str, float],
    start: float,
) -> Placed:
    """Return the places of organizations beyond *start*, to the right of it.

    Each stands as near as it can to the height of its people and its units.
    """
    layers, above = heights(picture.graph), depths(picture.graph)
    columns = {node: _column(layers[node], above[node]) for node in nodes}
    places: Placed = {}
    ys = dict(people)
    edge = start
    for number in sorted(set(columns.values())):
        column = [node for node in nodes if columns[node] == number]
        wishes = {node: _wish(picture, node, ys) for node in column}
        column.sort(key=lambda node: (wishes[node], above[node]))
        found = stack(column, picture.tiles, wishes)
        width = max(picture.tiles[node].width for node in column)
        middle = edge + _COLUMN_GAP + width / 2
        places |= {node: (middle, y) for node, y in found.items()}
        ys |= found
        edge = middle + width / 2
    return places


def _column(below: int, above: int) -> int:
    """Return the column of an organization with so many layers below and above it.

    What has no units is innermost, a ministry with two layers of them outermost.
    Between them one column is enough, however deep (官房 over 課), so that the
    picture does not grow wider than a screen.
    """
    if below == 0:
        return 0
    return 1 if above or below == 1 else _OUTERMOST


def _wish(picture: Picture, node: str, ys: Mapping[str, float]) -> float:
    """Return the mean height of what *node* is joined to, or of all below it."""
    near = [ys[other] for other in picture.neighbours(node) if other in ys]
    near = near or [ys[unit] for unit in units_of(picture.graph, node) if unit in ys]
    return sum(near) / len(near) if near else 0.0
