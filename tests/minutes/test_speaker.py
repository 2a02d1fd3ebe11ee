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


ELSEWHERE = "架空問題検討会（第2回）議事録\n令和6年5月1日\n出席者　別紙のとおり\n議事\n"


@pytest.mark.parametrize(
    ("label", "added"),
    [
        pytest.param("内野会長", ("内野", "会長", []), id="role"),
        pytest.param("佐伯川部会長", ("佐伯川", "部会長", []), id="rare surname"),
        pytest.param("林課長", ("林", None, ["課長"]), id="post"),
        pytest.param("山本部長", ("山本", None, ["部長"]), id="no 本部長"),
        pytest.param(
            "土岐田照明政策課長", ("土岐田", None, ["照明政策課", "課長"]), id="unit"
        ),
        pytest.param(
            "高見法務大臣政務官", ("高見", None, ["法務大臣政務官"]), id="minister"
        ),
        pytest.param("鈴木副大臣", ("鈴木", "副大臣", []), id="deputy minister"),
        pytest.param("事務局（田中）", ("田中", "事務局", []), id="in a bracket"),
        pytest.param(
            "事務局（小田切課長）",
            ("小田切", "事務局", ["課長"]),
            id="post in a bracket",
        ),
        pytest.param("岡部会長", None, id="岡 部会長 or 岡部 会長"),
        pytest.param("渡辺沢農産企画課長", None, id="a lone letter behind a surname"),
        pytest.param("荒川河川事務所長", None, id="office called after a river"),
        pytest.param("山口支店長", None, id="office called after a town"),
        pytest.param("大和市長", None, id="town"),
        pytest.param("森林課長", None, id="common word"),
        pytest.param("中央会会長", None, id="body"),
        pytest.param("公募委員", None, id="kind of member"),
        pytest.param("専門委員", None, id="role alone"),
        pytest.param("委員Ａ", None, id="hidden"),
    ],
)
def test_a_surname_where_nobody_is_listed(label, added):
    record = minutes(f"{ELSEWHERE}○{label}　開く。\n○{label}　閉じる。\n")
    known = [
        (
            a.name.text,
            a.role_word,
            [
                words.value
                for one in a.affiliations
                for words in (*one.units, one.post)
                if words
            ],
        )
        for a in record.attendees
    ]

    assert known == ([added] if added else [])


@pytest.mark.parametrize(
    ("roster", "labels", "names"),
    [
        pytest.param("委員　橘 一葉", ["小暮委員"], ["橘 一葉"], id="members listed"),
        pytest.param(
            "委員　橘 一葉",
            ["小暮課長"],
            ["橘 一葉", "小暮"],
            id="officials not listed",
        ),
        pytest.param("委員　橘 一葉", ["橘課長"], ["橘 一葉"], id="name of a member"),
        pytest.param(
            "事務局　橘課長",
            ["小暮社長", "渚課長"],
            ["橘", "小暮"],
            id="officials listed, and no company",
        ),
        pytest.param("委員　髙橋 一葉", ["高橋課長"], ["髙橋 一葉"], id="other kanji"),
        pytest.param("事務局　環境課", ["小暮委員"], [None, "小暮"], id="body listed"),
        pytest.param(
            "委員　橘 一葉\nオブザーバー　架空協会　渚 葵",
            ["小暮課長", "鈴木オブザーバー"],
            ["橘 一葉", "渚 葵", "小暮"],
            id="guests listed, officials not",
        ),
        pytest.param(
            "別紙のとおり", ["小暮委員", "小暮会長"], [], id="elected, or another one"
        ),
    ],
)
def test_a_list_is_taken_as_whole(roster, labels, names):
    said = "".join(f"○{label}　はい。\n" for label in labels)
    head = "架空問題検討会（第2回）議事録\n令和6年5月1日\n出席者\n"
    record = minutes(f"{head}{roster}\n議事\n{said}")

    assert [a.name and a.name.text for a in record.attendees] == names


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        pytest.param(
            "橘　　一葉　　西都大学　教授\n小 暮　律　　渚会　会長", [], id="rows"
        ),
        pytest.param("（議長）橘 一葉\n署名委員　小暮　律", [], id="signatures"),
        pytest.param("補欠選任　橘 一葉", ["橘", "小暮"], id="a change of members"),
        pytest.param("〃\t渚会\t委員\t橘　ミツ子", ["小暮"], id="a row with the title"),
    ],
)
def test_half_of_a_name_is_nobody(rows, names):
    """A list that was not read names them in full: surnames make no rows."""
    said = "○橘委員　開く。\n○小暮委員　閉じる。\n"
    record = minutes(f"{ELSEWHERE}{said}備考\n{rows}\n")

    assert [one.name.text for one in record.attendees] == names
