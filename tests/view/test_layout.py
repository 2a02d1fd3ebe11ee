"""Every node has its place by rule, and no two labels overlap."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Basis, Edge, Network, Node
from kg.view.layout import lay_out
from kg.view.place import ROW
from kg.view.roster import Group, split_sides

NAMES = st.text("東西南北省庁局部課室一ー・（）ABCm gjゃ𠮷", min_size=1, max_size=40)
KINDS = ("person", "organization", "meeting", "agenda-item", "handout", "theme")
JOINTS = {
    "attendance": ("person", "meeting"),
    "chair": ("person", "meeting"),
    "affiliation": ("person", "organization"),
    "part-of": ("organization", "organization"),
    "agenda": ("meeting", "agenda-item"),
    "presentation": ("person", "agenda-item"),
    "handout": ("agenda-item", "handout"),
    "theme": ("meeting", "theme"),
}


@st.composite
def networks(draw):
    """Return a network of any nodes and edges that the model allows."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=40))
    groups = st.sampled_from([None, "委員", "政府関係者（順不同）" * 2])
    nodes = tuple(
        Node(f"n{number}", draw(NAMES), kind, group=draw(groups))
        for number, kind in enumerate(kinds)
    )
    edges = []
    for kind in draw(st.lists(st.sampled_from(sorted(JOINTS)), max_size=40)):
        source, target = (
            [node.id for node in nodes if node.kind == end] for end in JOINTS[kind]
        )
        if source and target:
            ends = draw(st.sampled_from(source)), draw(st.sampled_from(target))
            basis = draw(st.sampled_from(list(Basis)))
            edges.append(Edge(*ends, kind, "語", basis, "online", proxy=True))
    subject = draw(st.sampled_from(nodes)).id if nodes else ""
    return Network("図", subject, nodes, tuple(edges))


def overlaps(network):
    picture, layout = lay_out(network)
    boxes = layout.label_boxes(picture.tiles)
    return [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("name", ["meeting", "person", "organization"])
def test_no_labels_overlap(name, request):
    assert overlaps(request.getfixturevalue(name)) == []


@given(networks())
@settings(max_examples=150, deadline=None)
def test_no_labels_overlap_whatever_the_network(network):
    assert overlaps(network) == []


@given(networks())
@settings(max_examples=50, deadline=None)
def test_every_node_has_a_place_of_its_own(network):
    _, layout = lay_out(network)

    assert {node.id for node in network.nodes} == set(layout.places)
    assert len(network.nodes) == len(set(layout.places.values()))


@pytest.mark.parametrize("name", ["meeting", "person", "organization"])
def test_rows_are_sixty_apart(name, request):
    """At 46 a label touches the next marker."""
    _, layout = lay_out(request.getfixturevalue(name))
    columns = {}
    for x, y in layout.places.values():
        columns.setdefault(x, []).append(y)

    for ys in columns.values():
        rows = sorted(ys)
        assert all(lower - upper >= ROW - 1 for upper, lower in pairwise(rows))


def test_a_meeting_stands_in_the_middle_of_its_people(meeting):
    _, layout = lay_out(meeting)
    x, y = layout.places[meeting.subject]
    places = {
        kind: [layout.places[n.id] for n in meeting.nodes if n.kind == kind]
        for kind in KINDS
    }
    left = [px for px, _ in places["person"] if px < x]
    right = [px for px, _ in places["person"] if px > x]
    groups = {
        node.group: {layout.places[node.id][0] < x}
        for node in meeting.nodes
        if node.kind == "person"
    }

    assert (len(left), len(right)) == (13, 19)
    assert {
        "構成員": {True},
        "有識者（順不同）": {True},
        "政府関係者": {False},
    } == groups
    assert all(ty < y for _, ty in places["theme"])
    assert all(ay > y for _, ay in places["agenda-item"])
    assert all(hy > y for _, hy in places["handout"])
    outer = min(map(abs, (min(left), max(right))))
    assert all(abs(ox) > outer for ox, _ in places["organization"])


def test_themes_without_room_stand_in_rows_above_all_else(meeting):
    """Themes behind people would have their edges run through them."""
    more = tuple(Node(f"t{number}", f"主題{number}", "theme") for number in range(60))
    network = replace(meeting, nodes=(*meeting.nodes, *more))
    picture, layout = lay_out(network)
    boxes = {node: picture.tiles[node].box(*at) for node, at in layout.places.items()}
    left, right = (
        pick(layout.places[n.id][0] for n in network.nodes if n.kind == "person")
        for pick in (min, max)
    )
    top = min(frame.box.top for frame in layout.frames)
    outside = [
        box for node, box in boxes.items() if node in layout.axis and box.left < left
    ]

    assert overlaps(network) == []
    assert left < 0 < right
    assert outside
    assert all(box.bottom < top for box in outside)


def test_a_unit_stands_between_its_people_and_its_ministry(meeting):
    _, layout = lay_out(meeting)
    chain = [
        layout.places[node][0]
        for node in ("person/竹原 晃", "org/逓信省国際戦略局", "org/逓信省")
    ]

    assert chain == sorted(chain)


def test_an_organization_has_its_units_and_people_to_the_right(organization):
    _, layout = lay_out(organization)
    whole, unit, head = (
        layout.places[node][0]
        for node in ("org/架空府", "org/架空府知的財産推進事務局", "person/奈良野 太")
    )

    assert whole < unit < head < layout.places["meeting/depsea/7"][0]


def test_a_person_has_posts_to_the_left_and_meetings_to_the_right(person):
    _, layout = lay_out(person)
    places = layout.places
    x, _ = places[person.subject]
    meetings = [n.id for n in person.nodes if n.kind == "meeting"]

    assert places["organization/学術研究機構"][0] < places["organization/光研究所"][0]
    assert places["organization/光研究所"][0] < x
    assert all(places[node][0] > x for node in meetings)
    assert meetings == sorted(meetings, key=lambda node: places[node][1])


def people(*counts):
    return [
        Node(f"{group}{number}", "名", "person", group=group)
        for group, count in zip("甲乙丙", counts, strict=False)
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((11, 2, 19), (["甲", "乙"], ["丙"]), id="groups stay whole"),
        pytest.param((5, 5), (["甲"], ["乙"]), id="a group on each side"),
        pytest.param((10,), (["甲"], ["甲"]), id="one group is cut in two"),
        pytest.param((1, 20), (["甲", "乙"], ["乙"]), id="a great one is cut"),
        pytest.param((1,), ([], ["甲"]), id="one person"),
        pytest.param((), ([], []), id="nobody"),
    ],
)
def test_split_sides(counts, expected):
    sides = split_sides(people(*counts))

    assert expected == tuple([group.heading for group in side] for side in sides)
    assert sum(counts) == sum(len(group.people) for side in sides for group in side)


def test_people_without_a_heading_are_a_group():
    nobody = Node("p", "名", "person")

    assert ((), (Group("", ("p",)),)) == split_sides([nobody])
