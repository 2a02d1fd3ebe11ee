"""Make rows of tiles, and pile them up or down."""

from collections.abc import Mapping, Sequence

from kg.view.place import GAP, ROW
from kg.view.tile import Tile

Row = list[tuple[str, float]]
"""Nodes side by side, each with its x."""
Placed = dict[str, tuple[float, float]]
LANE = 56
"""The way that is kept free in the middle, for the edges that go up."""


def flow(nodes: Sequence[str], tiles: Mapping[str, Tile], width: float) -> list[Row]:
    """Return rows of *nodes* side by side, filled up to *width* and centred."""
    rows = []
    for row in _filled(nodes, tiles, width):
        total = sum(tiles[node].width + GAP for node in row) - GAP
        rows.append(_laid(row, tiles, -total / 2))
    return rows


def flow_beside_lane(
    nodes: Sequence[str], tiles: Mapping[str, Tile], width: float
) -> list[Row]:
    """Return rows of *nodes* filled up to *width*, the first ones nearest the lane."""
    rows = []
    for row in _filled(nodes, tiles, width - LANE):
        left = _laid(row[::2], tiles, LANE / 2)
        right = _laid(row[1::2], tiles, LANE / 2)
        rows.append([(node, -x) for node, x in left] + right)
    return rows


def pairs(nodes: Sequence[str], tiles: Mapping[str, Tile]) -> list[Row]:
    """Return rows of two, one on each side of the lane; a single node stands in it."""
    if len(nodes) == 1:
        return [[(nodes[0], 0.0)]]
    width = max((tiles[node].width for node in nodes), default=0.0)
    xs = (-(LANE + width) / 2, (LANE + width) / 2)
    return [
        list(zip(nodes[start : start + 2], xs, strict=False))
        for start in range(0, len(nodes), 2)
    ]


def pile(
    rows: Sequence[Row],
    tiles: Mapping[str, Tile],
    edge: float,
    *,
    upwards: bool = False,
) -> Placed:
    """Return the places of *rows*, piled from *edge* downwards, or upwards."""
    sign = -1 if upwards else 1
    rim = sign * edge
    middle = rim - ROW
    places: Placed = {}
    for row in rows:
        above = max(tiles[node].above for node, _ in row)
        below = max(tiles[node].below for node, _ in row)
        near, far = (below, above) if upwards else (above, below)
        middle = max(rim + near, middle + ROW)
        rim = middle + far + GAP
        places |= {node: (x, sign * middle) for node, x in row}
    return places


def _filled(
    nodes: Sequence[str], tiles: Mapping[str, Tile], width: float
) -> list[list[str]]:
    """Return *nodes* in rows of at most *width*, one node at least in each."""
    rows: list[list[str]] = []
    used = 0.0
    for node in nodes:
        used += tiles[node].width + GAP
        if not rows or used - GAP > width:
            rows.append([])
            used = tiles[node].width + GAP
        rows[-1].append(node)
    return rows


def _laid(nodes: Sequence[str], tiles: Mapping[str, Tile], left: float) -> Row:
    """Return *nodes* with their x, one beside the other from *left* on."""
    row: Row = []
    for node in nodes:
        row.append((node, left + tiles[node].width / 2))
        left += tiles[node].width + GAP
    return row
