"""Recognise the headings of a roster: <構成員>, ■関係府省, （２）オブザーバー."""

import re
from dataclasses import dataclass, replace

from kg.minutes.headword import Topic
from kg.minutes.legend import MARK, MARKS
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.row import read_rows
from kg.model import Role

_DECORATION = re.compile(
    r"^(?:\#{1,6}\s*|\*\*|[■□◆◇●○◎◯▶▼・❖\-]\s*|\(\s*(?:\d{1,2}|[一二三四五六七八九十]|[ア-オa-z])\s*\)\s*"
    r"|(?:\d{1,2}|[一二三四五六七八九十IVX]{1,3})\s*[.、)]\s*|[ア-オ]\s+|\d{1,2}\s+)+"
)
_BRACKETS = re.compile(
    r"^(?:<(?P<a>[^>]+)>|《(?P<b>[^》]+)》|〈(?P<c>[^〉]+)〉|【(?P<d>[^】]+)】|\[(?P<e>[^\]]+)\]"
    r"|〔(?P<f>[^〕]+)〕|「(?P<g>[^」]+)」|[-―–](?P<i>[^\s\-―–]{1,20})[-―–](?=\s|$)|\((?P<h>[^()]{1,24})\))"
)
_DASHED = re.compile(r"[-―–][^\s\-―–]{1,20}[-―–](?:\s|$)")
_NOTE = re.compile(r"\s*[(（].*$")
_LEGEND = re.compile(rf"\s*{MARK}.*$")
_SIGN = re.compile(
    r"^(?:\#{1,6}\s*)?(?:[【<〈《\[〔■□◆◇●○・]"
    r"|\(?(?:\d{1,2}|[一二三四五六七八九十])[.)、\s]\)?|\()"
)
_COLON = re.compile(r"\s*[:：]\s*")
_PEOPLE_OF = re.compile(r"(?:側?出席者|出席|側|職員|関係者)$")
_LONGEST = 24


BESIDE = "beside"
"""The sign of a group that stands beside the heading and belongs to it."""


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


def read_group(
    line: Line, lexicon: Lexicon, before: GroupHead | None = None
) -> GroupHead | None:
    """Return the group heading that *line* is or begins with, or None.

    *before* is the heading before it: below （事務局）規制局　駅野局長 the line
    （農林水産省）農村局　耕野部長 begins a group too.
    """
    alike = before is not None and before.sign == "("
    head = (
        _bracketed(line.piece, lexicon, alike=alike)
        or _labelled(line.piece, lexicon)
        or _leading(line.piece, lexicon)
        or _bare(line.piece, lexicon)
    )
    return replace(head, sign=heading_sign(line.text)) if head else None


def read_beside(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the group that the words beside a heading begin with, or None.

    「出席者　委　員　会長　雨宮理、小暮律」 names a group and lists it.
    """
    head = _labelled(piece, lexicon) or _leading(piece, lexicon)
    return replace(head, sign=BESIDE) if head and head.rest and head.role else None


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


def opens_roster(line: Line, seen: set[Topic], lexicon: Lexicon) -> bool:
    """Tell whether *line* begins a list of people where nothing says 出席者.

    ■委員 and 【委員】 do, and below the day of the meeting (TITLE or DATE is then *seen*)
    委員 alone, or a row with a sure name and an affiliation.
    """
    if {Topic.TITLE, Topic.DATE} & seen and _is_row(line.piece, lexicon):
        return True
    head = read_group(line, lexicon)
    marked = _decoration(line.text) > 0 or (head is not None and head.bracketed)
    alone = head is not None and head.rest is None and bool({Topic.TITLE, Topic.DATE} & seen)
    marked = marked or alone
    return head is not None and head.role is not None and marked


def _is_row(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* is a row: a full name with organization or post."""
    sure = 7
    return any(
        row.score >= sure
        and (row.affiliation or (row.title and lexicon.title(row.title.text)))
        and row.reading
        and row.reading.given
        for row in read_rows(piece, lexicon)
    )


def _bracketed(
    piece: Piece, lexicon: Lexicon, *, alike: bool = False
) -> GroupHead | None:
    """Read <政府関係者(職員)>, also with a name behind it: 【委員】橘一葉."""
    start = 0 if _DASHED.match(piece.text) else _decoration(piece.text)
    found = _BRACKETS.match(piece.text[start:])
    if not found or found.lastgroup is None:
        return None
    begin, end = found.span(found.lastgroup)
    inside = piece.part(start + begin, start + end)
    core = _core(inside)
    rest = piece.part(start + found.end())
    words = _joined(core.text)
    rest = piece.part(start + found.end())
    if rest and rest.text[0] in ":：":
        rest = rest.part(1)
    legend = bool(rest) and rest.text[0] in MARKS + "\\(*"
    role, organization = _bracketed_role(core, lexicon, rounded=found.lastgroup == "h")
    if not core or len(core.text) > _LONGEST:
        return None
    if role is None and (organization is None or (found.lastgroup == "h" and rest)):
        return (
            None
            if found.lastgroup == "h" or (rest and not legend)
            else GroupHead(words, core, None, None, bracketed=True)
        )
    ministry = alike and role is Role.OFFICIAL and organization is not None
    grouped = lexicon.group_role(words) is not None or ministry
    if found.lastgroup == "h" and rest and not grouped:
        return None  # （座長）橘一葉 is a row
    return GroupHead(
        words,
        core,
        role,
        None if legend or not rest else rest,
        bracketed=True,
        organization=organization,
    )


def _bracketed_role(
    core: Piece, lexicon: Lexicon, *, rounded: bool
) -> tuple[Role | None, Piece | None]:
    """Return the role that a bracketed heading gives, or the organization it is.

    （議長） must be a role exactly, <政府関係者> may hold one, 【環境省】 is a body.
    """
    words = _joined(core.text)
    if rounded and lexicon.role(words) is None and _is_post(words, lexicon):
        return None, None  # （総合教育政策局長） is of the name below it
    role = lexicon.role(words) if rounded else lexicon.heading_role(words)
    if role is None:
        role = lexicon.group_role(words)
    if role is not None:
        return role, None
    start = words[: lexicon.known_start(words)]
    if lexicon.is_ministry(start):
        return Role.OFFICIAL, core
    return None, core if lexicon.is_body(words) else None


def _is_post(words: str, lexicon: Lexicon) -> bool:
    """Tell whether *words* end in a post and head no group: 総合教育政策局長."""
    return lexicon.post_suffix(words) is not None and lexicon.group_role(words) is None


def _labelled(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Read 「委員：橘一葉、小暮律」 and 「事務局：」."""
    found = _COLON.search(piece.text)
    start = _decoration(piece.text)
    if not found or found.start() <= start or "(" in piece.text[: found.start()]:
        return None  # the colon of 橘委員（代理：小暮部長） heads no list
    core = _core(piece.part(start, found.start()))
    role = lexicon.group_role(_joined(core.text))
    rest = piece.part(found.end())
    if "。" in rest.text:
        return None  # 事務局：承知しました。
    ministry = lexicon.is_ministry(core.text)
    organization = core if ministry or lexicon.is_top(core.text) else None
    if not role and not organization:
        return None
    role = role or (Role.OFFICIAL if ministry else None)
    return GroupHead(
        _joined(core.text),
        core,
        role,
        rest or None,
        bracketed=False,
        organization=organization,
    )


def _leading(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Read 「事務局　部長 帆足 恵、主任 灘 律」: the word holds for the list."""
    start = _decoration(piece.text)
    words = list(re.finditer(r"\S+", piece.text[start:]))
    for size in range(min(4, len(words) - 1), 0, -1):
        end = start + words[size - 1].end()
        name = _joined(piece.text[start:end])
        role = lexicon.group_role(name)
        apart = start > 0 and role in {Role.SECRETARIAT, Role.OFFICIAL}
        if role and ("、" in piece.text[end:] or apart):
            core = piece.part(start, end)
            return GroupHead(name, core, role, piece.part(end), bracketed=False)
    return None


def _bare(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Read 「（１）構成員」, 「■関係府省」 and a line that is a group word alone."""
    start = _decoration(piece.text)
    core = _core(piece.part(start))
    behind = piece.part(start + len(core.text))
    if not core or len(core.text) > _LONGEST or _is_row(behind, lexicon):
        return None  # 学識経験者 ○ 桜井 陽子　桜川大学 is a row
    words = _joined(core.text)
    # 理事 on a line of its own heads members of a committee of the Diet
    role = Role.MEMBER if words == "理事" else lexicon.group_role(words)
    if role is None and core.text == piece.text[start:] and lexicon.is_leading(words):
        role = lexicon.title(words)  # 分科会長 on a line of its own
    if role:
        return GroupHead(words, core, role, None, bracketed=False)
    body = _PEOPLE_OF.sub("", core.text)  # 農林水産省出席者
    if body != core.text and lexicon.is_ministry(body):
        organization = core.part(0, len(body))
        return GroupHead(
            words, core, Role.OFFICIAL, None, bracketed=False, organization=organization
        )
    return None


def _decoration(text: str) -> int:
    """Return where the words begin behind marks and numbers."""
    found = _DECORATION.match(text)
    return found.end() if found else 0


def _core(piece: Piece) -> Piece:
    """Return *piece* without a note in brackets and a legend behind it."""
    text = piece.text
    for pattern in (_LEGEND, _NOTE):
        found = pattern.search(text)
        if found and found.start():
            text = text[: found.start()]
    return piece.part(0, len(text))


def _joined(text: str) -> str:
    """Return 「出　席　者」 as 「出席者」."""
    return re.sub(r"\s", "", text.strip("*"))
