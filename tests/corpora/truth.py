"""Write down the truth of a corpus: who is who, who sat when, what the series lacks."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from tests.corpora.organizations import START, organizations
from tests.corpora.values import Council, Meeting, Organization, Person, Row


def truth(
    people: Iterable[Person], councils: Iterable[Council], meetings: list[Meeting]
) -> dict[str, Any]:
    """Return what is true of a corpus, as JSON holds it.

    `rows` are in the order of the documents and their rosters, `people` those who
    are printed anywhere, `histories` spells of one role on one council without a
    break, with the meetings at which they are first and last printed.
    """
    rows = [row for meeting in meetings for row in _rows(meeting)]
    printed = {row["person"] for row in rows}
    return {
        "councils": [_council(one, meetings) for one in councils],
        "documents": [_document(one) for one in meetings],
        "rows": rows,
        "people": [_person(one) for one in people if one.id in printed],
        "histories": list(_histories(meetings)),
        "organizations": [_organization(one) for one in _all()],
    }


def _rows(meeting: Meeting) -> Iterator[dict[str, Any]]:
    """Yield what is true of each row; who is only named for a proxy comes with it."""
    at = 0
    for row in meeting.rows:
        if row.principal:
            at += 1
            yield _row(meeting, row.principal, at, row)
        at += 1
        yield _row(meeting, row, at, None)


def _row(meeting: Meeting, row: Row, at: int, proxy: Row | None) -> dict[str, Any]:
    """Return what is true of one row: *row* of the document, as printed, and who."""
    # A proxy who is named beside the principal stands there without an affiliation.
    bare = row.principal is not None
    employer = row.person.job(meeting.day).employer
    return {
        "document": meeting.document,
        "row": at,
        "person": row.person.id,
        "name": row.person.name(meeting.day),
        "printed": row.family + row.given,
        "printed_path": [] if bare else list(row.path),
        "post": "" if bare else row.post,
        "organization": employer.on(meeting.day).id,
        "employer": _id(employer),
        "role": row.role,
        "role_word": row.role_word,
        "status": row.status,
        "online": row.online,
        "proxy": row.proxy,
        "principal": row.principal.person.id if row.principal else None,
        "proxy_sent": proxy.person.id if proxy else None,
        "marks": list(row.marks),
    }


def _person(person: Person) -> dict[str, Any]:
    """Return one person's names and jobs, each from a day on (null: from the start)."""
    return {
        "id": person.id,
        "surnames": [[_day(day), name] for day, name in person.surnames],
        "given": person.given,
        "twin": person.twin or None,
        "jobs": [[_day(j.since), _id(j.employer), j.post] for j in person.jobs],
    }


def _council(council: Council, meetings: list[Meeting]) -> dict[str, Any]:
    """Return a council with the spells of its seats and the faults of its series."""
    own = [one for one in meetings if one.council is council]
    numbers = [one.number for one in own]
    return {
        "id": council.id,
        "name": council.name,
        "layout": council.layout,
        "spells": [
            [one.person.id, one.role, one.since.isoformat(), one.until.isoformat()]
            for one in council.spells
        ],
        "numbers_missing": sorted(set(range(1, numbers[-1])) - set(numbers)),
        "numbers_twice": [b.document for a, b in pairwise(own) if a.number == b.number],
        "dates_against_order": [
            b.document for a, b in pairwise(own) if a.printed_day > b.printed_day
        ],
    }


def _document(meeting: Meeting) -> dict[str, Any]:
    """Return what is true of a document and its meeting."""
    return {
        "document": meeting.document,
        "council": meeting.council.id,
        "order": meeting.order,
        "number": meeting.number,
        "day": meeting.day.isoformat(),
        "printed_day": meeting.printed_day.isoformat(),
        "layout": meeting.layout,
    }


def _histories(meetings: list[Meeting]) -> Iterator[dict[str, Any]]:
    """Yield each role of a person on a council, one entry for each spell of it.

    A break is a meeting in between at which the person held no seat in that role;
    one that was missed or left out of the roster is none.
    """
    found: dict[tuple, list[Meeting]] = {}
    for meeting in meetings:
        for row in meeting.rows:
            for one in (row, row.principal):
                if one is not None and not one.proxy:
                    spell = _spell(meeting, one)
                    found.setdefault((one.person.id, *spell), []).append(meeting)
    for (person, council, role, _), seen in sorted(
        found.items(), key=lambda item: (item[0][:3], item[1][0].order)
    ):
        yield {
            "person": person,
            "council": council,
            "role": role,
            "first": seen[0].document,
            "last": seen[-1].document,
            "seen": len(seen),
        }


def _spell(meeting: Meeting, row: Row) -> tuple[str, str, str]:
    """Return council, role, and the first day of the unbroken time in that role.

    Officials come for as long as they are in one post.
    """
    council, since = meeting.council, meeting.day
    if row.group != "members":
        job = row.person.job(since)
        return council.id, row.role, f"{job.post} {job.since}"
    own = [
        one
        for one in council.spells
        if one.person is row.person and one.role == row.role
    ]
    for one in sorted(own, key=lambda one: one.since, reverse=True):
        if one.since <= since <= one.until + dt.timedelta(1):
            since = one.since
    return council.id, row.role, since.isoformat()


def _organization(one: Organization) -> dict[str, Any]:
    """Return an organization with the names that it bore from days on."""
    return {
        "id": _id(one),
        "kind": one.kind,
        "parent": one.parent or None,
        "names": [[_day(name.since), name.id, name.text] for name in one.names],
    }


def _all() -> list[Organization]:
    """Return all organizations, in order of their ids."""
    return sorted((one for kind in organizations().values() for one in kind), key=_id)


def _id(organization: Organization) -> str:
    """Return the id of an organization: that of its first name."""
    return organization.names[0].id


def _day(day: dt.date) -> str | None:
    """Return a day as JSON holds it; the start of all is none."""
    return None if day == START else day.isoformat()
