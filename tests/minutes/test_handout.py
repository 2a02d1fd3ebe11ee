"""Handouts: label, title, open or closed, and the items that used them."""

import pytest

from kg.model import Access, Basis
from tests.minutes.reading import minutes

HEAD = "水利検討会（第2回）議事要旨\n出席者：橘委員、小暮委員\n"


@pytest.mark.parametrize(
    ("line", "label", "title", "access", "basis"),
    [
        pytest.param(
            "資料１　水路の図",
            "資料1",
            "水路の図",
            Access.OPEN,
            Basis.DEFAULT,
            id="number",
        ),
        pytest.param(
            "資料２－１ 費用【非公開】",
            "資料2-1",
            "費用",
            Access.CLOSED,
            Basis.STATED,
            id="branch",
        ),
        pytest.param(
            "参考資料3 名簿（委員限り）",
            "参考資料3",
            "名簿",
            Access.CLOSED,
            Basis.STATED,
            id="委員限り",
        ),
        pytest.param(
            "別添１：工程表",
            "別添1",
            "工程表",
            Access.OPEN,
            Basis.DEFAULT,
            id="an annex",
        ),
        pytest.param(
            "・議事次第", None, "議事次第", Access.OPEN, Basis.DEFAULT, id="no label"
        ),
        pytest.param(
            "資料4 図面（机上配布のみ）",
            "資料4",
            "図面",
            Access.CLOSED,
            Basis.STATED,
            id="on desks",
        ),
        pytest.param(
            "参考資料　構成員名簿",
            "参考資料",
            "構成員名簿",
            Access.OPEN,
            Basis.DEFAULT,
            id="no number",
        ),
        pytest.param(
            "資料5 要綱（公開）",
            "資料5",
            "要綱",
            Access.OPEN,
            Basis.STATED,
            id="stated open",
        ),
    ],
)
def test_handout(line, label, title, access, basis):
    (handout,) = minutes(f"{HEAD}配付資料\n{line}\n").handouts

    assert (handout.label, handout.title) == (label, title)
    assert (handout.access.value, handout.access.basis) == (access, basis)


def test_presenter_and_papers_of_an_item():
    text = (
        HEAD + "議題\n(1) 水路の改修について\n西都大学 教授 橘 一葉\n(2) その他\n"
        "配付資料\n資料1 水路の図\n資料2 費用\n議事要旨\n"
        "議題1として、西都大学の橘教授、事務局から資料1、資料2を用いて、説明した。\n"
    )
    first, second = minutes(text).agenda

    assert [text[s.start : s.end] for s in first.presenters] == [
        "橘 一葉",
        "橘教授",
        "事務局",
    ]
    assert [label.value for label in first.used] == ["資料1", "資料2"]
    assert second.presenters == ()


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        pytest.param("1. 水路\n2. 費用\n", ["水路", "費用"], id="numbers"),
        pytest.param("（１）水路\n（２）費用\n", ["水路", "費用"], id="brackets"),
        pytest.param("一　水路\n二　費用\n", ["水路", "費用"], id="kanji"),
        pytest.param("・水路\n・費用\n", ["水路", "費用"], id="dots"),
        pytest.param("水路\n費用\n", ["水路", "費用"], id="plain lines"),
        pytest.param(
            "議案第七号　水路\n陳情第一号　費用\n", ["水路", "費用"], id="bills"
        ),
        pytest.param(
            "(1) 水路の\n改修について\n(2) 費用\n",
            ["水路の改修について", "費用"],
            id="wrapped",
        ),
        pytest.param(
            "(1)\n水路\n(2)\n費用\n", ["水路", "費用"], id="numbers on their own lines"
        ),
        pytest.param(
            "議決事項1　水路について（可決）\n報告事項2　費用について（承認）\n",
            ["水路について", "費用について"],
            id="what became of them",
        ),
    ],
)
def test_agenda(lines, titles):
    record = minutes(f"{HEAD}議題\n{lines}")

    assert [item.title for item in record.agenda] == titles
    assert [item.number for item in record.agenda] == [1, 2]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        pytest.param(
            "１　開会\n２　議題\n　(1) 水路\n　(2) 費用\n３　その他\n４　閉会\n",
            ["水路", "費用"],
            id="a list in two ranks",
        ),
        pytest.param(
            "（開会）\n1.水路\n2.費用\n（閉会）\n",
            ["水路", "費用"],
            id="a frame without numbers",
        ),
        pytest.param(
            "一　開会\n二　水路\n三　閉会\n",
            ["開会", "水路", "閉会"],
            id="of one rank: as printed",
        ),
        pytest.param(
            "①水路について　②費用について\n",
            ["水路について", "費用について"],
            id="circled",
        ),
        pytest.param(
            "(1) 水路について　(2) 費用について　(3) その他\n",
            ["水路について", "費用について", "その他"],
            id="all on one line",
        ),
        pytest.param(
            "議案第５号　水路条例\n所管事務調査　費用について\n",
            ["水路条例", "費用について"],
            id="a bill and an inquiry",
        ),
        pytest.param(
            "第１　水路について\n第２　議案第７号　補正予算\n"
            "日程第１から日程第２まで\n",
            ["水路について", "補正予算"],
            id="a reference to the list",
        ),
        pytest.param(
            "日程第１　常任委員の選任\n　　　　　運営委員の選任\n",
            ["常任委員の選任", "運営委員の選任"],
            id="two below one number",
        ),
        pytest.param(
            "水利局関係\n　・水路条例\n井戸局関係\n　・費用について\n",
            ["水路条例", "費用について"],
            id="under the office in charge",
        ),
        pytest.param(
            "議題１　水路について\n　承認　11名　→　承認\n議題２　費用について\n",
            ["水路について", "費用について"],
            id="with the votes",
        ),
    ],
)
def test_ranks_of_an_agenda(lines, titles):
    record = minutes(f"{HEAD}議題\n{lines}議事要旨\n・水を使う。\n")

    assert [item.title for item in record.agenda] == titles


def test_agenda_of_which_the_first_stands_above_the_record():
    record = minutes(
        f"{HEAD}議事\n議事（1）「前回の確認」\n橘委員：確認した。\n小暮委員：よい。\n"
        "議事（2）「水路の改修」\n橘委員：直したい。\n"
    )

    assert [item.title for item in record.agenda] == ["前回の確認", "水路の改修"]


def test_agenda_in_the_headings_of_what_was_said():
    text = (
        f"{HEAD}会議の結果\n1 開会\n2 議題\n(1) 水路について\n（委員）よい。\n"
        "(2) 費用について\n（委員）高い。\n"
    )

    titles = [item.title for item in minutes(text).agenda]

    assert titles == ["水路について", "費用について"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("資料－１　図", [("資料-1", "図", False)], id="a dash"),
        pytest.param("No.1　図", [("No.1", "図", False)], id="a number sign"),
        pytest.param("3-1 図\n3-2 表", [("3-1", "図", False), ("3-2", "表", False)]),
        pytest.param(
            "資料1 図 [50KB pdfファイル]", [("資料1", "図", False)], id="a file"
        ),
        pytest.param(
            "資料1\n図 [PDF形式：648KB]別ウインドウで開きます",
            [("資料1", "図", False)],
            id="a label alone",
        ),
        pytest.param(
            "（1）図 （2）表\n",
            [(None, "図", False), (None, "表", False)],
            id="counted on one line",
        ),
        pytest.param(
            "◇次第\n◇資料1：図", [(None, "次第", False), ("資料1", "図", False)], id="◇"
        ),
        pytest.param(
            "資料1 図＜部会員限り＞", [("資料1", "図", True)], id="for members"
        ),
        pytest.param(
            "資料1 図（会議後回収）", [("資料1", "図", True)], id="taken back"
        ),
        pytest.param(
            "次第、資料1 図、資料2 表",
            [(None, "次第", False), ("資料1", "図", False), ("資料2", "表", False)],
            id="on one line",
        ),
        pytest.param(
            "・議事次第\n・資料1 図\n・委員名簿",
            [
                (None, "議事次第", False),
                ("資料1", "図", False),
                (None, "委員名簿", False),
            ],
            id="with and without labels",
        ),
    ],
)
def test_list_of_handouts(lines, found):
    handouts = minutes(f"{HEAD}配付資料\n{lines}\n議事要旨\n・水を使う。\n").handouts

    assert [
        (h.label, h.title, h.access.value is Access.CLOSED) for h in handouts
    ] == found
