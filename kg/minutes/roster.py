"""Read who was there: sections of a roster become attendees on every axis."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.minutes.affiliation import read_affiliations, read_columns
from kg.minutes.axis import Context, make_attendees
from kg.minutes.block import SINGLE, Block, is_called, part_blocks
from kg.minutes.carry import (
    carry_title,
    is_beside,
    is_bracketed,
    is_first_line,
)
from kg.minutes.choice import Choice, choose_rows
from kg.minutes.era import number
from kg.minutes.group import BESIDE, heading_sign
from kg.minutes.headword import RESUMED, Topic
from kg.minutes.legend import ONLINE, Meaning, is_legend, read_legend, read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.note import Row
from kg.minutes.section import Section
from kg.minutes.stand_in import with_stand_ins
from kg.minutes.table import is_table_line, read_table
from kg.minutes.told import tell_modes
from kg.model import (
    Attendee,
    Basis,
    Grounded,
    Group,
    LegendEntry,
    Mode,
    Role,
    Span,
    Status,
)

_SURE = 3
# 政策課　津村課長、寺尾係長: who is of the office before him on the line; a 部長 or
# 審議官 may be of another
_LOWER = re.compile(
    r"(?:総括|主任|首席)?(?:課長補佐|室長補佐|補佐|係長|班長|主査|主任|主事|主幹|係員|専門官|専門職"
    r"|調査官|技師|職員|担当|書記|助教|准教授|講師|(?:主任|特別|上席)?研究員|技官|事務官)(?:級)?"
)
_COUNCIL = re.compile(
    r"(?:ワーキンググループ|WG|部会|分科会|小委員会|検討会|研究会|審議会|懇談会|専門委員会|会議)$"
)
_ABSENT_COUNT = re.compile(r"(?P<number>[0-9一二三四五六七八九十]+)\s*(?:名|人)")


@dataclass(frozen=True, slots=True)
class Roster:
    """What the sections about attendance say."""

    attendees: tuple[Attendee, ...] = ()
    groups: tuple[Group, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    unnamed_absences: Grounded[int] | None = None
    remarks: tuple[Span, ...] = ()
    unplaced: tuple[Span, ...] = ()
    tables: tuple[Span, ...] = ()


def read_roster(sections: Sequence[Section], lexicon: Lexicon) -> Roster:
    """Return the attendees, groups and legends that *sections* print.

    The legend is that of the whole roster: it is often printed over the first
    list only, or behind the last one, and its marks stand in all of them.
    """
    rosters = [s for s in sections if s.topic in {Topic.ATTENDANCE, Topic.ABSENCE}]
    lines = [line for s in rosters for line in (*_head_line(s), *s.lines)]
    elsewhere = [
        line
        for s in sections
        if s.topic not in {Topic.ATTENDANCE, Topic.ABSENCE}
        for line in s.lines
        if is_legend(line, lexicon)
    ]
    legend = read_legend([*lines, *elsewhere], lexicon)
    marked = _marks_modes(legend, lines)
    attendees: list[Attendee] = []
    groups: list[Group] = []
    choices: list[Choice] = []
    tables: list[Span] = []
    for section in rosters:
        called = is_called(section)
        for block in part_blocks(section, lexicon):
            if block.head:
                groups.append(Group(block.head.name, block.head.piece.span))
            context = replace(_context(block, legend, lexicon), modes_are_marked=marked)
            choice = choose_rows(block.items, lexicon, called=called)
            table = read_table(block.table, lexicon)
            tables.extend(line.piece.span for line in block.table if table)
            rows = (*table, *choice.rows)
            attendees.extend(_read_block(block, rows, context))
            choices.append(choice)
    sentences = [piece for choice in choices for piece in choice.told]
    joined, stood_in = with_stand_ins(attendees, sentences, lexicon)
    rest = [piece for piece in sentences if piece.span not in stood_in]
    told = tell_modes(joined, rest, lexicon)
    counted = tuple(
        replace(attendee, position=i) for i, attendee in enumerate(told.attendees, 1)
    )
    return Roster(
        counted,
        tuple(groups),
        legend,
        _unnamed_absences(rosters),
        (*(span for choice in choices for span in choice.remarks), *told.placed, *stood_in),
        (*(span for choice in choices for span in choice.unplaced), *told.unplaced),
        tuple(tables),
    )


def _marks_modes(legend: Sequence[LegendEntry], lines: Sequence[Line]) -> bool:
    """Tell whether who came online is marked: by the legend, or in a table's cell."""
    cells = (
        cell for line in lines if is_table_line(line) for cell in line.text.split("|")
    )
    meanings = (entry.meaning for entry in legend)
    return any(ONLINE.search(words) for words in (*meanings, *cells))


def _head_line(section: Section) -> tuple[Line, ...]:
    """Return the heading's line, where a legend may stand."""
    return (section.line,) if section.line else ()


def _context(
    block: Block, legend: tuple[LegendEntry, ...], lexicon: Lexicon
) -> Context:
    """Return what section, heading and legend say of every row of *block*."""
    head = block.section.head
    absent = block.section.topic is Topic.ABSENCE and not (
        block.apart or _is_apart(block)
    )
    if block.head and "欠席" in block.head.name:
        absent = True
    value = Status.ABSENT if absent else Status.PRESENT
    words = head.piece if head else block.head.piece if block.head else None
    if absent and block.head and "欠席" in block.head.name:
        words = block.head.piece
    group, role = _group(block, lexicon)
    return Context(
        lexicon=lexicon,
        legend=legend,
        status=Grounded(value, Basis.STATED, (words.span,))
        if words
        else Grounded(value, Basis.DEFAULT),
        group=group,
        group_role=role,
        inherited=_heading_units(block, lexicon),
        mode=_list_mode(block, lexicon),
    )


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
    head = block.section.head
    if head is None or block.beyond_rule or head.style == RESUMED:
        return None, None
    role = lexicon.group_role(
        re.sub("^(?:出席|欠席|応招|不応招|列席)(?:した)?", "", head.word)
    )
    if role is None and "説明のため" in head.word:
        role = Role.OFFICIAL
    if role is None and "職務のため" in head.word:
        role = Role.SECRETARIAT
    return Grounded(head.word, Basis.STATED, (head.piece.span,)), role


def _heading_units(block: Block, lexicon: Lexicon) -> tuple[Grounded[str], ...]:
    """Return the organization that heads the block: 環境省：茂呂大気環境室長."""
    organization = block.head.organization if block.head else None
    if organization is None or _COUNCIL.search(organization.text):
        return ()  # ＜港湾ワーキンググループ＞ employs nobody
    found = read_affiliations((organization,), (), lexicon)
    return found[0].units if found else ()


def _read_block(block: Block, rows: Sequence[Row], context: Context) -> list[Attendee]:
    """Return the attendees of *rows*, which stand in *block*.

    What a row says of those below it (its units, for 同 and 〃) is carried on.
    """
    attendees: list[Attendee] = []
    state = context
    title: Piece | None = None
    last: tuple[Grounded[str], ...] = ()
    for i, printed in enumerate(rows):
        following = rows[i + 1] if i + 1 < len(rows) else None
        row, title = carry_title(printed, title)
        units = read_columns(row.affiliation, state.above, context.lexicon)
        if row.name is None and following and is_first_line(units, following, state):
            flat = tuple(unit for column in units for unit in column)
            state = replace(state, inherited=flat, above=(flat,))
            continue
        if units and units[0] and context.lexicon.is_top(units[0][0].value):
            state = replace(state, inherited=context.inherited)
        if block.head and is_bracketed(rows[0]) and not is_bracketed(row):
            # （国土交通省航路局長） 橘一葉君 below 政府参考人: a row without brackets
            # is no longer one of them
            state = replace(state, group=None, group_role=None)
        if block.head and block.head.role in SINGLE and attendees:
            state = _below_single(block, state)
        before = rows[i - 1] if i else None
        beside = before is not None and is_beside(row.piece, before.piece)
        shared = beside and not any(units) and _is_of_office(row, state)
        found = make_attendees(row, replace(state, shared=last if shared else ()))
        if attendees and _repeats(row):
            found = _with_office_above(found, attendees[-1], row)
        attendees.extend(found)
        flat = (
            found[0].affiliations[-1].units if found and found[0].affiliations else ()
        )
        if any(units):
            whole = flat and len(flat) > sum(map(len, units))
            state = replace(state, above=(flat,) if whole else units)
        last = flat or (last if shared else ())
    return attendees


def _repeats(row: Row) -> bool:
    """Tell whether 同 is all that stands beside the name: it repeats the office."""
    words = [piece.text for piece in row.affiliation]
    return row.post is None and len(words) == 1 and words[0] in {"同", "〃", "同上"}


def _with_office_above(
    found: tuple[Attendee, ...], above: Attendee, row: Row
) -> tuple[Attendee, ...]:
    """Return *found* with the office of the row *above*, the ditto its evidence."""
    ditto = row.affiliation[0]
    offices = tuple(
        replace(
            one,
            post=replace(one.post, evidence=(*one.post.evidence, ditto.span))
            if one.post
            else None,
        )
        for one in above.affiliations
    )
    return tuple(replace(one, affiliations=offices) for one in found) if offices else found


def _is_of_office(row: Row, state: Context) -> bool:
    """Tell whether *row* is of the office before it: 政策課　津村課長、寺尾係長.

    Officials are; others are where a post without an office is printed.
    """
    words = [row.post, *row.affiliation] if row.post else [*row.affiliation]
    lower = all(_LOWER.fullmatch(piece.text) for piece in words)
    if state.group_role in {Role.SECRETARIAT, Role.OFFICIAL}:
        return lower
    return lower and bool(words) and row.title is None


def _below_single(block: Block, state: Context) -> Context:
    """Return what holds for those below the one whom （委員長） heads."""
    outer = block.outer
    if outer is None:
        return replace(state, group=None, group_role=None)
    group = Grounded(outer.name, Basis.STATED, (outer.piece.span,))
    return replace(state, group=group, group_role=outer.role)


def _unnamed_absences(sections: Iterable[Section]) -> Grounded[int] | None:
    """Return how many were absent, where only that is printed: 欠席委員 二名."""
    for section in sections:
        if section.topic is not Topic.ABSENCE or section.head is None:
            continue
        places = [section.head.value, *(line.piece for line in section.lines)]
        for place in places:
            found = _ABSENT_COUNT.fullmatch(place.text.strip("()")) if place else None
            if place and found:
                value = number(found["number"])
                return Grounded(value, Basis.STATED, (place.span,))
    return None
