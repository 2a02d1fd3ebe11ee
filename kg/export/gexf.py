"""Write the network of all meetings for Gephi, with places, colours and labels."""

import io
import math
import re

import networkx as nx

from kg.export.graphml import forbid_strange, meeting_networks, network_graph
from kg.graph import Store

# networkx notes the day of writing and its own version: 「<meta …>…</meta>」
_META = re.compile(r"\s*<meta\b.*?</meta>", re.DOTALL)

_RINGS = (
    ("meeting", 1.0, (0, 121, 90)),
    ("agenda-item", 1.6, (91, 75, 154)),
    ("theme", 2.2, (156, 60, 120)),
    ("person", 3.0, (0, 114, 178)),
    ("handout", 3.8, (95, 102, 112)),
    ("organization", 4.6, (179, 89, 0)),
)
"""Kinds of nodes from the inside to the outside, with radius and colour."""
_ARC = 90.0
"""Room for a node on its ring, in units of the picture."""


def export_gexf(store: Store, *, limit: int = 100_000) -> str:
    """Return the networks of all meetings in *store* as one GEXF document.

    Nodes stand in rings by kind, in order of their names: a start for the layouts
    of Gephi, and the same bytes on every run.
    """
    graph = network_graph(meeting_networks(store, limit))
    forbid_strange(graph)
    _place(graph)
    for *_, edge in graph.edges(data=True):
        edge["label"] = edge["name"]
    ordered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ordered.add_nodes_from(sorted(graph.nodes(data=True), key=lambda one: one[0]))
    found = sorted(
        graph.edges(data=True), key=lambda e: (e[0], e[1], e[2]["kind"], e[2]["name"])
    )
    ordered.add_edges_from(found)
    stream = io.BytesIO()
    nx.write_gexf(ordered, stream, encoding="utf-8")
    return _META.sub("", stream.getvalue().decode()) + "\n"


def _place(graph: "nx.MultiDiGraph[str]") -> None:
    """Give each node its label, its place on the ring of its kind, and a colour."""
    widest = 0.0
    for kind, _, _ in _RINGS:
        count = sum(data["kind"] == kind for _, data in graph.nodes(data=True))
        widest = max(widest, count * _ARC / math.tau)
    for kind, share, colour in _RINGS:
        data = {one: d for one, d in graph.nodes(data=True) if d["kind"] == kind}
        ring = sorted(data, key=lambda one: (graph.nodes[one]["name"], one))
        radius = max(widest, 200.0) * share
        red, green, blue = colour
        for number, one in enumerate(ring):
            angle = math.tau * number / len(ring)
            x, y = (round(radius * f(angle), 2) for f in (math.cos, math.sin))
            node = graph.nodes[one]
            node["label"] = node["name"]
            node["viz"] = {
                "position": {"x": x, "y": y, "z": 0.0},
                "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            }
