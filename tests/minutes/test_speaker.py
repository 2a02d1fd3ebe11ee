"""Who attended by speaking: a whole name in a label that no list has."""

import pytest

from tests.minutes.reading import minutes

HEAD = (
    "架空県議会会議録（第2号）\n令和6年5月1日（水曜日）\n出席議員　橘 一葉君、小暮君\n"
)


@pytest.mark.parametrize(
    ("label", "added"),
    [
        pytest.param("議長（鰐淵泰三君）", ("鰐淵泰三", "chair", "議長"), id="role"),
        pytest.param("鰐淵泰三君", ("鰐淵泰三", None, None), id="honorific"),
        pytest.param(
            "参考人（アンナ・リンド君）",
            ("アンナ・リンド", "witness", "参考人"),
            id="foreign",
        ),
        pytest.param("１番（鰐淵泰三君）", ("鰐淵泰三", None, None), id="seat"),
        pytest.param(
            "議長鰐淵泰三）", ("鰐淵泰三", "chair", "議長"), id="half of a bracket"
        ),
        pytest.param("鰐淵委員", None, id="surname"),
        pytest.param("長谷川君", None, id="surname of three characters"),
        pytest.param("リンド君", None, id="foreign surname"),
        pytest.param("事務局（小田切課長）", None, id="surname and post"),
        pytest.param("岡主幹", None, id="reads as a name"),
        pytest.param("橘一葉君", None, id="listed"),
        pytest.param("小暮律君", None, id="listed by surname"),
    ],
)
def test_speakers(label, added):
    record = minutes(f"{HEAD}議事\n○{label}　開く。\n○{label}　閉じる。\n")
    known = [
        (a.name.text, a.role.value.value if a.role else None, a.role_word)
        for a in record.attendees[2:]
    ]

    assert known == ([added] if added else [])


def test_a_post_in_the_label():
    record = minutes(f"{HEAD}議事\n○建設部長（鰐淵泰三君）　はい。\n")
    (affiliation,) = record.attendees[-1].affiliations

    assert [unit.value for unit in affiliation.units] == ["建設部"]
    assert affiliation.post.value == "部長"


def test_running_text_adds_nobody():
    record = minutes(f"{HEAD}議事\n○橘一葉君　鰐淵泰三君に伺う。\n○小暮君　はい。\n")

    assert [a.name.text for a in record.attendees] == ["橘 一葉", "小暮"]
