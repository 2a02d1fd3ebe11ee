"""List what a picture draws, as the rows of the table beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Edge, Network, Node, Passage
from kg.view.stroke import is_concluded
from kg.view.tile import is_absence


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: *text* of the record, or the interface's *word*; *star* marks doubt.

    A cell can open the thing of its row, or of the node with the number *opens*.
    """

    text: str = ""
    word: str = ""
    star: bool = False
    opens: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One node or one edge: its id in the picture, its cells.

    *ends* are the kinds of the nodes that it needs in order to be shown.
    """

    id: str
    ends: tuple[str, ...]
    cells: tuple[Cell, ...]


NODE_COLUMNS = ("kind", "name", "group", "details", "lines")
EDGE_COLUMNS = ("source", "relation", "as", "target", "mode", "proxy", "basis", "lines")


def node_rows(network: Network) -> tuple[Row, ...]:
    """Return a row for each node, in the order of the network."""
    several = has_several_documents(network)
    return tuple(
        Row(node.id, (node.kind,), _node_cells(number, node, several=several))
        for number, node in enumerate(network.nodes)
    )


def edge_rows(network: Network) -> tuple[Row, ...]:
    """Return a row for each edge, in the order of the network."""
    several = has_several_documents(network)
    nodes = {node.id: node for node in network.nodes}
    names = {
        node.id: Cell(text=node.name, opens=number)
        for number, node in enumerate(network.nodes)
    }
    return tuple(
        Row(
            id=f"e{number}",
            ends=(nodes[edge.source].kind, nodes[edge.target].kind),
            cells=_edge_cells(edge, names, several=several),
        )
        for number, edge in enumerate(network.edges)
    )


def has_several_documents(network: Network) -> bool:
    """Tell whether the passages of *network* come from more than one document."""
    things: tuple[Node | Edge, ...] = (*network.nodes, *network.edges)
    found = {passage.document for thing in things for passage in thing.passages}
    return len(found) > 1


def _node_cells(number: int, node: Node, *, several: bool) -> tuple[Cell, ...]:
    """Return the cells of *node*."""
    details = "、".join(f"{what}: {value}" for what, value in node.details)
    return (
        Cell(word=f"kind.{node.kind}"),
        Cell(text=node.name, opens=number),
        Cell(text=node.group or ""),
        Cell(text=details),
        Cell(text=_lines(node.passages, several=several)),
    )


def _edge_cells(
    edge: Edge, names: Mapping[str, Cell], *, several: bool
) -> tuple[Cell, ...]:
    """Return the cells of *edge*; a star where nothing printed says so itself."""
    mode = f"mode.{edge.mode}" if edge.mode else ""
    star = is_concluded(edge)
    return (
        names[edge.source],
        Cell(word="relation.absence" if is_absence(edge) else f"relation.{edge.kind}"),
        Cell(text=edge.name),
        names[edge.target],
        Cell(word=mode, star=star and bool(mode)),
        Cell(word="proxy" if edge.proxy else ""),
        Cell(word=f"basis.{edge.basis.value}", star=star),
        Cell(text=_lines(edge.passages, several=several)),
    )


def _lines(passages: Iterable[Passage], *, several: bool) -> str:
    """Return where *passages* stand: L25, L9; with the document if there are several.

    >>> _lines([Passage("第1回", 9, "場所", ())], several=True)
    '第1回 L9'
    """
    return "、".join(
        f"{passage.document} L{passage.line}" if several else f"L{passage.line}"
        for passage in passages
    )
