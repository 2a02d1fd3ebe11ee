"""Part a line on which several groups of people stand, one after the other."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.model import Role

# （委員）天野会長　（事務局）館長　服部
_GROUP = re.compile(
    r"(?<=[^\s(])\s*(?=[(【](?P<group>[^()【】]{2,10})[)】]\s*[^\s、,)】〉》>〕])"
)
# 委員 橘一葉、小暮律 事務局 細田館長、… 事務局(林田部長、岩城次長)4名
_NEXT = re.compile(r"(?<=\S)\s+(?=(?P<group>[^\s()、]{2,8})(?:\s+[^\s、]|\([^()]*、))")
# …調整課課長代理【事務局(総務省)】: the next group, torn from its line
_TAIL = re.compile(r"(?<=\S)\s*(?=【(?P<group>[^【】()]{2,10})(?:\([^()]*\))?】$)")
# 市執行部　【財務部】: a group, and the first of its offices
_OVER = re.compile(r"(?P<group>[^\s【】()、]{2,12})\s+(?=【[^【】]{2,20}】$)")
_LISTED = frozenset(
    {Role.SECRETARIAT, Role.OFFICIAL, Role.OBSERVER, Role.EXPERT, Role.WITNESS}
)
"""Who may be listed behind others on a line; 委員 may be the role of each."""


def part_groups(line: Line, lexicon: Lexicon, *, beside: bool = False) -> list[Line]:
    """Return the parts of a line that names several groups.

    「（委員）天野会長、江口委員　（事務局）館長　服部」: a cell of a page, flattened.
    The first group may stand in the heading that *line* is *beside*.
    """
    starts = [
        found.start()
        for found in _GROUP.finditer(line.text)
        if lexicon.group_role(re.sub(r"\s", "", found["group"]))
        and not lexicon.is_leading(found["group"])
    ]
    if not (beside or re.match(r"[(【]", line.text)):
        starts = []
    if "、" in line.text and (beside or _begins_group(line.text, lexicon)):
        starts = sorted({*starts, *_next_groups(line.text, lexicon)})
    tail = _TAIL.search(line.text)
    if tail and lexicon.group_role(tail["group"]):
        starts = sorted({*starts, tail.end()})
    over = _OVER.match(line.text)
    if over and lexicon.group_role(over["group"]):
        starts = [over.end()]
    if not starts:
        return [line]
    edges = [0, *starts, len(line.text)]
    parts = [line.piece.part(a, b) for a, b in pairwise(edges)]
    return [replace(line, piece=part) for part in parts if part]


def _begins_group(text: str, lexicon: Lexicon) -> bool:
    """Tell whether the first word of *text* is the word for a group, not for one."""
    word = re.split(r"[\s(]", text, maxsplit=1)[0]
    return lexicon.group_role(word) is not None and not lexicon.is_leading(word)


def _next_groups(text: str, lexicon: Lexicon) -> list[int]:
    """Return where other groups begin within a list: … 事務局 細田館長、相川主任."""
    return [
        found.end()
        for found in _NEXT.finditer(text)
        if lexicon.group_role(found["group"]) in _LISTED
    ]
