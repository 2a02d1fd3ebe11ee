"""Say what section, heading and legend say of every row of a block."""

import re

from kg.minutes.affiliation import read_affiliations
from kg.minutes.axis import Context
from kg.minutes.block import Block
from kg.minutes.group_head import (
    BESIDE,
    OFFICES,
    PART,
    heading_sign,
    is_office_within,
)
from kg.minutes.headword import RESUMED, Topic
from kg.minutes.legend import Meaning, read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.referred import ANNEX
from kg.model import Basis, Grounded, LegendEntry, Mode, Role, Status

# ＜港湾ワーキンググループ＞ heads those who sit in it, and employs nobody
_COUNCIL = re.compile(
    r"(?:ワーキンググループ|WG|部会|分科会|小委員会|検討会|研究会|審議会|懇談会|専門委員会|会議"
    r"|(?<!教育)(?<!管理)(?<!農業)(?<!公安)(?<!監査)(?<!公平)委員会)$"
)


def read_context(
    block: Block, legend: tuple[LegendEntry, ...], lexicon: Lexicon
) -> Context:
    """Return what holds for every row of *block*: status, group, role, units, mode."""
    group, role = _group(block, lexicon)
    outer, outer_role = _outer(block, lexicon) if role is None else (None, None)
    return Context(
        lexicon=lexicon,
        legend=legend,
        status=_status(block),
        group=group,
        group_role=role or outer_role,
        outer=outer,
        inherited=_heading_units(block, lexicon),
        mode=_list_mode(block, lexicon),
    )


def _status(block: Block) -> Grounded[Status]:
    """Return whether those in *block* were there, by its heading or the section's."""
    head = block.section.head
    if block.head and "欠席" in block.head.name:
        return Grounded(Status.ABSENT, Basis.STATED, (block.head.piece.span,))
    apart = block.apart or _is_apart(block)
    absent = block.section.topic is Topic.ABSENCE and not apart
    value = Status.ABSENT if absent else Status.PRESENT
    words = head.piece if head else block.head.piece if block.head else None
    annexed = head is not None and head.style == ANNEX
    if words is None or annexed:  # a list of all members, and speeches say who came
        return Grounded(value, Basis.DEFAULT)
    return Grounded(value, Basis.STATED, (words.span,))


def _list_mode(block: Block, lexicon: Lexicon) -> Grounded[Mode] | None:
    """Return how the whole list came, by the words before it."""
    if block.mode is None:
        return None
    signs = [sign.meaning for sign in read_signs(block.mode.text, lexicon)]
    mode = Mode.ONLINE if Meaning.ONLINE in signs else Mode.IN_PERSON
    return Grounded(mode, Basis.STATED, (block.mode.span,))


def _is_apart(block: Block) -> bool:
    """Tell whether a group below the absences is a list of its own.

    【欠席委員】 and 【オブザーバー】 are of one rank; a group within the absences is
    set further in or otherwise.
    """
    section = block.section
    if (
        block.head is None
        or block.head.sign == BESIDE
        or section.head is None
        or section.line is None
    ):
        return False
    same = heading_sign(section.line.text) == block.head.sign
    return section.head.value is not None or same


def _group(block: Block, lexicon: Lexicon) -> tuple[Grounded[str] | None, Role | None]:
    """Return the group heading, else the section's where it names a group.

    出席委員 and 欠席委員 say that those below are 委員; 出席者 says nothing.
    """
    if block.head:
        name, piece = block.head.name, block.head.piece
        return Grounded(name, Basis.STATED, (piece.span,)), block.head.role
    if block.beyond_rule:
        return None, None
    return _section_group(block, lexicon)


def _outer(block: Block, lexicon: Lexicon) -> tuple[Grounded[str] | None, Role | None]:
    """Return the heading that gives a role to an office within its list, and the role.

    (教育庁関係) below 事務局出席者, 「統計室:櫻井室長、阿部次長」 below 【事務局】: the
    office is of officials, too. Members have no such parts.
    """
    head, above = block.head, block.outer
    if head is None or head.role is not None:
        return None, None
    if head.sign == PART:  # 市議会議員 below 出席委員
        return _section_group(block, lexicon)
    if head.organization is None and not head.name.endswith("関係"):
        return None, None
    if above and is_office_within(head, above):
        return Grounded(above.name, Basis.STATED, (above.piece.span,)), above.role
    group, role = _section_group(block, lexicon)
    return (group, role) if role in OFFICES else (None, None)


def _section_group(
    block: Block, lexicon: Lexicon
) -> tuple[Grounded[str] | None, Role | None]:
    """Return what the heading of the section says of those below it."""
    head = block.section.head
    if head is None or head.style == RESUMED:
        return None, None
    role = lexicon.group_role(
        re.sub("^(?:出席|欠席|応招|不応招|列席)(?:した)?", "", head.word)
    )
    if role is None and head.word.startswith("事務局"):
        role = Role.SECRETARIAT
    if role is None and re.search("説明のため|出席を求|説明員", head.word):
        role = Role.OFFICIAL
    if role is None and re.search("大臣|長官|政務|政府", head.word):
        role = Role.OFFICIAL
    if role is None and re.search("職務のため|議事参与", head.word):
        role = Role.SECRETARIAT
    return Grounded(head.word, Basis.STATED, (head.piece.span,)), role


def _heading_units(block: Block, lexicon: Lexicon) -> tuple[Grounded[str], ...]:
    """Return the organization that heads the block: 環境省：茂呂大気環境室長."""
    organization = block.head.organization if block.head else None
    if organization is None or _COUNCIL.search(organization.text):
        return ()
    found = read_affiliations((organization,), (), lexicon)
    return found[0].units if found else ()
