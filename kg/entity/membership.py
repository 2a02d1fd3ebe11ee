"""Make posts, seats and attendances of the roster's rows."""

import re
from collections.abc import Iterator

from kg.entity.identifier import membership_id, organization_id
from kg.entity.listed import Listed, named
from kg.entity.sighting import council_path, organization_of
from kg.gazetteer import Gazetteer
from kg.model import (
    Affiliation,
    Attendance,
    Attendee,
    Membership,
    Minutes,
    Role,
)

_SEATED = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER})
"""Those who belong to the body that meets; others are its guests."""

# (非常勤) after a post
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")


def read_memberships(one: Listed, minutes: Minutes) -> tuple[Membership, ...]:
    """Return the posts of a person in order, the seat on the council last.

    Who sits in for somebody else holds no seat.
    """
    if one.attendee is None:
        return ()
    posts = [
        _post(one, affiliation, position, minutes)
        for position, affiliation in enumerate(one.attendee.affiliations, 1)
        if affiliation.units or affiliation.post
    ]
    seat = _seat(one, one.attendee, len(posts) + 1, minutes)
    made = {post.id: post for post in (*posts, *((seat,) if seat else ()))}
    return tuple(made.values())


def _post(
    one: Listed, affiliation: Affiliation, position: int, minutes: Minutes
) -> Membership:
    """Return one affiliation as a post."""
    units = tuple(unit.value for unit in affiliation.units)
    organization = organization_id(units) if units else None
    role = affiliation.post.value if affiliation.post else None
    appointment = affiliation.appointment.value if affiliation.appointment else None
    row = one.attendee.row if one.attendee else affiliation.span
    evidence = (row,) if affiliation.span in row else (row, affiliation.span)
    return Membership(
        id=membership_id(one.person.id, organization, role, appointment),
        person=one.person.id,
        organization=organization,
        role=role,
        role_as_written=_as_written(affiliation, minutes),
        appointment=appointment,
        position=position,
        attested_on=minutes.heading.date.value if minutes.heading.date else None,
        evidence=evidence,
    )


def _as_written(affiliation: Affiliation, minutes: Minutes) -> str | None:
    """Return the post as printed, with what stands in brackets: 議員(非常勤)."""
    if affiliation.post is None:
        return None
    written = affiliation.post_as_written or affiliation.post.value
    if affiliation.appointment and affiliation.post.evidence:
        end = affiliation.post.evidence[-1].end
        text = minutes.document.text
        bracket = _BRACKETED.match(text, end)
        if bracket and affiliation.appointment.value in bracket.group():
            return written + bracket.group().strip()
    return written


def _seat(
    one: Listed, attendee: Attendee, position: int, minutes: Minutes
) -> Membership | None:
    """Return the seat on the council, where the role is one of its own."""
    path = council_path(minutes)
    proxy = attendee.proxy.value
    if not path or attendee.role is None or attendee.role.value not in _SEATED or proxy:
        return None
    council = organization_id(path)
    spans = dict.fromkeys((attendee.row, *attendee.role.evidence))
    return Membership(
        id=membership_id(one.person.id, council, attendee.role_word, None),
        person=one.person.id,
        organization=council,
        role=attendee.role_word,
        role_as_written=attendee.role_word,
        appointment=None,
        position=position,
        attested_on=minutes.heading.date.value if minutes.heading.date else None,
        evidence=tuple(spans),
        seat=True,
    )


def read_attendances(
    people: tuple[Listed, ...],
    memberships: tuple[Membership, ...],
    minutes: Minutes,
    gazetteer: Gazetteer,
) -> Iterator[Attendance]:
    """Yield the rows of the roster in order, each with whom it names."""
    rows = {one.attendee.position: one for one in people if one.attendee}
    for attendee in minutes.attendees:
        one = rows.get(attendee.position)
        if one is None:
            yield Attendance(organization_id(organization_of(attendee)), attendee, ())
            continue
        posts = [m for m in memberships if m.person == one.person.id]
        principal = attendee.principal and named(attendee.principal, people, gazetteer)
        yield Attendance(
            agent=one.person.id,
            attendee=attendee,
            memberships=tuple(post.id for post in posts),
            principal=principal.person.id if principal else None,
        )
