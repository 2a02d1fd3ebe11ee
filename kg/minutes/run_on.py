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
    re.escape(word)
    for word in sorted(TOPICS, key=len, reverse=True)
    if len(word) > 1 and not _ROSTER.search(word)
)
_HEAD = re.compile(
    rf"(?:^|(?<=\s))(?:\d{{1,2}}[.、]?\s*|[■●○◆]\s*)?[【<]?(?P<word>{_WORDS})[】>]?"
    r"(?:\([^()]{0,20}\))?(?:\s*:|\s+(?=\S))"
)
_CUTS = {
    # （構成員）座長 …、… （欠席）…
    Topic.ATTENDANCE: r"(?<=\s)(?=\([^\d()]{2,14}\)\s*\S)|(?<=\s)(?=[■●◆【<])",
    Topic.AGENDA: r"(?<=\s)(?=\(\d{1,2}\)|\d{1,2}[.、])",
    Topic.HANDOUTS: r"(?<=\s)(?=(?:参考|当日|机上)?資料(?:\s|\d|[-－]))|(?<=\s)(?=・)",
    # １．開会 …, （石原構成員）…, 【石原構成員】…, ○石原構成員　…
    Topic.RECORD: r"(?<=\s)(?=\d{1,2}[.、]\s*\S)|(?<=[\s。:])(?=\([^\d()]{2,16}\))"
    r"|(?<=[\s。])(?=[【○◯●◎・]\S)",
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
    ends = [start for start, _ in heads[1:]] + [len(line.text)]
    starts = [0]
    for (start, topic), end in zip(heads, ends, strict=True):
        starts.append(start)
        for found in re.finditer(_CUTS.get(topic, r"(?!)"), line.text[start:end]):
            starts.append(start + found.start())
            item = _ITEM.match(line.text[start + found.start() : end])
            if item and topic is Topic.RECORD:
                starts.append(start + found.start() + item.end())
    edges = [*sorted(set(starts)), len(line.text)]
    for begin, stop in pairwise(edges):
        piece = line.piece.part(begin, stop)
        if piece:
            yield replace(line, piece=piece, indent=0, after_blank=False)


def _heads(text: str) -> list[tuple[int, Topic]]:
    """Return where the headings stand in *text*, up to that of the record."""
    heads: list[tuple[int, Topic]] = []
    for found in _HEAD.finditer(text):
        topic = TOPICS[found["word"]]
        seen = {known for _, known in heads}
        if topic is Topic.AGENDA and topic in seen and _SPOKEN.match(text, found.end()):
            topic = Topic.RECORD  # 議題:1 …… 議事:(座長)…
        if topic is Topic.RECORD:
            if not seen & {Topic.ATTENDANCE, Topic.AGENDA, Topic.HANDOUTS}:
                continue  # 第7回会議 議事要旨 is the title
            heads.append((found.start(), topic))
            break
        if topic in seen and topic is not Topic.ATTENDANCE:
            continue
        heads.append((found.start(), topic))
    return heads
