"""Labels are measured and cut without losing a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.measure import Box, ems, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("総務省", 3.0, id="a full-width character is one em"),
        pytest.param("ｿｳﾑ", 3.0, id="half-width kana is taken as wide, to be safe"),
        pytest.param("が", 1.0, id="whole kana"),
        pytest.param("か\u3099", 1.0, id="a sound mark takes no room"),
        pytest.param("abc", 1.875, id="letters are less than an em"),
    ],
)
def test_ems(text, expected):
    assert expected == ems(text)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param("架空省", 8, ("架空省",), id="short names stay whole"),
        pytest.param("", 8, ("–",), id="no name is still something to click"),
        pytest.param(
            "架空府海洋政策推進事務局",
            8,
            ("架空府海洋政", "策推進事務局"),
            id="lines of about equal length",
        ),
        pytest.param(
            "海洋・イノベーション推進事務局",
            7,
            ("海洋・", "イノベーション", "推進事務局"),
            id="a word in katakana stays whole",
        ),
        pytest.param(
            "深海会議（第7回）", 6, ("深海会議", "（第7回）"), id="before a bracket"
        ),
        pytest.param(
            "サプライチェーン", 7, ("サプライ", "チェーン"), id="no line begins with ェ"
        ),
    ],
)
def test_wrap(text, limit, expected):
    assert expected == wrap(text, limit)


@given(st.text(max_size=80), st.sampled_from([7, 9, 13]))
def test_wrap_keeps_every_character_and_the_limit(text, limit):
    """Nothing but blanks is lost: an ellipsis could hide 代理 or 非常勤."""
    lines = wrap(text, limit)

    assert "".join(text.split()) in {"".join("".join(lines).split()), ""}
    assert all(ems(line) <= limit for line in lines)


def test_boxes_that_touch_do_not_overlap():
    box = Box(0, 0, 10, 10)

    assert not box.overlaps(Box(10, 0, 20, 10))
    assert box.overlaps(Box(9, 9, 20, 20))
