"""Recognise the headings of sections: 日時, 出席者, 議題, 議事要旨 in their forms."""

import re
from dataclasses import dataclass

from kg.calendar import number
from kg.minutes.era import find_date, find_times
from kg.minutes.line import Line, Piece
from kg.minutes.topic import LIST_HEADS, SITTINGS, TOPICS, Topic

__all__ = ["RESUMED", "Head", "Topic", "read_decoration", "read_glued", "read_head"]

_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,4})"
_DECORATION = rf"""(?:\#{{1,6}}\s*)?(?:[■□◆◇●○〇◎◯▶▼▽△▲▪・•❖\-*]\s+)?(?:\*\*)?
    (?:[■□◆◇●○〇◎◯▶▼▽△▲▪・•❖\-]\s*)?
    (?:第?\s*{_NUMERAL}\s*[.、:)]?\s*
      |l\s*[.、]\s*
      |\(\s*(?:{_NUMERAL}|[a-zA-Zア-オ])\s*\)\s*)?"""
_SPACED = "|".join(
    r"[\s]*".join(map(re.escape, word))
    for word in sorted(TOPICS, key=len, reverse=True)
)

RESUMED = "resumed"
"""The style of a heading that holds again behind the absences, for no one group."""

_LEAD = re.compile(rf"^{_DECORATION}", re.VERBOSE)
_KANJI_ALONE = re.compile(r"[一二三四五六七八九十]+|[IVX]+")
_COUNTED = re.compile(_NUMERAL)
_LONGEST = 120  # characters, blanks counted, that no heading of a list has
_AFTER_LIST_HEAD = re.compile(r"[:/(]|(?<=\S)\s+(?=\S)|\*\*|[】〉》>」〕\])]$")

# 議　　事　　課　　長　　黒田: one word more than 議事 is spaced out
_SPACED_ON = re.compile(r"^[一-鿿々](?:\s|$)")

# 1. 日時 / １　日　時 / 【日時】 / ■日時： / 日時:令和6年4月9日 / 3. 出席者(敬称略)
_HEAD = re.compile(
    rf"""^(?P<decoration>{_DECORATION})
    (?:\((?P<inner>欠\s*席\s*(?:者|委員)?)\s*[:：]\s*(?P<names>[^()]+)\)$
      |(?P<open>[【〈《<「〔\[(])\s*(?P<inside>{_SPACED})(?P<note_in>\([^)]*\))?[^】〉》>」〕\])]{{0,12}}
          [】〉》>」〕\])]
      |(?P<bare>{_SPACED}))
    (?:(?<=[者員])\s*の\s*(?:職\s*[・、]?\s*)?氏\s*名)?
    (?:\*\*)?(?:は、?(?:左|次|以下|下記)の(?:とおり|通り)(?:である|です|であった)?。?)?\s*
    (?P<note>\((?!\s*(?:\d{{1,2}}|[一二三四五六七八九十])\s*\))[^()]*(?:\([^()]*\)[^()]*)*\))?(?:(?<=\))\*\*)?\s*
    (?:(?P<colon>[:：/])\s*(?:\*\*\s*)?|(?P<blank>(?<=[\s】〉》>」〕\])])|(?<=\*\*))|$)
    (?P<value>.*)$""",
    re.VERBOSE,
)
_GLUED = re.compile(
    rf"^(?P<decoration>{_DECORATION})(?P<bare>{_SPACED})(?P<value>.+)$", re.VERBOSE
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its topic, its words, a note in brackets, a value behind it.

    *style* is its mark or kind of number, *count* its number.
    """

    topic: Topic
    word: str
    piece: Piece
    note: Piece | None
    value: Piece | None
    strong: bool
    bulleted: bool
    style: str
    count: int | None = None


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
    if word in SITTINGS and not find_times(value.text):
        return None
    spaced = word != found[inside]
    open_ended = not found["colon"] and not found["open"]
    if spaced and open_ended and _SPACED_ON.match(value.text):
        return None
    note = "note" if found["note"] else "note_in"
    style, count = _decorated(found["decoration"], found["open"] or "")
    return Head(
        TOPICS[word],
        word,
        line.piece.match(found, inside),
        line.piece.match(found, note) if found[note] else None,
        value or None,
        strong,
        bulleted=found["decoration"].strip()[:1] in {"・", "-", "◇", "•"},
        style=style,
        count=count,
    )


def read_glued(line: Line, before: Head | None) -> Head | None:
    """Return a numbered heading with its value right behind it: 「1 日時平成18年…」.

    The first of them is a day, so that it is sure; *before* is the one before,
    and the next has the next number.
    """
    found = _GLUED.match(line.text)
    if not found:
        return None
    style, count = _decorated(found["decoration"], "")
    if count is None:
        return None
    word = re.sub(r"\s", "", found["bare"])
    value = line.piece.match(found, "value")
    if before is None:
        dated = find_date(value.text)
        sure = TOPICS[word] is Topic.DATE and dated is not None and dated.start == 0
    else:
        sure = before.style == style and before.count == count - 1
    if not sure:
        return None
    piece = line.piece.match(found, "bare")
    return Head(
        TOPICS[word],
        word,
        piece,
        None,
        value,
        strong=True,
        bulleted=False,
        style=style,
        count=count,
    )


def read_decoration(text: str) -> tuple[str, int | None, str]:
    """Return mark or kind of number before *text*, the number, and what follows.

    >>> read_decoration("第3 議題"), read_decoration("【結果】")
    (('第1', 3, '議題'), ('【', None, '結果】'))
    """
    lead = _LEAD.match(text)
    end = lead.end() if lead else 0
    if _KANJI_ALONE.fullmatch(text[:end]):
        end = 0  # 三芝市防災センター
    opening = re.match(r"[【〈《<「〔\[]", text[end:])
    style, count = _decorated(text[:end], opening.group() if opening else "")
    return style, count, text[end + bool(opening) :]


def _decorated(decoration: str, bracket: str) -> tuple[str, int | None]:
    """Return the style of a decoration, numbers as 1, and the number it holds."""
    words = decoration.strip()
    numeral = _COUNTED.search(words)
    style = re.sub(r"\d+|[一二三四五六七八九十]+", "1", words)
    if not numeral or re.search("[IVX]", numeral.group()):
        return style + bracket, None
    return style + bracket, number(numeral.group())


def _read_list_head(line: Line) -> Head | None:
    """Return a heading in one of the many wordings of lists and proceedings.

    説明のために出席した者の職氏名, 応招議員, 委員以外の出席者, 議事の経過及び結果.
    """
    lead = _LEAD.match(line.text)
    start = lead.end() if lead else 0
    bracket = re.match(r"[【〈《<〔\[]", line.text[start:])
    opening = bracket.group() if bracket else ""
    start += len(opening)
    words = line.text[start:]
    ends = [len(words), *(m.start() for m in _AFTER_LIST_HEAD.finditer(words))]
    if bracket:
        close = re.search(r"[】〉》>〕\]]", words)
        ends = [close.start()] if close else []
    decoration = lead.group() if lead else ""
    for end in sorted({end for end in ends if end <= _LONGEST}, reverse=True):
        core = re.sub(r"\s", "", words[:end])
        topic = next((t for t, pattern in LIST_HEADS if pattern.fullmatch(core)), None)
        if topic is None:
            continue
        return _list_head(line, (start, end), topic, (decoration, opening))
    return None


def _list_head(
    line: Line, place: tuple[int, int], topic: Topic, marks: tuple[str, str]
) -> Head:
    """Return the heading that stands at *place* of *line*, with what follows it."""
    start, end = place
    rest = line.piece.part(start + end + len(marks[1]))
    bold = re.match(r"\*\*", rest.text)
    rest = rest.part(bold.end()) if bold else rest
    note = re.match(r"\((?!\d{1,2}\))[^()]*(?:\([^()]*\)[^()]*)*\)", rest.text)
    value = rest.part(note.end()) if note else rest
    for mark in (":", "/", "**"):
        value = value.part(len(mark)) if value.text.startswith(mark) else value
    style, count = _decorated(*marks)
    return Head(
        topic,
        re.sub(r"\s", "", line.text[start : start + end]),
        line.piece.part(start, start + end),
        rest.match(note) if note else None,
        value or None,
        strong=topic in {Topic.ATTENDANCE, Topic.ABSENCE, Topic.AGENDA} or bool(style),
        bulleted=False,
        style=style,
        count=count,
    )
