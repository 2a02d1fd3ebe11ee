"""Rows that are printed in less usual ways, one phenomenon a test."""

import pytest

from kg.minutes.lattice import part_people
from kg.minutes.name import read_name
from kg.minutes.row import read_rows
from tests.minutes.reading import attendees, lexicon, minutes, piece


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "委員　橘一葉委員、岸　田　　\n\n　　－１－\n\n　聡　委員、小暮律委員\n",
            ["橘 一葉", "岸田 聡", "小暮 律"],
            id="a page cuts a name of a list",
        ),
        pytest.param(
            "市長　仁科、教育長　今、健康部長　宇津木、保健課長　ゴトウ、\n同課係長"
            "　佐藤\n",
            ["仁科", "今", "宇津木", "ゴトウ", "佐藤"],
            id="a comma ends the line, and the row",
        ),
        pytest.param(
            "髙﨑委員、柴田委員、関委員、タテワキ委員\n",
            ["髙﨑", "柴田", "関", "タテワキ"],
            id="a surname in kana among others",
        ),
        pytest.param(
            "委員　グエン　ティ　ラン（西都大学　教授）\n",
            ["グエンティラン"],
            id="a name of three words in kana",
        ),
        pytest.param(
            "委員　Ａｎｎａ　Ｂｅｒｇ（西都大学　教授）\n",
            ["Anna Berg"],
            id="wide letters and a wide blank",
        ),
        pytest.param(
            "委員乾（架空町商工会会長）\n委員橘一葉（西都大学教授）\n",
            ["乾", "橘一葉"],
            id="a role glued to a surname of one letter",
        ),
        pytest.param("委員長（西都大学教授）\n", [], id="a role alone names nobody"),
        pytest.param(
            "<オンライン>橘 一葉<オンライン、途中参加>、小暮 律\n",
            ["橘 一葉", "小暮 律"],
            id="a comma within a note in angles",
        ),
    ],
)
def test_names(roster, people):
    found = [a.name.text for a in attendees(roster) if a.name]
    assert [one.replace(" ", "") for one in found] == [
        one.replace(" ", "") for one in people
    ]


@pytest.mark.parametrize(
    "text",
    [
        "デジタル サービス チーム",
        "オブザーバー グエン ティ",
        "プロジェクト マネージャー ラン",
    ],
)
def test_words_in_kana_that_are_no_name(text):
    assert read_name(piece(text), lexicon()).score <= 0


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        pytest.param(
            "市　　　長　　戸 川　　毅　　副　市　長　　小 野 里 香",
            ["戸 川 毅", "小 野 里 香"],
            id="a name that parts in two ways",
        ),
        pytest.param(
            "代表監査委員　　欠　　　員　　教　育　長　　森 永　　薫",
            ["員", "森 永 薫"],
            id="a vacant seat",
        ),
    ],
)
def test_people_of_one_line(line, rows):
    parts = part_people(piece(line), lexicon())
    ends = [" ".join(part.text.split()) for part in parts]
    assert [end.endswith(row) for end, row in zip(ends, rows, strict=True)] == [
        True
    ] * len(rows)


@pytest.mark.parametrize(
    ("row", "name", "proxy"),
    [
        pytest.param("委員（代理）小暮 律", "小暮 律", True, id="behind a role"),
        pytest.param(
            "委員小暮律（架空県主事。課長の代理）", "小暮律", True, id="for a post"
        ),
        pytest.param(
            "副会長小暮律（西都大学教授）（※途中で会長に選出。議題１参照）",
            "小暮律",
            False,
            id="a sentence in brackets",
        ),
        pytest.param(
            "課長　小暮 律（１０月着任）", "小暮 律", False, id="when he came"
        ),
    ],
)
def test_notes(row, name, proxy):
    (one,) = attendees(row + "\n")

    assert (one.name.text, one.proxy.value) == (name, proxy)
    assert one.principal is None


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("委員 橘 一 ロベルト 元 架空病院長", None),
        ("委員 杉 本 ロベルト 元 架空病院長", "杉 本 ロベルト"),
        ("委員 渡 瀬 元 西都大学 教授", "渡 瀬 元"),
    ],
)
def test_a_former_post_or_a_given_name(row, name):
    best = max(read_rows(piece(row), lexicon()), key=lambda one: one.score)
    assert name is None or best.name.text == name


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "**研究員（2名）**　橘 一葉（西都大学 教授）／小暮 律（農業）\n",
            [("橘 一葉", "研究員"), ("小暮 律", "研究員")],
            id="a bold heading with a count, slashes between the rows",
        ),
        pytest.param(
            "**委員**：橘 一葉▲（西都大学 教授）、小暮 律（農業）\n",
            [("橘 一葉", "委員"), ("小暮 律", "委員")],
            id="a bold heading with a colon",
        ),
        pytest.param(
            "**委員（2名）**　田島 孝・田島 節子（いずれも架空農園）\n",
            [("田島 孝", "委員"), ("田島 節子", "委員")],
            id="two of one bracket",
        ),
    ],
)
def test_bold_headings(roster, people):
    found = attendees(roster)

    assert [(a.name.text, a.group.value) for a in found] == people


def test_two_of_one_bracket_have_its_office():
    found = attendees("**委員（2名）**　田島 孝・田島 節子（いずれも架空農園）\n")

    units = [[u.value for x in a.affiliations for u in x.units] for a in found]
    assert units == [["架空農園"]] * 2


def test_headings_in_words_of_everyday():
    record = minutes(
        "# 第3回 水路研究会 報告\n- 日時：2025年11月6日 13:00～16:00\n- 場所：架空"
        "会館\n"
        "## 出席者\n**委員（1名）**　橘 一葉（西都大学 教授）\n"
        "## 話し合ったこと\n1. 水路の幅\n2. 井戸の水\n## 配ったもの\n- 資料A　水路"
        "の図\n"
        "## 発言（●＝委員、■＝事務局）\n- ■ 前回の続きから。\n- ● 水路は広げるべき"
        "である。\n"
    )

    assert [item.title for item in record.agenda] == ["水路の幅", "井戸の水"]
    assert [one.title for one in record.handouts] == ["水路の図"]
    assert len(record.statements) == 2


@pytest.mark.parametrize(
    ("legend", "modes"),
    [
        pytest.param("▲印は遠隔での参加。問い合わせ：庶務課", ["online"], id="a note"),
        pytest.param("▲印は欠席した者。", ["unknown"], id="of another meaning"),
    ],
)
def test_a_legend_below_what_was_said(legend, modes):
    record = minutes(
        "水路検討会（第2回）議事要旨\n日時：令和6年5月1日\n出席者\n委員　橘 一葉▲（"
        "西都大学 教授）\n"
        f"議事要旨\n（橘委員）水路は広げるべきである。\n> {legend}\n"
    )

    assert [a.mode.value.value for a in record.attendees] == modes


def test_who_came_late_is_no_second_attendee():
    record = minutes(
        "水路委員会　会議録\n１．開催年月日　平成29年12月11日\n１．開催場所　第２委"
        "員会室\n"
        "１．出席委員　髙﨑委員長、柴田副委員長、関委員\n１．遅参　関委員（午前10時"
        "15分着席）\n"
        "１．早退　柴田副委員長（午前11時退席）\n髙﨑委員長　ただいまから開きます。"
        "よろしくお願いします。\n"
        "関委員　水路の幅が足りません。遅れて申し訳ない。\n"
    )

    assert [a.name.text for a in record.attendees] == ["髙﨑", "柴田", "関"]
