"""Put the meetings of each council in order, and find what is missing among them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.model import GapKind, MeetingSighting, SeriesGap
from kg.model.identifier import mint

_APRIL = 4
_BEGINNING = 3
"""A number that is at most this begins the numbers of a year anew."""


def order_meetings(
    meetings: Iterable[MeetingSighting],
) -> dict[str, tuple[MeetingSighting, ...]]:
    """Return the dated meetings of each council in order of time, by council.

    Two records of one meeting stand side by side, the path decides.
    """
    councils: dict[str, list[MeetingSighting]] = {}
    for meeting in meetings:
        if meeting.council is not None and meeting.date is not None:
            councils.setdefault(meeting.council, []).append(meeting)
    return {
        council: tuple(sorted(councils[council], key=_when))
        for council in sorted(councils)
    }


def successions(series: Sequence[MeetingSighting]) -> Iterator[tuple[str, str]]:
    """Yield each meeting of an ordered *series* with the one that comes next.

    Records of one meeting are one place in the series, and all of them lead on.
    """
    places: list[list[MeetingSighting]] = []
    for meeting in series:
        if places and _is_one(places[-1][0], meeting):
            places[-1].append(meeting)
        else:
            places.append([meeting])
    for these, those in pairwise(places):
        yield from ((one.path, other.path) for one in these for other in those)


def find_gaps(series: Sequence[MeetingSighting]) -> Iterator[SeriesGap]:
    """Yield what is wrong with the numbers of an ordered *series*.

    What came before the first number and after the last is not known to lack.
    """
    for run in _runs([one for one in series if one.number is not None]):
        yield from _missing(run)
        yield from _doubled(run)
        yield from _against_order(run)


def _runs(series: Sequence[MeetingSighting]) -> list[list[MeetingSighting]]:
    """Part a series where its numbers begin anew: 令和６年度第１回 after 第４回."""
    runs: list[list[MeetingSighting]] = []
    for meeting in series:
        if not runs or _begins(meeting, runs[-1]):
            runs.append([])
        runs[-1].append(meeting)
    return runs


def _begins(meeting: MeetingSighting, run: Sequence[MeetingSighting]) -> bool:
    """Tell whether *meeting* begins the numbers of another year."""
    highest = max(one.number or 0 for one in run)
    number = meeting.number or 0
    other_year = _fiscal_year(meeting) != _fiscal_year(run[-1])
    return other_year and number <= _BEGINNING and number <= highest


def _fiscal_year(meeting: MeetingSighting) -> int:
    """Return the year from April to March that *meeting* was held in."""
    day = meeting.date or dt.date.min
    return day.year - (day.month < _APRIL)


def _missing(run: Sequence[MeetingSighting]) -> Iterator[SeriesGap]:
    """Yield the numbers that no record has, those that follow each other as one."""
    numbers = {one.number: one for one in run if one.number is not None}
    for low, high in pairwise(sorted(numbers)):
        lacking = tuple(range(low + 1, high))
        if lacking:
            around = (numbers[low].path, numbers[high].path)
            yield _gap(run, GapKind.MISSING, lacking, around)


def _doubled(run: Sequence[MeetingSighting]) -> Iterator[SeriesGap]:
    """Yield each number that meetings of two days have."""
    days: dict[int, dict[dt.date | None, str]] = {}
    for one in run:
        days.setdefault(one.number or 0, {}).setdefault(one.date, one.path)
    for number in sorted(days):
        if len(days[number]) > 1:
            paths = tuple(days[number].values())
            yield _gap(run, GapKind.DOUBLED, (number,), paths)


def _against_order(run: Sequence[MeetingSighting]) -> Iterator[SeriesGap]:
    """Yield the neighbours in number of which the later one has the earlier day."""
    ordered = sorted(run, key=lambda one: (one.number or 0, _when(one)))
    for one, other in pairwise(ordered):
        if one.number != other.number and _when(one)[0] > _when(other)[0]:
            numbers = (one.number or 0, other.number or 0)
            yield _gap(run, GapKind.ORDER, numbers, (one.path, other.path))


def _gap(
    run: Sequence[MeetingSighting],
    kind: GapKind,
    numbers: tuple[int, ...],
    paths: tuple[str, ...],
) -> SeriesGap:
    """Return a gap with an id of its content."""
    council = run[0].council or ""
    key = f"{council} {kind} {numbers} {' '.join(paths)}"
    return SeriesGap(mint("gap", key), council, kind, numbers, paths)


def _when(meeting: MeetingSighting) -> tuple[str, str, int, str]:
    """Return the place of a meeting in its series."""
    day = meeting.date.isoformat() if meeting.date else ""
    start = meeting.start.isoformat() if meeting.start else ""
    return day, start, meeting.number or 0, meeting.path


def _is_one(meeting: MeetingSighting, other: MeetingSighting) -> bool:
    """Tell whether two records, neighbours in time, tell of one meeting."""
    same_number = meeting.number == other.number
    return meeting.date == other.date and same_number and meeting.path != other.path
