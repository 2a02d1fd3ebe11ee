"""The order of a council's meetings, and what is wrong in their numbers.

A meeting is written as day, number, and what else its record prints.
"""

import datetime as dt
from itertools import permutations

import pytest

from kg.corpus.series import find_gaps, order_meetings, successions, tell_sessions
from kg.model import MeetingSighting

COUNCIL = "org/water"


def meeting(day, number=None, *, start=None, record="a", council=COUNCIL):
    """Return one record of a meeting; *day* as 2024-05-15 or None."""
    path = f"meeting/water/{day}-{number}-{record}"
    return MeetingSighting(
        path=path,
        document=record,
        label=f"架空水循環会議（第{number}回）",
        council=council,
        number=number,
        date=dt.date.fromisoformat(day) if day else None,
        start=dt.time.fromisoformat(start) if start else None,
    )


def in_order(*meetings):
    """Return the meetings of the council as they are put in order."""
    return order_meetings(meetings).get(COUNCIL, ())


def gaps(*meetings):
    """Return kind, numbers and days of all that is wrong."""
    days = {one.path: one.date.isoformat() for one in meetings if one.date}
    return [
        (str(gap.kind), gap.numbers, tuple(days[path] for path in gap.meetings))
        for gap in find_gaps(in_order(*meetings))
    ]


GAPS = [
    ("nothing", [], []),
    ("one meeting", [("2024-05-15", 5)], []),
    (
        "the first and the last are not known",
        [("2024-05-15", 5), ("2024-06-15", 6)],
        [],
    ),
    (
        "missing",
        [("2024-05-15", 1), ("2024-07-15", 3)],
        [("missing", (2,), ("2024-05-15", "2024-07-15"))],
    ),
    (
        "several missing in a row are one gap",
        [("2024-05-15", 1), ("2024-09-15", 5), ("2024-11-15", 7)],
        [
            ("missing", (2, 3, 4), ("2024-05-15", "2024-09-15")),
            ("missing", (6,), ("2024-09-15", "2024-11-15")),
        ],
    ),
    (
        "doubled",
        [("2024-05-15", 1), ("2024-06-15", 2), ("2024-07-15", 2)],
        [("doubled", (2,), ("2024-06-15", "2024-07-15"))],
    ),
    (
        "against the order",
        [("2024-05-15", 1), ("2024-07-15", 2), ("2024-06-15", 3)],
        [("order", (2, 3), ("2024-07-15", "2024-06-15"))],
    ),
    (
        "two records of one meeting are not doubled",
        [("2024-05-15", 1), ("2024-06-15", 2), ("2024-06-15", 2, "b")],
        [],
    ),
    (
        "meetings without a day have no place",
        [("2024-05-15", 1), (None, 2), ("2024-07-15", 3)],
        [("missing", (2,), ("2024-05-15", "2024-07-15"))],
    ),
    (
        "meetings without a number are passed over",
        [("2024-05-15", 1), ("2024-06-15", None), ("2024-07-15", 2)],
        [],
    ),
    (
        "令和６年度第１回 begins anew",
        [("2023-05-15", 1), ("2024-02-15", 2), ("2024-05-15", 1), ("2024-06-15", 2)],
        [],
    ),
    (
        "one meeting a year",
        [("2022-05-15", 1), ("2023-05-15", 1), ("2024-05-15", 1)],
        [],
    ),
    (
        "what lacks in one year is not what another has",
        [
            ("2023-05-15", 1),
            ("2023-06-15", 2),
            ("2023-07-15", 3),
            ("2024-05-15", 1),
            ("2024-07-15", 3),
        ],
        [("missing", (2,), ("2024-05-15", "2024-07-15"))],
    ),
    (
        "the first records of a year lack",
        [("2023-05-15", 8), ("2024-06-15", 2), ("2024-07-15", 3)],
        [],
    ),
    (
        "令和６年第１回 in January begins anew",
        [("2023-11-15", 15), ("2023-12-15", 16), ("2024-01-15", 1), ("2024-04-15", 2)],
        [],
    ),
    (
        "numbers go on over the years",
        [("2023-12-15", 2), ("2024-01-15", 3), ("2024-04-15", 4)],
        [],
    ),
    (
        "the same number right after, in another year, is doubled",
        [("2023-12-15", 2), ("2024-04-15", 2), ("2024-06-15", 3)],
        [("doubled", (2,), ("2023-12-15", "2024-04-15"))],
    ),
    (
        "第20240515回 is misread, and leaves out nobody knows what",
        [("2024-05-15", 1), ("2024-06-15", 20240515)],
        [],
    ),
]


@pytest.mark.parametrize(
    ("meetings", "expected"), [row[1:] for row in GAPS], ids=[row[0] for row in GAPS]
)
def test_what_is_wrong_in_the_numbers(meetings, expected):
    listed = [
        meeting(row[0], row[1], record=row[2] if len(row) > 2 else "a")
        for row in meetings
    ]

    assert gaps(*listed) == expected
    assert gaps(*reversed(listed)) == expected


def following(*meetings):
    """Return the pairs of records that come one after the other, by their names."""
    names = {one.path: one.document for one in meetings}
    return {(names[a], names[b]) for a, b in successions(in_order(*meetings))}


NEXT = [
    ("days", [("2024-05-15", 1), ("2024-06-15", 2)], "ab"),
    ("a gap is no end", [("2024-05-15", 1), ("2024-09-15", 5)], "ab"),
    ("days before numbers", [("2024-06-15", 1), ("2024-05-15", 2)], "ba"),
    (
        "times of one day",
        [("2024-05-15", 2, "13:00"), ("2024-05-15", 1, "10:00")],
        "ba",
    ),
    ("numbers of one day", [("2024-05-15", 2), ("2024-05-15", 1)], "ba"),
    ("no number", [("2024-06-15", None), ("2024-05-15", None)], "ba"),
    (
        "two records are one place",
        [("2024-05-15", 1), ("2024-05-15", 1), ("2024-06-15", 2)],
        "ac bc",
    ),
    (
        "only one of two records prints the time",
        [
            ("2024-05-15", 5, "10:00"),
            ("2024-05-15", 6, "13:00"),
            ("2024-05-15", 6, None),
        ],
        "ab ac",
    ),
    (
        "a record without the number of its day",
        [("2024-05-15", 5), ("2024-05-15", None), ("2024-06-15", 6)],
        "ac bc",
    ),
    (
        "a record without number beside two meetings of its day",
        [("2024-05-15", 5), ("2024-05-15", 6), ("2024-05-15", None)],
        "ca ab",
    ),
    ("no day, no place", [("2024-05-15", 1), (None, 2), ("2024-06-15", 3)], "ac"),
]


@pytest.mark.parametrize(
    ("meetings", "expected"), [row[1:] for row in NEXT], ids=[row[0] for row in NEXT]
)
def test_which_meeting_comes_next(meetings, expected):
    listed = [
        meeting(row[0], row[1], start=row[2] if len(row) > 2 else None, record=name)
        for name, row in zip("abcdef", meetings, strict=False)
    ]

    for order in permutations(listed):
        assert following(*order) == {tuple(pair) for pair in expected.split()}


def test_councils_do_not_mix():
    one = meeting("2024-05-15", 1)
    other = meeting("2024-06-15", 3, council="org/light")
    nobody = meeting("2024-07-15", 2, council=None)

    assert order_meetings([nobody, other, one]) == {
        "org/light": (other,),
        COUNCIL: (one,),
    }


def test_records_of_unknown_councils_are_not_of_one_meeting():
    numbered = meeting("2024-05-15", 5, council=None)
    bare = meeting("2024-05-15", council=None)

    sessions = tell_sessions([numbered, bare])

    assert sessions[numbered.path] != sessions[bare.path]


def test_a_gap_has_the_same_name_in_every_order():
    listed = [meeting("2024-05-15", 1), meeting("2024-07-15", 3)]

    names = [
        [gap.id for gap in find_gaps(in_order(*order))]
        for order in (listed, listed[::-1])
    ]

    assert names[0] == names[1]
    assert names[0][0].startswith("gap/")
