"""The table holds what is drawn: a row for each node and for each edge."""

from dataclasses import replace

from kg.model import Passage
from kg.view.table import EDGE_COLUMNS, NODE_COLUMNS, edge_rows, node_rows


def test_a_row_for_each_node(meeting):
    rows = node_rows(meeting)

    assert [node.id for node in meeting.nodes] == [row.id for row in rows]
    assert [node.name for node in meeting.nodes] == [row.cells[1].text for row in rows]
    assert all(len(NODE_COLUMNS) == len(row.cells) for row in rows)


def test_a_row_for_each_edge(meeting):
    rows = edge_rows(meeting)

    ids = [node.id for node in meeting.nodes]
    ends = [(ids.index(edge.source), ids.index(edge.target)) for edge in meeting.edges]
    assert ends == [(row.cells[0].opens, row.cells[3].opens) for row in rows]
    assert all(len(EDGE_COLUMNS) == len(row.cells) for row in rows)


def test_a_star_where_nothing_printed_says_so(meeting):
    """会場* is known by the absence of a mark, Web by the legend."""
    modes = {
        (row.cells[4].word, row.cells[4].star)
        for row in edge_rows(meeting)
        if row.cells[1].word in {"relation.attendance", "relation.chair"}
    }

    assert modes == {("mode.online", False), ("mode.in-person", True)}


def test_lines_name_their_document_where_there_are_several(meeting):
    other = Passage("架空会議第8回.txt", 3, "北条 進", ())
    head, *rest = meeting.nodes
    changed = replace(head, passages=(*head.passages, other))
    several = replace(meeting, nodes=(changed, *rest))

    assert node_rows(meeting)[0].cells[-1].text == "L2"
    assert (
        node_rows(several)[0].cells[-1].text
        == "架空会議第7回.txt L2、架空会議第8回.txt L3"
    )
