"""Layers, components and counts come from the graph of networkx."""

import pytest

from kg.model import Basis, Edge, Network, Node
from kg.view.layers import (
    Summary,
    depths,
    families,
    heights,
    summarise,
    to_multidigraph,
    units_of,
)


def organizations(names, *parts):
    nodes = tuple(Node(name, name, "organization") for name in names)
    edges = tuple(
        Edge(part, whole, "part-of", "部局", Basis.STATED) for part, whole in parts
    )
    return to_multidigraph(Network("", "", nodes, edges))


CHAIN = organizations("省局課室庁", "局省", "課局", "室省")


def test_two_posts_in_one_organization_are_two_edges():
    nodes = (Node("p", "北条", "person"), Node("o", "都大学", "organization"))
    posts = tuple(
        Edge("p", "o", "affiliation", post, Basis.STATED) for post in ("理事", "教授")
    )

    graph = to_multidigraph(Network("", "p", nodes, posts))

    assert list(graph.edges(keys=True)) == [("p", "o", "e0"), ("p", "o", "e1")]


def test_heights_count_the_longest_way_down():
    assert heights(CHAIN) == {"省": 2, "局": 1, "課": 0, "室": 0, "庁": 0}


def test_depths_count_the_longest_way_up():
    assert depths(CHAIN) == {"省": 0, "局": 1, "課": 2, "室": 1, "庁": 0}


def test_units_of_are_those_at_any_depth():
    assert units_of(CHAIN, "省") == ("室", "局", "課")


def test_families_hang_together():
    assert families(CHAIN) == (("省", "局", "課", "室"), ("庁",))


@pytest.mark.parametrize("layers", [heights, depths])
def test_a_circle_of_parts_is_one_layer(layers):
    """A wrong record (局 of 省, 省 of 局) must not stop the picture."""
    circle = organizations("省局課", "局省", "省局", "課局")

    found = layers(circle)

    assert found["省"] == found["局"] != found["課"]


def test_summary_counts_kinds_edges_and_parts_that_hang_together(meeting):
    summary = summarise(to_multidigraph(meeting))

    assert ("person", 32) in summary.kinds
    assert len(meeting.edges) == summary.edges
    assert summary.components == 1


def test_summary_of_nothing():
    assert Summary((), 0, 0) == summarise(to_multidigraph(Network("", "", (), ())))
