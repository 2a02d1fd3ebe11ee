"""Recognise a heading by where it stands: as far in as the one above its list.

学識経験者
  １番　橘 一葉（西都大学教授）
市議会議員
  ２番　小暮 律
"""

import re
from collections.abc import Sequence

from kg.minutes.group import read_group
from kg.minutes.group_head import (
    PART,
    GroupHead,
    core_of,
    decoration,
    heading_sign,
    unspaced,
)
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import read_name

_WORDS = re.compile(r"[^\s\d、。,:()|]{2,16}")
_OTHERS = re.compile(r"その他の?(?:出席|列席|参加|関係)者")
_PEOPLE = re.compile(
    r"(?:職員|議員|代表|委員|者|者等|市民|[区町村住]民|団体|機関|公募|会社|業界|側)$"
)


def read_subgroup(
    line: Line,
    following: Line | None,
    above: tuple[GroupHead | None, int, Sequence[Piece]],
    lexicon: Lexicon,
) -> GroupHead | None:
    """Return *line* as the heading of another part of the list, or None.

    *above* are the heading of the open part, how far in it stands, and the last
    row of its list, if there is one. Both lists stand further in than their headings.
    """
    head, indent, rows = above
    others = _others(line, head)
    if (
        others
        or head is None
        or not rows
        or following is None
        or head.bracketed
        or head.rest
    ):
        return others
    if line.indent != indent or following.indent <= indent:
        return None
    if _column(rows[-1]) <= indent or not _WORDS.fullmatch(line.text):
        return None
    if not _PEOPLE.search(line.text) or lexicon.is_surname(line.text):
        return None
    if read_name(line.piece, lexicon).given is not None:
        return None
    return GroupHead(line.text, line.piece, None, None, bracketed=False, sign=PART)


def _others(line: Line, head: GroupHead | None) -> GroupHead | None:
    """Return the heading that （３）その他の出席者 is, numbered as *head*, or None.

    It ends the group above, and says of nobody below it what he is.
    """
    if head is None or not head.sign or heading_sign(line.text) != head.sign:
        return None
    core = core_of(line.piece.part(decoration(line.text)))
    words = unspaced(core.text)
    if not _OTHERS.fullmatch(words):
        return None
    sign = heading_sign(line.text)
    return GroupHead(words, core, None, None, bracketed=False, sign=sign)


def _column(piece: Piece) -> int:
    """Return how many characters of its line stand before *piece*."""
    return piece.start - (piece.view.text.rfind("\n", 0, piece.start) + 1)


def heads_legend(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* is a heading with a legend behind it: <委員> ◎座長."""
    marked = line.text.lstrip("#* ")[0] in "<〈《【[〔■□◆"
    return marked and read_group(line, lexicon) is not None
