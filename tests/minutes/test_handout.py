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
    ],
)
def test_agenda(lines, titles):
    record = minutes(f"{HEAD}議題\n{lines}")

    assert [item.title for item in record.agenda] == titles
    assert [item.number for item in record.agenda] == [1, 2]
