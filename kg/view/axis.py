"""Lay out the middle of a meeting's picture: themes, meeting, agenda, handouts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.view.place import GAP, ROW, Picture
from kg.view.rows import Placed, flow, pairs, pile
from kg.view.tile import Tile

_CLEAR = 50
"""The room above and below the meeting where the edges of people come in."""
_LEAST_ROOM = 8 * ROW
"""The room for themes above a meeting with few people."""
_PAPERS = 410
"""The width of a row of handouts."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The middle column, with the meeting at 0, 0; *rest* are themes without room."""

    places: Mapping[str, tuple[float, float]]
    rest: tuple[str, ...]
    half_width: float
    above: float
    below: float


def lay_axis(picture: Picture, others: Sequence[str], tall: float) -> Axis:
    """Return the middle column beside people who reach from -*tall* to *tall*.

    Agenda items stand below the meeting, then handouts, then *others*, which have no
    place elsewhere. Themes stand above it in two columns, the most frequent nearest.
    """
    tiles = picture.tiles
    start = tiles[picture.network.subject]
    down = pile(_rows_below(picture, others), tiles, start.below + _CLEAR)
    below = max(
        [start.below, *(y + tiles[node].below for node, (_, y) in down.items())]
    )
    themes = [node.id for node in picture.of_kind("theme")]
    up = pile(pairs(themes, tiles), tiles, -start.above - _CLEAR, upwards=True)
    room = max(2 * tall - below, _LEAST_ROOM)
    near = {n: (x, y) for n, (x, y) in up.items() if tiles[n].above - y <= room}
    return _axis(
        {picture.network.subject: (0.0, 0.0), **down, **near},
        tuple(theme for theme in themes if theme not in near),
        tiles,
    )


def _rows_below(
    picture: Picture, others: Sequence[str]
) -> list[list[tuple[str, float]]]:
    """Return the rows below the meeting, from the top."""
    tiles = picture.tiles
    agenda = [node.id for node in picture.of_kind("agenda-item")]
    handouts = [node.id for node in picture.of_kind("handout")]
    papers = min(_PAPERS, sum(tiles[node].width + GAP for node in handouts))
    width = max([papers, *(tiles[node].width for node in agenda)])
    rows = [[(node, 0.0)] for node in agenda]
    return rows + flow(handouts, tiles, width) + flow(others, tiles, width)


def _axis(places: Placed, rest: tuple[str, ...], tiles: Mapping[str, Tile]) -> Axis:
    """Return the middle column of *places*, measured."""
    return Axis(
        places=places,
        rest=rest,
        half_width=max(abs(x) + tiles[n].width / 2 for n, (x, _) in places.items()),
        above=max(tiles[node].above - y for node, (_, y) in places.items()),
        below=max(tiles[node].below + y for node, (_, y) in places.items()),
    )
