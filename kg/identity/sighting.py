"""Gather the people of one record as the records of a corpus are compared by them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import (
    Attendance,
    Attendee,
    Entities,
    Membership,
    Person,
    PersonSighting,
    PostSighting,
)
from kg.morphology import is_given, is_surname, split_name

# 小暮（旧姓 橘）敦子
_FORMER = re.compile(r"旧姓[\s:：]*(?P<name>[一-鿿々ぁ-んァ-ヶー]+)")
_FOREIGN = re.compile(r"[A-Za-zァ-ヶ]")
_LONGEST_SURNAME = 3


def see_people(record: Entities, meeting: str) -> tuple[PersonSighting, ...]:
    """Return the people of *record*, in order of the roster.

    *meeting* is the path of the meeting below the base IRI. Who is only named as
    the one represented by a proxy comes last, at position 0.
    """
    rows = {one.agent: one for one in record.attendances}
    people = sorted(record.people, key=lambda person: _position(rows.get(person.id)))
    return tuple(
        _see(person, rows.get(person.id), record, meeting) for person in people
    )


def _position(attendance: Attendance | None) -> tuple[bool, int]:
    """Return where somebody stands in the roster; who has no row comes last."""
    return (attendance is None, attendance.attendee.position if attendance else 0)


def _see(
    person: Person, attendance: Attendance | None, record: Entities, meeting: str
) -> PersonSighting:
    """Return *person* as the record shows them."""
    heading = record.minutes.heading
    attendee = attendance.attendee if attendance else None
    document = record.minutes.document.id
    seen = PersonSighting(
        key=f"{document}/{meeting}/{person.id}",
        person=person.id,
        document=document,
        meeting=meeting,
        position=attendee.position if attendee else 0,
        name=person.name,
        label=person.label,
        family=person.family,
        given=person.given,
        split=person.split,
        surname_only=is_surname_alone(person),
        other_names=tuple(_former_names(attendee)),
        council=record.council,
        council_name=heading.body.value if heading.body else None,
        number=heading.number.value if heading.number else None,
        date=heading.date.value if heading.date else None,
        start=heading.start.value if heading.start else None,
        end=heading.end.value if heading.end else None,
        posts=tuple(_posts(person, record)),
    )
    return _with_axes(seen, attendee) if attendee else seen


def is_surname_alone(person: Person) -> bool:
    """Tell whether a record prints the surname of *person* and no given name.

    斉藤亮 is no surname, though nobody can tell whether 斉 or 斉藤 is.
    """
    name = person.label
    if person.given or _FOREIGN.search(name):
        return False
    if is_surname(name):
        return True
    if len(name) > _LONGEST_SURNAME or split_name(name) is not None:
        return False
    return not any(
        is_surname(name[:end]) and is_given(name[end:]) for end in range(1, len(name))
    )


def _with_axes(seen: PersonSighting, attendee: Attendee) -> PersonSighting:
    """Return *seen* with role, status, mode and proxy of the row."""
    return replace(
        seen,
        role=attendee.role.value if attendee.role else None,
        role_word=attendee.role_word,
        status=attendee.status.value,
        mode=attendee.mode.value,
        proxy=attendee.proxy.value,
    )


def _former_names(attendee: Attendee | None) -> Iterator[str]:
    """Yield the names that a row prints beside the name: 旧姓 橘."""
    for found in _FORMER.finditer(attendee.as_written if attendee else ""):
        yield found["name"]


def _posts(person: Person, record: Entities) -> Iterator[PostSighting]:
    """Yield the posts of *person*, the seat on the council included."""
    paths = {one.id: one.path for one in record.organizations}
    for post in record.memberships:
        if post.person == person.id:
            yield _post(post, paths.get(post.organization or "", ()))


def _post(post: Membership, path: tuple[str, ...]) -> PostSighting:
    """Return one post with the path of its organization."""
    return PostSighting(post.id, path, post.role, post.appointment, post.seat)
