"""Divide a record into its sections by the words that head them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.minutes.era import find_date
from kg.minutes.headword import RESUMED, Head, Topic, read_head
from kg.minutes.line import Line


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the lines up to the next; the title section has none."""

    topic: Topic
    head: Head | None
    line: Line | None
    lines: tuple[Line, ...] = field(default=())


Opener = Callable[[Line, set[Topic]], bool]
"""Tells whether a line begins the record, given the topics already seen."""


def divide(
    lines: Iterable[Line], opens_record: Opener, opens_roster: Opener
) -> tuple[Section, ...]:
    """Return the sections of *lines*, in order.

    A group heading (■委員) for which *opens_roster* holds begins the roster
    where none is headed 出席者.

    Once the record of what was said has begun (its heading, or the first line
    for which *opens_record* holds), only a heading that fills its line and is
    no part of a discussion ends it: ○ and numbers also start statements there.
    """
    sections: list[Section] = []
    head: Head | None = None
    head_line: Line | None = None
    topic = Topic.TITLE
    held: list[Line] = []
    seen: set[Topic] = set()
    for line in lines:
        found = read_head(line)
        if found and (_is_item(found, head) or not _begins(found, topic, seen)):
            found = None
        opened = _opened(line, topic, seen, opens_record, opens_roster)
        if (
            not found
            and not opened
            and _is_over(head, head_line, line, listed=_is_indented(held, head_line))
        ):
            opened = Topic.ATTENDANCE
        if not found and not opened:
            held.append(line)
            if topic is Topic.TITLE and find_date(line.text):
                seen.add(Topic.TITLE)
            continue
        sections.append(Section(topic, head, head_line, tuple(held)))
        topic = found.topic if found else opened or topic
        head, head_line = (found, line) if found else _resumed(topic, sections)
        held = [] if found else [line]
        seen.add(topic)
    sections.append(Section(topic, head, head_line, tuple(held)))
    return tuple(s for s in sections if s.head or s.lines)


def _is_over(
    head: Head | None, head_line: Line | None, line: Line, *, listed: bool
) -> bool:
    """Tell whether *line* is no more of the absences: 「欠席委員　渚」 is one line.

    Only lines that stand further in go on with it; others are of those present.
    """
    if head is None or head_line is None or head.topic is not Topic.ABSENCE:
        return False
    none = head.note is not None and re.search(r"なし|無し|[(]?0[名人]", head.note.text)
    if none or (head.value is not None and re.match(r"なし|無し", head.value.text)):
        return True
    beside = head.value is not None or listed
    return beside and line.indent <= head_line.indent


def _is_indented(held: Sequence[Line], head_line: Line | None) -> bool:
    """Tell whether the lines of a list stand further in than its heading."""
    return (
        bool(held)
        and head_line is not None
        and all(line.indent > head_line.indent for line in held)
    )


def _resumed(
    topic: Topic, sections: Sequence[Section]
) -> tuple[Head | None, Line | None]:
    """Return the heading that holds again where a list of those present goes on."""
    if topic is not Topic.ATTENDANCE:
        return None, None
    last = [s for s in sections if s.topic is Topic.ATTENDANCE and s.head]
    if not last or last[-1].head is None:
        return None, None
    return replace(last[-1].head, value=None, style=RESUMED), last[-1].line


def _is_item(head: Head, above: Head | None) -> bool:
    """Tell whether *head* is an item of the agenda above it: 「3. 意見交換」.

    It is where this one has a number and the agenda's own heading another kind of
    number, or none.
    """
    if above is None or above.topic is not Topic.AGENDA:
        return False
    return "1" in head.style and head.style != above.style


def _opened(
    line: Line, topic: Topic, seen: set[Topic], record: Opener, roster: Opener
) -> Topic | None:
    """Return the topic that *line* opens without a heading of its own."""
    if topic is Topic.RECORD:
        return None
    if record(line, seen):
        return Topic.RECORD
    if topic in {Topic.TITLE, Topic.DATE, Topic.VENUE} and roster(line, seen):
        return Topic.ATTENDANCE
    return None


def _begins(head: Head, topic: Topic, seen: set[Topic]) -> bool:
    """Tell whether *head* begins a section within a section of *topic*."""
    if head.topic is Topic.RECORD:
        # 議事録 above the date is the title, 意見交換 in the record a part of it
        return bool(seen - {Topic.TITLE, Topic.RECORD}) and topic is not Topic.RECORD
    if topic is Topic.RECORD:
        alone = head.value is None
        return alone and (
            head.topic is Topic.ASIDE or (head.strong and head.topic is Topic.HANDOUTS)
        )
    if head.topic is Topic.AGENDA and topic is Topic.HANDOUTS and head.bulleted:
        return False  # ・議事次第 is the first of the handouts
    if head.topic is Topic.AGENDA and topic is Topic.AGENDA:
        return head.value is None
    return head.strong or head.value is None or head.topic is not Topic.HANDOUTS
