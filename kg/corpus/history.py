"""Tell how long each post was seen, and between which meetings one changed.

Minutes attest days. An interval is "at least" from the first to the last of them,
and no wider: a record that contradicts the post parts it, and so do rosters of a
council, one after the other, without who had a seat there.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.corpus.seat import Rosters, left_between, read_rosters, with_seats_told
from kg.corpus.seen import Seen, see_over_time
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
    PostChange,
    PostSighting,
    Tenure,
)
from kg.model.identifier import mint


def tell_history(
    documents: Sequence[DocumentReading], identities: Identities
) -> History:
    """Return what the order of all meetings in *documents* shows."""
    meetings = [one for document in documents for one in document.meetings]
    series = order_meetings(meetings)
    people = see_over_time(documents, identities, tell_sessions(meetings))
    rosters = read_rosters(people)
    tenures = [
        one for person in people for one in _tenures(person, people[person], rosters)
    ]
    changes = [one for person in people for one in _changes(person, people[person])]
    return History(
        successions=tuple(p for one in series.values() for p in successions(one)),
        gaps=tuple(gap for one in series.values() for gap in find_gaps(one)),
        tenures=tuple(sorted(tenures, key=lambda one: one.id)),
        changes=tuple(sorted(changes, key=lambda one: one.id)),
    )


def _tenures(person: str, seen: Sequence[Seen], rosters: Rosters) -> Iterator[Tenure]:
    """Yield the intervals of each post of one person."""
    posts = {key: one for s in seen for key, one in s.posts.items()}
    told = with_seats_told(seen)
    for post in sorted(posts):
        rows = told if posts[post].seat else seen
        shown = {one.session for one in rows if post in one.posts}
        run: list[Seen] = []
        for one in rows:
            if post in one.posts:
                if run and left_between(person, post, run[-1], one, rosters):
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
