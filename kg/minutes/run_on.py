"""Cut a record that lost its line breaks: 日時 … 場所 … 出席者 … in one long line.

Each cut is a place in the line, so that every piece still knows where it stands.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kg.minutes.line import Line
from kg.minutes.topic import TOPICS, Topic

_LONG = 200
_ENOUGH = 3
_PAGE = 2_000
"""Characters that no paragraph has; what reads a line may look at all of it often."""
_ROSTER = re.compile(r"名簿$|一覧$")
_WORDS = "|".join(
    " ?".join(map(re.escape, word))
    for word in sorted(TOPICS, key=len, reverse=True)
    if len(word) > 1 and not _ROSTER.search(word)
)
# 2.場 所 …, 【出席】会長…, l.出席者(敬称略)(委員)…: OCR reads 1 as l
_HEAD = re.compile(
    r"(?:^|(?<=\s))(?:(?P<count>[\dIl]{1,2}[.、]\s*)|\d{1,2}\s*|[■●○◆]\s*)?"
    rf"(?P<open>[【<])?(?P<word>{_WORDS})(?(open)[】>])(?P<note>\((?![\dIl]{{1,2}}\))[^()]{{0,20}}\))?"
    r"(?:\s*:|\s+(?=\S)|(?(note)(?=\()|(?!))|(?(open)(?=\S)|(?!))"
    r"|(?(count)(?=\([1Il]\))|(?!)))"
)
_LEGEND = r"(?<=\s)(?=[◎○◯●◇△▲☆★※*]\s*(?:印\s*)?:)"
_CUTS = {
    # （構成員）座長 …、… （欠席）…
    Topic.ATTENDANCE: r"(?<=\s)(?=\([^\d()]{2,14}\)\s*\S)|(?<=\s)(?=[■●◆【<])"
    rf"|{_LEGEND}",
    Topic.AGENDA: r"(?<=\S)(?=\([2-9Il]\)\S)"
    r"|(?<=\s)(?=\([\dIl]{1,2}\)|\d{1,2}(?:[.、]|\s\S))",
    Topic.HANDOUTS: r"(?<=\s)(?=(?:参考|当日|机上)?資料(?:\s|\d|[-－]))|(?<=\s)(?=・)",
    # １．開会 …, （石原構成員）…, 【石原構成員】…, ○石原構成員　…
    Topic.RECORD: r"(?<=\s)(?=\d{1,2}[.、]\s*\S)|(?<=[\s。:/])(?=\([^\d()]{2,16}\))"
    r"|(?<=[\s。/])(?=[【○◯●◎・]\S)",
}
_CUTS[Topic.ABSENCE] = _CUTS[Topic.ATTENDANCE]
_SPOKEN = re.compile(r"\([^\d()]{2,16}\)(?=[^\s、])|【[^【】]{2,16}】|[○◯]\S")
_ITEM = re.compile(r"^\d{1,2}[.、]\s*(?:\S+?)(?:\(\d\)\S+)?\s+(?=\S{15})")


def cut_run_on(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return *lines*, one that holds a whole record cut where its parts begin.

    It is cut at the words of headings, within the lists at groups, numbers and
    labels of handouts, and within what was said before each speaker. What is still
    longer than any paragraph is cut behind sentences.
    """
    return tuple(
        short for line in lines for part in _parts(line) for short in _shortened(part)
    )


def _shortened(line: Line) -> Iterator[Line]:
    """Give *line*, or parts of it that are no longer than a page."""
    text = line.text
    start = 0
    while len(text) - start > _PAGE:
        cuts = (text.rfind(mark, start, start + _PAGE) for mark in ("。", " ", "、"))
        cut = next((cut for cut in cuts if cut > start), start + _PAGE - 1)
        yield from _part(line, start, cut + 1)
        start = cut + 1
    yield from _part(line, start, len(text)) if start else (line,)


def _part(line: Line, start: int, end: int) -> Iterator[Line]:
    """Give `line.text[start:end]` as a line, if it holds words."""
    piece = line.piece.part(start, end)
    if piece:
        first = line.after_blank and not start
        yield replace(line, piece=piece, after_blank=first)


def _parts(line: Line) -> Iterator[Line]:
    """Give *line*, or what it is made of."""
    heads = _heads(line.text) if len(line.text) > _LONG else []
    if len({topic for _, topic in heads}) < _ENOUGH:
        yield line
        return
    ends = [found.start() for found, _ in heads[1:]] + [len(line.text)]
    starts = {0}
    for (found, topic), end in zip(heads, ends, strict=True):
        starts.update(_starts(line.text, found, topic, end))
    edges = [*sorted(starts), len(line.text)]
    for begin, stop in pairwise(edges):
        piece = line.piece.part(begin, stop)
        if piece.text.endswith("/"):
            piece = piece.part(0, len(piece.text) - 1)  # (橘委員)…。/(小暮委員)…
        if piece:
            yield replace(line, piece=piece, indent=0, after_blank=False)


def _starts(text: str, head: re.Match[str], topic: Topic, end: int) -> Iterator[int]:
    """Give where the parts of one section of *text* begin, its heading first."""
    start = head.start()
    yield start
    if head["note"] and text.startswith("(", head.end()):
        yield head.end()  # 出席者(敬称略)(委員)橘一葉…
    elif head["count"] and text.startswith("(", head.end()):
        yield head.end()  # 4.議題(1)水路(2)井戸
    elif head["note"] and not re.search(r"[\s:]$", head.group()):
        yield head.start("note")  # 【内容】(橘課長)ただいまから…
    for found in re.finditer(_CUTS.get(topic, r"(?!)"), text[start:end]):
        yield start + found.start()
        item = _ITEM.match(text[start + found.start() : end])
        if item and topic is Topic.RECORD:
            yield start + found.start() + item.end()


def _heads(text: str) -> list[tuple[re.Match[str], Topic]]:
    """Return the headings of *text*, up to that of the record."""
    heads: list[tuple[re.Match[str], Topic]] = []
    for found in _HEAD.finditer(text):
        topic = TOPICS[found["word"].replace(" ", "")]
        seen = {known for _, known in heads}
        if topic is Topic.AGENDA and topic in seen and _SPOKEN.match(text, found.end()):
            topic = Topic.RECORD  # 議題:1 …… 議事:(座長)…
        if topic is Topic.RECORD:
            if not seen & {Topic.ATTENDANCE, Topic.AGENDA, Topic.HANDOUTS}:
                continue  # 第7回会議 議事要旨 is the title
            heads.append((found, topic))
            break
        if topic in seen and topic is not Topic.ATTENDANCE:
            continue
        heads.append((found, topic))
    return heads
