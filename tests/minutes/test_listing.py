"""Lists within a line: what parts their people, and what is said of all of them."""

import pytest

from tests.minutes.reading import attendees

PRESENT, ABSENT = "present", "absent"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        pytest.param(
            "（金森・河野・小田各委員）6名",
            [("金森", "委員"), ("河野", "委員"), ("小田", "委員")],
            id="各委員 is the title of each",
        ),
        pytest.param(
            "日野委員長、くり山、中里、高野の各委員",
            [
                ("日野", "委員長"),
                ("くり山", "委員"),
                ("中里", "委員"),
                ("高野", "委員"),
            ],
            id="の各委員, and one has a title of its own",
        ),
        pytest.param(
            "事務局（林田部長、岩城次長、小原主幹）4名",
            [("林田", "部長"), ("岩城", "次長"), ("小原", "主幹")],
            id="a group with its list in brackets",
        ),
        pytest.param(
            "橘委員、佐和委\n員、塩田委員",
            [("橘", "委員"), ("佐和", "委員"), ("塩田", "委員")],
            id="the end of the line cuts 委員",
        ),
        pytest.param(
            "武井 知恵、三好 悟（敬称略、五十音順）",
            [("武井 知恵", None), ("三好 悟", None)],
            id="how the list is printed is of no row",
        ),
        pytest.param(
            "高井 康之（食品安全部長）、岸田 修二（総務課長）他",
            [("高井 康之", "部長"), ("岸田 修二", "課長")],
            id="他 behind a bracket is nobody",
        ),
        pytest.param(
            "1番　橘 一葉、3番　小暮 律　5番　渚 葵",
            [("橘 一葉", None), ("小暮 律", None), ("渚 葵", None)],
            id="a comma is missing between seats",
        ),
        pytest.param(
            "橘 一葉、小暮 律、渚 葵　以上12名",
            [("橘 一葉", None), ("小暮 律", None), ("渚 葵", None)],
            id="以上12名 counts the list",
        ),
        pytest.param(
            "橘部長、日下官房長",
            [("橘", "部長"), ("日下", "官房長")],
            id="房長 is the end of a post",
        ),
        pytest.param(
            "内閣府　岡部田　恵子　環境局長",
            [("岡部田 恵子", "局長")],
            id="the given name stands before the post",
        ),
        pytest.param(
            "大崎原　麻子　架空法人南国財団理事",
            [("大崎原 麻子", "理事")],
            id="大崎 and 原 are one surname before a given name",
        ),
        pytest.param(
            "粕谷隆夫委員長代理兼評価部会長、天野玲奈委員",
            [("粕谷隆夫", "委員長代理"), ("天野玲奈", "委員")],
            id="two roles of one",
        ),
        pytest.param(
            "有働 誠・仲村 さや",
            [("有働 誠", None), ("仲村 さや", None)],
            id="・ between full names",
        ),
        pytest.param(
            "ジョン・スミス　西都大学 教授",
            [("ジョン・スミス", "教授")],
            id="・ within a name",
        ),
        pytest.param(
            "館長：相良／副館長：都丸",
            [("相良", "館長"), ("都丸", "副館長")],
            id="／ between posts and their holders",
        ),
        pytest.param(
            "池上委員、長谷\n川（潤）委員、江口委員",
            [("池上", "委員"), ("長谷川", "委員"), ("江口", "委員")],
            id="the end of the line cuts a name",
        ),
        pytest.param(
            "橘委員、大江委員長\n代理、五十嵐委員",
            [("橘", "委員"), ("大江", "委員長代理"), ("五十嵐", "委員")],
            id="the end of the line cuts a title",
        ),
        pytest.param(
            "橘委員、小暮委員\n渚委員、灘委員",
            [("橘", "委員"), ("小暮", "委員"), ("渚", "委員"), ("灘", "委員")],
            id="the end of the line cuts nothing",
        ),
        pytest.param(
            "橘委員、小暮委員、専門委員\n土岐　律",
            [("橘", "委員"), ("小暮", "委員"), ("土岐 律", "専門委員")],
            id="the end of the line parts a title from its name",
        ),
        pytest.param(
            "橘委員、小暮委員、専門\n委員　土岐　律",
            [("橘", "委員"), ("小暮", "委員"), ("土岐 律", "専門委員")],
            id="the end of the line cuts the title of the next",
        ),
        pytest.param(
            "橘委員、ベルナール委員　１０名",
            [("橘", "委員"), ("ベルナール", "委員")],
            id="how many they are is no office",
        ),
        pytest.param(
            "里見課長、三浦係長　他",
            [("里見", "課長"), ("三浦", "係長")],
            id="他 is nobody",
        ),
        pytest.param(
            "里見課長、三浦係長ほか２名",
            [("里見", "課長"), ("三浦", "係長")],
            id="ほか２名 names nobody",
        ),
        pytest.param(
            "政策課（課長 小田切、主事 戸田）、緑地課（課長 山田、係長 三浦）",
            [
                ("小田切", "課長"),
                ("戸田", "主事"),
                ("山田", "課長"),
                ("三浦", "係長"),
            ],
            id="people in brackets behind their office",
        ),
    ],
)
def test_people_of_a_line(line, people):
    found = [
        (
            a.name.text,
            a.affiliations[-1].post.value if a.affiliations else a.role_word,
        )
        for a in attendees(f"{line}\n")
    ]

    assert found == people


def test_absent_in_brackets_at_the_end():
    found = attendees("土岐委員、橘委員、（欠席：羽生田委員、渡会委員）\n")

    assert [(a.name.text, a.status.value.value) for a in found] == [
        ("土岐", PRESENT),
        ("橘", PRESENT),
        ("羽生田", ABSENT),
        ("渡会", ABSENT),
    ]


def test_letters_of_several_names_are_no_name_with_an_office():
    roster = "橘 一葉　西都大学 教授\n阿 川    久 安 西 言 枝 石 橋 広 己\n"

    assert [a.name.text for a in attendees(roster)] == ["橘 一葉", "石橋 広己"]


def test_absent_in_a_sentence_at_the_end():
    found = attendees("橘委員長、中里、高野の各委員（後藤副委員長は欠席）\n")

    assert [(a.name.text, a.status.value.value) for a in found] == [
        ("橘", PRESENT),
        ("中里", PRESENT),
        ("高野", PRESENT),
        ("後藤", ABSENT),
    ]


@pytest.mark.parametrize(
    ("roster", "modes"),
    [
        pytest.param(
            "（会議室）橘委員、小暮委員\n（テレビ会議）渚委員、灘委員\n",
            ["in-person", "in-person", "online", "online"],
            id="before the list",
        ),
        pytest.param(
            "（会場）\n橘委員、小暮委員\n（オンライン）\n渚委員、灘委員\n",
            ["in-person", "in-person", "online", "online"],
            id="on a line of their own",
        ),
    ],
)
def test_how_a_list_came(roster, modes):
    assert [a.mode.value.value for a in attendees(roster)] == modes


@pytest.mark.parametrize(
    ("roster", "offices"),
    [
        pytest.param(
            "（事務局）\n政策課　課長　三浦、課長補佐　香川\n",
            ["政策課課長", "政策課課長補佐"],
            id="a 課長補佐 is of the office before him",
        ),
        pytest.param(
            "（事務局）\n総務省政策局　部長　三浦、審議官　香川\n",
            ["総務省政策局部長", "審議官"],
            id="a 審議官 may be of another office",
        ),
        pytest.param(
            "（事務局）\n政策課　課長　三浦\n課長補佐　香川\n",
            ["政策課課長", "課長補佐"],
            id="the office holds for its line alone",
        ),
        pytest.param(
            "【環境省自然局】\n三浦課長、香川係長\n",
            ["環境省自然局課長", "環境省自然局係長"],
            id="the heading names the office",
        ),
        pytest.param(
            "＜港湾ワーキンググループ＞\n橘 一葉　教授\n",
            ["教授"],
            id="a working group employs nobody",
        ),
        pytest.param(
            "橘 一葉　西都大学准教授、\n架空法人南国財団共同代表\n渚 葵　弁護士\n",
            ["西都大学准教授", "架空法人南国財団共同代表", "弁護士"],
            id="another office on the next line, behind a comma",
        ),
        pytest.param(
            "西都大学工学部　教授　小暮 律\n同　渚 葵\n",
            ["西都大学工学部教授", "西都大学工学部教授"],
            id="同 alone repeats unit and post",
        ),
        pytest.param(
            "海上保安庁海洋部　海図課長　三浦 律\n海図課　係員　香川 葵\n",
            ["海上保安庁海洋部海図課課長", "海上保安庁海洋部海図課係員"],
            id="the section of the row above",
        ),
        pytest.param(
            "三浦 律（海図課測量室長、監視課情報室長）\n香川 葵（監視課輸送室長）\n",
            ["海図課測量室室長", "監視課情報室室長", "監視課輸送室室長"],
            id="the second office of the row above leads nowhere",
        ),
        pytest.param(
            "＜国土交通省＞\n三浦 律　　港湾局　海洋課　課長\n"
            "香川 葵　　　〃　　　同　　課長補佐\n灘 律　　　　〃　　空港課　主査\n",
            [
                "国土交通省港湾局海洋課課長",
                "国土交通省港湾局海洋課課長補佐",
                "国土交通省港湾局空港課主査",
            ],
            id="〃 of one column below a ministry",
        ),
        pytest.param(
            "事務局\n　　架空省　水路局　計測課　課長　　三浦　律\n"
            "　　　　　　　同　　　同　　課長補佐　香川　葵\n"
            "　　　　　　　同　　管理課　主査　　　灘　律\n",
            [
                "架空省水路局計測課課長",
                "架空省水路局計測課課長補佐",
                "架空省水路局管理課主査",
            ],
            id="同 below the column that it repeats",
        ),
        pytest.param(
            "（総務省）\n近藤情報局長、同局照明課長の橘、同課灯台室長の小暮、同室主査の香川\n",
            [
                "総務省情報局局長",
                "総務省情報局照明課課長",
                "総務省情報局照明課灯台室室長",
                "総務省情報局照明課灯台室主査",
            ],
            id="照明課長の橘",
        ),
        pytest.param(
            "事務局\n渚総合研究所　計測部　三浦、香川\n",
            ["渚総合研究所計測部", "渚総合研究所計測部"],
            id="surnames behind an office",
        ),
        pytest.param(
            "（事務局）橘商務局長、株式会社渚（三浦副主任研究員、ほか２名）\n",
            ["商務局局長", "渚副主任研究員"],
            id="an office with its people in brackets",
        ),
        pytest.param(
            "国土交通省　大臣官房　物流室長　三浦 律\n同室　係長　香川 葵\n",
            ["国土交通省大臣官房物流室室長", "国土交通省大臣官房物流室係長"],
            id="同室",
        ),
        pytest.param(
            "国土交通省　港湾局　海洋課長　三浦 律\n"
            "同省　同局　空港課　主査　香川 葵\n",
            ["国土交通省港湾局海洋課課長", "国土交通省港湾局空港課主査"],
            id="同省　同局: the second reaches further",
        ),
        pytest.param(
            "経済産業省　三浦 律　資源課長\n　同　香川 葵　燃料課長\n",
            ["経済産業省資源課課長", "経済産業省燃料課課長"],
            id="同 before a name is of the office behind it",
        ),
        pytest.param(
            "国土交通省\n　港湾局　海洋課長　三浦 律\n"
            "　　同　　海洋課　課長補佐　香川 葵\n"
            "　航空局　空港課長　土岐 環\n",
            [
                "国土交通省港湾局海洋課課長",
                "国土交通省港湾局海洋課課長補佐",
                "国土交通省航空局空港課課長",
            ],
            id="a line above holds on below 同",
        ),
        pytest.param(
            "気象庁（事務局）　観測課　三浦課長\n",
            ["気象庁観測課課長"],
            id="a note between a body and its section",
        ),
        pytest.param(
            "国立研究開発法人架空研究所（計測本部）　部長　三浦 律\n",
            ["架空研究所計測本部部長"],
            id="a unit in brackets before the post",
        ),
        pytest.param(
            "文部科学省架空課（防災担当）　課長補佐　三浦 律\n",
            ["文部科学省架空課課長補佐"],
            id="what a section is charged with is no post",
        ),
    ],
)
def test_offices_that_a_line_shares(roster, offices):
    found = [
        "".join(
            [*(unit.value for unit in office.units), office.post.value]
            if office.post
            else [unit.value for unit in office.units]
        )
        for a in attendees(roster)
        for office in a.affiliations
    ]

    assert found == offices
