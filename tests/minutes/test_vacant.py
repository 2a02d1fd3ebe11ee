"""Read rows that say that nobody holds the seat: its post is nobody's."""

import pytest

from tests.minutes.reading import attendees


def _offices(one):
    return [
        [*(unit.value for unit in a.units), *([a.post.value] if a.post else [])]
        for a in one.affiliations
    ]


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "　架空県医師会　会長　橘　一葉\n　架空保険連合会　（欠員）\n"
            "　住民代表　　　　小暮　律",
            [("橘 一葉", [["架空県医師会", "会長"]]), ("小暮 律", [["住民代表"]])],
            id="its organization is not that of the row below",
        ),
        pytest.param(
            "　架空県医師会　会長　橘　一葉\n　架空保険連合会　空席\n"
            "　常務理事　　　　小暮　律",
            [("橘 一葉", [["架空県医師会", "会長"]]), ("小暮 律", [["常務理事"]])],
            id="空席 without brackets, above a post",
        ),
        pytest.param(
            "　架空県医師会　会長　橘　一葉\n　架空保険連合会　（欠員）\n"
            "　同　　　　　　常務理事　小暮　律",
            [
                ("橘 一葉", [["架空県医師会", "会長"]]),
                ("小暮 律", [["架空保険連合会", "常務理事"]]),
            ],
            id="同 repeats the organization of the empty seat",
        ),
        pytest.param(
            "会長　橘　一葉　副会長　欠員",
            [("橘 一葉", [])],
            id="the empty post beside somebody is not his",
        ),
        pytest.param(
            "| 団体 | 氏名 |\n|---|---|\n| 架空保険連合会 | 欠員 |\n"
            "| 架空県医師会 | 橘 一葉 |",
            [("橘 一葉", [["架空県医師会"]])],
            id="a cell of a table",
        ),
    ],
)
def test_an_empty_seat_is_of_nobody(roster, people):
    assert [
        (one.name and one.name.text, _offices(one)) for one in attendees(roster)
    ] == people
