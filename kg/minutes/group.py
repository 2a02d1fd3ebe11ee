"""Recognise the headings of a roster: <構成員>, ■関係府省, （２）オブザーバー."""

import re
from dataclasses import replace

from kg.minutes.bracket import read_bracketed
from kg.minutes.group_head import (
    BESIDE,
    OFFICES,
    GroupHead,
    core_of,
    decoration,
    heading_sign,
    unspaced,
)
from kg.minutes.headword import Topic
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.listing import read_each
from kg.minutes.row import read_rows
from kg.minutes.table import is_tabbed_head
from kg.model import Role
from kg.morphology import is_common

_COLON = re.compile(r"\s*:\s*")
_TAB = re.compile(r" *\t\s*")
_NOTED = re.compile(r"\((?P<words>[^()]{2,16})\)")
_PEOPLE_OF = re.compile(r"(?:側?出席者|出席|側|職員|関係者)$")
# 事務局(林田部長、岩城次長、小原主幹)4名
_ENCLOSED = re.compile(
    r"(?P<group>[^()、:]{2,8}?)\s*\((?P<list>[^()]*[、・][^()]*)\)\s*(?:計?\d+[名人])?"
)
_BOLD = re.compile(
    r"\*\*(?P<words>[^*()]{2,16}?)\s*(?:\((?P<count>計?\d+[名人])?[^()*]*\))?"
    r"\*\*\s*:?\s*(?P<rest>.*)"
)
_LONGEST = 24
_NAMED = 4
"""Points of a row whose name the dictionary knows."""


def read_group(
    line: Line, lexicon: Lexicon, before: GroupHead | None = None
) -> GroupHead | None:
    """Return the group heading that *line* is or begins with, or None.

    *before* is the heading before it: below （事務局）規制局　駅野局長 the line
    （農林水産省）農村局　耕野部長 begins a group too.
    """
    alike = before is not None and before.sign == "("
    head = (
        read_bracketed(line.piece, lexicon, alike=alike)
        or _bold(line.piece, lexicon)
        or _labelled(line.piece, lexicon)
        or _leading(line.piece, lexicon)
        or _enclosing(line.piece, lexicon)
        or _bare(line.piece, lexicon)
    )
    if head is None:
        return None
    organization = head.organization or _noted_organ(line.piece, head, lexicon)
    return replace(head, sign=heading_sign(line.text), organization=organization)


def _noted_organ(piece: Piece, head: GroupHead, lexicon: Lexicon) -> Piece | None:
    """Return the ministry in the note of a heading: ＜事務局（架空省）＞."""
    if head.role not in OFFICES:
        return None
    behind = piece.part(head.piece.end - piece.start)
    found = _NOTED.match(behind.text)
    if not found or not lexicon.is_ministry(found["words"]):
        return None
    return behind.match(found, "words")


def read_beside(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the group that the words beside a heading begin with, or None.

    「出席者　委　員　会長　雨宮理、小暮律」 names a group and lists it.
    """
    head = _labelled(piece, lexicon) or _leading(piece, lexicon)
    return replace(head, sign=BESIDE) if head and head.rest and head.role else None


def opens_roster(line: Line, seen: set[Topic], lexicon: Lexicon) -> bool:
    """Tell whether *line* begins a list of people where nothing says 出席者.

    ■委員 and 【委員】 do, and below the day of the meeting (TITLE or DATE is then
    *seen*) 委員 alone, or a row with a sure name and an affiliation.
    """
    dated = bool({Topic.TITLE, Topic.DATE} & seen)
    if dated and (_is_row(line.piece, lexicon) or is_tabbed_head(line)):
        return True
    head = read_group(line, lexicon)
    if head is None or head.role is None:
        return False
    marked = decoration(line.text) > 0 or head.bracketed
    return marked or (dated and head.rest is None)


def _names_behind_note(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a note in brackets and then somebody's full name make up *piece*."""
    found = re.match(r"\([^()]*\)\s*(?=[^\W\d])", piece.text)
    rest = piece.part(found.end()) if found else None
    return rest is not None and any(
        row.name and row.reading and row.reading.given and row.score >= _NAMED
        for row in read_rows(rest, lexicon)
    )


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


def read_celled(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the heading that the first cell of 「事務局⇥橘 一葉⇥課長」 is, or None."""
    return _labelled(piece, lexicon, _TAB)


def _bold(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the heading of 「**研究員（6名）**　橘 一葉（教授）／…」, or None.

    Words that no list of groups has head one where they say how many it has.
    """
    found = _BOLD.fullmatch(piece.text)
    core = piece.match(found, "words") if found else None
    if found is None or core is None:
        return None
    role = lexicon.group_role(unspaced(core.text))
    if role is None and not found["count"]:
        return None
    rest = piece.match(found, "rest")
    return GroupHead(unspaced(core.text), core, role, rest or None, bracketed=True)


def _labelled(
    piece: Piece, lexicon: Lexicon, joint: re.Pattern[str] = _COLON
) -> GroupHead | None:
    """Return the heading of 「委員：橘一葉、小暮律」 and 「事務局：」, or None."""
    found = joint.search(piece.text)
    start = decoration(piece.text)
    if not found or found.start() <= start or "(" in piece.text[: found.start()]:
        return None  # the colon of 橘委員（代理：小暮部長） heads no list
    core = core_of(piece.part(start, found.start()))
    role = lexicon.group_role(unspaced(core.text))
    rest = piece.part(found.end())
    if "。" in rest.text:
        return None  # 事務局：承知しました。
    ministry = lexicon.is_ministry(core.text)
    organization = core if ministry or lexicon.is_top(core.text) else None
    if not role and not organization:
        return None
    role = role or (Role.OFFICIAL if ministry else None)
    return GroupHead(
        unspaced(core.text),
        core,
        role,
        rest or None,
        bracketed=False,
        organization=organization,
    )


def _leading(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the heading of 「事務局　部長 帆足 恵、主任 灘 律」, or None."""
    start = decoration(piece.text)
    words = list(re.finditer(r"\S+", piece.text[start:]))
    for size in range(min(4, len(words) - 1), 0, -1):
        end = start + words[size - 1].end()
        name = unspaced(piece.text[start:end])
        if len(name) == len(words[size].group()) == 1:
            continue  # 2　村　井　千　秋
        if len({word.group() for word in words[:size]}) < size:
            continue  # 委員　委員　橘 一葉: a column and a role
        role = lexicon.group_role(name) or _kind_of_member(name, lexicon)
        apart = start > 0 and role in {Role.SECRETARIAT, Role.OFFICIAL}
        listed = "、" in piece.text[end:] or read_each(piece.part(end), lexicon)
        if role and (listed or apart):
            core = piece.part(start, end)
            return GroupHead(name, core, role, piece.part(end), bracketed=False)
    return None


def _kind_of_member(name: str, lexicon: Lexicon) -> Role | None:
    """Return the role of 病院委員 and 院外委員 before their list, else None.

    What stands before 委員 is a word, and no surname.
    """
    kind = name.removesuffix("委員")
    word = kind != name and is_common(kind) and not lexicon.is_surname(kind)
    return Role.MEMBER if word else None


def _enclosing(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the heading of 「事務局(林田部長、岩城次長)4名」, or None."""
    found = _ENCLOSED.fullmatch(piece.text)
    role = lexicon.group_role(unspaced(found["group"])) if found else None
    if found is None or role is None:
        return None
    core = piece.match(found, "group")
    return GroupHead(
        unspaced(core.text), core, role, piece.match(found, "list"), bracketed=False
    )


def _bare(piece: Piece, lexicon: Lexicon) -> GroupHead | None:
    """Return the heading that 「（１）構成員」 or a group word alone is, or None."""
    start = decoration(piece.text)
    core = core_of(piece.part(start))
    behind = piece.part(start + len(core.text))
    if not core or len(core.text) > _LONGEST or _is_row(behind, lexicon):
        return None  # 学識経験者 ○ 桜井 陽子　桜川大学 is a row
    row = " " in core.text and _is_row(core, lexicon)  # 橘　一葉　　架空委員会　委員
    if row or _names_behind_note(behind, lexicon):
        return None  # オブザーバー（議長）　渚　一郎 is one too
    words = unspaced(core.text)
    # 理事 on a line of its own heads members of a committee of the Diet
    role = Role.MEMBER if words == "理事" else lexicon.group_role(words)
    if role is None and core.text == piece.text[start:]:
        role = _kind_of_member(words, lexicon)  # 担当委員 on a line of its own
    if role is None and core.text == piece.text[start:] and lexicon.is_leading(words):
        role = lexicon.title(words)  # 分科会長 on a line of its own
    if role:
        return GroupHead(words, core, role, None, bracketed=False)
    noted = _NOTED.fullmatch(behind.text)
    note = behind.match(noted, "words") if noted else None
    said = lexicon.group_role(note.text) if note else None
    if note and said and lexicon.is_ministry(words):  # デジタル庁（事務局）
        return GroupHead(
            note.text, note, said, None, bracketed=False, organization=core
        )
    body = _PEOPLE_OF.sub("", core.text)  # 農林水産省出席者
    if body != core.text and lexicon.is_ministry(body):
        organization = core.part(0, len(body))
        return GroupHead(
            words, core, Role.OFFICIAL, None, bracketed=False, organization=organization
        )
    return None
