"""Which two meetings a reader means."""

from datetime import date

import pytest

from kg.diff import choose_meetings, list_meetings
from kg.errors import QuestionError
from tests.diff.two_meetings import Meeting, store_of

WATER = tuple(Meeting(n, day=date(2024, n, 1)) for n in (1, 2, 3))
LIGHT = Meeting(3, day=date(2024, 6, 1), council="架空光会議")
TWICE = (*WATER, Meeting(None, day=date(2024, 9, 1)), LIGHT)


@pytest.mark.parametrize(
    ("words", "council", "numbers"),
    [
        pytest.param((), None, (2, 3), id="the last two"),
        pytest.param(("1", "3"), None, (1, 3), id="numbers"),
        pytest.param(("第１回", "第3回"), None, (1, 3), id="as printed"),
        pytest.param(("2024-01-01", "2024/2/1"), None, (1, 2), id="days"),
        pytest.param(("架空水会議（第2回）", "3"), None, (2, 3), id="a name"),
        pytest.param(("3", "1"), None, (3, 1), id="backwards"),
    ],
)
def test_the_meetings_meant(words, council, numbers):
    before, after = choose_meetings(store_of(*WATER), words, council)

    assert (before.number, after.number) == numbers


def test_an_iri_names_a_meeting_of_any_council():
    store = store_of(*TWICE)
    ids = [one.id for one in list_meetings(store)]

    before, after = choose_meetings(store, (ids[0], ids[-2]))

    assert (before.id, after.id) == (ids[0], ids[-2])


def test_a_council_is_named_where_several_have_such_a_number():
    before, after = choose_meetings(store_of(*TWICE), ("2", "3"), "架空水会議")

    assert (before.name, after.name) == ("架空水会議（第2回）", "架空水会議（第3回）")


@pytest.mark.parametrize(
    ("meetings", "words", "council", "message"),
    [
        pytest.param(TWICE, ("2", "3"), None, "--council", id="two councils"),
        pytest.param(TWICE, (), None, "--council", id="no words, two councils"),
        pytest.param(TWICE, (), "架空風会議", "架空水会議", id="unknown council"),
        pytest.param(WATER, ("1", "9"), None, "no meeting '9'", id="no such number"),
        pytest.param(WATER[:1], (), None, "needs two", id="one meeting"),
        pytest.param((), (), None, "dataset.nq", id="no meeting"),
        pytest.param(
            (*WATER, Meeting(3, day=date(2024, 9, 1), council="架空水会議")),
            ("2", "2024-13-01"),
            None,
            "no meeting",
            id="no such day",
        ),
    ],
)
def test_what_is_meant_by_nobody(meetings, words, council, message):
    store = store_of(*meetings)

    with pytest.raises(QuestionError, match=message):
        choose_meetings(store, words, council)
