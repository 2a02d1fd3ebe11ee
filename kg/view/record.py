"""Write down what the side panel of a page tells of a network."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from kg.model import Edge, Network, Node, Passage
from kg.view.table import has_several_documents

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | float | bool | None"
"""What JSON can hold."""


def record_network(network: Network) -> Json:
    """Return *network* for the side panel; each line and passage stands once.

    A long statement may be the evidence of ten themes, each with marks of its own.
    """
    things: tuple[Node | Edge, ...] = (*network.nodes, *network.edges)
    passages = dict.fromkeys(p for thing in things for p in thing.passages)
    numbers = {passage: number for number, passage in enumerate(passages)}
    lines = dict.fromkeys((p.document, p.line, p.text) for p in passages)
    places = {line: number for number, line in enumerate(lines)}
    return {
        "title": network.title,
        "subject": network.subject,
        "several": has_several_documents(network),
        "nodes": {node.id: _node(node, numbers) for node in network.nodes},
        "edges": [_edge(edge, numbers) for edge in network.edges],
        "lines": [
            {"document": document, "line": line, "text": text}
            for document, line, text in lines
        ],
        "passages": [
            [
                places[passage.document, passage.line, passage.text],
                [[mark.start, mark.end] for mark in passage.marks],
            ]
            for passage in passages
        ],
    }


def _node(node: Node, numbers: Mapping[Passage, int]) -> Json:
    """Return what is told of one node."""
    return {
        "name": node.name,
        "kind": node.kind,
        "group": node.group,
        "details": node.details,
        "passages": _pointers(node.passages, numbers),
    }


def _edge(edge: Edge, numbers: Mapping[Passage, int]) -> Json:
    """Return what is told of one edge."""
    return {
        "source": edge.source,
        "target": edge.target,
        "kind": edge.kind,
        "name": edge.name,
        "basis": edge.basis.value,
        "mode": edge.mode,
        "proxy": edge.proxy,
        "passages": _pointers(edge.passages, numbers),
    }


def _pointers(passages: Iterable[Passage], numbers: Mapping[Passage, int]) -> list[int]:
    """Return the numbers of *passages*."""
    return [numbers[passage] for passage in passages]
