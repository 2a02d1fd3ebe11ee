"""The bundled record under other names, marks, words, order and widths.

What a rule finds must rest on the form of a record, and not on this one's words:
each seed changes every name, the body, the marks, the words of the headings, the
order of the rows and the widths, and the structure must come out the same.
"""

import random  # noqa: TID251 - the test is the one place that draws, by seed
import re

import pytest

from kg.document import decode_document
from kg.minutes import parse_minutes
from kg.resources import data_path
from tests.minutes.reading import gazetteer

# fmt: off
SURNAMES = [
    "青木", "安藤", "池田", "石井", "上田", "遠藤", "岡田", "小川", "加藤", "金子",
    "木村", "工藤", "後藤", "近藤", "斎藤", "坂本", "清水", "菅原", "杉山", "鈴木",
    "高木", "田村", "千葉", "土屋", "中川", "西村", "野口", "橋本", "長谷川", "平野",
    "藤田", "松井", "三浦", "宮崎", "村上", "森田", "山口", "横山",
]
GIVEN = [
    "明", "一郎", "恵子", "健太", "幸子", "浩二", "聡", "茂", "順子", "誠", "大輔",
    "直樹", "典子", "弘", "正", "美咲", "康弘", "由美", "良子", "和也", "香織", "翔",
    "真理", "学", "隆", "剛", "裕子", "英樹", "文子", "実", "洋平", "愛", "薫", "光一",
    "さくら", "亮", "慎一", "千尋",
]
# fmt: on
WORDS = {
    "構成員": ["委員", "メンバー", "構成員"],
    "有識者": ["参考人", "オブザーバー", "有識者"],
    "政府関係者": ["関係府省", "関係省庁", "政府関係者"],
    "2. 場所": ["2. 開催場所", "2. 会場", "2. 場所"],
    "1. 日時": ["1. 開催日時", "1. 日 時", "1. 日時"],
    "3. 出席者": ["3. 出席者名簿", "3. 参加者", "3. 出席者"],
    "4. 議事": ["4. 議題", "4. 議事次第", "4. 議事"],
    "5. 配布資料": ["5. 配付資料", "5. 資料", "5. 配布資料"],
    "6. 議事要旨": ["6. 議事概要", "6. 主な意見", "6. 議事要旨"],
    "座長、": ["会長、", "委員長、", "座長、"],
    "Web参加": ["オンライン参加", "リモート出席", "Web参加"],
}
WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789()"}
BODIES = ["架空資源活用推進会議", "空想交通検討会", "仮想防災技術審議会"]
MARKS = [("☆", "#"), ("●", "※"), ("◎", "＊"), ("○", "†")]


def change(text, seed):
    """Return *text* changed in every way, and the new name of each old one."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = re.findall(r"^◎?([^\s*#]+(?: [^\s*]+)?)\*?\t", text, re.MULTILINE)
    surnames = chance.sample(SURNAMES, len(names))
    given = chance.sample(GIVEN, len(names))
    renamed = {}
    for old, family, own in zip(names, surnames, given, strict=True):
        renamed[old] = f"{family} {own}" if " " in old else family + own
    renamed["北川 進"] = renamed["北川 勝浩"].split()[0] + " " + given[0]
    text = text.replace("北川理事", renamed["北川 進"].split()[0] + "理事")
    text = text.replace("竹内教授", renamed["竹内 繁樹"].split()[0] + "教授")
    for old, new in renamed.items():
        text = text.replace(old, f"\0{new}\0")
    text = text.replace("\0", "").replace(
        "量子技術イノベーション会議", chance.choice(BODIES)
    )
    for old, new in WORDS.items():
        text = text.replace(old, chance.choice(new), 1)
    chair, online = chance.choice(MARKS)
    text = text.replace("\\*", online).replace("◎", chair)
    text = re.sub(r"\*(?=\t)", online, text)
    text = shuffle_rows(text, chance)
    if chance.random() < 0.5:
        text = text.replace("\t", "\u3000\u3000")
    head, body = text.split("##### ", 1)
    if chance.random() < 0.5:
        head = head.translate(WIDE)
    return f"{head}##### {body}", renamed


def shuffle_rows(text, chance):
    """Return *text* with the rows of each list in another order."""
    lines = text.split("\n")
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and "\t" in lines[end]:
            end += 1
        rows = lines[start:end]
        chance.shuffle(rows)
        lines[start:end] = rows
        start = max(end, start + 1)
    return "\n".join(lines)


def structure(record, renamed):
    """Return what the record says, names and words of headings left aside."""
    people = {
        renamed[a.name.text].replace(" ", ""): (
            a.role.value.value if a.role.value.value == "chair" else a.group.value,
            a.status.value,
            a.mode.value,
            a.proxy.value,
            a.principal,
            [
                ([u.value for u in x.units], x.post.value, x.appointment is not None)
                for x in a.affiliations
            ],
        )
        for a in record.attendees
    }
    return {
        "people": people,
        "agenda": [(i.number, len(i.presenters), len(i.used)) for i in record.agenda],
        "handouts": [(h.label, h.access.value) for h in record.handouts],
        "statements": [
            (s.agenda_item, s.position, s.attribution, len(s.spans))
            for s in record.statements
        ],
        "questions": [s.position for s in record.statements if s.reported_question],
        "places": [p.virtual for p in record.heading.places],
        "times": (
            record.heading.date.value,
            record.heading.start.value,
            record.heading.end.value,
            record.heading.number.value,
        ),
    }


def with_groups(found, record):
    """Return *found* with each group as its place among the groups."""
    order = {group.name: i for i, group in enumerate(record.groups)}
    people = {
        name: (order.get(group, group), *rest)
        for name, (group, *rest) in found["people"].items()
    }
    return {**found, "people": people}


def parse(text):
    (record,) = parse_minutes(decode_document(text.encode(), "x.md"), gazetteer())
    return record


@pytest.mark.parametrize("seed", range(8))
def test_structure_is_the_same_under_other_words(seed):
    text = (data_path() / "minutes" / "ryoshi-23.txt").read_text(encoding="utf-8")
    changed, renamed = change(text, seed)
    original, record = parse(text), parse(changed)

    expected = with_groups(structure(original, renamed), original)
    own = {a.name.text: a.name.text for a in record.attendees}
    assert with_groups(structure(record, own), record) == expected


def test_every_name_was_changed():
    text = (data_path() / "minutes" / "ryoshi-23.txt").read_text(encoding="utf-8")
    changed, renamed = change(text, 0)

    assert len(renamed) == 32
    assert not [name for name in renamed if name in changed]
    assert "量子技術イノベーション会議" not in changed
