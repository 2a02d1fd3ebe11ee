"""Hold a group heading, and tell how its words are set apart on their line."""

import re
from dataclasses import dataclass

from kg.minutes.legend import MARK
from kg.minutes.line import Piece
from kg.model import Role

# ■委員, （２）オブザーバー, ３．事務局
_DECORATION = re.compile(
    r"""^(?:
        \#{1,6}\s* | \*\* | [■□◆◇●○◎◯▶▼・❖\-]\s*
      | \(\s*(?:\d{1,2}|[一二三四五六七八九十]|[ア-オa-z])\s*\)\s*
      | (?:\d{1,2}|[一二三四五六七八九十IVX]{1,3})\s*[.、)]\s* | [ア-オ]\s+ | \d{1,2}\s+
    )+""",
    re.VERBOSE,
)
_NOTE = re.compile(r"\s*\(.*$")
_LEGEND = re.compile(rf"\s*{MARK}.*$")
# 【欠席委員】 gives 【, （３）欠席者 gives (1)
_SIGN = re.compile(
    r"^(?:\#{1,6}\s*)?(?:[【<〈《\[〔■□◆◇●○・]"
    r"|\(?(?:\d{1,2}|[一二三四五六七八九十])[.)、\s]\)?|\()"
)

BESIDE = "beside"
"""The sign of a group that stands beside the heading and belongs to it."""

PART = "part"
"""The sign of a heading that stands as far in as the one before it."""

OFFICES = frozenset({Role.SECRETARIAT, Role.OFFICIAL})
"""Roles of a group that may be listed office by office."""

SINGLE = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})
"""Roles that a heading gives to the first below it only."""


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A group heading: its words, their place, what they say of the role.

    *rest* is what follows on the same line: 「委員：橘一葉、小暮律」. *organization*
    is the one that heads its people: 「環境省：茂呂大気環境室長」. *sign* is the
    bracket or number before it.
    """

    name: str
    piece: Piece
    role: Role | None
    rest: Piece | None
    bracketed: bool
    organization: Piece | None = None
    sign: str = ""


def heading_sign(text: str) -> str:
    """Return how a heading is set apart: its bracket, its kind of number, or "".

    【欠席委員】 and 【オブザーバー】 are of one rank, 3 欠席者 and （委員） are not.
    """
    found = _SIGN.match(text)
    return (
        re.sub(r"[\d一二三四五六七八九十]+", "1", found.group().strip())
        if found
        else ""
    )


def decoration(text: str) -> int:
    """Return where the words begin behind marks and numbers."""
    found = _DECORATION.match(text)
    return found.end() if found else 0


def core_of(piece: Piece) -> Piece:
    """Return *piece* without a note in brackets and a legend behind it."""
    text = piece.text
    for pattern in (_LEGEND, _NOTE):
        found = pattern.search(text)
        if found and found.start():
            text = text[: found.start()]
    return piece.part(0, len(text))


def unspaced(text: str) -> str:
    """Return 「出　席　者」 as 「出席者」."""
    return re.sub(r"\s", "", text.strip("*"))


def is_office_within(head: GroupHead | None, outer: GroupHead | None) -> bool:
    """Tell whether *head* is an office whose people are of the group *outer* above it.

    「統計室:櫻井室長、阿部次長」 below 【事務局】, a heading alone on its line.
    """
    if head is None or head.role is not None or head.organization is None:
        return False
    if outer is None or outer.role not in OFFICES or outer.rest is not None:
        return False
    return head.rest is not None or head.sign != outer.sign
