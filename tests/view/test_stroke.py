"""The line of an edge says how the fact is known."""

import pytest

from kg.model import Basis, Edge, Network, Node
from kg.view.layout import lay_out
from kg.view.stroke import draw_strokes


def strokes(*edges):
    nodes = (Node("m", "会議", "meeting"), Node("p", "北条", "person"))
    picture, layout = lay_out(Network("", "m", nodes, edges))
    return draw_strokes(edges, layout, picture.tiles)


@pytest.mark.parametrize(
    ("mode", "basis", "dashes", "star"),
    [
        pytest.param("online", Basis.LEGEND, (9, 6), False, id="Web by its mark"),
        pytest.param("in-person", Basis.DEFAULT, (2, 5), True, id="no mark"),
        pytest.param("in-person", Basis.STATED, (), False, id="printed"),
        pytest.param("online", Basis.INFERRED, (9, 5, 2, 5), True, id="both"),
        pytest.param("unknown", Basis.STATED, (), False, id="not recorded"),
    ],
)
def test_dashes(mode, basis, dashes, star):
    (stroke,) = strokes(Edge("p", "m", "attendance", "委員", basis, mode))

    assert dashes == stroke.dashes
    assert star == stroke.star


def test_edges_of_the_same_ends_are_told_apart():
    edge = Edge("p", "m", "attendance", "委員", Basis.STATED, "online")
    chair = Edge("p", "m", "chair", "座長", Basis.STATED, "online")

    first, second = strokes(edge, chair)

    assert (first.turn, second.turn) == (0, 1)
    assert first.width < second.width


def test_edges_of_the_middle_run_upright(meeting):
    picture, layout = lay_out(meeting)
    found = draw_strokes(meeting.edges, layout, picture.tiles)

    kinds = {
        edge.kind: stroke.upright
        for edge, stroke in zip(meeting.edges, found, strict=True)
    }

    assert {"agenda", "handout", "theme"} == {kind for kind in kinds if kinds[kind]}
