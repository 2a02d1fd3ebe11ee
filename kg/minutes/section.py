"""Divide a record into its sections by the words that head them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kg.minutes.annex import read_annex, read_titled_head, stands_apart
from kg.minutes.era import find_date
from kg.minutes.headword import RESUMED, Head, Topic, read_glued, read_head
from kg.minutes.line import Line, Piece
from kg.minutes.listing import read_mode_prefix
from kg.minutes.rank import begins, is_cell, is_item, is_over, read_unknown
from kg.minutes.referred import read_referred, refers_to_annex
from kg.minutes.wiped import guess_topic
from kg.minutes.within import (
    closes,
    continue_list,
    heads_present,
    is_paper,
    is_part,
    read_more,
    repeats,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the lines up to the next; the title section has none."""

    topic: Topic
    head: Head | None
    line: Line | None
    lines: tuple[Line, ...] = field(default=())


_LISTS = frozenset({Topic.ATTENDANCE, Topic.ABSENCE})
_TURN = re.compile(r"[^\s:。]{1,12}:.+。$")
_TURNS = 3
"""So many lines below a heading show that it heads turns."""
_SAID = 12
# １　開会のことば below the list of people: the agenda has no heading
_OPENS = re.compile(
    r"^1\s*[.、]?\s*開\s*会(?:\s|$|の?(?:ことば|言葉|宣言|宣告|挨拶|あいさつ))"
)

Opener = Callable[[Line, set[Topic]], bool]
"""Tells whether a line begins the record, given the topics already seen."""


def divide(
    lines: Sequence[Line], opens_record: Opener, opens_roster: Opener
) -> tuple[Section, ...]:
    """Return the sections of *lines*, in order.

    A group heading (■委員) for which *opens_roster* holds begins the roster
    where none is headed 出席者.

    Once the record of what was said has begun (its heading, or the first line
    for which *opens_record* holds), only a heading that fills its line and is
    no part of a discussion ends it: ○ and numbers also start statements there.
    """
    listed = any(heads_present(line) for line in lines)
    division = _Division(opens_record, opens_roster, listed)
    for i, line in enumerate(lines):
        division.add(line, lines[i + 1 : i + 9])
    return division.finish()


@dataclass(slots=True)
class _Division:
    """The sections found so far, and the one that is open."""

    opens_record: Opener
    opens_roster: Opener
    listed: bool
    sections: list[Section] = field(default_factory=list)
    topic: Topic = Topic.TITLE
    head: Head | None = None
    head_line: Line | None = None
    held: list[Line] = field(default_factory=list)
    seen: set[Topic] = field(default_factory=set)
    closed: bool = False
    apart: bool = False
    ended: bool = False
    glued: Head | None = None
    ranked: tuple[Head, Line] | None = None
    annexed: bool = False

    def add(self, line: Line, ahead: Sequence[Line]) -> None:
        """Put *line* into the open section, or begin one; *ahead* comes next."""
        found = self._find(line, ahead)
        if found and found.value and repeats(self.head, found, line):
            self.held.append(replace(line, piece=found.value))
            return
        more = read_more(found, self.topic, self.head, line) if found else None
        if found and more:
            self._goes_on(more, line)
            return
        self.closed = self.closed or (self.topic is Topic.RECORD and closes(line))
        opened = None if found else self._open(line, ahead)
        if not found and not opened:
            self.held.append(line)
            if self.topic is Topic.TITLE and find_date(line.text):
                self.seen.add(Topic.TITLE)
            return
        self._end()
        self.topic = found.topic if found else opened or self.topic
        self.head, self.head_line = (found, line) if found else self._resumed()
        if found and found.style:
            self.ranked = found, line
        self.held = [] if found else [line]
        self.seen.add(self.topic)

    def _goes_on(self, more: Piece, line: Line) -> None:
        """Put *more*, what *line* has beside more of the heading, to the list."""
        if self.held:
            whole = continue_list(self.held[-1].piece, more)
            self.held[-1:] = (
                [replace(self.held[-1], piece=whole)]
                if whole
                else [self.held[-1], replace(line, piece=more)]
            )
        elif self.head and self.head.value:
            whole = continue_list(self.head.value, more)
            self.head = replace(self.head, value=whole) if whole else self.head
            if not whole:
                self.held.append(replace(line, piece=more))

    def finish(self) -> tuple[Section, ...]:
        """Return all the sections that hold something."""
        self._end()
        return tuple(s for s in self.sections if s.head or s.lines)

    def _end(self) -> None:
        """Close the open section."""
        held = tuple(self.held)
        self.apart = self.apart or (
            self.topic in _LISTS and stands_apart(self.head, self.held)
        )
        self.annexed = self.annexed or refers_to_annex(self.head, held)
        self.sections.append(Section(self.topic, self.head, self.head_line, held))

    def _find(self, line: Line, ahead: Sequence[Line]) -> Head | None:
        """Return the heading that *line* is, and that begins a section here."""
        annex = read_referred(line) if self.annexed else None
        if annex:
            self.annexed = False
            return annex
        found = read_head(line)
        if not found and self.topic is Topic.RECORD:
            found = read_titled_head(line) or read_annex(line, ahead)
            self.ended = self.ended or bool(found and not self._awaits_list())
        elif not found and self.topic is Topic.ASIDE:
            found = read_titled_head(line)
        if not found and self.topic is not Topic.RECORD:
            found = read_glued(line, self.glued)
            self.glued = found or self.glued
        if not found:
            return self._unknown(line, ahead)
        if self._heads_turns(found, ahead):
            found = replace(found, topic=Topic.RECORD)
        if self.ended and found.topic in _LISTS:
            return None  # a second list, of those whom the first one names
        lists_after = found.topic in _LISTS and (self.closed or self._listless(found))
        part = (
            not (lists_after or begins(found, self.topic, self.seen))
            or is_item(found, self.head, self.held, self.seen)
            or is_cell(found, self.topic, line, self.held)
            or is_paper(found, self.head, ahead)
            # （会場） among those present heads a part of the list
            or (self.topic in _LISTS and read_mode_prefix(line.piece) is not None)
        )
        return None if part else found

    def _heads_turns(self, head: Head, ahead: Sequence[Line]) -> bool:
        """Tell whether 「記録」 alone, below a list of people, heads what was said.

        Beside a name it says who took the minutes: 「記録　橘」.
        """
        if head.word != "記録" or head.value or not self.seen & _LISTS:
            return False
        return sum(_TURN.match(line.text) is not None for line in ahead) >= _TURNS

    def _listless(self, head: Head) -> bool:
        """Tell whether *head* is the one list of a record whose roster ends it."""
        whole = head.value is None and head.word not in {"出席", "欠席"}
        return self._awaits_list() and whole and self.topic is Topic.RECORD

    def _awaits_list(self) -> bool:
        """Tell whether no list of people was seen, or one that says it stands apart."""
        return self.apart or not self.seen & _LISTS

    def _unknown(self, line: Line, ahead: Sequence[Line]) -> Head | None:
        """Return a heading in words that no list holds, of the rank of the last."""
        if self.head is None or self.ranked is None:
            return None
        if self.topic in {Topic.RECORD, *_LISTS}:
            return None
        found = read_unknown(line, self.ranked, self.held, ahead, self.seen)
        if found and self.topic is Topic.AGENDA and is_part(found):
            return None
        planned = found is not None and "予定" in found.word
        listed = found and found.count is not None and found.topic is Topic.ASIDE
        if found and listed and not planned and self.opens_roster(line, set()):
            return replace(found, topic=Topic.ATTENDANCE)  # ５　事務局
        return found

    def _open(self, line: Line, ahead: Sequence[Line]) -> Topic | None:
        """Return the topic that *line* opens without a heading of its own."""
        if self.topic is Topic.RECORD:
            return None
        spoken = self._is_spoken(line, ahead) or self._is_said_below(line, ahead)
        if spoken or self.opens_record(line, self.seen):
            return Topic.RECORD
        if self.topic not in {Topic.TITLE, Topic.AGENDA} and _OPENS.match(line.text):
            return Topic.AGENDA
        if self._lists(line, ahead):
            return Topic.ATTENDANCE
        if any(section.head for section in self.sections) or self.head:
            return None
        return guess_topic(line, ahead, self.topic, self.held, self.seen)

    def _lists(self, line: Line, ahead: Sequence[Line]) -> bool:
        """Tell whether *line* is of those present, under no heading of its own."""
        early = self.topic in {Topic.TITLE, Topic.NAME, Topic.DATE, Topic.VENUE}
        if early and not self.listed and self.opens_roster(line, self.seen):
            return True
        return is_over(self.head, self.head_line, self.held, [line, *ahead])

    def _is_spoken(self, line: Line, ahead: Sequence[Line]) -> bool:
        """Tell whether a whole sentence shows that the lists of the head are over.

        It stands on the line, or below the name of who said it.
        """
        listed = self.topic in {Topic.AGENDA, Topic.HANDOUTS} and self.seen & _LISTS
        if not listed or not self.held or not line.after_blank:
            return False
        said = (line.text, *(other.text for other in ahead[:1]))
        return any(text.endswith("。") and len(text) >= _SAID for text in said)

    def _is_said_below(self, line: Line, ahead: Sequence[Line]) -> bool:
        """Tell whether *line* is the label of the sentence in the line below it.

        【橘座長】 alone ends a list of people that no heading of the record follows.
        """
        if self.topic not in _LISTS or not self.held or not line.after_blank:
            return False
        said = ahead[0] if ahead else None
        if said is None or not said.text.endswith("。") or len(said.text) < _SAID:
            return False
        both = replace(line, piece=line.piece.joined(said.piece))
        return "。" not in line.text and self.opens_record(both, self.seen)

    def _resumed(self) -> tuple[Head | None, Line | None]:
        """Return the heading that holds again where a list of those present goes on."""
        if self.topic is not Topic.ATTENDANCE:
            return None, None
        last = [s for s in self.sections if s.topic is Topic.ATTENDANCE and s.head]
        if not last or last[-1].head is None:
            return None, None
        return replace(last[-1].head, value=None, style=RESUMED), last[-1].line
