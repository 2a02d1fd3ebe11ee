"""Write the minutes of a meeting as text: head, roster, agenda, what was said."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from tests.corpora.rosters import LAYOUTS
from tests.corpora.values import Meeting, Row

_WEEKDAYS = "月火水木金土日"
_REIWA = dt.date(2019, 5, 1)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_PLACES = (
    "中央合同庁舎 第３会議室",
    "霞が関南ビル ５階 会議室",
    "都道府県会館 ４０２会議室",
)
_SAID = (
    "資料に沿って御説明いたします。",
    "前回の御意見を踏まえて、数字を見直しております。",
    "現場の負担が増えないようにお願いしたいと思います。",
    "費用の試算を示していただければと思います。",
    "ただいまの御説明に賛成です。",
    "地方では人手が足りないという声を聞いております。",
)
_TOPICS = (
    "中間取りまとめ（案）について",
    "今後の進め方について",
    "実態調査の結果について",
)
# Labels of date, place, roster, agenda and record in each way of heading.
_HEADS = {
    "numbered": "１．日時|２．場所|３．出席者|４．議題|５．議事",
    "squares": "■日時|■場所|■出席者|■議題|■議事",
    "corners": "【日時】|【場所】|【出席者】|【議題】|【議事】",
    "markdown": "## 1. 日時|## 2. 場所|## 3. 出席者|## 4. 議題|## 5. 議事",
}


def write(meeting: Meeting, rng: Random) -> str:
    """Return the text of the document of *meeting*."""
    return "\n".join(_lines(meeting, rng)) + "\n"


def _lines(meeting: Meeting, rng: Random) -> Iterator[str]:
    """Yield the lines of a document."""
    council = meeting.council
    sharp = "# " if council.head == "markdown" else ""
    number = str(meeting.number).translate(_WIDE)
    yield f"{sharp}{council.name}（第{number}回）議事録"
    yield ""
    roster = list(LAYOUTS[meeting.layout](council, meeting.rows))
    place = rng.choice(_PLACES)
    hour = rng.randrange(9, 17)
    day = f"{_day(meeting.printed_day)}　{hour}時～{hour + 2}時"
    if council.head in {"colons", "inline"}:
        yield from (f"日時：{day}", f"場所：{place}", "")
        yield from ([] if roster[0].startswith("出席") else ["出席者："])
        yield from (*roster, "", "議題")
        yield from (f"　{at}　{topic}" for at, topic in enumerate(_TOPICS[:2], 1))
        yield from ("", "議事", "")
    else:
        heads = _HEADS[council.head].split("|")
        parts = ([day], [place], roster, [f"（１）{rng.choice(_TOPICS)}"], [])
        for head, part in zip(heads, parts, strict=True):
            yield from (head, *([""] if sharp else []), *part, "")
    yield from _statements(meeting, rng)


def _day(day: dt.date) -> str:
    """Return a day in the calendar of its era: 令和６年１０月２日（水）."""
    era, first = ("令和", 2018) if day >= _REIWA else ("平成", 1988)
    year = day.year - first
    written = f"{era}{year}年{day.month}月{day.day}日".replace("和1年", "和元年")
    return f"{written.translate(_WIDE)}（{_WEEKDAYS[day.weekday()]}）"


def _statements(meeting: Meeting, rng: Random) -> Iterator[str]:
    """Yield short statements of the chair and of two members who are alone so named."""
    families = [row.family for row in meeting.rows]
    speakers: list[Row] = [
        row
        for row in meeting.rows
        if row.group == "members"
        and row.status == "present"
        and not row.principal
        and families.count(row.family) == 1
    ]
    chosen = rng.sample(speakers, min(2, len(speakers)))
    for row in [*speakers[:1], *chosen]:
        yield f"○{row.family}{row.role_word}　{rng.choice(_SAID)}"
        yield ""
