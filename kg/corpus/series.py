"""Put the meetings of each council in order, and find what is missing among them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from kg.model import GapKind, MeetingSighting, SeriesGap
from kg.model.identifier import mint

Session: TypeAlias = tuple[str | None, dt.date | None, int | None]
"""What all records of one meeting share: the council, the day, the number."""

_APRIL = 4
_BEGINNING = 3
"""A number that is at most this begins the numbers of a year anew."""
_WIDEST = 500
"""No council's records leave out more meetings in a row: 第20240515回 is misread."""


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
        council: tuple(
            meeting for place in _places(councils[council]) for meeting in place
        )
        for council in sorted(councils)
    }


def successions(series: Iterable[MeetingSighting]) -> Iterator[tuple[str, str]]:
    """Yield each meeting of a council's *series* with the one that comes next.

    Records of one meeting are one place in the series, and all of them lead on.
    """
    for these, those in pairwise(_places(series)):
        yield from ((one.path, other.path) for one in these for other in those)


def tell_sessions(meetings: Iterable[MeetingSighting]) -> Mapping[str, Session]:
    """Return for the path of each record which meeting it is of.

    A record without a number is of the one meeting of its council that has a
    number and its day, if there is just one: a 議事要旨 beside the 議事録 of 第５回.
    """
    found = tuple(meetings)
    numbers: dict[tuple[str | None, dt.date | None], set[int]] = {}
    for one in found:
        if one.number is not None:
            numbers.setdefault((one.council, one.date), set()).add(one.number)
    sessions: dict[str, Session] = {}
    for one in found:
        others = numbers.get((one.council, one.date), set())
        alone = min(others) if len(others) == 1 and one.date and one.council else None
        number = alone if one.number is None else one.number
        sessions[one.path] = (one.council, one.date, number)
    return sessions


def _places(meetings: Iterable[MeetingSighting]) -> list[list[MeetingSighting]]:
    """Return the records of each meeting, the meetings in order of time.

    Only one of them may print when it began: a 議事録 says 10時00分～, its 議事要旨
    names the day.
    """
    found = sorted(meetings, key=_when)
    sessions = tell_sessions(found)
    places: dict[Session, list[MeetingSighting]] = {}
    for meeting in found:
        places.setdefault(sessions[meeting.path], []).append(meeting)
    return [places[one] for one in sorted(places, key=lambda s: _begin(places[s]))]


def _begin(place: Sequence[MeetingSighting]) -> tuple[str, str, int, str]:
    """Return when a meeting began, by those of its records that tell."""
    starts = [one.start.isoformat() for one in place if one.start is not None]
    day, _, number, path = max(_when(one) for one in place)
    return day, min(starts, default=""), number, path


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
    """Tell whether *meeting* begins the numbers of another year.

    Councils count by fiscal year (令和６年度第１回) or by calendar year.
    A second 第２回 right after the first is doubled in any year.
    """
    number = meeting.number or 0
    highest = max(one.number or 0 for one in run)
    lower = number < highest or number == highest == 1
    return _years(meeting) != _years(run[-1]) and lower and number <= _BEGINNING


def _years(meeting: MeetingSighting) -> tuple[int, int]:
    """Return the calendar year and the year from April that *meeting* was held in."""
    day = meeting.date or dt.date.min
    return day.year, day.year - (day.month < _APRIL)


def _missing(run: Sequence[MeetingSighting]) -> Iterator[SeriesGap]:
    """Yield the numbers that no record has, those that follow each other as one."""
    numbers = {one.number: one for one in run if one.number is not None}
    for low, high in pairwise(sorted(numbers)):
        lacking = range(low + 1, high)
        if 0 < len(lacking) <= _WIDEST:
            around = (numbers[low].path, numbers[high].path)
            yield _gap(run, GapKind.MISSING, tuple(lacking), around)


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
