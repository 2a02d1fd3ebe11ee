"""Lists of people that a record appends behind the talk, on a page of their own."""

import pytest

from tests.minutes.reading import minutes

HEAD = "第２回　渚水路検討会　議事概要\n日時：令和６年５月１日　10:00\n"
SAID = (
    "議事概要\n（橘座長）　水路を直すべきである。\n（小暮委員）　費用が要る。\n"
    "（橘座長）　次回に続ける。\n"
)
ROWS = (
    "＜座長＞\n橘　一葉　　西都大学　教授\n＜委員＞\n小暮　律　　株式会社水車　社長\n"
)


def people(record):
    return [a.name.text for a in record.attendees if a.name]


@pytest.mark.parametrize(
    ("where", "annex"),
    [
        pytest.param(
            "出席者　別紙１のとおり",
            "別紙１\n　第２回　渚水路検討会　出席者名簿\n（敬称略、五十音順）\n",
            id="mark, title and list on one line",
        ),
        pytest.param(
            "出席者：（別紙）のとおり",
            "（別紙）\n渚水路検討会（第２回）\n出席者一覧\n",
            id="title above the heading",
        ),
        pytest.param(
            "参加者　次頁参照", "渚水路検討会出席者\n", id="no mark, no blank"
        ),
        pytest.param(
            "出席者\n　別添「出席者名簿」のとおり", "【別添】\n出席者名簿\n", id="below"
        ),
        pytest.param("出席者　委員２名", "別紙\n出席者名簿\n", id="a count alone"),
        pytest.param("場所　会議室", "第２回　出席者名簿\n", id="no heading before"),
    ],
)
def test_a_list_behind_the_talk(where, annex):
    record = minutes(f"{HEAD}{where}\n{SAID}\n{annex}{ROWS}")

    assert people(record) == ["橘 一葉", "小暮 律"]
    assert len(record.statements) == 3


@pytest.mark.parametrize(
    "annex",
    [
        pytest.param("渚水路審議会　委員名簿\n", id="all members"),
        pytest.param("別紙\n渚水路審議会（第２回）\n委員名簿\n", id="with a mark"),
        pytest.param("別紙２\n出席者名簿\n", id="a list stands in the head already"),
    ],
)
def test_rows_of_an_annex_are_no_speech(annex):
    rows = "橘　一葉\t西都大学　教授\t学識経験者\n灘　渚\t渚市区長会　会長\t団体\n"
    record = minutes(f"{HEAD}出席者：橘座長、小暮委員\n{SAID}\n{annex}{rows}")

    assert people(record) == ["橘", "小暮"]
    assert [s.label for s in record.statements] == ["橘座長", "小暮委員", "橘座長"]


@pytest.mark.parametrize(
    "line",
    [
        "別紙１のとおり、出席者を数えた。",
        "別紙１",
        "検討会の出席者が増えた。",
    ],
)
def test_talk_goes_on(line):
    text = f"{HEAD}出席者：橘座長、小暮委員\n{SAID}{line}\n（小暮委員）　賛成である。\n"

    assert len(minutes(text).statements) == 4
