"""Measures count shared members, in one way, and name the documents behind them."""

import pytest

from kg.export import measure_councils, measure_people
from tests.plot.seats import SMALL, held, seating

# 甲 – 乙 – 丙 in a chain, and 丁 that shares nobody.
CHAIN = seating(
    [
        (held("甲", 1, "2024-01-01"), {"一": "P", "二": "P", "三": "P"}),
        (held("甲", 2, "2024-02-01"), {"一": "A"}),
        (held("乙", 1, "2024-01-01"), {"三": "P", "二": "P", "四": "P"}),
        (held("丙", 1, "2024-01-01"), {"四": "P", "代": "R"}),
        (held("丁", 1, "2024-01-01"), {"五": "P", "代": "R", "係": "o"}),
    ]
)


@pytest.mark.parametrize(
    ("name", "meetings", "people", "degree", "shared", "betweenness", "community"),
    [
        ("架空甲会議", 2, 3, 1, 2, 0.0, 1),
        ("架空乙会議", 1, 3, 2, 3, 0.3333, 1),
        ("架空丙会議", 1, 1, 1, 1, 0.0, 1),
        ("架空丁会議", 1, 1, 0, 0, 0.0, 0),
    ],
)
def test_councils(name, meetings, people, degree, shared, betweenness, community):
    (row,) = [one for one in measure_councils(CHAIN).rows if one.name == name]

    assert (row.meetings, row.people) == (meetings, people)
    assert (row.degree, row.shared) == (degree, shared)
    assert row.betweenness == betweenness
    assert row.community == community
    assert len(row.documents) == meetings


def test_people():
    """Those who sit as members, absent or not; proxies and staff are left out."""
    rows = {one.name: one for one in measure_people(CHAIN).rows}

    assert set(rows) == {"一", "二", "三", "四", "五"}
    assert (rows["一"].meetings, rows["一"].people, rows["一"].degree) == (2, 1, 2)
    assert (rows["二"].meetings, rows["二"].people, rows["二"].degree) == (2, 2, 3)
    assert rows["四"].betweenness > rows["三"].betweenness == rows["二"].betweenness
    assert rows["五"].degree == rows["五"].community == 0


@pytest.mark.parametrize("measure", [measure_councils, measure_people])
def test_order_of_rows_does_not_show(measure):
    turned = type(SMALL)(
        SMALL.meetings[::-1], SMALL.sittings[::-1], SMALL.undecided, SMALL.touches
    )

    assert measure(turned) == measure(SMALL)
