"""Write networks for programs that analyse them."""

import io
import re
from collections.abc import Iterable
from typing import TypeAlias

import networkx as nx

from kg.errors import ExportError
from kg.graph import Store, project_meeting
from kg.model import Network

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold, escaped or not."""

NetworkGraph: TypeAlias = "nx.MultiDiGraph[str]"
"""A network as a graph of networkx."""

_MEETINGS = "SELECT ?meeting WHERE { ?meeting a gjr:Meeting } ORDER BY ?meeting"


def network_graph(networks: Iterable[Network]) -> NetworkGraph:
    """Return *networks* as one graph for networkx: two posts are two edges."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges: set[tuple[str, str, str, str]] = set()
    for network in networks:
        for node in network.nodes:
            attributes = {"name": node.name, "kind": node.kind}
            if node.group is not None:
                attributes["group"] = node.group
            graph.add_node(node.id, **attributes)
        for edge in network.edges:
            same = (edge.source, edge.target, edge.kind, edge.name)
            if same not in edges:
                edges.add(same)
                graph.add_edge(
                    edge.source,
                    edge.target,
                    kind=edge.kind,
                    name=edge.name,
                    basis=edge.basis.value,
                    mode=edge.mode or "",
                    proxy=edge.proxy,
                )
    return graph


def export_graphml(store: Store, *, limit: int = 100_000) -> str:
    """Return the networks of all meetings in *store* as one GraphML document."""
    graph = network_graph(meeting_networks(store, limit))
    forbid_strange(graph)
    stream = io.BytesIO()
    nx.write_graphml_xml(graph, stream, encoding="utf-8")
    return stream.getvalue().decode() + "\n"


def meeting_networks(store: Store, limit: int) -> list[Network]:
    """Return the network of each meeting in *store*, at most *limit* nodes each."""
    return [
        project_meeting(store, row["meeting"], limit=limit)
        for row in store.rows(_MEETINGS)
    ]


def forbid_strange(graph: NetworkGraph) -> None:
    """Raise ExportError where *graph* has a character that XML cannot hold."""
    for word in _words(graph):
        found = _FORBIDDEN.search(word)
        if found is not None:
            message = f"XML cannot hold U+{ord(found[0]):04X}, which stands in {word!r}"
            raise ExportError(message)


def _words(graph: NetworkGraph) -> Iterable[str]:
    """Return every text that is written."""
    for _, values in graph.nodes(data=True):
        yield from (value for value in values.values() if isinstance(value, str))
    for *_, values in graph.edges(data=True):
        yield from (value for value in values.values() if isinstance(value, str))
