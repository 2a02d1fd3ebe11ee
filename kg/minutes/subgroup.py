"""Recognise a heading by where it stands: as far in as the one above its list.

学識経験者
  １番　橘 一葉（西都大学教授）
市議会議員
  ２番　小暮 律
"""

import re
from collections.abc import Sequence

from kg.minutes.group import read_group
from kg.minutes.group_head import PART, GroupHead
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import read_name

_WORDS = re.compile(r"[^\s\d、。,:()|]{2,16}")
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
    if head is None or not rows or following is None or head.bracketed or head.rest:
        return None
    if line.indent != indent or following.indent <= indent:
        return None
    if _column(rows[-1]) <= indent or not _WORDS.fullmatch(line.text):
        return None
    if not _PEOPLE.search(line.text) or lexicon.is_surname(line.text):
        return None
    if read_name(line.piece, lexicon).given is not None:
        return None
    return GroupHead(line.text, line.piece, None, None, bracketed=False, sign=PART)


def _column(piece: Piece) -> int:
    """Return how many characters of its line stand before *piece*."""
    return piece.start - (piece.view.text.rfind("\n", 0, piece.start) + 1)


def heads_legend(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* is a heading with a legend behind it: <委員> ◎座長."""
    marked = line.text.lstrip("#* ")[0] in "<〈《【[〔■□◆"
    return marked and read_group(line, lexicon) is not None
