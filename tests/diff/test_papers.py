"""What changed in themes, agenda and handouts between two meetings."""

from dataclasses import replace

import pytest

from kg.diff import choose_meetings, compare_meetings, word_change
from kg.model import Access
from tests.diff.two_meetings import HRD, Meeting, Paper, store_of

PLAN = Paper("資料1", "水の計画")
CLOSED = Paper("資料2", "水の計画", Access.CLOSED)
BARE = Meeting()

# before, after, what changed
CHANGES = [
    pytest.param(BARE, BARE, {}, id="nothing"),
    pytest.param(
        BARE,
        replace(BARE, themes=(HRD,)),
        {"theme-new": ("人材育成", "Human resource development")},
        id="new theme",
    ),
    pytest.param(
        replace(BARE, themes=(HRD,)),
        BARE,
        {
            "theme-gone": (
                "人材育成: 今回の記録には出ていない",
                "Human resource development: not in the record now",
            )
        },
        id="theme gone",
    ),
    pytest.param(
        replace(BARE, agenda=(), says=()),
        replace(BARE, themes=(HRD,)),
        {},
        id="a record that tells no talk has no themes to lose",
    ),
    pytest.param(
        replace(BARE, papers=(CLOSED,)),
        replace(BARE, papers=(PLAN,)),
        {
            "handout-opened": (
                "資料2 → 資料1「水の計画」: 非公開 → 公開（後: 印がないことによる）",
                "資料2 → 資料1 水の計画: closed → open (after: by absence of a mark)",
            )
        },
        id="opened",
    ),
    pytest.param(
        replace(BARE, papers=(PLAN,)),
        replace(BARE, papers=(CLOSED,)),
        {
            "handout-closed": (
                "資料1 → 資料2「水の計画」: 公開 → 非公開（前: 印がないことによる）",
                "資料1 → 資料2 水の計画: open → closed (before: by absence of a mark)",
            )
        },
        id="closed",
    ),
    pytest.param(
        replace(BARE, papers=(Paper("資料1", "光の計画", Access.CLOSED),)),
        replace(BARE, papers=(PLAN,)),
        {},
        id="資料1 of another meeting is another paper",
    ),
    pytest.param(
        replace(BARE, papers=(CLOSED, replace(CLOSED, label="資料3"))),
        replace(BARE, papers=(PLAN,)),
        {},
        id="a title borne twice is not followed",
    ),
    pytest.param(
        BARE,
        replace(BARE, agenda=("水の値段について", "水の質について")),
        {"agenda-new": ("議題2「水の質について」", "item 2: 水の質について")},
        id="new on the agenda",
    ),
    pytest.param(replace(BARE, agenda=()), BARE, {}, id="no agenda was printed before"),
]


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_what_changed_in_papers(before, after, expected):
    store = store_of(before, replace(after, number=2))

    result = compare_meetings(store, *choose_meetings(store, ("1", "2")))

    assert expected == {
        one.kind.value: (word_change(one, "ja"), word_change(one, "en"))
        for one in result.changes
    }
    for change in result.changes:
        assert change.before.passages
        assert change.after.passages
