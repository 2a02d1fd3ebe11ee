"""One row, one attendee, on every axis, with the basis of each value."""

import pytest

from kg.model import Basis, Mode, Role, Status
from tests.minutes.reading import attendees, minutes


@pytest.mark.parametrize(
    ("row", "name", "family"),
    [
        pytest.param(
            "橘　一葉　　西都大学 教授", "橘 一葉", "橘", id="wide blank behind"
        ),
        pytest.param("橘 一葉\t西都大学 教授", "橘 一葉", "橘", id="tab behind"),
        pytest.param("橘 一葉……西都大学教授", "橘 一葉", "橘", id="dotted line"),
        pytest.param(
            "波多野睦子　西都大学 教授", "波多野睦子", "波多野", id="no blank"
        ),
        pytest.param("西都大学教授　橘 一葉", "橘 一葉", "橘", id="affiliation first"),
        pytest.param("橘 一葉（西都大学教授）", "橘 一葉", "橘", id="post in brackets"),
        pytest.param(
            "（西都大学教授）　橘 一葉君", "橘 一葉", "橘", id="brackets first"
        ),
        pytest.param("会長　橘 一葉", "橘 一葉", "橘", id="role before"),
        pytest.param(
            "うちだ はな　西都大学 教授", "うちだ はな", "うちだ", id="うち as うちだ"
        ),
        pytest.param(
            "小 暮 　律　　　西都大学 教授", "小暮 律", "小暮", id="spaced out"
        ),
        pytest.param(
            "ジョン・スミス　西都大学 教授", "ジョン・スミス", None, id="kana name"
        ),
        pytest.param(
            "小暮（旧姓 橘）敦子　西都大学 教授", "小暮敦子", None, id="former name"
        ),
        pytest.param(
            "髙﨑 邉子　西都大学 教授", "髙﨑 邉子", "髙﨑", id="variant kanji"
        ),
    ],
)
def test_names(row, name, family):
    (attendee,) = attendees(row)

    assert attendee.name.text == name
    if family:
        assert attendee.name.family == family


def test_online_proxy_is_both():
    """Mode and proxy are two axes; each keeps its own words."""
    text = (
        "架空問題検討会（第2回）議事要旨\n出席者\n<政府関係者> *はオンライン参加\n"
        "鈴木 花子*　総務省 政策局 企画課長（代理出席）\n森 律　総務省 参事官\n"
    )
    first, second = minutes(text).attendees

    def words(grounded):
        return [text[s.start : s.end] for s in grounded.evidence]

    assert (first.mode.value, first.mode.basis) == (Mode.ONLINE, Basis.LEGEND)
    assert words(first.mode) == ["*", "*はオンライン参加"]
    assert first.proxy.value
    assert words(first.proxy) == ["代理出席"]
    assert first.principal is None
    assert (first.status.value, words(first.status)) == (Status.PRESENT, ["出席者"])
    assert (first.role.value, first.role.basis) == (Role.OFFICIAL, Basis.STATED)
    assert (first.group.value, words(first.group)) == ("政府関係者", ["政府関係者"])
    assert (second.mode.value, second.mode.basis) == (Mode.IN_PERSON, Basis.DEFAULT)
    assert not second.proxy.value


def test_mode_is_unknown_without_a_legend():
    (attendee,) = attendees("橘 一葉　西都大学 教授")

    assert (attendee.mode.value, attendee.mode.basis) == (Mode.UNKNOWN, Basis.DEFAULT)


@pytest.mark.parametrize(
    ("roster", "role", "basis"),
    [
        pytest.param(
            "<委員> ◎座長\n◎橘 一葉　教授", Role.CHAIR, Basis.LEGEND, id="mark"
        ),
        pytest.param(
            "<委員>\n橘 一葉（座長代理）", Role.DEPUTY_CHAIR, Basis.STATED, id="note"
        ),
        pytest.param("<委員>\n橘 一葉　教授", Role.MEMBER, Basis.STATED, id="heading"),
        pytest.param(
            "<委員>\n橘 一葉　教授＜座長＞", Role.CHAIR, Basis.STATED, id="angled note"
        ),
        pytest.param(
            "<委員>\n職務代理　橘 一葉", Role.DEPUTY_CHAIR, Basis.STATED, id="職務代理"
        ),
        pytest.param("座長　橘 一葉", Role.CHAIR, Basis.STATED, id="word before"),
        pytest.param("大鳥主査", Role.CHAIR, Basis.STATED, id="word behind a surname"),
        pytest.param(
            "■オブザーバー\n橘 一葉", Role.OBSERVER, Basis.STATED, id="observer"
        ),
        pytest.param(
            "<事務局>\n橘 一葉 主任", Role.SECRETARIAT, Basis.STATED, id="office"
        ),
    ],
)
def test_roles(roster, role, basis):
    (attendee,) = attendees(roster)

    assert (attendee.role.value, attendee.role.basis) == (role, basis)


@pytest.mark.parametrize(
    ("roster", "roles"),
    [
        pytest.param(
            "橘 一葉（西都大学教授）　※委員長\n小暮 律（架空機構理事長）　※委員長代理\n"
            "渚 葵（弁護士）",
            ["委員長", "委員長代理", None],
            id="※ behind two rows is a note on each",
        ),
        pytest.param(
            "＜検討員＞\n橘 一葉　西都大学 教授", ["検討員"], id="another word for 委員"
        ),
        pytest.param(
            "小川副部会長、大鳥副小委員長",
            ["副部会長", "副小委員長"],
            id="no unit 副部会",
        ),
    ],
)
def test_role_words(roster, roles):
    assert [a.role_word for a in attendees(roster)] == roles


def test_what_no_mark_means():
    """無印 tells of the list that has marks, and of no other."""
    rows = attendees(
        "＜委員＞（○：会場、無印：オンライン）\n○橘 一葉　西都大学 教授\n"
        "　小暮 律　架空機構 理事長\n＜事務局＞\n　渚 葵　架空課 課長\n"
    )

    modes = [Mode.IN_PERSON, Mode.ONLINE, Mode.UNKNOWN]
    assert [a.mode.value for a in rows] == modes


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("環境省（事務局）", id="the group in the note"),
        pytest.param("＜事務局（環境省）＞", id="the ministry in the note"),
    ],
)
def test_ministry_and_group_in_one_heading(head):
    rows = attendees(f"＜委員＞\n橘 一葉　教授\n{head}\n渚 葵　里地課長\n")

    assert rows[1].role_word == "事務局"
    assert [u.value for u in rows[1].affiliations[0].units] == ["環境省", "里地課"]


def test_group_beside_the_heading_holds_for_its_line_alone():
    """出席者　委　員　会長　橘…: whom the line below lists is not said there."""
    record = minutes(
        "図書館協議会（第2回）会議録\n出席者　委　員　会長　橘　一葉、小暮　律\n"
        "　　　　図書館　館長　渚、副館長　灘\n議事\n・話した。\n"
    )

    roles = {a.name.text: a.role and a.role.value for a in record.attendees}
    assert roles["橘 一葉"] is Role.CHAIR
    assert roles["小暮 律"] is Role.MEMBER
    assert Role.MEMBER not in {roles.get("渚"), roles.get("灘")}


def test_principal_is_named_only_where_printed():
    rows = attendees("<委員>\n橘 一葉委員（代理：小暮部長）\n林 律（代理出席）")

    named = {a.name.text: a for a in rows}
    assert named["橘 一葉"].status.value is Status.ABSENT
    assert named["小暮"].principal.text == "橘 一葉"
    assert named["林 律"].proxy.value
    assert named["林 律"].principal is None


def test_absent_by_number_names_nobody():
    record = minutes("架空検討会 議事録\n出席者：橘委員、小暮委員\n欠席委員　二名\n")

    assert record.unnamed_absences.value == 2
    assert [a.status.value for a in record.attendees] == [Status.PRESENT] * 2


def test_organization_alone_is_an_attendee_without_a_name():
    (attendee,) = attendees("■オブザーバー\n環境省自然局里地課")

    assert attendee.name is None
    assert [u.value for u in attendee.affiliations[0].units] == [
        "環境省",
        "自然局",
        "里地課",
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("別紙のとおり", id="elsewhere"),
        pytest.param("（敬称略・五十音順）", id="a remark"),
        pytest.param("（計３名）", id="a count"),
        pytest.param("※オンライン参加", id="a legend"),
    ],
)
def test_remarks_are_nobody(line):
    assert attendees(line) == ()


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "（２）市職員\n環境部長　橘 一葉　　環境課長　小暮 律　　同課主査　渚 葵\n",
            [("橘 一葉", "部長"), ("小暮 律", "課長"), ("渚 葵", "主査")],
            id="people side by side, 同課 for the unit before",
        ),
        pytest.param(
            "総務大臣　早乙女　薫（代理　瓜生　総務副大臣）\n",
            [("早乙女 薫", "総務大臣"), ("瓜生", "総務副大臣")],
            id="a ministry is no given name",
        ),
        pytest.param(
            "【構成員】\n橘主査、鰐淵委員代理（東海林氏）\n",
            [("橘", None), ("鰐淵", None), ("東海林", None)],
            id="the proxy in brackets",
        ),
        pytest.param(
            "理　事\n　　綾瀬川　渚君\n　　一ノ瀬　周君\n",
            [("綾瀬川 渚", None), ("一ノ瀬 周", None)],
            id="理事 of a committee heads its members",
        ),
        pytest.param(
            "橘一葉　株式会社灯台会長　※オンライン\n",
            [("橘一葉", "会長")],
            id="a last word about the mode",
        ),
        pytest.param(
            "経済産業省　波多江 修司 産業局長\n",
            [("波多江 修司", "局長")],
            id="the name between organization and post",
        ),
        pytest.param(
            "　　1番　橘　　一葉　　2番　小暮　　律\n",
            [("橘 一葉", None), ("小暮 律", None)],
            id="seats of an assembly",
        ),
        pytest.param(
            "町　　長　帆足　　恵　　教 育 長　波多江修司\n",
            [("帆足 恵", "町長"), ("波多江修司", "教育長")],
            id="spaced posts side by side",
        ),
        pytest.param(
            "波多江常務（代理：灘部長）\n",
            [("波多江", "常務"), ("灘", "部長")],
            id="灘部長 is no 灘部 長",
        ),
        pytest.param(
            "委員　藍川誠　磯部久　浦辺みち\n",
            [("藍川誠", None), ("磯部久", None), ("浦辺みち", None)],
            id="full names with blanks between",
        ),
        pytest.param(
            "出席委員：藍川会長　磯部委員　浦辺委員\n",
            [("藍川", None), ("磯部", None), ("浦辺", None)],
            id="surnames and roles with blanks between",
        ),
        pytest.param(
            "こども未来部長　高梨、こども政策課長　千葉、同課主査　土屋\n",
            [("高梨", "部長"), ("千葉", "課長"), ("土屋", "主査")],
            id="posts before surnames",
        ),
        pytest.param(
            "教　育　長　　　真　壁　久　枝　　　　総　務　課　長　　三　浦　　　健\n",
            [("真壁 久枝", "教育長"), ("三浦 健", "課長")],
            id="letters apart in two columns",
        ),
        pytest.param(
            "髙橋委員、濵田委員、栁沢委員\n",
            [("髙橋", None), ("濵田", None), ("栁沢", None)],
            id="variant kanji in surnames",
        ),
        pytest.param(
            "委員　伊能　香子　　西都大学　教授\n　　　（代理出席：鵜野　司　部長）\n",
            [("伊能 香子", "教授"), ("鵜野 司", "部長")],
            id="the proxy on a line of its own",
        ),
        pytest.param(
            "環境課　課長　宮古　悟（欠席）　係長　久慈　祐（代理）\n",
            [("宮古 悟", "課長"), ("久慈 祐", "係長")],
            id="notes of people side by side",
        ),
        pytest.param(
            "防災担当大臣（議長）　土岐田　進\n",
            [("土岐田 進", "防災担当大臣")],
            id="防災 is no body",
        ),
        pytest.param(
            "国土交通省：弓削景観局長、茂呂大気環境室長\n",
            [("弓削", "局長"), ("茂呂", "室長")],
            id="surname, unit and post in one word",
        ),
        pytest.param(
            "　(1)　委　員　　五味学　雑賀智\n",
            [("五味学", None), ("雑賀智", None)],
            id="two full names are two, and none is 五味学 雑賀智",
        ),
        pytest.param(
            "執行機関　環境部長　衣笠　環境課長　楠本　同課主幹　毛受\n",
            [("衣笠", "部長"), ("楠本", "課長"), ("毛受", "主幹")],
            id="posts and surnames with blanks between",
        ),
        pytest.param(
            "事務局：環境課長木戸、課長補佐会田、主任課田\n",
            [],
            id="items of one line are never joined into one name",
        ),
    ],
)
def test_rows_that_combine(roster, people):
    found = [
        (a.name.text, a.affiliations[-1].post.value if a.affiliations else None)
        for a in attendees(roster)
    ]

    assert found == people


def test_bullets_below_a_label_are_statements_of_their_own():
    text = (
        "架空会議 議事要旨\n出席者：橘議員、小暮議員\n議事要旨\n"
        "（橘議員）\n○　備えが要る。\n○　早く知らせる。\n（小暮議員）\n○　そうだ。\n"
    )

    found = [(s.label, s.text) for s in minutes(text).statements]
    assert found == [
        ("橘議員", "備えが要る。"),
        ("橘議員", "早く知らせる。"),
        ("小暮議員", "そうだ。"),
    ]


@pytest.mark.parametrize(
    ("sentence", "modes"),
    [
        pytest.param(
            "※うち橘委員、小暮委員はオンラインにより出席",
            ["online", "online", "unknown", "unknown"],
            id="two of them",
        ),
        pytest.param(
            "なお、渚委員は会場にて参加。",
            ["unknown", "unknown", "in-person", "unknown"],
            id="in the room",
        ),
        pytest.param(
            "※橘委員、鰐淵委員はオンライン参加", ["unknown"] * 4, id="a stranger"
        ),
        pytest.param(
            "※橘委員はオンライン参加。渚委員はWebでの出席。",
            ["online", "unknown", "online", "unknown"],
            id="two sentences",
        ),
        pytest.param("※灘委員、小暮委員はWeb参加", ["unknown"] * 4, id="absent"),
    ],
)
def test_modes_told_below_the_list(sentence, modes):
    """All names of the sentence fit one attendee each, or it gives nothing."""
    record = minutes(
        "架空問題検討会（第2回）議事要旨\n出席者\n委員　橘 一葉\n委員　小暮 律\n"
        f"委員　渚 葵\n{sentence}\n欠席者\n委員　灘 律\n議事要旨\n・話した。\n"
    )
    text = record.document.text

    assert [a.mode.value for a in record.attendees] == modes
    told = [a for a in record.attendees if a.mode.value != "unknown"]
    assert (sentence in [text[s.start : s.end] for s in record.unplaced]) == (not told)
    for one in told:
        name, how = [text[s.start : s.end] for s in one.mode.evidence]
        assert name == f"{one.name.family}委員"
        assert how in sentence


@pytest.mark.parametrize(
    ("roster", "absent"),
    [
        pytest.param(
            "橘 一葉　西都大学 教授\n（欠席：渚 圭介 委員）\n小暮 律　西都大学 教授\n",
            ["渚 圭介"],
            id="in brackets, and the list goes on",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n欠席委員　渚 圭介\n事務局　小暮 律、汐見 航\n",
            ["渚 圭介"],
            id="the next line is of those present",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n欠席委員　渚 圭介、\n　　　　　小暮 律\n",
            ["渚 圭介", "小暮 律"],
            id="a line further in goes on with the absences",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n【欠席委員】2名\n渚 圭介委員（公募委員）\n"
            "小暮 律委員（西都市部長）\n【事務局】\n灘課長、渡部係長\n",
            ["渚 圭介", "小暮 律"],
            id="as many names below the heading as it counts",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n欠席委員　四名\n議長　渚 圭介\n局長　小暮 律\n",
            [],
            id="fewer names below than the heading counts: they were present",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n欠 席 者 の 氏 名\n渚 圭介 小暮 律\n",
            ["渚 圭介", "小暮 律"],
            id="の氏名 is of the heading",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n欠席委員（なし）\n"
            "説明のために出席した者の職氏名\n　町長　小暮 律\n",
            [],
            id="nobody was absent",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n欠席委員\n　渚 圭介\n紹介議員　小暮 律\n",
            ["渚 圭介"],
            id="a line less far in is no more of the absences",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n不応招議員\n　渚 圭介\n",
            ["渚 圭介"],
            id="those who did not answer the call",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n【欠席委員】\n渚 圭介\n【オブザーバー】\n小暮 律",
            ["渚 圭介"],
            id="a group of the same rank is no part of the absences",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n4 欠席者\n（委員）\n渚 圭介\n",
            ["渚 圭介"],
            id="a group within the absences",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授　出席\n小暮 律　西都大学 教授　欠席\n",
            ["小暮 律"],
            id="a last column",
        ),
        pytest.param(
            "（委員）\n橘 一葉　西都大学 教授\n小暮 律　架空機構 理事\n"
            "灘 空　西都市 次長\n渚 葵　浜名大学 教授\n（欠席）\n汐見 航　弁護士\n"
            "（オブザーバー）\n灘 浩　架空省 課長\n",
            ["汐見 航"],
            id="（欠席） heads those below it among whole rows",
        ),
        pytest.param(
            "委員　橘 一葉、小暮 律\n欠席　消防本部　汐見消防長、西都大学　渚教授\n",
            ["汐見", "渚"],
            id="欠席 beside a list of offices and surnames",
        ),
    ],
)
def test_who_was_absent(roster, absent):
    found = attendees(roster)

    assert [a.name.text for a in found if a.status.value == "absent"] == absent
    assert "橘 一葉" in [a.name.text for a in found if a.status.value == "present"]


def test_roster_without_a_heading_stands_below_the_day():
    text = (
        "水素推進協議会　第三回会合　議事概要\n令和四年九月十二日　十三時〜十五時\n"
        "港町会館　三階　大会議室\n◎橘　一葉　　西都大学　教授\n"
        "　汐見　航　　空想重工株式会社　事業部長\n（◎会長）\n主な意見\n・よい。\n"
    )
    record = minutes(text)

    assert [a.name.text for a in record.attendees] == ["橘 一葉", "汐見 航"]
    assert record.attendees[0].role.value is Role.CHAIR
    assert record.heading.venue.value == "港町会館 三階 大会議室"
    assert record.heading.body.value == "水素推進協議会"


@pytest.mark.parametrize(
    ("roster", "words"),
    [
        pytest.param(
            "構成員　橘 一葉\n　　　　小暮 律\n", ["構成員", "構成員"], id="further in"
        ),
        pytest.param("構成員　橘 一葉\n同　　　小暮 律\n", ["構成員"] * 2, id="同"),
        pytest.param("座長　橘 一葉\n　　　小暮 律\n", ["座長", None], id="one chair"),
        pytest.param("（構成員）橘 一葉、小暮 律\n", ["構成員"] * 2, id="brackets"),
        pytest.param("委員　会長　橘 一葉\n", ["会長"], id="member and chair"),
        pytest.param(
            "| 区分 | 氏名 |\n|--|--|\n| 委員 | 橘 一葉 |\n| 〃 | 小暮 律 |\n",
            ["委員", "委員"],
            id="〃 in a table",
        ),
        pytest.param(
            "出席委員\n　橘 一葉君\n　…………………\n　総務大臣　小暮 律君\n",
            ["委員", None],
            id="dots part ministers from members",
        ),
    ],
)
def test_roles_carried_on(roster, words):
    assert [a.role_word for a in attendees(roster)] == words


def test_legend_beside_the_heading_is_of_nobody():
    text = (
        "架空会議 議事要旨\n出席者：（◎座長、※オンライン参加、＊代理出席）\n"
        "　◎大鳥　誠一　　西都大学　教授\n　※小暮　律　　西都大学　教授\n"
    )
    chair, member = minutes(text).attendees

    assert (chair.mode.value, chair.proxy.value) == (Mode.IN_PERSON, False)
    assert member.mode.value is Mode.ONLINE


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "委員：橘 一葉、小暮 律（代理・渚 葵）、灘 空（代：森 翔）\n",
            [
                ("橘 一葉", "present", None),
                ("小暮 律", "absent", None),
                ("渚 葵", "present", "小暮 律"),
                ("灘 空", "absent", None),
                ("森 翔", "present", "灘 空"),
            ],
            id="the word for a proxy in its spellings",
        ),
        pytest.param(
            "座長　橘 一葉、委員　小暮 律、欠席：委員　渚 葵\n",
            [("橘 一葉", "present", None), ("小暮 律", "present", None)],
            id="whom the line calls absent is not present",
        ),
        pytest.param(
            "欠席委員\n　橘 一葉　　　灯台市長\n　小暮 律　　　南浜町長\n",
            [("橘 一葉", "absent", None), ("小暮 律", "absent", None)],
            id="the mayor of 灯台 is no person called 灯台",
        ),
        pytest.param(
            "<委員>\n橘 一葉　西都大学　学長\n小暮 律　西都大学　教授\n"
            "　　　　　兼　架空機構　上席フェロー\n",
            [("橘 一葉", "present", None), ("小暮 律", "present", None)],
            id="兼 goes on with the row before",
        ),
        pytest.param(
            "（農林水産省）\n　林政部長　　　　橘 一葉\n　森林整備部長　　（欠席）\n",
            [("橘 一葉", "present", None)],
            id="森林整備部長 is nobody of the name 森林",
        ),
        pytest.param(
            "(1) 委　員\n  区分　　　　氏名　　　　　所属・職名\n"
            "  学識経験者　橘　一葉　　　西都大学　教授\n"
            "  保護者代表　小暮　律　　　県連合会　会長\n",
            [("橘 一葉", "present", None), ("小暮 律", "present", None)],
            id="the heads of columns and 区分",
        ),
        pytest.param(
            "委員　橘 一葉　　西都大学 教授\n委員　小暮 律　　北都大学 教授　※２\n"
            "※１　オンライン出席\n※２　代理出席（副学長　渚 葵）\n",
            [
                ("橘 一葉", "present", None),
                ("小暮 律", "absent", None),
                ("渚 葵", "present", "小暮 律"),
            ],
            id="a legend that names the proxy",
        ),
        pytest.param(
            "委員　橘 一葉　　西都大学 教授　※２\n委員　小暮 律　　北都大学 教授　※２\n"
            "※２　代理出席（副学長　渚 葵）\n",
            [("橘 一葉", "absent", None), ("小暮 律", "absent", None)],
            id="the proxy of either of two is of nobody",
        ),
        pytest.param(
            "区分\t氏名\t所属・役職\t出欠\n委員\t橘 一葉\t西都大学 教授\t○\n"
            "委員\t小暮 律\t架空県 河川部\t代\n"
            "※代：代理出席（架空県 河川課長　渚 葵）\n",
            [
                ("橘 一葉", "present", None),
                ("小暮 律", "absent", None),
                ("渚 葵", "present", "小暮 律"),
            ],
            id="代 in the column 出欠 and its legend",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n警察庁　保安課長（代理：渚 主査）\n",
            [("橘 一葉", "present", None), ("渚", "present", None)],
            id="a proxy for a post that nobody holds",
        ),
        pytest.param(
            "橘委員代理・浅野氏（架空省 河川課）、小暮委員（西都大学）\n",
            [
                ("浅野", "present", "橘"),
                ("橘", "absent", None),
                ("小暮", "present", None),
            ],
            id="the proxy behind ・",
        ),
        pytest.param(
            "<構成員>\n橘 一葉、小暮 律、灘 みのり\n※橘 一葉構成員の代理として、"
            "渚 葵参考人（架空県福祉課長）が出席。灘 みのり構成員は欠席。\n",
            [
                ("橘 一葉", "absent", None),
                ("渚 葵", "present", "橘 一葉"),
                ("小暮 律", "present", None),
                ("灘 みのり", "absent", None),
            ],
            id="a proxy and an absence in one note",
        ),
        pytest.param(
            "出席委員\n１番　橘 一葉（架空町長）　代理　企画課長　渚 葵\n"
            "２番　小 暮　　律（架空警察署長）　代理　交通課長　灘　みのり\n",
            [
                ("橘 一葉", "absent", None),
                ("渚 葵", "present", "橘 一葉"),
                ("小暮 律", "absent", None),
                ("灘 みのり", "present", "小暮 律"),
            ],
            id="the office in brackets before 代理",
        ),
        pytest.param(
            "出席委員\n　委員　橘 一葉\n　遅参　小暮 律（午前10時25分出席）\n",
            [("橘 一葉", "present", None)],
            id="who came late is no second row",
        ),
        pytest.param(
            "消防長　欠席（代理　次長　橘　一葉）\n"
            "水道部長　　　　（欠席。代理　河川課長　小暮　律）\n"
            "福祉部長　　　　灘　みのり\n",
            [
                ("橘 一葉", "present", None),
                ("小暮 律", "present", None),
                ("灘 みのり", "present", None),
            ],
            id="an absent post alone is no post of the next row",
        ),
        pytest.param(
            "＜参考人＞\n　架空県知事　　　　　　　橘　　一葉君\n"
            "　　　（代理　副知事　　小暮　　律君）\n"
            "　灘汽船株式会社社長　　渚　みのり君\n",
            [
                ("橘 一葉", "absent", None),
                ("小暮 律", "present", "橘 一葉"),
                ("渚 みのり", "present", None),
            ],
            id="a proxy with 君 below ends the row",
        ),
    ],
)
def test_who_came_and_for_whom(roster, people):
    found = [
        (a.name.text, a.status.value.value, a.principal and a.principal.text)
        for a in attendees(roster)
    ]

    assert found == people


def test_whom_a_line_calls_absent_is_listed_as_unplaced():
    record = minutes(
        "架空審議会（第２回）議事要旨\n出席者\n"
        "委員　橘 一葉、欠席：委員　小暮 律、渚 葵\n議事\n・話した。\n"
    )
    text = record.document.text

    listed = [text[s.start : s.end] for s in record.unplaced]
    assert "欠席：委員　小暮 律、渚 葵" in listed


def test_absent_group_beside_the_heading_is_absent():
    """欠席者　委員　宮田 涼: 委員 beside the heading does not end the absence."""
    record = minutes(
        "架空審議会　会議録（第８回）\n"
        "出席者　会長　橘 一葉\n　　　　委員　小暮 律、渚 葵\n"
        "欠席者　委員　灘 空、森 翔\n事務局　総務部長　土屋 岳\n議事\n・話した。\n"
    )

    status = {a.name.text: a.status.value.value for a in record.attendees}
    assert {n for n, s in status.items() if s == "absent"} == {"灘 空", "森 翔"}


def test_what_is_said_of_some_is_no_note_of_the_last():
    record = minutes(
        "架空審議会（第２回）議事要旨\n出席者\n"
        "委員：橘 一葉、小暮 律、渚 葵（うち小暮委員、橘委員はオンライン参加）\n"
        "議事\n・話した。\n"
    )

    modes = {a.name.text: a.mode.value.value for a in record.attendees}
    assert modes == {"橘 一葉": "online", "小暮 律": "online", "渚 葵": "unknown"}


def test_a_mark_in_brackets_is_a_mark():
    first, second = attendees(
        "※はオンライン参加\n委員：橘 一葉、小暮 律　西都大学　教授（※）\n"
    )

    assert (first.mode.value, second.mode.value) == (Mode.IN_PERSON, Mode.ONLINE)
    assert [a.post.value for a in second.affiliations] == ["教授"]


def test_a_ditto_before_a_deputy_of_the_row_above_repeats_no_deputy():
    rows = attendees(
        "委員　　渚町長　　橘　一葉\n"
        "　〃　　灘村長　　（空席）　職務代理者　副村長　小暮　律\n"
        "　〃　　架空企業団　企業長　　浅野　葵\n"
    )

    assert (rows[-1].name.text, rows[-1].role_word) == ("浅野 葵", None)
    assert [u.value for a in rows[-1].affiliations for u in a.units][:1] == [
        "架空企業団"
    ]


def test_a_grade_of_an_office_is_no_role():
    (clerk,) = attendees("（２）事務局\n　主査　橘 一葉\n")

    assert clerk.role.value is Role.SECRETARIAT
    assert [a.post.value for a in clerk.affiliations] == ["主査"]


def test_two_marks_of_one_meaning():
    """※・＊はオンライン参加: whoever has either came online."""
    found = attendees(
        "<委員>（※・＊はオンライン参加）\n橘 一葉※\n小暮 律（＊）\n渚 葵\n"
    )

    assert [a.mode.value for a in found] == [
        Mode.ONLINE,
        Mode.ONLINE,
        Mode.IN_PERSON,
    ]


def test_people_of_a_ministry_are_headed_by_it():
    """農林水産省出席者 heads officials, and 出席者 is part of no post."""
    first, second = attendees(
        "農林水産省出席者\n　林政部長　橘 一葉\n　林政課長　小暮 律\n"
    )

    assert [a.role.value for a in (first, second)] == [Role.OFFICIAL] * 2
    for one in (first, second):
        (affiliation,) = one.affiliations
        assert affiliation.units[0].value == "農林水産省"
        assert "出席者" not in affiliation.post_as_written


def test_a_running_head_in_a_list_is_no_organization_that_came():
    roster = "橘 一葉　西都大学 教授\n架空問題検討会（第2回）\n小暮 律　北都大学 教授\n"

    assert [a.name and a.name.text for a in attendees(roster)] == ["橘 一葉", "小暮 律"]


@pytest.mark.parametrize(
    ("proxy", "office"),
    [
        pytest.param("同組合　浅野　総務部長", ("架空商工組合", "総務部長"), id="同"),
        pytest.param(
            "同組合　浅野　事務局員", ("架空商工組合", "事務局員"), id="a clerk"
        ),
        pytest.param("浅野　工務官", ("", "工務官"), id="a body that is not printed"),
    ],
)
def test_offices_of_a_proxy(proxy, office):
    found = attendees(f"橘 一葉　架空商工組合 理事長（代理　{proxy}）\n")[1]

    (one,) = found.affiliations
    assert (" ".join(u.value for u in one.units), one.post.value) == office


@pytest.mark.parametrize(
    ("above", "row", "office"),
    [
        pytest.param(
            "小暮 律　渚電算㈱ 社長",
            "橘 一葉　同社技術部長",
            ("渚電算(株)技術部", "部長"),
            id="the company above",
        ),
        pytest.param(
            "小暮 律　弁護士",
            "橘 一葉　同社部長",
            ("", "部長"),
            id="no company above",
        ),
    ],
)
def test_a_company_that_a_row_repeats(above, row, office):
    (one,) = attendees(f"{above}\n{row}\n")[1].affiliations

    assert ("".join(u.value for u in one.units), one.post.value) == office


def test_who_stands_in_is_not_of_the_office_before_him():
    row = "経営課長　橘 一葉、同課係長　小暮 律、浄水課長（代理）渚 葵"

    *_, last = attendees(f"（２）市職員\n{row}\n")
    assert (last.name.text, last.affiliations) == ("渚 葵", ())


@pytest.mark.parametrize(
    ("row", "people"),
    [
        pytest.param("欠席　渚 葵", [("渚 葵", "absent", "")], id="欠席 before a name"),
        pytest.param(
            "神 ひとみ　（小暮 誠　欠席）",
            [("神 ひとみ", "present", "")],
            id="what is said of another",
        ),
        pytest.param(
            "渚 葵（橘委員代理、架空技研㈱人事室長）",
            [
                ("渚 葵", "present", "架空技研人事室"),
                ("橘", "absent", ""),
            ],
            id="a comma in a bracket that holds another bracket",
        ),
        pytest.param(
            "環境部 部長 小暮 律／林政課 課長 汐見 航・課長補佐 堀 浩一",
            [
                ("小暮 律", "present", "環境部"),
                ("汐見 航", "present", "林政課"),
                ("堀 浩一", "present", "林政課"),
            ],
            id="several people in one row, each with a post",
        ),
    ],
)
def test_whom_a_row_tells_of(row, people):
    found = [
        (
            a.name.text,
            a.status.value.value,
            "".join(u.value for o in a.affiliations for u in o.units),
        )
        for a in attendees(f"委員　橘 一葉\n{row}\n")[1:]
    ]

    assert found == people


def test_a_ditto_repeats_no_row_above_one_that_nobody_read():
    rows = "副会長　橘 一葉\n委員　??・！？（ほか）\n同　　小暮 律\n"
    found = attendees(rows)

    assert [(a.name.text, a.role_word) for a in found] == [
        ("橘 一葉", "副会長"),
        ("小暮 律", "委員"),
    ]


@pytest.mark.parametrize("head", ["事業者", "参加団体代表", "労働者代表"])
def test_a_heading_of_people_of_no_known_kind_is_their_role(head):
    rows = (
        f"外部専門家\n　　橘 一葉　西都大学 教授\n{head}\n　　小暮 律　架空電力 部長\n"
    )
    first, second = attendees(rows)

    assert (first.role_word, second.role_word) == ("外部専門家", head)
    assert second.role is None or head.endswith("代表")


def test_a_council_of_a_row_is_no_heading():
    (one,) = attendees("担当委員\n　　橘　一葉　　架空管理委員会　委員\n")

    assert (one.name.text, one.role_word) == ("橘 一葉", "担当委員")
