"""Recognise the headings of sections: 日時, 出席者, 議題, 議事要旨 in their forms."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.minutes.line import Line, Piece


class Topic(StrEnum):
    """What a section is about."""

    TITLE = "title"
    DATE = "date"
    VENUE = "venue"
    ATTENDANCE = "attendance"
    ABSENCE = "absence"
    AGENDA = "agenda"
    HANDOUTS = "handouts"
    RECORD = "record"
    ASIDE = "aside"  # contact persons, changes of members, the next meeting


_WORDS = {
    Topic.DATE: """
        招集年月日 開催時間
        開催日時 会議日時 招集日時 開催年月日 開催日 年月日 日時 期日
        とき
    """,
    Topic.VENUE: """
        於
        招集の場所
        開催場所 招集場所 開催形式 開催方法 場所 会場 ところ
    """,
    Topic.ABSENCE: """
        欠席者 欠席委員 欠席構成員 欠席議員 欠席
    """,
    Topic.ATTENDANCE: """
        出席者名簿 出席委員等 出席委員 出席構成員 出席議員 出席者一覧
        出席者氏名 出席者等 出席者 出席状況 委員出席状況 委員の出席状況
        出欠状況 参加者 参加委員 出席説明員 出席政府委員
        説明のため出席した者の職氏名 説明のため出席した者
        説明のため議場に出席した者 職務のため出席した議会事務局職員
        職務のため出席した事務局職員 職務のため出席した職員
        職務のため出席した者 職務のため議場に出席した者 出席
    """,
    Topic.AGENDA: """
        議事次第 議事日程 議題 議事 案件 付議案件 付議事件
        会議に付した案件 本日の会議に付した案件 会議に付した事件 審議事項
        協議事項 会議次第 次第 審議案件
    """,
    Topic.HANDOUTS: """
        配付資料一覧 配布資料一覧 配付資料 配布資料 会議資料 提出資料
        資料一覧 資料
    """,
    Topic.RECORD: """
        議事要旨 議事の要旨 議事概要 議事の概要 議事録 議事内容
        議事の内容 議事経過 議事の経過 審議内容 審議経過 審議の概要
        審議概要 会議経過 会議の経過 会議概要 会議の概要 会議内容
        会議要旨 会議結果 会議の結果 主な意見等 主な意見 主な発言
        主な質疑 主な議論 主な意見の概要 意見交換 発言要旨 発言内容
        発言概要 質疑応答 質疑 議論の概要 討議 概要 要旨 会議の内容
        意見概要 議事結果 議事の結果
    """,
    Topic.ASIDE: """
        問い合わせ先 問合せ先 お問い合わせ先 連絡先 担当 次回開催
        次回の開催 次回予定 次回日程 次回会議 今後の予定 委員の異動
        委員異動 辞任 補欠選任 委員名簿 構成員名簿 委員一覧 傍聴者
        傍聴人 傍聴 会議録署名議員 会議録署名委員 署名議員 署名委員
        議事録署名人 議事録署名委員 次回のゲスト
    """,
}
"""The words that head a section; blanks between their characters do not count."""

_TOPICS = {word: topic for topic, words in _WORDS.items() for word in words.split()}

_DECORATION = r"""(?:\#{1,6}\s*)?(?:\*\*)?
    (?:[■□◆◇●○◎◯▶▼▽▪・❖\-]\s*)?
    (?:第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,4})\s*[.、:)]?\s*
      |\(\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Zア-オ])\s*\)\s*)?"""
_SPACED = "|".join(
    r"[\s]*".join(map(re.escape, word))
    for word in sorted(_TOPICS, key=len, reverse=True)
)

RESUMED = "resumed"
"""The style of a heading that holds again behind the absences, for no one group."""

_LEAD = re.compile(rf"^{_DECORATION}", re.VERBOSE)
_AFTER_LIST_HEAD = re.compile(r"[:(]|(?<=\S)\s+(?=\S)")
_WHO = (
    r"(?:者|委員|議員|構成員|分科員|理事|職員|説明員|政府委員|国務大臣|会員|教育委員)"
)
_LIST_HEADS = (
    (
        Topic.ABSENCE,
        re.compile(
            rf"(?:ご|御)?(?:欠席|不応招)(?:した)?{_WHO}?(?:の?(?:職)?氏名|名簿|等)?"
        ),
    ),
    (
        Topic.ATTENDANCE,
        re.compile(
            rf"""(?:[^\s]{{0,16}}により)?(?:本会議に|会議に|議場に)?
            (?:(?:説明|職務)のため(?:に)?(?:議場に|会議に)?(?:出席|列席)した[^\s。]{{0,12}}
              |(?:出席|応招|列席|参集)(?:した)?{_WHO}
              |{_WHO}(?:以)?外の?(?:出席者|出席議員|出席委員|議員|委員)
              |委員外(?:出席者|議員)
              |(?:{_WHO}の)?(?:出欠|出席)(?:状況)?)
            (?:の?職氏名|の?氏名|名簿|一覧|等)?""",
            re.VERBOSE,
        ),
    ),
)

# 1. 日時 / １　日　時 / 【日時】 / ■日時： / 日時:令和6年4月9日 / 3. 出席者(敬称略)
_HEAD = re.compile(
    rf"""^(?P<decoration>{_DECORATION})
    (?:\((?P<inner>欠\s*席\s*(?:者|委員)?)\s*[:：]\s*(?P<names>[^()]+)\)$
      |(?P<open>[【〈《<「〔\[(])\s*(?P<inside>{_SPACED})(?P<note_in>\([^)]*\))?[^】〉》>」〕\])]{{0,12}}
          [】〉》>」〕\])]
      |(?P<bare>{_SPACED}))
    (?:\*\*)?(?:は、?(?:左|次|以下|下記)のとおり(?:である|です|であった)?。?)?\s*
    (?P<note>\([^()]*(?:\([^()]*\)[^()]*)*\))?\s*
    (?:(?P<colon>[:：])\s*|(?P<blank>(?<=[\s】〉》>」〕\])]))|$)
    (?P<value>.*)$""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its topic, its words, a note in brackets, a value behind it."""

    topic: Topic
    word: str
    piece: Piece
    note: Piece | None
    value: Piece | None
    strong: bool
    bulleted: bool
    style: str


def read_head(line: Line) -> Head | None:
    """Return the heading that *line* is, or None."""
    found = _HEAD.match(line.text)
    if not found:
        return _read_list_head(line)
    inside = next(group for group in ("inner", "inside", "bare") if found[group])
    word = re.sub(r"\s", "", found[inside])
    strong = bool(
        found["open"] or found["inner"] or found["decoration"].strip() or found["colon"]
    )
    value = line.piece.match(found, "names" if found["inner"] else "value")
    if not strong and value and found["blank"] is None:
        return None
    note = "note" if found["note"] else "note_in"
    return Head(
        _TOPICS[word],
        word,
        line.piece.match(found, inside),
        line.piece.match(found, note) if found[note] else None,
        value or None,
        strong,
        bulleted=found["decoration"].strip()[:1] in {"・", "-"},
        style=re.sub(r"\d+|[一二三四五六七八九十]+", "1", found["decoration"].strip()),
    )


def _read_list_head(line: Line) -> Head | None:
    """Return the heading of a list of people in one of its many wordings.

    説明のために出席した者の職氏名, 応招議員, 出席分科員, 委員以外の出席者.
    """
    lead = _LEAD.match(line.text)
    start = lead.end() if lead else 0
    words = line.text[start:]
    ends = [len(words), *(m.start() for m in _AFTER_LIST_HEAD.finditer(words))]
    for end in sorted(set(ends), reverse=True):
        core = re.sub(r"\s", "", words[:end])
        topic = next((t for t, pattern in _LIST_HEADS if pattern.fullmatch(core)), None)
        if topic is None:
            continue
        rest = line.piece.part(start + end)
        note = re.match(r"\([^()]*\)", rest.text)
        value = rest.part(note.end()) if note else rest
        value = value.part(1) if value and value.text[0] == ":" else value
        return Head(
            topic,
            core,
            line.piece.part(start, start + end),
            rest.match(note) if note else None,
            value or None,
            strong=True,
            bulleted=False,
            style=re.sub(
                r"\d+|[一二三四五六七八九十]+",
                "1",
                words[:0] + (lead.group() if lead else ""),
            ),
        )
    return None
