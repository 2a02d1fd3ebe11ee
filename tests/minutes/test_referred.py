"""出席者　別紙のとおり: the annex lists them, and speeches say who came."""

import pytest

from tests.minutes.reading import minutes

HEAD = (
    "水路検討会（第４回）議事録\n\n日時：令和５年９月４日（月）14:00～16:00\n"
    "出席者：{where}\n議題：水路について\n議事要旨：\n"
)
SAID = "（橘座長）ただいまから始めます。{said}\n（佐藤委員）水路の幅が足りません。\n\n"
LIST = (
    "{title}\n座長　橘　一葉　西都大学　教授\n"
    "　　　小暮　律　架空市　水路課長\n　　　佐藤　恵　橋本建設株式会社　部長\n"
)
ALL = ["橘 一葉", "小暮 律", "佐藤 恵"]


def read(where="別紙のとおり", said="", title="別紙"):
    return minutes(
        HEAD.format(where=where) + SAID.format(said=said) + LIST.format(title=title)
    )


@pytest.mark.parametrize(
    ("where", "title"),
    [
        pytest.param("別紙のとおり", "別紙", id="annex"),
        pytest.param(
            "別添名簿のとおり", "別添\n水路検討会　委員名簿", id="a title below it"
        ),
        pytest.param("（別紙参照）", "【別紙１】", id="in brackets, with a number"),
        pytest.param("別紙のとおり", "（別紙）出席者名簿", id="a title beside it"),
    ],
)
def test_the_list_in_an_annex(where, title):
    people = read(where=where, title=title).attendees

    assert [a.name.text for a in people] == ALL


@pytest.mark.parametrize(
    ("where", "title"),
    [
        pytest.param("別紙のとおり", "別紙１　議事次第", id="another paper"),
        pytest.param("橘座長ほか", "別紙", id="the heading names no annex"),
    ],
)
def test_no_list_in_an_annex(where, title):
    people = read(where=where, title=title).attendees

    assert "小暮 律" not in [a.name.text for a in people]


def test_a_speech_says_who_of_the_list_was_absent():
    people = read(said="本日、小暮委員は御欠席です。").attendees

    assert [a.status.value for a in people] == ["present", "absent", "present"]


@pytest.mark.parametrize(
    ("said", "proxy"),
    [
        pytest.param(
            "小暮委員は海外出張のため副課長の渡辺様に代理で来ていただいています。",
            "渡辺",
            id="for a reason, with a post",
        ),
        pytest.param(
            "小暮委員の代理として渡辺課長に御出席いただいております。",
            "渡辺",
            id="the post behind the name",
        ),
        pytest.param(
            "次回は小暮委員の代理として渡辺課長に御出席いただきます。",
            None,
            id="another time",
        ),
        pytest.param(
            "灘委員の代理として渡辺課長に御出席いただいております。",
            None,
            id="of nobody listed",
        ),
    ],
)
def test_a_speech_says_who_came_for_whom(said, proxy):
    people = read(said=said).attendees

    found = [a for a in people if a.proxy.value]
    assert [a.name.text for a in found] == ([proxy] if proxy else [])
    assert all(a.principal.text == "小暮 律" for a in found)
    absent = [a.name.text for a in people if a.status.value == "absent"]
    assert absent == (["小暮 律"] if proxy else [])
