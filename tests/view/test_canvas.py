"""What pyvis ships and makes is known before it reaches a page."""

from hashlib import sha256

from kg.view.canvas import fill_canvas, renderer_script
from kg.view.layout import lay_out

PINNED = "f3c1229464749a6f5a80c80867189edfdc0198be0d015c3d770aff196cb6c0a1"


def test_the_renderer_is_the_one_that_was_looked_at():
    """An upgrade of pyvis must not bring another script in unseen."""
    assert sha256(renderer_script().encode()).hexdigest() == PINNED


def test_the_renderer_can_stand_in_a_page():
    """It could not with an end of its own element, or with line ends that change."""
    script = renderer_script()

    assert "</script" not in script.lower()
    assert "<!--" not in script
    assert "\r" not in script


def test_the_canvas_holds_every_node_and_edge(meeting):
    canvas = fill_canvas(*lay_out(meeting))

    assert [node.id for node in meeting.nodes] == [node["id"] for node in canvas.nodes]
    assert [(edge.source, edge.target) for edge in meeting.edges] == [
        (edge["from"], edge["to"]) for edge in canvas.edges
    ]


def test_no_physics_and_no_dragging(meeting):
    options = fill_canvas(*lay_out(meeting)).options

    assert options["physics"] is False
    assert options["layout"] == {"improvedLayout": False}
    assert options["interaction"]["dragNodes"] is False
    assert options["edges"]["smooth"]["enabled"]


def test_labels_hold_all_of_a_name(meeting):
    """An ellipsis could hide 代理 or 非常勤."""
    canvas = fill_canvas(*lay_out(meeting))

    for node, drawn in zip(meeting.nodes, canvas.nodes, strict=True):
        label = "".join(drawn["label"].split())
        assert "".join(node.name.split()) in label
