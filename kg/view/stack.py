"""Stack tiles in a column, near to where they would like to be."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.view.place import GAP, ROW
from kg.view.tile import Tile


def pitch(upper: Tile, lower: Tile) -> float:
    """Return the least distance between the middles of two tiles of a column."""
    return max(ROW, upper.below + lower.above + GAP)


def stack(
    nodes: Sequence[str], tiles: Mapping[str, Tile], wishes: Mapping[str, float]
) -> dict[str, float]:
    """Return the y of each of *nodes*, in their order, as near as can be to *wishes*.

    The sum of the squared distances from the wishes is the least possible: a
    regression that only rises, with the room of the tiles taken out first.
    """
    offsets = [0.0]
    for upper, lower in pairwise(nodes):
        offsets.append(offsets[-1] + pitch(tiles[upper], tiles[lower]))
    free = [wishes[node] - offset for node, offset in zip(nodes, offsets, strict=False)]
    fitted = _rising(free)
    return {
        node: y + offset
        for node, y, offset in zip(nodes, fitted, offsets, strict=False)
    }


def _rising(values: Sequence[float]) -> list[float]:
    """Return the never falling sequence that is nearest to *values*."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
