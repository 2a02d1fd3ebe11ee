"""Guess what the lines of a head are about where its headings were wiped out.

The values stand in their usual order: title, day, place, people, agenda, handouts,
what was said; each part shows by its lines what it is.
"""

import re
from collections.abc import Sequence

from kg.minutes.headword import Topic
from kg.minutes.line import Line

_ITEM = re.compile(
    r"^(?:議題\s*)?[(]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.、)]"
)
_PAPER = re.compile(
    r"^[・○\-【(\[]?\s*(?:参考|当日|追加)?資料\s*(?:No\.?)?[\d一二三四五六七八九十A-Z\-－]"
)
_SAID = re.compile(r"^(?:[○●◎◯〇◇◆・\-→【(<]|\S{2,10}[:：])|。")
_SENTENCE = re.compile(r"。")


def guess_topic(
    line: Line,
    ahead: Sequence[Line],
    topic: Topic,
    held: Sequence[Line],
    seen: set[Topic],
) -> Topic | None:
    """Return the topic that *line* begins in a record without headings, or None.

    Nothing is guessed before the day of the meeting was *seen*.
    """
    if not seen or not line.after_blank:
        return None
    if _PAPER.match(line.text):
        return Topic.HANDOUTS if topic is not Topic.HANDOUTS else None
    if _SENTENCE.search(line.text) or topic in {Topic.AGENDA, Topic.HANDOUTS}:
        spoken = any(_SENTENCE.search(other.text) for other in (line, *ahead[:3]))
        opens = _SAID.search(line.text) and spoken
        return Topic.RECORD if opens and topic is not Topic.TITLE else None
    numbered = any(_ITEM.match(above.text) for above in held)
    if _ITEM.match(line.text) and not numbered:
        return Topic.AGENDA
    return None
