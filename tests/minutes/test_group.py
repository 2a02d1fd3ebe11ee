"""Headings of groups: in brackets, by a label, in words of their own."""

import pytest

from tests.minutes.reading import attendees, minutes

PRESENT, ABSENT = "present", "absent"
HEAD = "架空町議会　委員会会議録\n"


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "橘 一葉　西都大学 教授\n〔欠席〕\n小暮 律　架空機構 理事長\n",
            [("橘 一葉", PRESENT), ("小暮 律", ABSENT)],
            id="〔欠席〕 on a line of its own",
        ),
        pytest.param(
            "橘委員、小暮委員\n〔欠席〕\n渚委員、灘委員\n（事務局）\n森課長、土屋係長\n",
            [
                ("橘", PRESENT),
                ("小暮", PRESENT),
                ("渚", ABSENT),
                ("灘", ABSENT),
                ("森", PRESENT),
                ("土屋", PRESENT),
            ],
            id="a group below the absent is of those present",
        ),
    ],
)
def test_absent_groups(roster, people):
    found = [(a.name.text, a.status.value.value) for a in attendees(roster)]

    assert found == people


@pytest.mark.parametrize(
    ("roster", "words"),
    [
        pytest.param(
            "（委員長）\n橘 一葉　西都大学 教授\n小暮 律　架空機構 理事長\n",
            ["委員長", None],
            id="（委員長） heads one person",
        ),
        pytest.param(
            "-委員-\n（委員長）\n橘 一葉　西都大学 教授\n小暮 律　架空機構 理事長\n",
            ["委員長", "委員"],
            id="the rest is headed by what stands above （委員長）",
        ),
        pytest.param(
            "-委員-\n（委員長）\n橘 一葉　教授\n（副委員長）\n小暮 律　教授\n"
            "渚 葵　教授\n",
            ["委員長", "副委員長", "委員"],
            id="two such headings below -委員-",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n〔オブザーバー〕\n小暮 律　架空機構 理事長\n",
            [None, "オブザーバー"],
            id="〔オブザーバー〕 on a line of its own",
        ),
        pytest.param(
            "（委員長）\n橘 一葉　西都大学 教授\n-委員-\n小暮 律　架空機構 理事長\n",
            ["委員長", "委員"],
            id="-委員- below the chair",
        ),
        pytest.param(
            "【文部科学省】\n大臣政務官　橘 一葉\n",
            ["文部科学省"],
            id="大臣政務官 is an office below his ministry",
        ),
        pytest.param(
            "（委員）天野会長、江口委員　（事務局）館長　服部\n",
            ["会長", "委員", "事務局"],
            id="several groups within one line",
        ),
        pytest.param(
            "委員 橘一葉、小暮律 事務局 細田館長、相川主任\n",
            ["委員", "委員", "事務局", "事務局"],
            id="two groups without brackets on one line",
        ),
        pytest.param(
            "外部委員 小島克也委員長、橘一葉委員\n"
            "病院委員 川島市子副委員長、小暮律委員\n",
            ["委員長", "委員", "副委員長", "委員"],
            id="members of a kind",
        ),
        pytest.param(
            "委　員\t藍川 誠、磯部 久\nオブザーバー\t架空協会　橘 一葉　理事長\n"
            "\t里山機構　小暮 律　理事\n環境省\t渚 葵　自然局長\n"
            "\t灘 律　自然局里地課長\n",
            ["委員", "委員", "オブザーバー", "オブザーバー", "環境省", "環境省"],
            id="a first column whose cells are merged",
        ),
        pytest.param(
            "構成員\n\t警察庁\t生活局\n\t\t保安課長\t百々 篤\n"
            "事務局\t内閣官房　渚 葵　参事官\n",
            ["構成員", "事務局"],
            id="no first column, but ranks that are set in",
        ),
        pytest.param(
            "説明者・参画者\n橘 一葉、小暮 律\n",
            ["説明者・参画者", "説明者・参画者"],
            id="a heading of two groups",
        ),
        pytest.param(
            "【事務局】\n統計室:櫻井室長、阿部次長\n調査課:乾課長、森係長\n",
            ["事務局"] * 4,
            id="offices within the secretariat",
        ),
        pytest.param(
            "市執行部　【財務部】\n財務部長　橘 一葉、次長　小暮 律\n",
            ["市執行部", "市執行部"],
            id="a group and the first of its offices",
        ),
        pytest.param(
            "橘委員、小暮委員【事務局】\n櫻井室長\n阿部次長\n",
            ["委員", "委員", "事務局", "事務局"],
            id="a heading torn from its line",
        ),
        pytest.param(
            "川添 和宏　委員長（西都大学 教授）\n上原 弘美　委員（架空研究所 代表）\n",
            ["委員長", "委員"],
            id="the role stands between name and office",
        ),
        pytest.param(
            "地方自治法第121条の規定により説明のため出席した者\n　町長　渚 葵\n",
            ["説明のため出席した者"],
            id="the law is no part of the word for the role",
        ),
        pytest.param(
            "＜委員長＞\n橘 一葉　西都大学 教授\n＜委員＞\n小暮 律　架空機構 理事\n",
            ["委員長", "委員"],
            id="＜委員長＞ alone",
        ),
        pytest.param(
            "出席委員\n　学識経験者\n　　１番　橘 一葉（西都大学教授）\n　市議会議員\n"
            "　　２番　小暮 律\n　関係行政機関の職員\n　　３番　渚 葵（架空署長）\n",
            ["学識経験者", "委員", "委員"],
            id="headings as far in as the first",
        ),
        pytest.param(
            "委員\t委員　橘 一葉（公募市民）、小暮 律（渚会 会長）\n",
            ["委員", "委員"],
            id="the word stands twice",
        ),
    ],
)
def test_words_for_roles(roster, words):
    assert [a.role_word for a in attendees(roster)] == words


def test_groups_beside_the_heading():
    record = minutes(
        f"{HEAD}出席者　（委員）天野会長、江口委員　（事務局）館長　服部\n"
        "議事\n・話した。\n"
    )

    assert [(a.name.text, a.group.value) for a in record.attendees] == [
        ("天野", "委員"),
        ("江口", "委員"),
        ("服部", "事務局"),
    ]


def test_offices_in_brackets_below_a_heading_of_clerks():
    record = minutes(
        f"{HEAD}2 出席者\n橘 一葉 委員（会長）\n3 事務局出席者の職氏名\n"
        "（教育庁関係）\n生涯学習課長　西川 晃一（以下、西川課長）\n"
        "（図書館関係）\n館長　高橋 仁志（以下、高橋館長）\n4 議事\n・話した。\n"
    )

    assert [
        (a.name.text, a.role_word, a.group.value, [u.value for u in o.units])
        for a in record.attendees[1:]
        for o in a.affiliations
    ] == [
        ("西川 晃一", "事務局", "教育庁関係", ["教育庁", "生涯学習課"]),
        ("高橋 仁志", "事務局", "図書館関係", []),
    ]


def test_a_council_before_a_list_employs_nobody():
    found = attendees(
        "倫理委員会：ヒトゲノム関連\n橘 一葉 委員長、小暮 律 委員、渚 葵 委員\n"
    )

    assert [(a.role_word, a.affiliations) for a in found] == [
        ("委員長", ()),
        ("委員", ()),
        ("委員", ()),
    ]


@pytest.mark.parametrize(
    ("roster", "group", "names"),
    [
        pytest.param(
            "統計室:櫻井室長、阿部次長\n橘委員、小暮委員\n",
            "統計室",
            ["櫻井", "阿部", "橘", "小暮"],
            id="words before a colon and a list",
        ),
        pytest.param(
            "計量研\n吉岡理事長、小菅理事\n",
            "計量研",
            ["吉岡", "小菅"],
            id="words above a list",
        ),
        pytest.param(
            "橘一葉\n吉岡理事長、小菅理事\n",
            "出席者",
            ["橘一葉", "吉岡", "小菅"],
            id="a name above a list heads nothing",
        ),
        pytest.param(
            "【農林水産省（説明者）】\n新井　忠（市場開拓課課長補佐）\n",
            "農林水産省",
            ["新井 忠"],
            id="a bracket within the heading is no second group",
        ),
        pytest.param(
            "受託業者：(株)架空計画社　大沢 主任研究員、林 研究員\n",
            "受託業者",
            ["大沢", "林"],
            id="those whom the office pays",
        ),
    ],
)
def test_headings_in_words_of_their_own(roster, group, names):
    found = attendees(roster)

    assert [a.name.text for a in found] == names
    assert {a.group.value for a in found} == {group}


@pytest.mark.parametrize(
    "list_of_all",
    [
        pytest.param("本委員は、次のとおりである。\n", id="a sentence"),
        pytest.param("委員氏名\n", id="a heading"),
    ],
)
def test_the_list_of_all_members_is_no_attendance(list_of_all):
    every = "橘 一葉　西都大学 教授\n小暮 律　架空機構 理事長\n渚 葵　北浜市 市長\n"

    record = minutes(
        f"{HEAD}日時　令和6年5月1日\n{list_of_all}{every}出席委員\n橘 一葉\n小暮 律\n"
        "議事\n・話した。\n"
    )

    assert [a.name.text for a in record.attendees] == ["橘 一葉", "小暮 律"]


def test_ministers_are_listed_behind_the_record():
    record = minutes(
        "第2回国会　架空院会議録\n令和6年5月1日\n本日の会議に付した案件\n　水路の件\n"
        "○議長（橘 一葉君）　これより会議を開きます。\n　　午後二時三十六分散会\n"
        "　出席国務大臣\n　　総務大臣　渚 葵君\n　　財務大臣　灘 空君\n"
    )

    listed = [a.name.text for a in record.attendees if a.role_word == "国務大臣"]
    assert listed == ["渚 葵", "灘 空"]
    assert "渚" not in "".join(s.text for s in record.statements)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        pytest.param("※橘委員の代理として、間宮 陽子 氏が出席", "unknown", id="came"),
        pytest.param(
            "※橘委員の代理として、間宮 陽子 氏がオンラインで出席", "online", id="online"
        ),
    ],
)
def test_a_stand_in_whom_a_sentence_tells(sentence, mode):
    principal, proxy, _ = attendees(
        f"委員　橘 一葉　架空協会 会長\n委員　小暮 律　西都大学 教授\n{sentence}\n"
    )

    assert (principal.name.text, principal.status.value.value) == ("橘 一葉", ABSENT)
    assert (proxy.name.text, proxy.principal.text) == ("間宮 陽子", "橘 一葉")
    assert (proxy.role_word, proxy.mode.value.value) == ("委員", mode)


def test_a_stand_in_of_nobody_listed_sits_for_nobody():
    found = attendees(
        "委員　橘 一葉　架空協会 会長\n委員　小暮 律　西都大学 教授\n"
        "※渚委員の代理として、間宮 陽子 氏が出席\n"
    )

    assert [a.name.text for a in found] == ["橘 一葉", "小暮 律"]


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "構成員\n　橘 一葉　西都大学 教授\n\n　厚生労働省\n"
            "　　小暮 律　医政局医療課長\n",
            [("構成員", "西都大学"), ("厚生労働省", "厚生労働省 医政局 医療課")],
            id="a ministry below the members heads its own",
        ),
        pytest.param(
            "関係省庁\n厚生労働省\n　小暮 律　医政局医療課長\n",
            [("関係省庁", "厚生労働省 医政局 医療課")],
            id="a ministry among 関係省庁 is one of them",
        ),
        pytest.param(
            "構成員\n　橘 一葉　西都大学 教授\n\n　厚生労働省\n"
            "　小暮 律　北都大学 教授\n",
            [("構成員", "西都大学"), ("構成員", "北都大学")],
            id="a ministry above one of another body heads nobody",
        ),
        pytest.param(
            "自治体　　架空県　河川課　主幹　橘 一葉\n"
            "民　間　　㈱架空組　取締役　小暮 律\n",
            [("自治体", "架空県 河川課"), ("民間", "架空組")],
            id="groups that head their rows",
        ),
    ],
)
def test_groups_of_officials(roster, people):
    found = [
        (a.role_word, " ".join(u.value for u in a.affiliations[0].units))
        for a in attendees(roster)
        if a.name
    ]

    assert found == people


def test_a_group_before_an_organization_is_no_part_of_its_name():
    (found,) = attendees("関係省庁　　環境省　水辺環境局　海洋対策室\n")

    assert found.name is None
    assert found.role_word == "関係省庁"
    assert [unit.value for unit in found.affiliations[0].units] == [
        "環境省",
        "水辺環境局",
        "海洋対策室",
    ]


def test_a_list_in_a_cell_has_its_heading_beside_every_line():
    record = minutes(
        f"{HEAD}日時　令和6年5月1日\n出席者\t【委員】\n出席者\t会長：橘委員、小暮委員\n"
        "出席者\t【事務局】\n出席者\t河川課　主幹　渚\n議事\n・話した。\n"
    )

    assert [(a.name.text, a.group.value) for a in record.attendees] == [
        ("橘", "委員"),
        ("小暮", "委員"),
        ("渚", "事務局"),
    ]


@pytest.mark.parametrize("words", ["その他の出席者", "その他出席者", "その他の参加者"])
def test_a_numbered_heading_of_others_ends_the_group_above(words):
    roster = (
        "（１）派遣委員\n　　委員　橘　一葉君\n"
        "（２）意見陳述者\n　　架空県知事　小暮　律君\n"
        f"（３）{words}\n　　架空省航路局長　根岸　拓君"
    )

    people = [(one.name.text, one.role_word) for one in attendees(roster)]

    assert people == [("橘 一葉", "委員"), ("小暮 律", "意見陳述者"), ("根岸 拓", None)]
