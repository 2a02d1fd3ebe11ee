"""Tell from the rosters of all councils whether somebody had left a seat."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.corpus.seen import Seen
from kg.model import Role, Status

_TERM_DAYS = 730
_MOST_ABSENCES = 3
"""Who is in none of more rosters in a row, for longer than a term of two years, had
left the seat."""
_MOST_PROXIES = 2
"""Where rosters list the absent, who is in none of more rosters had left the seat:
somebody may have come for him once or twice without a word of it."""

_LEADS = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})


@dataclass(frozen=True, slots=True)
class Rosters:
    """What the rosters of all councils show, by council.

    *held* are the days on which a record shows who had a seat, *chairs* the days on
    which there was a chair, with who it was. *complete* are the councils whose
    rosters list also who is absent, *proxied* those to which proxies come.
    """

    held: Mapping[str, Sequence[dt.date]]
    chairs: Mapping[str, Sequence[tuple[dt.date, str]]]
    complete: frozenset[str]
    proxied: frozenset[str]


def read_rosters(people: Mapping[str, Sequence[Seen]]) -> Rosters:
    """Return what the rosters show in which *people* are seen."""
    held: dict[str, set[dt.date]] = {}
    absent: dict[str, set[dt.date]] = {}
    chairs: dict[str, list[tuple[dt.date, str]]] = {}
    proxied: set[str] = set()
    for person, seen in people.items():
        for one in seen:
            if one.council and one.of(seat=True):
                held.setdefault(one.council, set()).add(one.day)
                if one.sighting.status is Status.ABSENT:
                    absent.setdefault(one.council, set()).add(one.day)
            if one.sighting.proxy:
                proxied.add(one.council)
            if one.council and one.sighting.role is Role.CHAIR:
                chairs.setdefault(one.council, []).append((one.day, person))
    complete = (one for one in absent if 2 * len(absent[one]) > len(held[one]))
    return Rosters(
        {council: sorted(days) for council, days in held.items()},
        chairs,
        frozenset(complete),
        frozenset(proxied),
    )


def left_between(
    person: str, post: str, before: Seen, after: Seen, rosters: Rosters
) -> bool:
    """Tell whether *person* left the seat *post* between two sightings of it."""
    if not before.posts[post].seat:
        return False
    return _missing_long(before, after, rosters) or _other_chair(
        person, before, after, rosters
    )


def _missing_long(before: Seen, after: Seen, rosters: Rosters) -> bool:
    """Tell whether so many rosters lack who had a seat that it was no absence."""
    days = rosters.held.get(before.council, ())
    between = bisect_left(days, after.day) - bisect_right(days, before.day)
    if before.council in rosters.complete:
        most = _MOST_PROXIES if before.council in rosters.proxied else 0
        return between > most
    long = (after.day - before.day).days > _TERM_DAYS
    return long and between > _MOST_ABSENCES


def _other_chair(person: str, before: Seen, after: Seen, rosters: Rosters) -> bool:
    """Tell whether somebody else took the chair between two sightings of a chair."""
    if before.sighting.role is not Role.CHAIR:
        return False
    return any(
        before.day < day < after.day and who != person
        for day, who in rosters.chairs.get(before.council, ())
    )


def with_seats_told(seen: Sequence[Seen]) -> list[Seen]:
    """Return *seen*, one person's in order, without rows that leave the seat open.

    欠席委員：西村委員, and 委員　西村文之（代理：高橋和奈）, name who is elsewhere the
    座長代理 among the members: the row says that he was absent, not in which seat.
    """
    councils: dict[str, list[Seen]] = {}
    for one in seen:
        councils.setdefault(one.council, []).append(one)
    open_rows = {
        row.sighting.key for rows in councils.values() for row in _seats_open(rows)
    }
    return [one for one in seen if one.sighting.key not in open_rows]


def _seats_open(rows: Sequence[Seen]) -> Iterable[Seen]:
    """Yield the rows of an absent member between rows of the chair or the deputy."""
    told = [one for one in rows if one.of(seat=True) and not _absent_member(one)]
    places = [one.place for one in told]
    for row in rows:
        if _absent_member(row):
            at = bisect_left(places, row.place)
            around = told[max(at - 1, 0) : at + 1]
            if around and all(one.sighting.role in _LEADS for one in around):
                yield row


def _absent_member(one: Seen) -> bool:
    """Tell whether a row lists somebody as an absent member."""
    return one.sighting.status is Status.ABSENT and one.sighting.role is Role.MEMBER
