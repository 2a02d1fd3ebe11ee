"""Read who was there: sections of a roster become attendees on every axis."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.calendar import number
from kg.minutes.attendance import read_attendees
from kg.minutes.axis import Context
from kg.minutes.bare import is_called
from kg.minutes.block import Block, part_blocks
from kg.minutes.choice import choose_rows
from kg.minutes.headword import Topic
from kg.minutes.legend import IN_ROOM, ONLINE, UNMARKED, is_legend, read_legend
from kg.minutes.legend_proxy import with_legend_proxies
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.section import Section
from kg.minutes.stand_in import with_stand_ins
from kg.minutes.summoned import without_summoned
from kg.minutes.surroundings import read_context
from kg.minutes.table import is_table_line, read_table
from kg.minutes.told import tell_modes
from kg.model import Attendee, Basis, Grounded, Group, LegendEntry, Span

# 場所：会議室／オンライン（※はオンライン参加）
_BRACKET = re.compile(r"\([^()]+\)")
_LISTS = frozenset({Topic.ATTENDANCE, Topic.ABSENCE})
_MARKED_NOTE = re.compile(r"(?:>\s*)?(?P<note>[▲△◎○●☆★※*]\s*印[^。]{2,30})。")
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


@dataclass(slots=True)
class _Printed:
    """What the lists print, list by list; *told* are whole sentences on some."""

    attendees: list[Attendee] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    remarks: list[Span] = field(default_factory=list)
    unplaced: list[Span] = field(default_factory=list)
    tables: list[Span] = field(default_factory=list)
    told: list[Piece] = field(default_factory=list)


def read_roster(sections: Sequence[Section], lexicon: Lexicon) -> Roster:
    """Return the attendees, groups and legends that *sections* print.

    The legend is that of the whole roster: it is often printed over the first
    list only, or behind the last one, and its marks stand in all of them.
    """
    rosters = [s for s in sections if s.topic in _LISTS]
    lines = _legend_lines(sections, rosters, lexicon)
    legend = read_legend(lines, lexicon)
    marked = _marks_modes(legend, _lines(rosters))
    printed = _Printed()
    for section in rosters:
        called = is_called(section.lines)
        for block in part_blocks(section, lexicon):
            context = read_context(block, legend, lexicon)
            context = replace(context, modes_are_marked=marked)
            _add(printed, block, context, called=called)
    present, summoned = without_summoned(printed.attendees)
    named, by_mark = with_legend_proxies(present, lines, lexicon)
    joined, stood_in = with_stand_ins(named, printed.told, lexicon)
    rest = [piece for piece in printed.told if piece.span not in stood_in]
    told = tell_modes(joined, rest, lexicon)
    unplaced = [span for span in printed.unplaced if span not in by_mark]
    return Roster(
        tuple(replace(one, position=i) for i, one in enumerate(told.attendees, 1)),
        tuple(printed.groups),
        legend,
        _unnamed_absences(rosters),
        (*printed.remarks, *told.placed, *by_mark, *stood_in, *summoned),
        (*unplaced, *(span for span in told.unplaced if span not in by_mark)),
        tuple(printed.tables),
    )


def _add(printed: _Printed, block: Block, context: Context, *, called: bool) -> None:
    """Add what *block* prints, in a section whose rows 君 ends or not (*called*)."""
    if block.head:
        printed.groups.append(Group(block.head.name, block.head.piece.span))
    choice = choose_rows(block.items, context.lexicon, called=called)
    table = read_table(block.table, context.lexicon)
    if table:
        printed.tables.extend(line.piece.span for line in block.table)
    rows = (*table, *choice.rows)
    if not any(row.marks for row in rows):  # 無印 tells of lists that have marks
        legend = tuple(one for one in context.legend if one.mark != UNMARKED)
        context = replace(context, legend=legend)
    unread = [item for item in block.items if item.span in choice.unplaced]
    printed.attendees.extend(read_attendees(block, rows, context, unread))
    printed.remarks.extend(choice.remarks)
    printed.unplaced.extend(choice.unplaced)
    printed.told.extend(choice.told)


def _lines(rosters: Sequence[Section]) -> list[Line]:
    """Return the lines of the lists with those of their headings."""
    return [line for s in rosters for line in (*_head_line(s), *s.lines)]


def _legend_lines(
    sections: Sequence[Section], rosters: Sequence[Section], lexicon: Lexicon
) -> list[Line]:
    """Return where a legend may stand: in the lists, or alone on any line."""
    elsewhere = [
        line
        for section in sections
        if section.topic not in _LISTS
        for line in map(_first_sentence, section.lines)
        if is_legend(line, lexicon)
    ]
    beside = [
        replace(section.line, piece=section.line.piece.match(found))
        for section in sections
        if section.topic in {Topic.VENUE, Topic.DATE} and section.line
        for found in _BRACKET.finditer(section.line.text)
    ]
    brackets = [line for line in beside if is_legend(line, lexicon)]
    return [*brackets, *_lines(rosters), *elsewhere]


def _first_sentence(line: Line) -> Line:
    """Return *line* up to its first 。: > ▲印は遠隔での参加。問い合わせ：庶務課."""
    found = _MARKED_NOTE.match(line.text)
    return replace(line, piece=line.piece.match(found, "note")) if found else line


def _marks_modes(legend: Sequence[LegendEntry], lines: Sequence[Line]) -> bool:
    """Tell whether who came online is marked: by the legend, or in a table's cell."""
    cells = (
        cell for line in lines if is_table_line(line) for cell in line.text.split("|")
    )
    meanings = [entry.meaning for entry in legend if entry.mark != UNMARKED]
    if any(IN_ROOM.fullmatch(words) for words in meanings):
        return False  # ○：会場 △：オンライン: who has neither mark may be anywhere
    return any(ONLINE.search(words) for words in (*meanings, *cells))


def _head_line(section: Section) -> tuple[Line, ...]:
    """Return the heading's line, where a legend may stand."""
    return (section.line,) if section.line else ()


def _unnamed_absences(sections: Iterable[Section]) -> Grounded[int] | None:
    """Return how many were absent, where only that is printed: 欠席委員 二名."""
    for section in sections:
        if section.topic is not Topic.ABSENCE or section.head is None:
            continue
        beside = None if section.lines else section.head.value
        places = [beside, *(line.piece for line in section.lines)]
        for place in places:
            found = _ABSENT_COUNT.fullmatch(place.text.strip("()")) if place else None
            if place and found:
                value = number(found["number"])
                return Grounded(value, Basis.STATED, (place.span,))
    return None
