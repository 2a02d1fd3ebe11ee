"""Lists as assemblies print them: 出欠 by the day, posts around names, 応招議員."""

import pytest

from kg.model import Status
from tests.minutes.reading import attendees, minutes

_CALLED = """架空町議会定例会会議録（第1号）
令和6年5月1日
応招議員
１番　橘　　一　葉　　　２番　小　暮　　律
不応招議員
３番　渚　　　葵
"""


def read(roster):
    """Return name, office and whether absent, of each row below 出席者."""
    return [of(one) for one in attendees(roster)]


def of(one):
    """Return the name without blanks, units and post, and 欠 of who was absent."""
    office = "・".join(
        " ".join([*(u.value for u in a.units), *([a.post.value] if a.post else [])])
        for a in one.affiliations
    )
    absent = "欠" if one.status.value is Status.ABSENT else ""
    return one.name.text.replace(" ", ""), office, absent


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "議席番号　氏　名　出欠の別\n１　村 井 一 葉　○\n２　小 暮　律　×\n",
            [("村井一葉", "", ""), ("小暮律", "", "欠")],
            id="a column 出欠, where × needs no legend",
        ),
        pytest.param(
            "役 職　氏　名　出欠\n農政課長　橘 一葉　出\n建設課長　小暮 律　欠\n",
            [("橘一葉", "農政課 課長", ""), ("小暮律", "建設課 課長", "欠")],
            id="出 and 欠",
        ),
        pytest.param(
            "職 名 氏 名 3月4日 3月5日\n市 長 橘 一 葉 ○ ×\n副 市 長 小 暮 律 × ×\n"
            "注)○…出席、×…欠席\n",
            [("橘一葉", "市長", ""), ("小暮律", "副市長", "欠")],
            id="days in columns: ○ on one of them",
        ),
        pytest.param(
            "副市長　出 﨑 和 夫\n市長　橘 一 葉\n",
            [("出﨑和夫", "副市長", ""), ("橘一葉", "市長", "")],
            id="出 in a surname is no sign",
        ),
        pytest.param(
            "市 長 橘 一 葉\n総 務 部\n小 暮 律 子\n企 画 室 長\n教 育 長 渚 葵\n",
            [
                ("橘一葉", "市長", ""),
                ("小暮律子", "総務部 企画室 室長", ""),
                ("渚葵", "教育長", ""),
            ],
            id="a post cut around its holder",
        ),
        pytest.param(
            "市 長 橘 一 葉\n監 査 委 員\n小 暮 律 子 －\n事 務 局 長\n"
            "農 政 課 長\n東海林 みのり ○\n農業委員会事務局長\n",
            [
                ("橘一葉", "市長", ""),
                ("小暮律子", "監査委員事務局 事務局長", ""),
                ("東海林みのり", "農政課 課長・農業委員会事務局 事務局長", ""),
            ],
            id="two cut posts one below the other: one post, and two of one person",
        ),
        pytest.param(
            "健康部長　　若林 和美　　区民部長　　橘 一葉\n"
            "　　　　　　　　　　　　（会計管理者）\n",
            [
                ("若林和美", "健康部 部長", ""),
                ("橘一葉", "区民部 部長・会計管理者", ""),
            ],
            id="a second post below the right column",
        ),
        pytest.param(
            "健康部長　　若林 和美　　区民部長　　橘 一葉\n（保健所長）\n",
            [("若林和美", "健康部 部長・保健所長", ""), ("橘一葉", "区民部 部長", "")],
            id="a second post below the left column",
        ),
        pytest.param(
            "副　　知　　　事　　藤　川　由　美　君\n"
            "公安委員会　委員長　小暮　律子　君\n",
            [("藤川由美", "副知事", ""), ("小暮律子", "公安委員会 委員長", "")],
            id="posts cut by blanks of several widths",
        ),
        pytest.param(
            "知　　　　事　　大鳥　健二　君\n教　育　委　員　会\n"
            "教　　育　　長　　橘　一葉　君\n",
            [("大鳥健二", "知事", ""), ("橘一葉", "教育委員会 教育長", "")],
            id="letters of an organization are nobody",
        ),
        pytest.param(
            "議会事務局長　　　森　下　恵　子　　　書　　　　　記　　辻　　　明　彦\n",
            [
                ("森下恵子", "議会事務局 事務局長", ""),
                ("辻明彦", "議会事務局 書記", ""),
            ],
            id="a second row that begins with two letters far apart",
        ),
        pytest.param(
            "市長　　　　　　大鳥健二君\n会計管理者\n　　　　　　　　小暮律子君\n"
            "（会計室長）\n教育長　　　　　橘一葉君\n",
            [
                ("大鳥健二", "市長", ""),
                ("小暮律子", "会計管理者・会計室 室長", ""),
                ("橘一葉", "教育長", ""),
            ],
            id="the second post in brackets below the name",
        ),
        pytest.param(
            "総務課長　　　　大鳥　健二　君\n"
            "地域創生室長　　総合政策部長事務取扱\n職員主幹　　　　橘　一葉　君\n",
            [("大鳥健二", "総務課 課長", ""), ("橘一葉", "職員主幹", "")],
            id="a post that another office fills names nobody",
        ),
        pytest.param(
            "委員長　　兵藤しんいち議員\n委員　　　くらた共子議員\n",
            [("兵藤しんいち", "", ""), ("くらた共子", "", "")],
            id="議員 shows the name behind a role",
        ),
        pytest.param(
            "副 町 長 田 中 一 省 総 務 課 長 岡 康 弘\n",
            [("田中一省", "副町長", ""), ("岡康弘", "総務課 課長", "")],
            id="a given name in 省 is no ministry",
        ),
        pytest.param(
            "委員長　　橘　一葉　　出\nオブザーバー（議長）　渚　一郎　　出\n",
            [("橘一葉", "", ""), ("渚一郎", "", "")],
            id="a role with a note before a name heads no list",
        ),
    ],
)
def test_rows_of_assemblies(roster, people):
    assert read(roster) == people


@pytest.mark.parametrize(
    ("lists", "people"),
    [
        pytest.param(
            "出席議員\n１番　橘　　一　葉\n"
            "欠席議員\n２番　小　暮　　律\n３番　渚　　　葵\n",
            [("橘一葉", "", ""), ("小暮律", "", "欠"), ("渚葵", "", "欠")],
            id="the lists of the day count",
        ),
        pytest.param(
            "出席議員\n１番　橘　　一　葉\n",
            [("小暮律", "", ""), ("渚葵", "", "欠"), ("橘一葉", "", "")],
            id="who stands in no other list stays",
        ),
    ],
)
def test_the_summoned_have_one_entry(lists, people):
    record = minutes(_CALLED + lists)

    assert [of(one) for one in record.attendees] == people
    assert not record.unplaced


def test_a_circle_before_a_list_explains_no_circle_within():
    """○出席説明員 is a heading, and ○ in the rows is explained below."""
    one, other = minutes(
        "架空市議会定例会会議録\n○出席議員\n議席番号 氏 名 1月18日\n1番 橘 一 葉 ○\n"
        "注)○…出席、×…欠席\n○出席説明員\n職 名 氏 名 1月18日\n市 長 小 暮 律 子 ○\n"
        "注)○…出席、×…欠席\n"
    ).attendees

    assert (one.role_word, one.group.value) == ("議員", "出席議員")
    assert (other.role_word, other.group.value) == ("説明員", "出席説明員")


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("地方自治法第121条第1項の規定により出席を求めた者", "出席を求めた者"),
        ("町長の委任を受けて説明のため会議に出席した者", "会議に出席した者"),
        ("委任を受けた説明員", "委任を受けた説明員"),
        ("応（不応）招議員及び出席並びに欠席議員", None),
    ],
)
def test_headings_of_lists(heading, word):
    """Those below are no members: the list above them has ended."""
    roster = f"出席議員\n１番　橘　　一　葉\n○{heading}\n　町長　　大鳥　健二\n"
    record = minutes("架空町議会会議録\n令和6年5月1日\n" + roster)
    first, second = record.attendees

    assert first.group.value == "出席議員"
    assert second.group.value.endswith(heading[-6:])
    assert (second.role_word or "").endswith(word or "")


def test_the_day_below_the_lists():
    """A page of the lists comes first, the title and the day behind it."""
    heading = minutes(
        "○出席議員\n1番 橘 一 葉\n2番 小 暮 律 子\n"
        "令和6年第1回臨時会会議録 第1日目\n架空市議会\n令和6年1月18日\n"
        "開会 午後 1時00分\n○議長（橘一葉） 開会いたします。\n"
        "○議長（橘一葉） 日程第1「会期の決定」を議題といたします。\n"
    ).heading

    assert heading.date.value.isoformat() == "2024-01-18"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "○議長（橘一葉君）　開会します。\n"
            "○議長（橘一葉君）　日程第１「会期の決定」を議題といたします。\n",
            ["会期の決定"],
            id="called up by the chair, no list printed",
        ),
        pytest.param(
            "議事日程（第１号）\n第１　会期の決定\n追加議事日程\n"
            "第１　議案第３号　補正予算\n"
            "本日の会議に付した事件\n日程第１及び日程第２\n",
            ["会期の決定", "補正予算"],
            id="a second list of items, and a reference to both",
        ),
        pytest.param(
            "８　議事日程　別紙のとおり\n９　会議に付した事件　別紙のとおり\n",
            [],
            id="the lists are elsewhere",
        ),
        pytest.param(
            "第３回架空区議会定例会議事日程　第２号\n令和6年5月1日　午後１時開議\n\n"
            "日程第１　一般質問\n日程第２　議案第４０号　手数料条例の改正\n\n"
            "○議長（橘一葉君）　開きます。\n",
            ["一般質問", "手数料条例の改正"],
            id="the order of the day right above the first speech",
        ),
    ],
)
def test_orders_of_the_day(text, titles):
    roster = "出席議員\n１番　橘　　一　葉\n"
    record = minutes("架空区議会会議録\n令和6年5月1日\n" + roster + text)

    assert [item.title for item in record.agenda] == titles
