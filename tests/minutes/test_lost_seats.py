"""Read rows whose seat, name or absence a mark, a note or a line's end hides."""

import pytest

from kg.model import Mode, Role, Status
from tests.minutes.reading import attendees, minutes


def _seat(one):
    return one.name.text, one.role and one.role.value, one.mode.value


@pytest.mark.parametrize(
    ("roster", "expected"),
    [
        # the note behind a name gives the role and how somebody came
        (
            "委員\n橘　一葉（座長、オンライン）\n小暮　律",
            [
                ("橘 一葉", Role.CHAIR, Mode.ONLINE),
                ("小暮 律", Role.MEMBER, Mode.UNKNOWN),
            ],
        ),
        # the chair's row with its mark is no heading of the rows with ○ and ・
        (
            (
                "【委員】\n◎　株式会社渚商会代表取締役　黒﨑悠人\n"
                "○　根岸大学教授　小暮　律\n・　架空県医師会理事　根岸　拓"
            ),
            [
                ("黒﨑悠人", Role.MEMBER, Mode.UNKNOWN),
                ("小暮 律", Role.MEMBER, Mode.UNKNOWN),
                ("根岸 拓", Role.MEMBER, Mode.UNKNOWN),
            ],
        ),
        # a given name that the end of a line cuts, where 君 ends the rows
        (
            (
                "委　員　小比類巻　葉\n　　　　　　　　子君\n"
                "委　員　根岸　拓君\n委　員　橘　　律君"
            ),
            [
                ("小比類巻 葉子", Role.MEMBER, Mode.UNKNOWN),
                ("根岸 拓", Role.MEMBER, Mode.UNKNOWN),
                ("橘 律", Role.MEMBER, Mode.UNKNOWN),
            ],
        ),
    ],
)
def test_seat_is_read(roster, expected):
    assert [_seat(one) for one in attendees(roster)] == expected


@pytest.mark.parametrize(
    "row",
    [
        "生涯学習課長　欠席（代理　同課課長補佐　小暮　律）",
        "生涯学習課長　欠席",
        "生涯学習課長　空席（事務取扱　部長）",
    ],
)
def test_post_nobody_filled_is_not_that_of_the_next_row(row):
    found = attendees(f"{row}\n文化財保護室長　橘　一葉")
    one = next(a for a in found if a.name.text == "橘 一葉")
    assert one.status.value is Status.PRESENT
    assert [a.post.value for a in one.affiliations if a.post] == ["室長"]


@pytest.mark.parametrize(
    ("present", "absent"),
    [
        ("３　出席した農業委員（2人）", "４　欠席した農業委員（1人）"),
        ("○出席した教育長及び委員", "○欠席した委員"),
        ("３　出席した農地利用最適化推進委員", "４　欠席した農地利用最適化推進委員"),
    ],
)
def test_members_of_a_kind_head_a_list(present, absent):
    record = minutes(
        "架空町農業委員会議事録\n１　日時　令和6年5月1日\n２　場所　町役場\n"
        f"{present}\n　橘　一葉\n　小暮　律\n{absent}\n　根岸　拓\n"
    )
    assert [(a.name.text, a.status.value) for a in record.attendees] == [
        ("橘 一葉", Status.PRESENT),
        ("小暮 律", Status.PRESENT),
        ("根岸 拓", Status.ABSENT),
    ]
