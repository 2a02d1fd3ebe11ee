"""Two meetings in one file are two records, a joint sitting is one."""

from kg.document import decode_document
from kg.minutes import parse_minutes
from tests.minutes.reading import gazetteer

PART = (
    "水利円卓会議（第{n}回）議事要旨\n【日時】\n令和４年{month}月７日 10時～11時\n"
    "【場所】\n架空会館\n【出席者】\n橘委員、{guest}委員\n【議題】\n１　{item}\n"
    "【議事要旨】\n（橘委員）\n水を大切に使う。\n（{guest}委員）\n賛成である。\n"
)
TWO = PART.format(n=1, month=6, guest="小暮", item="水路") + PART.format(
    n=2, month=7, guest="帆足", item="井戸"
)


def read(text):
    return parse_minutes(decode_document(text.encode(), "record.txt"), gazetteer())


def test_two_meetings():
    first, second = read("水利円卓会議　議事要旨（第１回・第２回）\n\n" + TWO)

    assert [m.heading.number.value for m in (first, second)] == [1, 2]
    assert [m.heading.date.value.month for m in (first, second)] == [6, 7]
    names = [[a.name.text for a in m.attendees] for m in (first, second)]
    assert names == [["橘", "小暮"], ["橘", "帆足"]]
    assert [m.agenda[0].title for m in (first, second)] == ["水路", "井戸"]


def test_a_title_that_comes_again_begins_no_meeting():
    page = "水利円卓会議（第1回）議事要旨\n"
    text = PART.format(n=1, month=6, guest="小暮", item="水路")

    assert len(read(text + page + "（橘委員）\n以上である。\n")) == 1


def test_the_last_meeting_named_among_the_handouts_begins_none():
    text = PART.format(n=2, month=6, guest="小暮", item="水路").replace(
        "【議事要旨】", "【資料】\n資料1 第1回水利円卓会議議事要旨\n【議事要旨】"
    )

    assert len(read(text)) == 1


def test_parts_of_a_title_over_two_meetings():
    part = (
        "第{n}回\n　日　時：令和６年{month}月２日（火）10:00～11:00\n　場　所：架空"
        "会館\n"
        "　出席者：\n　　橘　一葉（西都大学　教授）\n　　{guest}\n"
        "　議　題　（１）{item}　（２）その他\n"
        "　１　主な意見\n　・水を大切に使う。\n　・水路を広げる。\n"
    )
    title = "令和６年度　第１回・第２回　水利円卓会議　議事録（要旨）\n\n"
    both = part.format(n="１", month=7, guest="小暮　律", item="水路") + part.format(
        n="２", month=8, guest="帆足　恵", item="井戸"
    )
    first, second = read(title + both)

    heads = [m.heading for m in (first, second)]
    assert [h.number.value for h in heads] == [1, 2]
    assert [h.body.value for h in heads] == ["水利円卓会議"] * 2
    assert [h.date.value.month for h in heads] == [7, 8]
    names = [[a.name.text for a in m.attendees] for m in (first, second)]
    assert names == [["橘 一葉", "小暮 律"], ["橘 一葉", "帆足 恵"]]
    assert [m.agenda[0].title for m in (first, second)] == ["水路", "井戸"]


def test_a_number_alone_parts_nothing_below_the_title_of_one_meeting():
    text = PART.format(n=1, month=6, guest="小暮", item="水路")

    assert len(read(text + "第２回\n令和４年７月７日の予定。\n")) == 1
