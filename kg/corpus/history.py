"""Tell how long each post was seen, and between which meetings one changed.

Minutes attest days. An interval is "at least" from the first to the last of them,
and no wider: a record that contradicts the post parts it, and so do rosters of a
council, one after the other, without who had a seat there.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.corpus.names import post_ids
from kg.corpus.series import (
    Session,
    find_gaps,
    order_meetings,
    successions,
    tell_sessions,
)
from kg.model import (
    DocumentReading,
    History,
    Identities,
    PersonSighting,
    PostChange,
    PostSighting,
    Role,
    Tenure,
)
from kg.model.identifier import mint

_MOST_ABSENCES = 3
"""Who is in none of more rosters in a row, also not as absent, had left the seat."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A dated sighting of a person, with the posts by their ids in the corpus.

    *session* is the meeting, which several records may show.
    """

    sighting: PersonSighting
    day: dt.date
    session: Session
    posts: Mapping[str, PostSighting]

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Where it stands among others."""
        start = self.sighting.start.isoformat() if self.sighting.start else ""
        number = self.sighting.number or 0
        return self.day.isoformat(), start, number, self.sighting.key

    def of(self, *, seat: bool) -> frozenset[str]:
        """Return the ids of the seats, or of the other posts."""
        return frozenset(key for key, one in self.posts.items() if one.seat == seat)


def tell_history(
    documents: Sequence[DocumentReading], identities: Identities
) -> History:
    """Return what the order of all meetings in *documents* shows."""
    meetings = [one for document in documents for one in document.meetings]
    series = order_meetings(meetings)
    people = _people(documents, identities, tell_sessions(meetings))
    chairs, held = _chairs(people), _held(people)
    tenures = [
        one
        for person in people
        for one in _tenures(person, people[person], chairs, held)
    ]
    changes = [one for person in people for one in _changes(person, people[person])]
    return History(
        successions=tuple(p for one in series.values() for p in successions(one)),
        gaps=tuple(gap for one in series.values() for gap in find_gaps(one)),
        tenures=tuple(sorted(tenures, key=lambda one: one.id)),
        changes=tuple(sorted(changes, key=lambda one: one.id)),
    )


def _people(
    documents: Iterable[DocumentReading],
    identities: Identities,
    sessions: Mapping[str, Session],
) -> dict[str, list[Seen]]:
    """Return the dated sightings of each person in order of time."""
    sightings = {one.key: one for d in documents for one in d.people}
    found: dict[str, list[Seen]] = {}
    for person in identities.people:
        seen = []
        for key in person.sightings:
            one = sightings[key]
            if one.date is not None:
                ids = (new for _, new in post_ids(one, person.id))
                posts = dict(zip(ids, one.posts, strict=True))
                seen.append(Seen(one, one.date, sessions[one.meeting], posts))
        found[person.id] = sorted(seen, key=lambda one: one.place)
    return found


def _chairs(people: Mapping[str, Sequence[Seen]]) -> dict[str, list[tuple[str, str]]]:
    """Return for each council the days on which it had a chair, and who it was."""
    found: dict[str, list[tuple[str, str]]] = {}
    for person, seen in people.items():
        for one in seen:
            if one.sighting.role is Role.CHAIR and one.sighting.council:
                days = found.setdefault(one.sighting.council, [])
                days.append((one.day.isoformat(), person))
    return found


def _held(people: Mapping[str, Sequence[Seen]]) -> dict[str, list[dt.date]]:
    """Return for each council the days of which a record shows who had a seat."""
    found: dict[str, set[dt.date]] = {}
    for seen in people.values():
        for one in seen:
            if one.sighting.council and one.of(seat=True):
                found.setdefault(one.sighting.council, set()).add(one.day)
    return {council: sorted(days) for council, days in found.items()}


def _missing_long(
    before: Seen, after: Seen, post: str, held: Mapping[str, Sequence[dt.date]]
) -> bool:
    """Tell whether so many rosters lack who had a seat that it was no absence."""
    if not before.posts[post].seat:
        return False
    days = held.get(before.sighting.council or "", ())
    between = bisect_left(days, after.day) - bisect_right(days, before.day)
    return between > _MOST_ABSENCES


def _tenures(
    person: str,
    seen: Sequence[Seen],
    chairs: Mapping[str, Sequence[tuple[str, str]]],
    held: Mapping[str, Sequence[dt.date]],
) -> Iterator[Tenure]:
    """Yield the intervals of each post of one person."""
    posts = {key: one for s in seen for key, one in s.posts.items()}
    for post in sorted(posts):
        shown = {one.session for one in seen if post in one.posts}
        run: list[Seen] = []
        for one in seen:
            if post in one.posts:
                if run and (
                    _other_chair(person, post, run[-1], one, chairs)
                    or _missing_long(run[-1], one, post, held)
                ):
                    yield _tenure(person, post, run)
                    run = []
                run.append(one)
            elif (
                run and one.session not in shown and _contradicts(one, run, posts[post])
            ):
                yield _tenure(person, post, run)
                run = []
        if run:
            yield _tenure(person, post, run)


def _contradicts(one: Seen, run: Sequence[Seen], post: PostSighting) -> bool:
    """Tell whether a record without *post* says that it was not held that day.

    A seat is denied by another seat on the same council, or by a row that gives
    none: a former 委員 comes as 参考人. A post outside is denied by posts that lack it
    in a roster of a council that showed it, or of the same organization.
    """
    same_council = one.sighting.council in {seen.sighting.council for seen in run}
    others = [other for other in one.posts.values() if other.seat == post.seat]
    if post.seat:
        has_row = one.sighting.role is not None
        return same_council and (bool(others) or has_row)
    tops = {other.organization[:1] for other in others}
    return bool(others) and (same_council or post.organization[:1] in tops)


def _other_chair(
    person: str,
    post: str,
    before: Seen,
    after: Seen,
    chairs: Mapping[str, Sequence[tuple[str, str]]],
) -> bool:
    """Tell whether somebody else took the chair between two sightings of a chair."""
    if not before.posts[post].seat or before.sighting.role is not Role.CHAIR:
        return False
    first, last = before.day.isoformat(), after.day.isoformat()
    return any(
        first < day < last and who != person
        for day, who in chairs.get(before.sighting.council or "", ())
    )


def _tenure(person: str, post: str, run: Sequence[Seen]) -> Tenure:
    """Return the interval from the first to the last sighting of a post."""
    first, last = run[0].day, run[-1].day
    key = mint("tenure", f"{post} {first.isoformat()}")
    meetings = tuple(dict.fromkeys(one.sighting.meeting for one in run))
    return Tenure(key, person, post, first, last, meetings)


def _changes(person: str, seen: Sequence[Seen]) -> Iterator[PostChange]:
    """Yield what changed for one person between two meetings of a council."""
    councils: dict[str, list[Seen]] = {}
    for one in seen:
        if one.sighting.council:
            councils.setdefault(one.sighting.council, []).append(one)
    for council in sorted(councils):
        for seat in (True, False):
            yield from _changed(person, council, councils[council], seat=seat)


def _changed(
    person: str, council: str, seen: Sequence[Seen], *, seat: bool
) -> Iterator[PostChange]:
    """Yield the changes of seats, or of other posts, on one council.

    Records of one meeting may differ: a 議事要旨 may lack a post that the 議事録 has.
    Nothing changed where any record of one meeting agrees with any of the other.
    """
    meetings: dict[Session, list[Seen]] = {}
    for one in seen:
        if one.of(seat=seat):
            meetings.setdefault(one.session, []).append(one)
    for these, those in pairwise(meetings.values()):
        befores = {one.of(seat=seat) for one in these}
        if befores.isdisjoint(other.of(seat=seat) for other in those):
            one, other = these[-1], those[0]
            since, until = one.sighting.meeting, other.sighting.meeting
            yield PostChange(
                id=mint("change", f"{person} {since} {until} {seat}"),
                person=person,
                council=council,
                before=tuple(sorted(one.of(seat=seat))),
                after=tuple(sorted(other.of(seat=seat))),
                since=since,
                until=until,
                seat=seat,
            )
