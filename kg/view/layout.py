"""Give every node its place by rule, without physics or chance."""

from collections.abc import Sequence

from kg.model import Network
from kg.view.axis import Axis, lay_axis
from kg.view.columns import lay_columns
from kg.view.layers import to_multidigraph
from kg.view.place import Layout, Picture
from kg.view.roster import Column, lay_column, move_frames, split_sides
from kg.view.rows import Placed, flow_beside_lane, pile
from kg.view.seats import choose_sides, lay_seats
from kg.view.tile import measure_nodes

_INCOMING = 112
"""The room between the middle and the people, where their edges run together."""
_BAND_GAP = 24
_LEAST_BAND = 1200


def lay_out(network: Network) -> tuple[Picture, Layout]:
    """Return *network* measured, and where its nodes stand.

    A meeting stands in the middle of its people; other subjects at the head of
    columns.
    """
    picture = Picture(network, to_multidigraph(network), measure_nodes(network))
    kinds = {node.id: node.kind for node in network.nodes}
    if kinds.get(network.subject) == "meeting":
        return picture, _lay_meeting(picture)
    return picture, lay_columns(picture)


def _lay_meeting(picture: Picture) -> Layout:
    """Return the layout of a meeting: people left and right, their seats outside."""
    left, right = (
        lay_column(groups, picture.tiles)
        for groups in split_sides(picture.of_kind("person"))
    )
    left_seats, right_seats, others = choose_sides(picture, left.ys, right.ys)
    subject = picture.network.subject
    others += [n.id for n in picture.of_kind("meeting") if n.id != subject]
    tall = max(
        (frame.box.bottom for frame in (*left.frames, *right.frames)), default=0.0
    )
    axis = lay_axis(picture, others, tall)
    sides = (
        _lay_side(picture, left, left_seats, axis.half_width),
        _lay_side(picture, right, right_seats, axis.half_width),
    )
    y = _meeting_height(axis, tall)
    middle = {node: (x, y + below) for node, (x, below) in axis.places.items()}
    mirrored = {node: (-x, y) for node, (x, y) in sides[0].items()}
    places = middle | mirrored | sides[1]
    places |= _lay_band(picture, axis.rest, places, -tall)
    return Layout(
        places={node: (round(x), round(y)) for node, (x, y) in places.items()},
        frames=(
            *move_frames(left.frames, -_middle_of(left, axis.half_width)),
            *move_frames(right.frames, _middle_of(right, axis.half_width)),
        ),
        axis=frozenset(axis.places) | frozenset(axis.rest),
    )


def _lay_band(
    picture: Picture, themes: Sequence[str], places: Placed, top: float
) -> Placed:
    """Return the places of *themes* in rows above all else, as wide as the picture."""
    tiles = picture.tiles
    boxes = [tiles[node].box(x, y) for node, (x, y) in places.items()]
    top = min([top, *(box.top for box in boxes)])
    half = min(-min(b.left for b in boxes), max(b.right for b in boxes))
    width = max(2 * half, _LEAST_BAND)
    rows = flow_beside_lane(themes, tiles, width)
    return pile(rows, tiles, top - _BAND_GAP, upwards=True)


def _lay_side(
    picture: Picture, column: Column, seats: list[str], half_width: float
) -> Placed:
    """Return the places of one side, as if it were the right one."""
    x = _middle_of(column, half_width)
    people: Placed = {person: (x, y) for person, y in column.ys.items()}
    start = x + column.half_width
    return people | lay_seats(picture, seats, column.ys, start)


def _middle_of(column: Column, half_width: float) -> float:
    """Return how far from the middle of the picture a column of people stands."""
    return half_width + _INCOMING + column.half_width


def _meeting_height(axis: Axis, tall: float) -> float:
    """Return the y of the meeting: 0, or what keeps the middle within the people."""
    lowest, highest = axis.above - tall, tall - axis.below
    if lowest <= highest:
        return min(max(0.0, lowest), highest)
    return (lowest + highest) / 2
