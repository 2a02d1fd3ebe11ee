"""Unknown surnames: read where the list around them leaves no doubt, else not."""

import pytest

from kg.minutes.called import surname_cuts
from kg.minutes.regular import stem_end
from tests.minutes.reading import attendees, lexicon


@pytest.mark.parametrize(
    ("roster", "names"),
    [
        pytest.param(
            "川田委員、冨髙井委員、佐伯委員",
            ["川田", "冨髙井", "佐伯"],
            id="委員 ends each",
        ),
        pytest.param(
            "熊谷委員 田村沢（孝）委員 田村沢（和）委員 富岡委員",
            ["熊谷", "田村沢", "田村沢", "富岡"],
            id="nothing but a blank parts them",
        ),
        pytest.param(
            "尾田審議官、松井下総務課長、先崎田労働関係法課長",
            ["尾田", "松井下", "先崎田"],
            id="a unit and its post end each",
        ),
        pytest.param(
            "橘会長、最上委員、渡部委員",
            ["橘", "最上", "渡部"],
            id="最上 is a word too",
        ),
        pytest.param(
            "永野企画部次長、企画課戸田主査、野村主任主事",
            ["永野", "戸田", "野村"],
            id="the unit stands before the surname of one",
        ),
        pytest.param(
            "炭谷官房長 中洲環境政策局長",
            ["炭谷", "中洲"],
            id="two on a line, one of them sure",
        ),
        pytest.param(
            "西村尾大臣官房長、石動審議官、小針秘書課長、三芳会計課長",
            ["西村尾", "石動", "小針", "三芳"],
            id="a place with a post is a surname here",
        ),
        pytest.param(
            "山元進委員長、桜田井茂副委員長、高沢野要委員",
            ["山元進", "桜田井茂", "高沢野要"],
            id="a role ends each",
        ),
        pytest.param("冨髙井委員", [], id="alone it is nobody"),
        pytest.param(
            "橘委員、学識委員、渡部委員", ["橘", "渡部"], id="学識 is no surname"
        ),
        pytest.param(
            "橘課長、企画調整局長、渡部課長",
            ["橘", "渡部"],
            id="a post without a holder",
        ),
    ],
)
def test_surnames_that_no_dictionary_has(roster, names):
    found = [a.name.text for a in attendees(f"{roster}\n") if a.name]

    assert found == names


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        pytest.param("土岐田照明政策課長", (3,), id="照明 is a word"),
        pytest.param("松井下総務課長", (), id="下総務課 is no unit"),
        pytest.param("福地原文部科学省参与", (), id="原文部科学省 is none"),
        pytest.param("西村尾大臣官房長", (), id="尾大臣官房 is none"),
        pytest.param("石川井都市整備部長", (), id="another surname follows"),
        pytest.param("渡辺下水道部長", (2,), id="下水道 begins with a letter"),
    ],
)
def test_a_unit_begins_with_a_whole_word(text, cuts):
    assert surname_cuts(text, lexicon()) == cuts


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("先崎田労働関係法課長", 3, id="unit and post"),
        pytest.param("松本井内閣府副大臣", 3, id="a minister"),
        pytest.param("鬼崎沢委員", 3, id="role"),
        pytest.param("自然保護局長", None, id="no surname before the unit"),
        pytest.param("関東地方整備局長", None, id="a place before the unit"),
        pytest.param("公募委員", None, id="what the role is"),
    ],
)
def test_where_an_unknown_surname_ends(text, end):
    assert stem_end(text, lexicon()) == end
