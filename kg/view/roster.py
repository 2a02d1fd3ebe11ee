"""Lay the people of a meeting out to its left and right, group by group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Node
from kg.view.measure import FONT_SIZE, LINE_HEIGHT, Box, ems, wrap
from kg.view.place import GAP, Frame
from kg.view.stack import pitch
from kg.view.tile import Tile

HEADING_LIMIT = 10
_UNEVEN = 2 / 3
"""A side with more than this share of the people cuts a group in two."""


@dataclass(frozen=True, slots=True)
class Group:
    """People under one heading of a roster; *heading* may be empty."""

    heading: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of people around y = 0, with the frames of its groups at x = 0."""

    ys: Mapping[str, float]
    frames: tuple[Frame, ...]
    half_width: float


def split_sides(people: Sequence[Node]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return the groups of the left side and of the right side.

    Groups stay whole and in order, and the sides come out as even as they can;
    but where nearly all are in one group (委員 alone), it is cut in the middle.
    """
    groups = _groups(people)
    total = len(people)
    counts = [sum(len(g.people) for g in groups[:cut]) for cut in range(len(groups))]
    cut = min(
        range(len(counts)), key=lambda i: abs(2 * counts[i] - total), default=None
    )
    if cut is None:
        return (), ()
    larger = max(counts[cut], total - counts[cut])
    if total > 1 and larger > _UNEVEN * total:
        return _cut(groups, (total + 1) // 2)
    return groups[:cut], groups[cut:]


def lay_column(groups: Sequence[Group], tiles: Mapping[str, Tile]) -> Column:
    """Return the column of *groups*, one below the other."""
    half = max(
        (tiles[person].width / 2 for group in groups for person in group.people),
        default=0.0,
    )
    headings = [wrap(g.heading, HEADING_LIMIT) if g.heading else () for g in groups]
    widths = [ems(line) * FONT_SIZE for lines in headings for line in lines]
    half = max([half, *(width / 2 for width in widths)]) + GAP
    ys: dict[str, float] = {}
    frames: list[Frame] = []
    top = 0.0
    for group, heading in zip(groups, headings, strict=True):
        found, frame = _lay_group(group, heading, tiles, (half, top))
        ys |= found
        frames.append(frame)
        top = frame.box.bottom + GAP
    shift = -(top - GAP) / 2 if frames else 0.0
    return Column(
        {person: y + shift for person, y in ys.items()},
        tuple(_moved(frame, 0, shift) for frame in frames),
        half,
    )


def move_frames(frames: Sequence[Frame], x: float) -> tuple[Frame, ...]:
    """Return *frames* moved to the right by *x*."""
    return tuple(_moved(frame, x, 0) for frame in frames)


def _groups(people: Sequence[Node]) -> tuple[Group, ...]:
    """Return *people* by group, groups in the order of the roster."""
    found: dict[str, list[str]] = {}
    for person in people:
        found.setdefault(person.group or "", []).append(person.id)
    return tuple(Group(heading, tuple(ids)) for heading, ids in found.items())


def _cut(
    groups: Sequence[Group], size: int
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return the first *size* people and the others, each with their headings."""
    left: list[Group] = []
    right: list[Group] = []
    for group in groups:
        room = size - sum(len(taken.people) for taken in left)
        if room > 0:
            left.append(Group(group.heading, group.people[:room]))
        if len(group.people) > room:
            right.append(Group(group.heading, group.people[max(room, 0) :]))
    return tuple(left), tuple(right)


def _lay_group(
    group: Group,
    heading: tuple[str, ...],
    tiles: Mapping[str, Tile],
    corner: tuple[float, float],
) -> tuple[dict[str, float], Frame]:
    """Return the heights of a group's people below its heading, and its frame."""
    half, top = corner
    width = max((ems(line) for line in heading), default=0.0) * FONT_SIZE
    head = Box(
        -width / 2, top + GAP / 2, width / 2, top + GAP / 2 + len(heading) * LINE_HEIGHT
    )
    ys: dict[str, float] = {}
    y = head.bottom + GAP
    for number, person in enumerate(group.people):
        tile = tiles[person]
        y += pitch(tiles[group.people[number - 1]], tile) if number else tile.above
        ys[person] = y
    bottom = y + tiles[group.people[-1]].below + GAP / 2
    return ys, Frame(Box(-half, top, half, bottom), heading, head)


def _moved(frame: Frame, x: float, y: float) -> Frame:
    """Return *frame* moved by *x* and *y*."""
    box, head = frame.box, frame.heading_box
    return Frame(
        Box(box.left + x, box.top + y, box.right + x, box.bottom + y),
        frame.heading,
        Box(head.left + x, head.top + y, head.right + x, head.bottom + y),
    )
