"""Part a file that holds the records of several meetings, one after the other."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.calendar import NUMERAL, number
from kg.minutes.era import find_date
from kg.minutes.headword import Topic, read_head
from kg.minutes.line import Line, Piece

_NUMBERED = re.compile(rf"第\s*(?P<number>{NUMERAL})\s*回(?!国会)")
# 第１回・第２回, 第３回及び第４回
_SEVERAL = re.compile(
    rf"第\s*{NUMERAL}\s*回(?:\s*(?:・|、|,|及び|と|/)\s*第\s*{NUMERAL}\s*回)+"
)
_ALONE = re.compile(rf"[■●◆○【<〈\[(\s]*第\s*(?P<number>{NUMERAL})\s*回[】>〉\])\s]*")
_NAMED = re.compile(
    r"会議|委員会|審議会|部会|検討会|懇談会|研究会|協議会|議事要旨|議事録|議事概要|会議録|分科会"
)
_LONGEST = 60
_NEAR = 8


def part_meetings(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each meeting; what stands before the first title is its.

    A second meeting begins at a title with a number of its own, below which its
    own day and its own list of those present stand. A title that comes again
    (at the top of a page) begins none, nor does 「第４回部会・第２回部会合同会議」.
    """
    whole = _whole_title(lines)
    if whole:
        lines = _with_names(lines, *whole)
    counts = whole[1] if whole else frozenset[int]()
    titles = [(i, n) for i, line in enumerate(lines) if (n := _title(line, counts))]
    if len({count for _, count in titles}) < 2:  # noqa: PLR2004 - one, or none
        return (tuple(lines),)
    lists = [i for i, line in enumerate(lines) if _lists(line)]
    starts: list[int] = []
    numbers: set[int] = set()
    for place, (index, count) in enumerate(titles):
        if count in numbers:
            continue
        others = (i for i, n in titles[place + 1 :] if n != count)
        end = next(others, len(lines))
        listed = bisect_left(lists, index) < bisect_left(lists, end)
        if listed and _is_dated(lines[index + 1 : min(end, index + _NEAR)]):
            starts.append(index)
            numbers.add(count)
    if len(starts) < 2:  # noqa: PLR2004 - one meeting, or none
        return (tuple(lines),)
    edges = [*starts, len(lines)]
    return tuple(tuple(lines[begin:end]) for begin, end in pairwise(edges))


def _whole_title(lines: Sequence[Line]) -> tuple[Piece, frozenset[int]] | None:
    """Return the name and the numbers of a title over several meetings, or None.

    令和６年度　第１回・第２回　橘会議　議事録 stands over the parts 第１回 and 第２回.
    """
    for line in lines[:_NEAR]:
        found = _SEVERAL.search(line.text)
        if found and _NAMED.search(line.text):
            before = line.piece.part(0, found.start())
            after = line.piece.part(found.end())
            counts = (number(one["number"]) for one in _NUMBERED.finditer(line.text))
            return (before.joined(after) if before else after), frozenset(counts)
    return None


def _with_names(
    lines: Sequence[Line], name: Piece, counts: frozenset[int]
) -> tuple[Line, ...]:
    """Return *lines* with the *name* of the meeting below each 「第２回」 alone."""
    named: list[Line] = []
    for line in lines:
        named.append(line)
        if _alone(line, counts):
            named.append(replace(line, piece=name, after_blank=False))
    return tuple(named)


def _alone(line: Line, counts: frozenset[int]) -> int | None:
    """Return the number of 「第２回」 where the title has it among its *counts*."""
    found = _ALONE.fullmatch(line.text)
    count = number(found["number"]) if found else None
    return count if count in counts else None


def _title(line: Line, counts: frozenset[int]) -> int | None:
    """Return the number of the meeting where *line* is the title of a record."""
    if alone := _alone(line, counts):
        return alone
    numbers = {number(found["number"]) for found in _NUMBERED.finditer(line.text)}
    plain = len(line.text) <= _LONGEST and "。" not in line.text
    if len(numbers) != 1 or not plain or not _NAMED.search(line.text):
        return None
    return numbers.pop()


def _lists(line: Line) -> bool:
    """Tell whether *line* heads those present."""
    head = read_head(line)
    return head is not None and head.topic is Topic.ATTENDANCE


def _is_dated(near: Sequence[Line]) -> bool:
    """Tell whether the lines right below a title give its day."""
    return any(
        (head := read_head(line)) is not None and head.topic is Topic.DATE
        for line in near
    ) or any(find_date(line.text) and len(line.text) < _LONGEST for line in near)
