"""Part a file that holds the records of several meetings, one after the other."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from kg.calendar import NUMERAL, number
from kg.minutes.era import find_date
from kg.minutes.headword import Topic, read_head
from kg.minutes.line import Line

_NUMBERED = re.compile(rf"第\s*(?P<number>{NUMERAL})\s*回(?!国会)")
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
    titles = [(i, n) for i, line in enumerate(lines) if (n := _title(line)) is not None]
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


def _title(line: Line) -> int | None:
    """Return the number of the meeting where *line* is the title of a record."""
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
