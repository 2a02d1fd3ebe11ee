"""Find the layers of a network, as a graph of networkx."""

from collections import Counter
from dataclasses import dataclass

import networkx as nx

from kg.model import Network


@dataclass(frozen=True, slots=True)
class Summary:
    """How much is in a picture: nodes by kind, edges, and parts that hang together."""

    kinds: tuple[tuple[str, int], ...]
    edges: int
    components: int


def to_multidigraph(network: Network) -> "nx.MultiDiGraph[str]":
    """Return *network* as a graph whose edges are keyed e0, e1 and so on.

    Two posts of one person in one organization are two edges.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes:
        graph.add_node(node.id, name=node.name, kind=node.kind, group=node.group)
    for number, edge in enumerate(network.edges):
        graph.add_edge(
            edge.source,
            edge.target,
            key=f"e{number}",
            kind=edge.kind,
            mode=edge.mode,
            basis=edge.basis.value,
        )
    return graph


def summarise(graph: "nx.MultiDiGraph[str]") -> Summary:
    """Return how much is in *graph*, kinds in the order of first sight."""
    kinds = Counter(kind for _, kind in graph.nodes(data="kind"))
    return Summary(
        kinds=tuple(kinds.items()),
        edges=graph.number_of_edges(),
        components=nx.number_weakly_connected_components(graph),
    )


def heights(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return for each organization how many layers of units are drawn below it.

    課 0, its 局 1, the 省 2: the longest way down counts.
    """
    return _generations(_part_of(graph))


def depths(graph: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return for each organization how many layers are drawn above it."""
    return _generations(_part_of(graph).reverse())


def units_of(graph: "nx.MultiDiGraph[str]", whole: str) -> tuple[str, ...]:
    """Return all that is drawn below *whole*, at any depth, in a fixed order."""
    return tuple(sorted(nx.ancestors(_part_of(graph), whole)))


def families(graph: "nx.MultiDiGraph[str]") -> tuple[tuple[str, ...], ...]:
    """Return organizations that hang together by part-of, in the order of *graph*."""
    tree = _part_of(graph)
    order = {node: number for number, node in enumerate(tree)}
    found = (
        sorted(part, key=order.__getitem__)
        for part in nx.weakly_connected_components(tree)
    )
    return tuple(map(tuple, sorted(found, key=lambda part: order[part[0]])))


def _part_of(graph: "nx.MultiDiGraph[str]") -> "nx.DiGraph[str]":
    """Return organizations alone, joined from part to whole."""
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(
        node for node, kind in graph.nodes(data="kind") if kind == "organization"
    )
    tree.add_edges_from(
        (part, whole)
        for part, whole, kind in graph.edges(data="kind")
        if kind == "part-of" and part in tree and whole in tree
    )
    return tree


def _generations(tree: "nx.DiGraph[str]") -> dict[str, int]:
    """Return the layer of each node; nodes that go in a circle share theirs."""
    circles = nx.condensation(tree)
    return {
        node: layer
        for layer, found in enumerate(nx.topological_generations(circles))
        for circle in found
        for node in circles.nodes[circle]["members"]
    }
