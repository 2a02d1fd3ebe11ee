"""Say how large each node is drawn, label included."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Edge, Network, Node
from kg.view.measure import FONT_SIZE, LINE_HEIGHT, Box, ems, wrap

LABEL_GAP = 4
"""Between a marker and its label."""
BOX_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind is drawn: *size* of its marker, or 0 for a box; ems of a line."""

    shape: str
    size: int
    limit: int


FORMS: Mapping[str, Form] = {
    "person": Form("dot", 10, 8),
    "meeting": Form("star", 28, 11),
    "theme": Form("diamond", 11, 7),
    "organization": Form("box", 0, 7),
    "agenda-item": Form("box", 0, 13),
    "handout": Form("box", 0, 9),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """The room that a node takes around its place.

    *label* has its line breaks; *above* and *below* are measured from the middle
    of the marker, or of the box.
    """

    label: str
    width: float
    above: float
    below: float
    label_top: float

    def label_box(self, x: float, y: float) -> Box:
        """Return the box of the label when the node stands at *x*, *y*."""
        half = self.width / 2
        return Box(x - half, y + self.label_top, x + half, y + self.below)

    def box(self, x: float, y: float) -> Box:
        """Return the box of marker and label when the node stands at *x*, *y*."""
        half = self.width / 2
        return Box(x - half, y - self.above, x + half, y + self.below)


def measure_nodes(network: Network) -> dict[str, Tile]:
    """Return the tile of each node of *network*, by id."""
    names = label_nodes(network)
    return {node.id: _measure(node, names[node.id]) for node in network.nodes}


def label_nodes(network: Network) -> dict[str, str]:
    """Return the words that stand at each node, by id.

    In the picture of one meeting the marks of its roster stand with the names: ◎
    chair, （代理）, （欠席）. Elsewhere they would be said of the person for good.
    """
    names = {node.id: node.name for node in network.nodes}
    kinds = {node.id: node.kind for node in network.nodes}
    if kinds.get(network.subject) == "meeting":
        for edge in network.edges:
            if edge.target == network.subject:
                names[edge.source] = _marked(names[edge.source], edge)
            elif edge.kind == "agenda" and edge.source == network.subject:
                names[edge.target] = f"{edge.name} {names[edge.target]}".strip()
    return names


def is_absence(edge: Edge) -> bool:
    """Tell whether *edge* says that somebody was not there (欠席)."""
    return edge.kind == "attendance" and edge.mode is None


def _marked(name: str, edge: Edge) -> str:
    """Return *name* with what the roster marks beside it."""
    if edge.kind == "chair":
        name = f"◎{name}"
    if edge.proxy:
        name = f"{name}（代理）"
    return f"{name}（欠席）" if is_absence(edge) else name


def _measure(node: Node, name: str) -> Tile:
    """Return the tile of *node* with *name* as its label."""
    form = FORMS[node.kind]
    lines = wrap(name, form.limit)
    width = max(ems(line) for line in lines) * FONT_SIZE
    height = len(lines) * LINE_HEIGHT
    label = "\n".join(lines)
    if form.size:
        top = form.size + LABEL_GAP
        width = max(width + 8, 2 * form.size)
        return Tile(label, width, form.size, top + height, top)
    half = height / 2 + BOX_MARGIN
    return Tile(label, width + 2 * BOX_MARGIN, half, half, -half)
