"""Heads of records drawn as boxes: the first cell is a heading, its value beside it."""

import pytest

from tests.minutes.reading import minutes

TOP, RULE, BOTTOM = "┌──┬──┐\n", "├──┼──┤\n", "└──┴──┘\n"


def boxed(*rows):
    """Return a record whose head has these *rows*, one box each."""
    head = RULE.join("".join(f"│{line}│\n" for line in row.split("\n")) for row in rows)
    return f"架空町議会　委員会会議録\n{TOP}{head}{BOTTOM}議事\n・話した。\n"


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        pytest.param(
            ["日　時│令和6年5月1日", "出席委員│会長　橘 一葉、小暮 律"],
            [("橘 一葉", "会長", "present"), ("小暮 律", "委員", "present")],
            id="the value stands beside its heading",
        ),
        pytest.param(
            ["日　時│令和6年5月1日", "出席委員│橘 一葉\n（２名）│小暮 律"],
            [("橘 一葉", "委員", "present"), ("小暮 律", "委員", "present")],
            id="a row of several lines",
        ),
        pytest.param(
            ["出席委員│橘 一葉│小暮 律", "欠席委員│渚 葵│"],
            [
                ("橘 一葉", "委員", "present"),
                ("小暮 律", "委員", "present"),
                ("渚 葵", "委員", "absent"),
            ],
            id="several values beside one heading",
        ),
        pytest.param(
            ["日時│令和6年5月1日│場所│町役場", "出席委員│橘 一葉│欠席委員│渚 葵"],
            [("橘 一葉", "委員", "present"), ("渚 葵", "委員", "absent")],
            id="two headings share a row",
        ),
        pytest.param(
            ["日時：令和6年5月1日\n出席委員\n橘 一葉、小暮 律"],
            [("橘 一葉", "委員", "present"), ("小暮 律", "委員", "present")],
            id="a box of one cell",
        ),
    ],
)
def test_roster_in_boxes(rows, people):
    found = [
        (a.name.text, a.role_word, a.status.value.value)
        for a in minutes(boxed(*rows)).attendees
    ]

    assert found == people


def test_a_box_of_column_heads_is_a_table():
    """氏名 over its column is no heading with 所属 for its value."""
    record = minutes(
        "架空町議会　委員会会議録\n日時：令和6年5月1日\n出席者\n"
        f"{TOP}│氏名│所属│出欠│\n{RULE}│橘 一葉│西都大学│出席│\n"
        f"{RULE}│小暮 律│架空機構│欠席│\n{BOTTOM}議事\n・話した。\n"
    )

    assert [(a.name.text, a.status.value.value) for a in record.attendees] == [
        ("橘 一葉", "present"),
        ("小暮 律", "absent"),
    ]


def test_head_in_boxes():
    heading = minutes(
        boxed("日時│令和6年5月1日│場所│町役場", "出席委員│橘 一葉、小暮 律")
    ).heading

    assert heading.date.value.isoformat() == "2024-05-01"
    assert heading.venue.value == "町役場"
