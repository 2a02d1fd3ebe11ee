"""Recognise what a record appends behind the talk: 別紙１, …検討会　出席者名簿."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.minutes.headword import Head, Topic, read_head
from kg.minutes.line import Line

# 別紙１ / （別添） / 【別紙２－１】 alone on a line
_MARK = re.compile(
    r"[\[(【〈<「]?\s*(?:別\s*紙|別\s*添|別\s*表)\s*(?:第?\s*\d{1,2}(?:-\d{1,2})?\s*号?)?\s*[\])】〉>」]?"
)
# 出席者　別紙１のとおり
_ELSEWHERE = re.compile(
    r"別\s*紙|別\s*添|別\s*表|(?:次|最終)(?:頁|ページ)|(?:末尾|文末|巻末)に|名簿」?(?:の?とおり|の通り|参照)"
)
# 出席者　委員８名、事務局３名: who they were stands on another page
_COUNTED = re.compile(r"(?:[^\s\d、]{0,8}?\s*\d{1,3}\s*[名人][、,\s]*(?:\([^()]*\))?)+")
_BODY = r"(?:会議|会|部会|チーム|グループ|WG|ワーキング|協議体)"
# 第２回　渚水路の利用に関する検討会（第２回）　出席者名簿
_TITLED = re.compile(
    rf"^(?:\S[^。]{{2,70}}?{_BODY}\s*(?:\(?第?\d+回\)?)?"
    r"|(?:令和|平成)\d+年度\s*(?:第?\d+回)?|第?\d+回)\s*(?:における)?\s*(?=[出参欠委構])"
)
_ROSTER = re.compile(r"名簿$|一覧$")
_NEAR = 5


def stands_apart(head: Head | None, held: Sequence[Line]) -> bool:
    """Tell whether a list of people, *head* and the lines *held*, is another page's.

    別紙のとおり says so, and 委員８名, which names nobody.
    """
    words = [head.value.text] if head and head.value else []
    return any(_is_elsewhere(text) for text in (*words, *(one.text for one in held)))


def _is_elsewhere(text: str) -> bool:
    """Tell whether *text* says that the list is printed elsewhere."""
    longest = 40
    counted = _COUNTED.fullmatch(text)
    return len(text) <= longest and bool(counted or _ELSEWHERE.search(text))


def read_titled_head(line: Line) -> Head | None:
    """Return the heading of a list that stands behind the title of the meeting.

    「第２回　渚検討会　出席者名簿」 lists who came, 「渚審議会委員名簿」 all members.
    """
    for found in _TITLED.finditer(line.text):
        head = read_head(replace(line, piece=line.piece.part(found.end())))
        if head is None or head.value is not None:
            continue
        listed = head.topic in {Topic.ATTENDANCE, Topic.ABSENCE}
        if listed or (head.topic is Topic.ASIDE and _ROSTER.search(head.word)):
            return head
    return None


def read_annex(line: Line, ahead: Sequence[Line]) -> Head | None:
    """Return 別紙１ alone on *line* as a heading, where a list of people is *ahead*.

    What was said ends there, and the title of the list is nobody's speech.
    """
    if not _MARK.fullmatch(line.text):
        return None
    heads = (read_head(one) or read_titled_head(one) for one in ahead[:_NEAR])
    if not any(head and _heads_people(head) for head in heads):
        return None
    return Head(
        Topic.ASIDE,
        re.sub(r"\s", "", line.text),
        line.piece,
        None,
        None,
        strong=True,
        bulleted=False,
        style="",
    )


def _heads_people(head: Head) -> bool:
    """Tell whether *head* stands over a list of people, there or not."""
    roster = head.topic is Topic.ASIDE and _ROSTER.search(head.word) is not None
    return head.topic in {Topic.ATTENDANCE, Topic.ABSENCE} or roster
