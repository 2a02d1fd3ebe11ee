"""What stands at a node are the words of the record, with the marks of its roster."""

import pytest

from kg.model import Basis, Edge, Network, Node
from kg.view.tile import label_nodes

NODES = (
    Node("m", "第7回", "meeting"),
    Node("p", "北条 進", "person"),
    Node("a", "その他", "agenda-item"),
)


@pytest.mark.parametrize(
    ("kind", "mode", "proxy", "expected"),
    [
        pytest.param("attendance", "online", False, "北条 進", id="a member"),
        pytest.param("chair", "online", False, "◎北条 進", id="the chair"),
        pytest.param("attendance", "unknown", True, "北条 進（代理）", id="a proxy"),
        pytest.param("attendance", None, False, "北条 進（欠席）", id="absent"),
        pytest.param("chair", "online", True, "◎北条 進（代理）", id="both"),
    ],
)
def test_marks_in_the_picture_of_a_meeting(kind, mode, proxy, expected):
    edge = Edge("p", "m", kind, "語", Basis.STATED, mode, proxy)

    labels = label_nodes(Network("", "m", NODES, (edge,)))

    assert expected == labels["p"]


def test_no_mark_in_the_picture_of_a_person():
    """A proxy once is no proxy for good."""
    edge = Edge("p", "m", "chair", "座長", Basis.STATED, "online", proxy=True)

    labels = label_nodes(Network("", "p", NODES, (edge,)))

    assert labels["p"] == "北条 進"


def test_agenda_items_have_their_number():
    edge = Edge("m", "a", "agenda", "議題3", Basis.STATED)

    labels = label_nodes(Network("", "m", NODES, (edge,)))

    assert labels["a"] == "議題3 その他"
