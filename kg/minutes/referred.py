"""Find the list of those present in an annex: 出席者　別紙のとおり … 別紙　委員名簿."""

import re
from collections.abc import Sequence

from kg.minutes.headword import Head, Topic
from kg.minutes.line import Line

ANNEX = "annex"
"""The style of a heading in an annex: who of its list came, speeches may say."""

_REFERS = re.compile(
    r"(?:別紙|別添|別表|末尾|後掲)[^。]{0,12}(?:とおり|通り|参照|掲げる|記載)"
)
# 別紙 / (別紙1) / 【別添】 / 別紙2 出席者名簿 / 別紙 橘会議 委員等名簿
_ANNEX = re.compile(
    r"[【(<〔\[]?\s*(?P<word>別\s*(?:紙|添|表))\s*[\d一二三]?\s*[】)>〕\]]?"
    r"(?:\s*(?P<title>\S.{0,40}?(?:名簿|一覧|出席者|構成員|委員))?)"
)


def refers_to_annex(head: Head | None, held: Sequence[Line]) -> bool:
    """Tell whether the list of those present says that it stands in an annex."""
    if head is None or head.topic is not Topic.ATTENDANCE:
        return False
    beside = [head.value] if head.value else []
    words = (*beside, *(line.piece for line in held[:1]))
    return any(_REFERS.match(piece.text.strip("()")) for piece in words)


def read_referred(line: Line) -> Head | None:
    """Return the heading of the annex that *line* begins, or None."""
    found = _ANNEX.fullmatch(line.text)
    if not found:
        return None
    return Head(
        Topic.ATTENDANCE,
        re.sub(r"\s", "", found["word"]),
        line.piece.match(found, "word"),
        None,
        None,
        strong=True,
        bulleted=False,
        style=ANNEX,
    )
