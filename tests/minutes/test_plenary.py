"""Records of a whole house: who presides, and the officials listed at the end."""

import pytest

from tests.minutes.reading import minutes
from tests.minutes.test_assembly import of

_SITTING = """架空市議会会議録
令和6年5月1日
出席議員
１番　橘　　一　葉　　　２番　小　暮　　律
議事録
"""
_HOUSE = """令和七年三月十四日（金曜日）
　午前十時一分開議
○議長（橘一葉君）　これより会議を開きます。
　午前十一時三十分散会
出席国務大臣
　　環境大臣
　　　　　　　　小暮　律子君
"""


def roles(record):
    """Return the name without blanks and the word for the role of each attendee."""
    return [(one.name.text.replace(" ", ""), one.role_word) for one in record.attendees]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param(
            "○議長（橘　一葉君）　開会します。\n", ("議長", "議員"), id="word first"
        ),
        pytest.param("○橘一葉議長　開会します。\n", ("議長", "議員"), id="word behind"),
        pytest.param(
            "○議長（橘　一葉君）　開会します。\n○議長（小暮　律君）　続けます。\n",
            ("議員", "議員"),
            id="two chairs: elected in the sitting, or one for the other",
        ),
        pytest.param(
            "○臨時議長（橘　一葉君）　開会します。\n○議長（小暮　律君）　続けます。\n",
            ("議員", "議長"),
            id="a chair for a while is none",
        ),
        pytest.param(
            "○副議長（小暮　律君）　代わります。\n", ("議員", "副議長"), id="deputy"
        ),
        pytest.param(
            "○２番（小暮　律君）　伺います。\n", ("議員", "議員"), id="a seat"
        ),
    ],
)
def test_who_presides_by_the_labels(said, words):
    assert [word for _, word in roles(minutes(_SITTING + said))] == list(words)


@pytest.mark.parametrize(
    ("lists", "people"),
    [
        pytest.param(
            "出席内閣官房副長官及び副大臣\n"
            "　　内閣官房副長官\n　　　　　　　　渚　　一郎君\n"
            "　　国土交通副大臣\n　　　　　　　　東海林正人君\n",
            [
                ("渚一郎", "内閣官房 内閣官房副長官", ""),
                ("東海林正人", "国土交通副大臣", ""),
            ],
            id="officials of two kinds, each below his post",
        ),
        pytest.param(
            "出席副大臣及び大臣政務官\n"
            "　　内閣府副大臣\n　　兼財務副大臣\n　　　　　　　　石坂　　守君\n"
            "　　国土交通大臣\n　　政務官\n　　　　　　　　片桐　勇太君\n",
            [
                ("石坂守", "内閣府 内閣府副大臣・財務副大臣", ""),
                ("片桐勇太", "国土交通大臣政務官", ""),
            ],
            id="two posts of one, and a post torn in two lines",
        ),
    ],
)
def test_officials_at_the_end_of_a_plenary(lists, people):
    record = minutes(_HOUSE + lists)
    found = [of(one) for one in record.attendees]

    assert found[:1] == [("小暮律子", "環境大臣", "")]
    assert found[1:] == people


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        pytest.param(
            "政府参考人\n（環境省大気局長）\n　　　　　　　　沢村　　茂君\n",
            [("沢村茂", "環境省 大気局 局長", "")],
            id="the bracket on a line of its own",
        ),
        pytest.param(
            "参考人\n（弁　護　士）　　　　渚　　一葉君\n",
            [("渚一葉", "弁護士", "")],
            id="letters of a post apart in a bracket",
        ),
    ],
)
def test_brackets_with_the_post_before_the_name(rows, people):
    head = "架空委員会議録第3号\n令和6年5月1日\n出席委員\n"
    members = "委員長　橘　一葉君\n理事　小暮　律君\n"

    assert [of(one) for one in minutes(head + members + rows).attendees[2:]] == people


def test_groups_beside_their_numbers_in_a_committee():
    """７　参 考 人　… stands below a heading that lists nobody who came."""
    record = minutes(
        "総務常任委員会会議録\n１　日　時　令和7年6月19日\n"
        "２　出席委員　　委員長　橘　一葉\n　　　　　　　　委　員　小暮　律\n"
        "３　紹介議員　　渚　葵\n４　参 考 人　　考える会代表　石坂　守\n"
        "５　説 明 員　　総務部長　沢村　茂\n　　　　　　　　教育次長　若林　和美\n"
    )

    assert [(one.name.text, one.group.value) for one in record.attendees] == [
        ("橘 一葉", "出席委員"),
        ("小暮 律", "出席委員"),
        ("石坂 守", "参考人"),
        ("沢村 茂", "説明員"),
        ("若林 和美", "説明員"),
    ]


@pytest.mark.parametrize(
    ("call", "posts"),
    [
        pytest.param("外交委員長早瀬涼子君。", ["外交委員長"], id="as the chair calls"),
        pytest.param(
            "外交委員長早瀬涼子君。環境委員長早瀬涼子君。",
            [],
            id="two posts, and one name",
        ),
        pytest.param("賛成討論を早瀬涼子君。", [], id="words that are no post"),
    ],
)
def test_whom_the_chair_calls_by_a_post(call, posts):
    record = minutes(
        _SITTING
        + f"○議長（橘　一葉君）　報告を求めます。{call}\n○早瀬涼子君　御報告します。\n"
    )
    called = record.attendees[-1]

    assert called.name.text.replace(" ", "") == "早瀬涼子"
    assert [a.post.value for a in called.affiliations] == posts


@pytest.mark.parametrize(
    ("row", "word"),
    [
        pytest.param("決算委員長　石坂　　守君\n", "決算委員長", id="a joint sitting"),
        pytest.param("衆議院\n委員長　石坂　　守君\n", "委員長", id="of one house"),
        pytest.param(
            "農業委員会委員長　石坂　　守君\n", "委員", id="what he is elsewhere"
        ),
    ],
)
def test_chairs_of_committees_among_the_members(row, word):
    head = "架空委員会議録第3号\n令和6年5月1日\n出席委員\n"
    record = minutes(head + row + "理事　小暮　律君\n理事　橘　一葉君\n")

    assert roles(record)[0] == ("石坂守", word)
