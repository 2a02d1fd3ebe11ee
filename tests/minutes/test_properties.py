"""A record is the same under other marks, widths, blanks, ends of line and heads.

The record is built by hand; each way to print it must give the same facts.
"""

import unicodedata
from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.document import decode_document
from kg.minutes import parse_minutes
from kg.text import key
from tests.minutes.reading import gazetteer

RECORD = """架空資源活用検討会（第3回）議事要旨

{1}日時{/}令和6年5月7日（火）10:00～12:30
{2}場所{/}架空ビル第1会議室
{3}出席者（{◎}座長{、}{※}オンライン参加）
＜委員＞
{◎}橘 一葉{ }西都大学{ }教授
小暮 律{※}{ }架空ガス株式会社{ }技術部長
渡部 さくら{ }北潟市{ }環境課長
磯部 久（代理：西村 隆）{ }架空水道公社{ }理事
＜オブザーバー＞
橋本 明子{、}松井 恵子{※}{、}中川 誠
＜事務局＞
森田 学{ }環境省{ }課長補佐
{4}欠席者{/}村上 剛{、}岡田 翔
{5}議題
（1）ガラスの再利用について
（2）データの公開について
{6}配布資料
資料1{ }ガラスの回収量
資料2{ }データ公開の方針（委員限り）
{7}議事要旨
（1）ガラスの再利用について
○橘座長{ }ガラスの回収について{、}事務局から説明をお願いしたい。
○森田課長補佐{ }資料1のとおり{、}昨年度の回収量は前年度を上回った。
○小暮委員{ }回収の費用が増えている。
（2）データの公開について
○渡部委員{ }公開の時期は{、}来年度としてはどうか。
"""
ITEMS = {1: "ガラスの再利用について", 2: "データの公開について"}


@dataclass(frozen=True)
class Print:
    """One way to print the record."""

    head: str = "{}. "
    joint: str = " "
    chair: str = "◎"
    online: str = "※"
    blank: str = "\t"
    comma: str = "、"
    end: str = "\n"
    round: str = "（）"
    wide: bool = False
    decomposed: bool = False

    def text(self):
        """Return the record as printed so."""
        text = RECORD
        for count in range(1, 8):
            mark = self.head.format(count)
            closing = "】" if mark == "【" else ""
            for word in (
                "日時",
                "場所",
                "出席者",
                "欠席者",
                "議題",
                "配布資料",
                "議事要旨",
            ):
                text = text.replace(f"{{{count}}}{word}", mark + word + closing)
        for name, value in (
            ("{/}", self.joint),
            ("{◎}", self.chair),
            ("{※}", self.online),
            ("{ }", self.blank),
            ("{、}", self.comma),
        ):
            text = text.replace(name, value)
        text = text.translate(dict(zip(map(ord, "（）"), self.round, strict=True)))
        if self.wide:
            text = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789:"})
        if self.decomposed:
            text = unicodedata.normalize("NFD", text)
        return text.replace("\n", self.end)


# fmt: off
HEADS = ["{}. ", "{}．", "{}　", "（{}）", "【", "■", "○ ", "◆", "## ", "第{} ", "●"]
# fmt: on
PRINTS = st.builds(
    Print,
    head=st.sampled_from(HEADS),
    joint=st.sampled_from([" ", "　", "\t", "：", ": "]),
    chair=st.sampled_from("◎☆★●"),
    online=st.sampled_from("※＊*#†△"),
    blank=st.sampled_from(["　", "　　", "\t", "  ", "\u3000 "]),
    comma=st.sampled_from("、，"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    round=st.sampled_from(["（）", "()"]),
    wide=st.booleans(),
    decomposed=st.booleans(),
)


def parse(text):
    """Return the records in *text*."""
    document = decode_document(text.encode(), "record.txt", encoding="utf-8")
    return parse_minutes(document, gazetteer())


def value(grounded):
    """Return the value alone, words as they are compared."""
    found = grounded and grounded.value
    return key(found) if isinstance(found, str) and type(found) is str else found


def person(attendee):
    """Return all that a roster says of one."""
    return (
        key(attendee.name.text),
        value(attendee.group),
        value(attendee.role),
        attendee.status.value,
        attendee.mode.value,
        attendee.proxy.value,
        attendee.principal and key(attendee.principal.text),
        [
            ([value(unit) for unit in one.units], value(one.post))
            for one in attendee.affiliations
        ],
    )


def facts(record):
    """Return what a record says, without places."""
    heading = record.heading
    return {
        "head": [
            value(one)
            for one in (
                *(heading.body, heading.number, heading.date),
                *(heading.start, heading.end),
            )
        ],
        "places": [key(place.name) for place in heading.places],
        "people": [person(attendee) for attendee in record.attendees],
        "agenda": [(item.number, key(item.title)) for item in record.agenda],
        "handouts": [
            (key(one.label or ""), key(one.title), one.access.value)
            for one in record.handouts
        ],
        "said": [
            (key(one.label or ""), one.attribution, one.agenda_item, key(one.text))
            for one in record.statements
        ],
    }


def test_record_is_read_as_it_was_meant():
    (record,) = parse(Print().text())
    found = facts(record)

    assert found["head"][:2] == ["架空資源活用検討会", 3]
    assert [str(one) for one in found["head"][2:]] == [
        "2024-05-07",
        "10:00:00",
        "12:30:00",
    ]
    assert [(p[0], str(p[2]), str(p[3]), str(p[4])) for p in found["people"]] == [
        ("橘一葉", "chair", "present", "in-person"),
        ("小暮律", "member", "present", "online"),
        ("渡部さくら", "member", "present", "in-person"),
        ("磯部久", "member", "absent", "unknown"),
        ("西村隆", "member", "present", "in-person"),
        ("橋本明子", "observer", "present", "in-person"),
        ("松井恵子", "observer", "present", "online"),
        ("中川誠", "observer", "present", "in-person"),
        ("森田学", "secretariat", "present", "in-person"),
        ("村上剛", "None", "absent", "unknown"),
        ("岡田翔", "None", "absent", "unknown"),
    ]
    assert [p[0] for p in found["people"] if p[5]] == ["西村隆"]
    assert dict(found["agenda"]) == ITEMS
    assert [one[:2] for one in found["handouts"]] == [
        ("資料1", "ガラスの回収量"),
        ("資料2", "データ公開の方針"),
    ]
    assert [one[0] for one in found["said"]] == [
        "橘座長",
        "森田課長補佐",
        "小暮委員",
        "渡部委員",
    ]


@settings(deadline=None, max_examples=60)
@given(PRINTS)
@example(Print(head="【", joint="　", wide=True))
@example(Print(decomposed=True, blank="　", end="\r"))
def test_facts_do_not_depend_on_the_print(way):
    (plain,) = parse(Print().text())
    (record,) = parse(way.text())

    expected = facts(plain)
    found = facts(record)
    if way.comma != "、":
        expected["said"] = [
            (*one[:3], one[3].replace("、", key(way.comma))) for one in expected["said"]
        ]
    assert found == expected
