"""Read when a meeting was: the day, when it opened, when it closed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from kg.minutes.era import Found, find_date, find_day, find_times
from kg.minutes.headword import Topic
from kg.minutes.line import Line, Piece
from kg.minutes.place import section_values
from kg.minutes.section import Section
from kg.model import Basis, Grounded

_OPENING = re.compile(r"開会|開議|開催|開始|開式|^自")
_CLOSING = re.compile(r"閉会|散会|終了|延会|閉議|終会|^至")
_BREAK = re.compile(r"休憩|再開|中断")
# the page of a site says when it was changed
_EDITED = re.compile(r"更新|公開日|掲載|登録日|印刷|作成日|ページ|公表日|発行|現在")
_LONGEST = 24
"""Longer than 「午前十時五分休憩」 is a sentence within a speech."""


@dataclass(frozen=True, slots=True)
class When:
    """A day with the times beside it, and where they stand."""

    day: Grounded[date] | None
    start: Grounded[time] | None
    end: Grounded[time] | None
    words: str | None


def read_when(sections: Sequence[Section], lines: Sequence[Line], title: str) -> When:
    """Return day and times: under their heading, else in the lines of the head.

    The days of a discussion are no meeting days, so the record is not searched;
    開会 and 散会 lines are, for the times. *title* may hold the year.
    """
    dated = section_values(sections, Topic.DATE)
    head = [
        line.piece
        for section in sections
        if section.topic in {Topic.TITLE, Topic.NAME}
        for line in section.lines
    ]
    head = [piece for piece in head if not _EDITED.search(piece.text)]
    sitting = None if any(map(_holds_day, dated)) else _sitting_day(sections)
    for piece in (*dated, *([sitting] if sitting else []), *head):
        day = find_date(piece.text)
        if not day and (piece in dated or re.search(r"\(\d+月\d+日", piece.text)):
            day = find_day(piece.text, title)
        if day:
            return _with_times(piece, day, dated if piece in dated else head, lines)
    start, end = _sitting_times(lines)
    if dated:
        start, end = _times(dated) if not start else (start, end)
    return When(None, start, end, dated[0].text if dated else None)


def _holds_day(piece: Piece) -> bool:
    """Tell whether a day stands in *piece*, with or without its year."""
    return re.search(r"[月/.\-]\s*[\d一二三四五六七八九十]+", piece.text) is not None


def _sitting_day(sections: Sequence[Section]) -> Piece | None:
    """Return the day right above 「午後一時開議」: other days above it are of changes.

    昭和二十二年十一月十三日、小委員を選定した。 is no day of this meeting.
    """
    lines: list[Line] = []
    for section in sections:
        if section.topic is not Topic.RECORD:
            lines.extend([section.line] if section.line else [])
            lines.extend(section.lines)
    first = 12
    for line in lines[:first]:
        opened = re.search(r"開会|開議", _close(line.text)) and find_times(line.text)
        if opened and find_date(line.text) and len(line.text) <= 2 * _LONGEST:
            return line.piece
    for above, below in pairwise(lines):
        opens = find_times(below.text) and re.search(r"開会|開議", _close(below.text))
        short = len(above.text) <= _LONGEST and len(below.text) <= _LONGEST
        if opens and short and find_date(above.text):
            return above.piece
    return None


def _with_times(
    piece: Piece, day: Found[date], others: Sequence[Piece], lines: Sequence[Line]
) -> When:
    """Return *day* with the times beside it, below it, or of 開会 and 散会."""
    grounded = Grounded(day.value, Basis.STATED, (piece.part(day.start, day.end).span,))
    after = [other for other in others if other.start > piece.start]
    start, end = _times([piece.part(day.end), *after])
    opened, closed = _sitting_times(lines)
    return When(grounded, start or opened, end or closed, piece.text)


def _times(
    places: Sequence[Piece],
) -> tuple[Grounded[time] | None, Grounded[time] | None]:
    """Return when the meeting opened and closed, from the lines about its day.

    自 午後2時 and 至 午後3時40分, or 開会, 休憩, 再開 and 散会, may have a line each.
    """
    start = end = None
    for place in places:
        times = find_times(place.text)
        words = _close(place.text)
        if not times or (_BREAK.search(words) and not _OPENING.search(words)):
            continue
        if start and _is_other_day(place.text):
            break  # another day
        single = len(times) == 1
        if single and _CLOSING.search(words) and not _OPENING.search(words):
            end = end or _ground(place, times[0])
        elif start is None:
            start = _ground(place, times[0])
            end = end or (None if single else _ground(place, times[-1]))
        elif end is None and single:
            end = _ground(place, times[0])
    return start, end


def _is_other_day(text: str) -> bool:
    """Tell whether *text* names a day of a month: 4月10日 13時から."""
    return re.search(r"\d+\s*月\s*\d+\s*日", text) is not None


def _sitting_times(
    lines: Sequence[Line],
) -> tuple[Grounded[time] | None, Grounded[time] | None]:
    """Return when the meeting opened and closed, from 午前十時開会 and 午後三時散会."""
    start = end = None
    for line in lines:
        times = find_times(line.text)
        if not times:
            continue
        day = find_date(line.text)
        if len(line.text) - (day.end - day.start if day else 0) > _LONGEST:
            continue
        words = _close(line.text)
        if not start and _OPENING.search(words):
            start = _ground(line.piece, times[0])
        elif re.search(r"閉会|散会|終了|閉議|終会", words):
            end = _ground(line.piece, times[-1])
    return start, end


def _close(text: str) -> str:
    """Return *text* without blanks: 「散　会　午後２時３１分」."""
    return re.sub(r"\s", "", text)


def _ground(piece: Piece, found: Found[time]) -> Grounded[time]:
    """Return a time with its place."""
    return Grounded(
        found.value, Basis.STATED, (piece.part(found.start, found.end).span,)
    )
