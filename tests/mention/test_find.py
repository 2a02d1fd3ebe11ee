"""What the rules find, and what they leave alone, without the model."""

import pytest

from kg.model import Form, Label, Role, Theme
from tests.mention.record import COUNCIL, Row, Said, find, record, words

ROWS = (
    Row("橘 一葉", ("西都大学", "工学部"), "教授", Role.CHAIR, "座長"),
    Row("小暮 律", ("経済産業省", "資源局", "電力課"), "課長"),
    Row("小暮 敦子", ("アクアリンク",), "代表取締役", legal="株式会社アクアリンク"),
    Row("森 漣", ("水文研究機構",), "理事"),
    Row("黒姫誠司", ("山稜電波",), "執行役員"),
    Row("ジョン・スミス", ("Nordvik Water Japan",), "顧問"),
    Row("髙橋 環", ("大臣官房",), "審議官"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("橘座長から説明した。", ["橘座長"], id="surname and role"),
        pytest.param(
            "西都大学の橘教授の案。", ["西都大学", "橘教授"], id="with the body"
        ),
        pytest.param(
            "小暮課長と小暮律委員。", ["小暮課長", "小暮律委員"], id="full name"
        ),
        pytest.param(
            "小暮（敦）委員の案。", ["小暮（敦）委員"], id="initial in brackets"
        ),
        pytest.param("小暮 律氏が来た。", ["小暮 律氏"], id="blank inside"),
        pytest.param("黒姫委員は欠席。", ["黒姫委員"], id="name without known split"),
        pytest.param("スミス氏の試算。", ["スミス氏"], id="foreign name"),
        pytest.param("高橋審議官の案。", ["高橋審議官"], id="variant kanji"),
        pytest.param("蓮沼委員は欠席。", ["蓮沼委員"], id="not in the roster"),
        pytest.param("森の水と泉の水。", [], id="woods and springs"),
        pytest.param("森委員の水。", ["森委員"], id="the person 森"),
        pytest.param("機構の森でございます。", ["森"], id="says who he is"),
        pytest.param("小暮委員会の案。", ["小暮委員会"], id="a body, no 小暮委員"),
        pytest.param("委員から意見が出た。", [], id="委員 names nobody"),
        pytest.param("橘、小暮両委員の案。", ["橘", "小暮"], id="a shared title"),
        pytest.param("大森委員の案。", ["大森委員"], id="森 in 大森"),
        pytest.param("蓬森委員の案。", [], id="森 in a name no dictionary has"),
        pytest.param("局長小暮律君。", ["小暮律君"], id="after a post"),
        pytest.param("東央大学の案。", ["東央大学"], id="no 東 央 in a body"),
        pytest.param("ニュートンの冷却則を使う。", [], id="eponym"),
    ],
)
def test_people(text, found):
    assert words(find(record(text, rows=ROWS))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("文科省と経産省。", ["文科省", "経産省"], id="aliases"),
        pytest.param("料理研究の本。", [], id="no 理研 in 料理研究"),
        pytest.param("電力課で決める。", ["電力課"], id="unit of the roster"),
        pytest.param(
            "アクアリンクでは測る。", ["アクアリンク"], id="company without form"
        ),
        pytest.param(
            "株式会社アクアリンクでは測る。",
            ["株式会社アクアリンク"],
            id="company with form",
        ),
        pytest.param(
            "Nordvik Water Japanでも測る。", ["Nordvik Water Japan"], id="blanks inside"
        ),
        pytest.param("成長戦略本部を置く。", ["成長戦略本部"], id="compound"),
        pytest.param("文科省の高等教育局は。", ["文科省", "高等教育局"], id="unit"),
        pytest.param("九段の科学技術館で。", ["科学技術館"], id="hall"),
        pytest.param("国際研究拠点を作る。", [], id="no name, too general"),
        pytest.param("各大学の研究所と事務所。", [], id="common nouns"),
        pytest.param("〇〇大学が中心になる。", [], id="placeholder"),
        pytest.param("成長戦略本部長が来た。", [], id="a post, not the body"),
        pytest.param(
            "星見町の条例と星見町。", ["星見町", "星見町"], id="town that acts"
        ),
        pytest.param("港町の風が吹く。", [], id="a town that is none"),
        pytest.param("ヘッドクォーターに集まる。", [], id="a common noun"),
    ],
)
def test_bodies(text, found):
    assert words(find(record(text, rows=ROWS))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "ＱＩＨ拠点を推す。Q-I-HとQ I Hの話。",
            ["ＱＩＨ", "Q-I-H", "Q I H"],
            id="letters",
        ),
        pytest.param("QKDやPQCを検討する。", [], id="letters of a technique"),
        pytest.param("MITRE という米国のシンクタンク。", ["MITRE"], id="という"),
        pytest.param(
            "水文研究機構（以下「機構」という。）の案。機構は測る。",
            ["水文研究機構", "機構", "機構"],
            id="so called",
        ),
        pytest.param("機構は測る。", [], id="not called so"),
        pytest.param(
            "水文研究機構（以下「水機」といいます。）は測る。水機の案。",
            ["水文研究機構", "水機", "水機"],
            id="politely called so",
        ),
        pytest.param(
            "水文研究機構（以下、水機と呼びます）は測る。水機の案。",
            ["水文研究機構", "水機", "水機"],
            id="called so without quotation marks",
        ),
        pytest.param(
            "水文研究機構、以下水機と申しますが、水機は測る。",
            ["水文研究機構", "水機", "水機"],
            id="called so without brackets",
        ),
        pytest.param(
            "水文研究機構（以下、順に述べます）の案。",
            ["水文研究機構"],
            id="以下 of the sentence",
        ),
        pytest.param(
            "日本診療録協会（診録協 / 日診協）の案。日診協は測る。",
            ["日本診療録協会", "診録協", "日診協", "日診協"],
            id="characters in order",
        ),
        pytest.param(
            "日本診療録協会（録日協）の案。", ["日本診療録協会"], id="not in order"
        ),
        pytest.param("白根大学（白根）の案。", ["白根大学"], id="a place in brackets"),
        pytest.param(
            "宇宙航行研究所（ＳＮＩ）の案。ＳＮＩは測る。",
            ["宇宙航行研究所", "ＳＮＩ", "ＳＮＩ"],
            id="full-width letters",
        ),
    ],
)
def test_short_names(text, found):
    assert words(find(record(text, rows=ROWS))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("電力課長に聞く。", [], id="a unit in its post"),
        pytest.param("経済産業省資源局電力課長。", ["経済産業省資源局"], id="above it"),
        pytest.param("経済産業省長期計画。", ["経済産業省"], id="a longer word"),
        pytest.param("白根県議会委員会条例の定め。", [], id="a by-law"),
        pytest.param("水文研究機構法の定め。", [], id="a law"),
        pytest.param("景観形成審議会会議録による。", [], id="a record"),
        pytest.param("社会福祉協議会と県立図書館。", [], id="kinds of bodies"),
        pytest.param("町村からの声。", [], id="kinds of places"),
        pytest.param("財政課と協議する。", ["財政課"], id="a division"),
        pytest.param("担当課と協議する。", [], id="any division"),
        pytest.param("XR現実協会（XR協）の案。", ["XR現実協会", "XR協"], id="letters"),
        pytest.param(
            "水文研究機構（略称：ミライ）の案。ミライは。",
            ["水文研究機構", "ミライ", "ミライ"],
            id="said to be short",
        ),
        pytest.param(
            "「第五条に定める水文研究機構（以下「機構」という。）」の案。機構は。",
            ["水文研究機構"],
            id="in quoted law",
        ),
    ],
)
def test_what_is_and_is_no_body(text, found):
    assert words(find(record(text, rows=ROWS))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("町長の大谷にも伝えます。", ["大谷"], id="own mayor"),
        pytest.param("前任の土肥に代わります。", ["土肥"], id="the one before"),
        pytest.param("町長の福島では決まらない。", [], id="may be a place"),
        pytest.param("県立図書館の佐原館長が来る。", ["佐原館長"], id="post after の"),
        pytest.param("隣の千葉市長が来る。", [], id="a mayor of a place"),
        pytest.param("橘教授補佐から。", ["橘教授補佐"], id="an assistant"),
        pytest.param("小委員会を開く。", [], id="no member called 小"),
    ],
)
def test_people_by_what_stands_beside_them(text, found):
    rows = (*ROWS, Row("小 一葉"))
    people = [m for m in find(record(text, rows=rows)) if m.label is Label.PERSON]

    assert words(people) == found


@pytest.mark.parametrize(
    ("between", "found"),
    [
        pytest.param("〔橘一葉君登壇〕", ["橘一葉君"], id="a stage direction"),
        pytest.param("署名委員　橘　一葉", [], id="a signature"),
        pytest.param("照会先：電力課　小暮、橘", [], id="a contact"),
        pytest.param("→（回答）橘座長：そうする。", [], id="the label of a reply"),
    ],
)
def test_lines_between_statements(between, found):
    said = Said("以上です。", label="橘座長")
    lines = (said, between, said) if found else (said, between)

    assert words(find(record(*lines, rows=ROWS))) == found


def test_short_name_that_the_roster_defines():
    row = Row("橘 葵", ("潮流機構", "（以下「潮機」という。）"))
    minutes = record("潮機の案。", rows=(row,))

    assert [(m.text, m.target) for m in find(minutes)] == [("潮機", "潮流機構")]


def test_short_name_of_a_body_of_the_roster():
    """当協議会 does not say which, the characters in the bracket do."""
    rows = (*ROWS, Row("橘 葵", ("日本電子認証協議会",)), Row("東 葵", ("潮流協議会",)))
    mentions = find(record("当協議会（電認協）の案。", rows=rows))

    assert [(m.text, m.target) for m in mentions[1:]] == [
        ("電認協", "日本電子認証協議会")
    ]


@pytest.mark.parametrize(
    ("text", "found", "form"),
    [
        pytest.param("座長一任とした。", ["座長"], Form.NOMINAL, id="chair"),
        pytest.param("事務局から説明した。", ["事務局"], Form.NOMINAL, id="office"),
        pytest.param(
            "この会議で決める。", ["この会議"], Form.NOMINAL, id="this meeting"
        ),
        pytest.param("同会議で決める。", ["同会議"], Form.PRONOUN, id="that meeting"),
    ],
)
def test_words_for_somebody(text, found, form):
    mentions = find(record(text, rows=ROWS))

    assert words(mentions) == found
    assert [mention.form for mention in mentions] == [form]


def test_only_running_text_is_searched():
    """Heads, rosters and speakers are facts already, and no text is read twice."""
    minutes = record(Said("橘座長の案でよい。", label="小暮律委員"), rows=ROWS)

    assert words(find(minutes)) == ["橘座長"]


def test_text_is_the_slice_at_its_span():
    minutes = record("ﾃﾞｼﾞﾀﾙ庁と文科省、髙橋審議官。", "Q-I-Hに参画。", rows=ROWS)
    mentions = find(minutes)

    assert [
        minutes.document.text[m.span.start : m.span.end] for m in mentions
    ] == words(mentions)
    assert mentions[0].text == "ﾃﾞｼﾞﾀﾙ庁"


def test_longest_wins_and_says_so():
    (mention,) = find(
        record("北海水産試験場で測る。", rows=ROWS), ("北海水産", "Company")
    )

    assert mention.text == "北海水産試験場"
    assert mention.recognizers[0] == "compound"
    assert "compound" in mention.reason


def test_model_alone_is_named_as_the_recognizer():
    (mention,) = find(record("東芝の装置を見た。", rows=ROWS), ("東芝", "Company"))

    assert (mention.text, mention.recognizers) == ("東芝", ("ginza",))
    assert mention.label is Label.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "marked", "label"),
    [
        pytest.param(
            "量子コンピューターができる。", "量子コンピューター", "Person", id="a thing"
        ),
        pytest.param("量子通信を使う。", "量子通信", "Newspaper", id="no newspaper"),
        pytest.param("全角　の空白。", "　", "Person", id="a blank"),
        pytest.param(
            "シュレーディンガーの猫。", "シュレーディンガー", "Person", id="eponym"
        ),
        pytest.param(
            "量子スタートアップが。", "量子スタートアップ", "Company", id="a sort"
        ),
        pytest.param("UKの方式。", "UK", "Company", id="a country"),
        pytest.param("三浦半島を見る。", "三浦半島", "Person", id="a place"),
        pytest.param("剣崎灯台を見る。", "剣崎灯台", "Person", id="a thing"),
        pytest.param("剣崎灯台を見る。", "剣崎", "Person", id="start of a thing"),
        pytest.param("矢代川の水質。", "矢代川", "Person", id="a river"),
        pytest.param("根岸線の音。", "根岸線", "Person", id="a line"),
        pytest.param("アカデミアでは。", "アカデミア", "GOE_Other", id="common noun"),
        pytest.param("令和六年に始まる。", "令和", "Person", id="an era"),
        pytest.param("塾長が話した。", "塾長", "Person", id="a post alone"),
        pytest.param("農林水産大臣の案。", "農林水産大臣", "Government", id="a post"),
        pytest.param("第１８回の会議。", "第18回の会議", "Conference", id="a number"),
        pytest.param("両部会で決める。", "両部会", "Organization_Other", id="both"),
        pytest.param("〇〇大学が中心。", "〇〇大学", "School", id="placeholder"),
        pytest.param(
            "国際量子年である。", "国際量子年", "Organization_Other", id="a year"
        ),
    ],
)
def test_known_errors_of_the_model(text, marked, label):
    assert find(record(text, rows=ROWS), (marked, label)) == ()


def test_themes_are_found_by_triggers_with_exceptions():
    themes = (
        Theme("t:light", "光", triggers=("光量子",)),
        Theme("t:quantum", "量子", triggers=("量子",), exclusions=("光量子",)),
        Theme("t:pqc", "PQC", triggers=("PQC",)),
    )
    mentions = find(record("光量子と量子、pqcとEPQCS。"), themes=themes)

    assert [(m.text, m.target) for m in mentions] == [
        ("光量子", "t:light"),
        ("量子", "t:quantum"),
        ("pqc", "t:pqc"),
    ]


def test_council_is_found_by_its_name():
    (mention,) = find(record(f"{COUNCIL}として推薦したい。"))

    assert (mention.text, mention.recognizers[0]) == (COUNCIL, "record")
