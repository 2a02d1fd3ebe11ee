"""A column keeps its order and its room, near to where its tiles wish to be."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.place import ROW
from kg.view.stack import stack
from kg.view.tile import Tile

TILE = Tile("名", 20, 10, 20, 10)


def tiles(count):
    return {f"n{number}": TILE for number in range(count)}


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        pytest.param([0, 100, 300], [0, 100, 300], id="there is room for all"),
        pytest.param([0, 0], [-30, 30], id="two at one place share it"),
        pytest.param([0, 0, 500], [-30, 30, 500], id="who is far off is left alone"),
        pytest.param([], [], id="none"),
    ],
)
def test_stack(wishes, expected):
    nodes = list(tiles(len(wishes)))

    found = stack(nodes, tiles(len(wishes)), dict(zip(nodes, wishes, strict=True)))

    assert expected == list(found.values())


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=30))
def test_rows_are_never_too_near(wishes):
    nodes = list(tiles(len(wishes)))
    given_wishes = dict(zip(nodes, sorted(wishes), strict=True))

    ys = list(stack(nodes, tiles(len(wishes)), given_wishes).values())

    steps = [lower - upper for upper, lower in itertools.pairwise(ys)]
    assert all(step >= ROW - 1e-6 for step in steps)
