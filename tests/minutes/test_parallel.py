"""Lists that stand side by side, each below the heading of its column."""

import pytest

from tests.minutes.reading import attendees

SIDES = """被保険者代表　　　　　　　保険医代表　　　　　　公益代表
橘　　一葉　　　　　　　　小暮　律　　　　　　　渚　みどり（会長）
間宮　陽子　　　　　　　　　　　　　　　　　　　鰐淵　泰三
　　　　　　　　　　　　　津村　光　　　　　　　寺尾　仁
"""
NARROW = """公益委員        労働者委員
────────────────────
尾形　千鶴      小林　武士
ファン　ミン    島袋　尚美
                當山　剛
"""
COLONS = """委 員 ：　◎　阿　久　津　　忍　　　臨 時 委 員 ：　伊　達　　ゆう　☆
　　　　　　　金　　　　　　　大　勇　　　　　　　　　　一　色　　高　至
　　　　　　　立　石　　　　　実　里
"""


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            SIDES,
            {
                "被保険者代表": ["橘 一葉", "間宮 陽子"],
                "保険医代表": ["小暮 律", "津村 光"],
                "公益代表": ["渚 みどり", "鰐淵 泰三", "寺尾 仁"],
            },
            id="a column may have an empty cell",
        ),
        pytest.param(
            NARROW,
            {
                "公益委員": ["尾形 千鶴", "ファン ミン"],
                "労働者委員": ["小林 武士", "島袋 尚美", "當山 剛"],
            },
            id="narrow blanks, a rule below the headings",
        ),
        pytest.param(
            COLONS,
            {
                "委員": ["阿久津 忍", "金 大勇", "立石 実里"],
                "臨時委員": ["伊達 ゆう", "一色 高至"],
            },
            id="the first cells stand beside the headings, letters apart",
        ),
    ],
)
def test_a_cell_is_of_the_heading_above_it(roster, people):
    found: dict[str, list[str]] = {}
    for one in attendees(roster):
        assert one.group
        assert one.name
        found.setdefault(one.group.value, []).append(one.name.text)
    assert found == people


def test_who_stands_below_the_columns_is_in_none_of_them():
    below = attendees(SIDES + "事務局　住民課長　帆足　恵\n")
    assert [one.group and one.group.value for one in below][-1] != "公益代表"
