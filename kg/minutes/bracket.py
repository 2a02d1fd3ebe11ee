"""Recognise the group headings in brackets: <構成員>, 【環境省】, -委員-."""

import re

from kg.minutes.group_head import GroupHead, core_of, decoration, unspaced
from kg.minutes.legend import MARKS
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Role

_BRACKETS = re.compile(
    r"""<(?P<angle>[^>]+)> | 《(?P<double>[^》]+)》 | 〈(?P<thin>[^〉]+)〉
    | 【(?P<lens>[^】]+)】 | \[(?P<square>[^\]]+)\] | 〔(?P<shell>[^〕]+)〕
    | 「(?P<quote>[^」]+)」 | [-―–](?P<dash>[^\s\-―–]{1,20})[-―–](?=\s|$)
    | \((?P<round>[^()]{1,24})\)""",
    re.VERBOSE,
)
# -委員-: the first dash is no bullet
_DASHED = re.compile(r"[-―–][^\s\-―–]{1,20}[-―–](?:\s|$)")
_EXPLAINS = (*MARKS, "\\", "(")
"""What begins a legend behind a heading: <委員> ◎座長."""
_ABOUT = re.compile(r"(?:関係|各部?局部?|各課室?|各部署)$")
_LONGEST = 24


def read_bracketed(
    piece: Piece, lexicon: Lexicon, *, alike: bool = False
) -> GroupHead | None:
    """Return the heading <政府関係者(職員)>, or 【委員】橘一葉 with a name behind it.

    *alike* tells that the heading before it stands in round brackets too.
    """
    start = 0 if _DASHED.match(piece.text) else decoration(piece.text)
    found = _BRACKETS.match(piece.text[start:])
    if not found or found.lastgroup is None:
        return None
    begin, end = found.span(found.lastgroup)
    core = core_of(piece.part(start + begin, start + end))
    if not core or len(core.text) > _LONGEST:
        return None
    rest = piece.part(start + found.end())
    if rest.text.startswith(":"):
        rest = rest.part(1)
    rounded = found.lastgroup == "round"
    role, organization = _says(core, lexicon, rounded=rounded)
    listed = None if rest.text.startswith(_EXPLAINS) else rest or None
    words = unspaced(core.text)
    if role is None and (organization is None or (rounded and rest)):
        unknown = GroupHead(words, core, None, None, bracketed=True)
        apart = not rounded or _ABOUT.search(words)
        return unknown if apart and not listed else None
    ministry = alike and role is Role.OFFICIAL and organization is not None
    if rounded and rest and lexicon.group_role(words) is None and not ministry:
        return None  # （座長）橘一葉 is a row
    return GroupHead(
        words, core, role, listed, bracketed=True, organization=organization
    )


def _says(
    core: Piece, lexicon: Lexicon, *, rounded: bool
) -> tuple[Role | None, Piece | None]:
    """Return the role that a bracketed heading gives, or the organization it is.

    （議長） must be a role exactly, <政府関係者> may hold one, 【環境省】 is a body.
    """
    words = unspaced(core.text)
    if rounded and lexicon.role(words) is None and _is_post(words, lexicon):
        return None, None  # （総合教育政策局長） is of the name below it
    role = lexicon.role(words) if rounded else lexicon.heading_role(words)
    if role is None:
        role = lexicon.group_role(words)
    if role is None and not rounded and lexicon.is_leading(words):
        role = lexicon.title(words)  # <委員長> alone
    if role is not None:
        return role, None
    about = _ABOUT.search(core.text)
    if about and about.start():  # (教育庁関係), -環境省各局部-
        core = core.part(0, about.start())
        words = unspaced(core.text)
    start = words[: lexicon.known_start(words)]
    if lexicon.is_ministry(start):
        return Role.OFFICIAL, core
    return None, core if lexicon.is_body(words) else None


def _is_post(words: str, lexicon: Lexicon) -> bool:
    """Tell whether *words* end in a post and head no group: 総合教育政策局長."""
    return lexicon.post_suffix(words) is not None and lexicon.group_role(words) is None
