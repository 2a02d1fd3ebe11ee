"""Hold a picture before and after its nodes have found their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Network, Node
from kg.view.measure import Box, around
from kg.view.tile import Tile

if TYPE_CHECKING:
    import networkx as nx

ROW = 60
"""The least distance of two rows; at 46 a label touches the next marker."""
GAP = 12
"""The least distance of two tiles."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be laid out: *network*, the same as *graph*, and its *tiles*."""

    network: Network
    graph: "nx.MultiDiGraph[str]"
    tiles: Mapping[str, Tile]

    def of_kind(self, kind: str) -> tuple[Node, ...]:
        """Return the nodes of one *kind*, in the order of the network."""
        return tuple(node for node in self.network.nodes if node.kind == kind)

    def neighbours(self, node: str) -> tuple[str, ...]:
        """Return what *node* is joined to, each once, in a fixed order."""
        found = {*self.graph.predecessors(node), *self.graph.successors(node)}
        return tuple(sorted(found - {node}))


@dataclass(frozen=True, slots=True)
class Frame:
    """A field behind a group of people, with the group's heading on it."""

    box: Box
    heading: tuple[str, ...]
    heading_box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """Where every node stands.

    *axis* are the nodes of the middle column: edges between them run upright.
    """

    places: Mapping[str, tuple[int, int]]
    frames: tuple[Frame, ...] = ()
    axis: frozenset[str] = frozenset()

    def label_boxes(self, tiles: Mapping[str, Tile]) -> tuple[Box, ...]:
        """Return the boxes of all labels and headings."""
        labels = [tiles[node].label_box(x, y) for node, (x, y) in self.places.items()]
        return (*labels, *(frame.heading_box for frame in self.frames))

    def extent(self, tiles: Mapping[str, Tile]) -> Box:
        """Return the box that holds the whole picture."""
        boxes = [tiles[node].box(x, y) for node, (x, y) in self.places.items()]
        boxes += [frame.box for frame in self.frames]
        return around(tuple(boxes) or (Box(0, 0, 0, 0),), GAP)
