"""A record that lost its line breaks, with heads, groups and speakers run together."""

import pytest

from tests.minutes.reading import minutes

BRACKETS = (
    "令和８年度第１回水路協議会会議録　【日時】令和８年４月２７日（月）午後２時から"
    "午後３時まで　"
    "【場所】架空会館　【出席者】会長橘一葉（架空町長）、副会長帆足恵（西都大学准教授）"
    "（※途中で会長に選出。議題１参照）、委員岬（架空町商工会会長）、"
    "委員（代理）小暮律（架空県水路課主事。課長の代理）　以上４名　"
    "【事務局】水路課：ゴトウ課長、佐藤係長、渡辺主事　【傍聴】３名　"
    "【議題】１　会長の選出について　２　水路の実証について　【資料】資料１　規約　"
    "資料２　計画（案）　"
    "【内容】（ゴトウ課長）ただいまから始める。／（橘会長）帆足副会長を推す。／（帆"
    "足会長）お引き受けする。"
    "／（岬委員）予約は電話でできるか。／（ゴトウ課長）以上で閉会する。"
)
NUMBERS = (
    "平成3l年度第2回 水路検討会 議事概要　l．日 時　令和元年7月l8日（木）l3：3O～l5"
    "：2O　"
    "2．場 所　架空会館　3．出席者（敬称略、五十音順）（委員）橘 一葉（西都大学 教"
    "授）◎、"
    "帆足 恵（架空市 水路課長）（代理：小暮 律 同次長）、渚 葵（橋本建設株式会社 部"
    "長）※　"
    "（事務局）架空県水路課長 灘 律　◎：座長　※：Web参加　4．議題 （l）水路について"
    " （2）その他　"
    "5．配布資料 資料l 議事次第 資料2 水路の図　6．議事概要　・冒頭、灘課長より挨拶。　"
    "【橘座長】水路の幅を分ける根拠は何か。　【小暮次長】帆足課長の代理で出席している。"
)
GLUED = (
    "令和５年度第３回 水路検討会 議事録 １．日時　令和５年９月４日（月）１４時～１６時 "
    "２．場所　架空会館３階 ３．出席者（敬称略）（委員）橘 一葉（西都大学 教授）、"
    "小暮 律（架空市 水路課長）（事務局）架空県水路課 課長 灘 律、同課 主査 渚 葵 "
    "４．議題（１）水路の維持について（２）その他 ５．議事概要 "
    "【橘委員】水路の幅を広げる案に賛成する。費用はどうか。【灘課長】三割増える見込"
    "みであり、来年度の予算で案を示したい。【橘委員】承知した。次回も続けて議論した"
    "い。以上"
)


@pytest.mark.parametrize(
    ("text", "names", "items", "labels"),
    [
        pytest.param(
            BRACKETS,
            ["橘一葉", "帆足恵", "岬", "小暮律", "ゴトウ", "佐藤", "渡辺"],
            ["会長の選出について", "水路の実証について"],
            ["ゴトウ課長", "橘会長", "帆足会長", "岬委員", "ゴトウ課長"],
            id="heads in brackets, slashes between the speeches",
        ),
        pytest.param(
            NUMBERS,
            ["橘 一葉", "帆足 恵", "小暮 律", "渚 葵", "灘 律"],
            ["水路について", "その他"],
            ["橘座長", "小暮次長"],
            id="letters apart, digits that OCR misread, a legend behind the list",
        ),
        pytest.param(
            GLUED,
            ["橘 一葉", "小暮 律", "灘 律", "渚 葵"],
            ["水路の維持について", "その他"],
            ["橘委員", "灘課長", "橘委員"],
            id="an item right behind the word",
        ),
    ],
)
def test_parts_of_one_line(text, names, items, labels):
    record = minutes(text)

    assert [a.name.text for a in record.attendees] == names
    assert [item.title for item in record.agenda][-len(items) :] == items
    assert [s.label for s in record.statements if s.label] == labels


def test_the_head_that_ocr_misread():
    heading = minutes(NUMBERS).heading

    assert heading.body.value == "水路検討会"
    assert heading.date.value.isoformat() == "2019-07-18"
    assert [t.value.isoformat("minutes") for t in (heading.start, heading.end)] == [
        "13:30",
        "15:20",
    ]


def test_proxies_of_one_line():
    first, second = minutes(BRACKETS), minutes(NUMBERS)

    assert [a.name.text for a in first.attendees if a.proxy.value] == ["小暮律"]
    (proxy,) = [a for a in second.attendees if a.proxy.value]
    assert (proxy.name.text, proxy.principal.text) == ("小暮 律", "帆足 恵")
