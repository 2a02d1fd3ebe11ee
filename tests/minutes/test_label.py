"""How a record sets its speakers apart: one table row a way of printing."""

import pytest

from tests.minutes.reading import minutes

HEAD = """架空水利検討会（第4回）議事録
日時：令和6年5月1日（水）10時から12時まで
出席者：大鳥座長、橘委員、小暮律委員、小暮敦子委員
議題
（1）水路の改修について
（2）費用の分担について
議事概要
"""
NAMED = [("橘委員", "named"), ("大鳥座長", "named")]


def read(body):
    return minutes(HEAD + body).statements


def table(body):
    return [(s.label, s.attribution.value) for s in read(body)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("**橘委員** 水が要る。\n**大鳥座長** はい。\n", id="bold"),
        pytest.param(
            "◆**橘委員**　水が要る。\n◆**大鳥座長**　はい。\n", id="mark and bold"
        ),
        pytest.param(
            "**橘委員**\n水が要る。\n\n**大鳥座長**\nはい。\n", id="bold alone"
        ),
        pytest.param("【橘委員】水が要る。\n→【大鳥座長】はい。\n", id="lens"),
        pytest.param("〔橘委員〕水が要る。\n〔大鳥座長〕はい。\n", id="shell"),
        pytest.param("＜橘委員＞ 水が要る。\n＜大鳥座長＞ はい。\n", id="angle"),
        pytest.param("(橘委員)水が要る。\n(大鳥座長)はい。\n", id="round"),
        pytest.param(
            "（橘委員）水が要る。（大鳥座長）はい。\n", id="turns of one paragraph"
        ),
        pytest.param("◆橘委員　水が要る。\n◎大鳥座長　はい。\n", id="other marks"),
        pytest.param(
            "○しろまる橘委員　水が要る。\n○しろまる大鳥座長　はい。\n", id="read out"
        ),
        pytest.param("- 橘委員：水が要る。\n- 大鳥座長：はい。\n", id="dash, colon"),
        pytest.param("橘委員）水が要る。\n大鳥座長）はい。\n", id="half bracket"),
        pytest.param(
            "質問（橘委員）　水は要るか。\nA（大鳥座長）：要る。\n", id="question"
        ),
        pytest.param(
            "（質問）橘委員　水は要るか。\n（回答）大鳥座長　要る。\n", id="reply"
        ),
    ],
)
def test_styles(body):
    assert table(body) == NAMED


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "・橘委員　要る。\n・大鳥座長　はい。\n・事務局　承知。\n", id="dot"
        ),
        pytest.param("橘委員→要る。\n大鳥座長→はい。\n事務局→承知。\n", id="arrow"),
        pytest.param(
            "橘委員　　要る。\n大鳥座長　　はい。\n事務局　　承知。\n", id="blank"
        ),
        pytest.param(
            "ア　橘委員\n要る。\nイ　大鳥座長\nはい。\nウ　事務局\n承知。\n",
            id="letters",
        ),
        pytest.param(
            "１）橘委員　　要る。\n２）大鳥座長　はい。\n３）事務局　　承知。\n",
            id="turns numbered",
        ),
        pytest.param(
            "(9)橘委員　要る。\n(10)大鳥座長　はい。\n(11)事務局　承知。\n",
            id="turns numbered in brackets",
        ),
        pytest.param(
            "　要る。（橘委員）\n　はい。（大鳥座長）\n　承知。（事務局）\n",
            id="trailing",
        ),
    ],
)
def test_styles_without_a_mark_take_three(body):
    assert table(body) == [*NAMED, ("事務局", "role")]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param(
            "○橘委員（オンライン）　要る。\n○大鳥座長　はい。\n",
            [("橘委員（オンライン）", "named"), ("大鳥座長", "named")],
            id="how somebody took part",
        ),
        pytest.param(
            "○委員橘一葉）　要る。\n○座長大鳥葵）　はい。\n",
            [("委員橘一葉）", "named"), ("座長大鳥葵）", "named")],
            id="half of a bracket",
        ),
        pytest.param(
            "委員長（相馬君）：始める。\n本間君：要る。\n",
            [("委員長（相馬君）", "named"), ("本間君", "named")],
            id="honorific",
        ),
        pytest.param(
            "○１番（橘一葉君）　要る。\n○１番議員　高い。\n○２番　小暮律議員　安い。\n",
            [
                ("１番（橘一葉君）", "named"),
                ("１番議員", "role"),
                ("２番　小暮律議員", "named"),
            ],
            id="seats",
        ),
        pytest.param(
            "【企画課長】要る。\n【国土交通大臣】はい。\n【東部気象台】承知。\n",
            [
                ("企画課長", "role"),
                ("国土交通大臣", "role"),
                ("東部気象台", "organization"),
            ],
            id="offices and bodies",
        ),
        pytest.param(
            "【Ａ委員】要る。\n【委員Ｂ】高い。\n【各委員】異議なし。\n",
            [("Ａ委員", "role"), ("委員Ｂ", "role"), ("各委員", "role")],
            id="hidden and all",
        ),
        pytest.param(
            "【橘専門職】要る。\n【トンプソン委員】はい。\n",
            [("橘専門職", "named"), ("トンプソン委員", "named")],
            id="title of no table, name of no list",
        ),
        pytest.param(
            "〔環境省　橘審議官〕\n要る。\n〔環境省　里地課〕\nはい。\n",
            [("環境省　橘審議官", "named"), ("環境省　里地課", "organization")],
            id="a ministry before the name",
        ),
        pytest.param(
            "６番　　水路は足りるか、伺いたい。\n橘課長　　足りると見込んでいる。\n"
            "10番（代理）　　水路の図面をほしい。\n橘課長　　次回、図面を示す。\n",
            [
                ("６番", "role"),
                ("橘課長", "named"),
                ("10番（代理）", "role"),
                ("橘課長", "named"),
            ],
            id="seats without a mark",
        ),
        pytest.param(
            "問　水は足りるか。\n答　足りる。\n",
            [(None, "withheld"), (None, "withheld")],
            id="question and answer of nobody",
        ),
    ],
)
def test_labels(body, labels):
    assert table(body) == labels


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "検討　水路は古い。\n本日は　話した。\n次回　6月に開く。\n", id="prose"
        ),
        pytest.param("○水路の改修について\n○費用の分担について\n", id="items with ○"),
        pytest.param("△閉会宣告　座長が閉会を宣した。\n", id="subheading"),
        pytest.param("（異議なし）\n〔拍手〕\n*（笑い声）*\n", id="stage directions"),
        pytest.param(
            "座長　　　印\n水道課長　㊞\n署名委員　（印）\n橘委員　　署名\n", id="seals"
        ),
    ],
)
def test_no_labels(body):
    assert [label for label in table(body) if label[0]] == []


def test_a_label_at_the_end_is_of_the_whole_paragraph():
    body = (
        "　水路は古く、\n改修が要る。（橘委員）\n\n　（異議なし）\n"
        "　始める。（大鳥座長）\n　決した。（大鳥座長）\n"
    )
    first, *_ = read(body)

    assert first.text == "水路は古く、改修が要る。"
    assert first.label == "橘委員"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "| 発言者 | 発言内容 |\n|---|---|\n| 橘委員 | 要る。<br>高い。 |\n"
            "| 座長 | はい。 |\n|  | 続ける。 |\n| 事務局 | 承知。 |\n",
            id="markdown",
        ),
        pytest.param(
            "発言者\t発言内容\n橘委員\t要る。高い。\n座長\tはい。続ける。\n事務局\t承知。\n",
            id="tabs",
        ),
        pytest.param(
            "┌───┬────┐\n│発言者│発言内容│\n├───┼────┤\n"
            "│橘委員│要る。高い。│\n├───┼────┤\n│座長　│はい。続│\n"
            "│　　　│ける。　│\n├───┼────┤\n│事務局│承知。　│\n└───┴────┘\n",
            id="drawn",
        ),
    ],
)
def test_tables_of_speech(body):
    said = [(s.label, s.text) for s in read(body)]

    assert said == [
        ("橘委員", "要る。高い。"),
        ("座長", "はい。続ける。"),
        ("事務局", "承知。"),
    ]


def test_same_speaker_again():
    body = "発言者\t発言内容\n橘委員\t要る。\n同\t高い。\n座長\tはい。\n"

    assert [s.label for s in read(body)] == ["橘委員", "橘委員", "座長"]


@pytest.mark.parametrize(
    ("legend", "labels"),
    [
        pytest.param("（○：委員　●：事務局）", ["委員", "事務局"], id="mark first"),
        pytest.param("（委員＝○、町の回答＝●）", ["委員", "町"], id="word first"),
        pytest.param("（質問＝○、回答＝●）", [None, None], id="says of nobody"),
    ],
)
def test_legend_of_bullets(legend, labels):
    assert [s.label for s in read(f"{legend}\n○水は要るか。\n●要る。\n")] == labels


def test_a_name_behind_a_bullet_goes_before_the_legend():
    body = "（質問＝○、市の回答＝●）\n○要るか。（橘委員）\n●要る。（事務局）\n"

    assert [s.label for s in read(body)] == ["橘委員", "事務局"]


def test_a_whole_record_on_one_line():
    body = (
        "○大鳥座長　始めます。水路の改修について事務局から説明をお願いします。　"
        "○事務局　資料のとおりです。古い水路が三割を占め、改修を急ぐ必要があります。　"
        "○橘委員　費用はどのくらいですか。前の試算では高いと聞きました。\n"
    )

    assert [s.label for s in read(body)] == ["大鳥座長", "事務局", "橘委員"]


def test_a_sentence_says_who_speaks_in_the_bullets_below():
    body = "橘委員から、以下のとおり発言があった。\n○要る。\n○高い。\n次に移った。\n"

    assert [(s.label, s.text) for s in read(body)] == [
        ("橘委員", "要る。"),
        ("橘委員", "高い。"),
    ]
    assert table("委員から、以下のとおり発言があった。\n○要る。\n") == [
        (None, "withheld")
    ]
