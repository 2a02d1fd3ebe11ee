"""Write a meeting, its series, its places and its record as triples."""

from collections.abc import Iterator
from typing import TypeVar

from rdflib import Literal, URIRef

from kg.graph.iris import Iris
from kg.graph.reading import evidence, reading
from kg.graph.term import (
    Triple,
    clock,
    day,
    ja,
    moment,
    number,
)
from kg.graph.vocabulary import (
    CODE,
    DCTERMS,
    GJR,
    RDF,
    RDFS,
    SCHEMA,
)
from kg.model import (
    Adjacency,
    AdjacentMeeting,
    Attendance,
    Entities,
    Grounded,
    Heading,
    Mode,
    RecordKind,
    Role,
    Span,
    Status,
)

T = TypeVar("T")


def meeting_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the meeting; what the record does not print is left out."""
    minutes = entities.minutes
    heading = minutes.heading
    node = iris.meeting
    yield node, RDF.type, GJR.Meeting
    yield node, RDF.type, SCHEMA.Event
    yield node, RDFS.label, ja(_label(heading))
    yield node, SCHEMA.recordedIn, iris.part("minutes")
    yield from _council(entities, iris)
    yield from _facts(heading, iris)
    yield from _places(entities, iris)
    if minutes.unnamed_absences is not None:
        value = number(minutes.unnamed_absences.value)
        about = (node, GJR.unnamedAbsences, value)
        yield from _fact("absences", about, minutes.unnamed_absences, iris)
    for attendance in entities.attendances:
        yield from _attendee(attendance, iris)
    yield from evidence(node, _evidence(entities), iris)


def order_triples(meeting: AdjacentMeeting, iris: Iris) -> Iterator[Triple]:
    """Describe the meeting before or after this one: its order, and nothing else."""
    node = iris.part(f"meeting-{meeting.adjacency}")
    before = meeting.adjacency is Adjacency.BEFORE
    yield node, RDF.type, GJR.AdjacentMeeting
    yield node, RDFS.label, ja("前回の会合" if before else "次回の会合")
    yield node, GJR.precedes if before else GJR.follows, iris.meeting
    yield from evidence(node, meeting.evidence, iris)


def _label(heading: Heading) -> str:
    """Name the meeting: 架空会議（第3回）, else by its day, else by the title."""
    if heading.body is None:
        return heading.title
    if heading.number is not None:
        return f"{heading.body.value}（第{heading.number.value}回）"
    if heading.date is not None:
        return f"{heading.body.value}（{heading.date.value.isoformat()}）"
    return heading.body.value


def _council(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Say which body met, and to which series its meetings belong."""
    if entities.council is None:
        return
    council = iris.entity(entities.council)
    series = iris.entity(f"series/{entities.council.rpartition('/')[2]}")
    yield iris.meeting, SCHEMA.organizer, council
    yield iris.meeting, SCHEMA.superEvent, series
    yield series, RDF.type, SCHEMA.EventSeries
    yield series, SCHEMA.organizer, council
    for organization in entities.organizations:
        if organization.id == entities.council:
            yield series, RDFS.label, ja(organization.qualified)
    body = entities.minutes.heading.body
    if body is not None:
        about = (iris.meeting, SCHEMA.organizer, council)
        yield from reading("reading-body", about, body.basis, body.evidence, iris)


def _facts(heading: Heading, iris: Iris) -> Iterator[Triple]:
    """Write number, day, times, venue and kind, each with its reading."""
    node = iris.meeting
    if heading.date_as_written is not None:
        yield node, GJR.dateAsWritten, ja(heading.date_as_written)
    if heading.number is not None:
        value = number(heading.number.value)
        about = (node, GJR.sessionNumber, value)
        yield from _fact("number", about, heading.number, iris)
    if heading.venue is not None:
        about = (node, GJR.venueAsWritten, ja(heading.venue.value))
        yield from _fact("venue", about, heading.venue, iris)
    yield from _times(heading, iris)
    if heading.kind.value is not RecordKind.UNKNOWN:
        kind = CODE[f"record-kind-{heading.kind.value}"]
        about_kind = (iris.part("minutes"), DCTERMS.type, kind)
        basis, spans = heading.kind.basis, heading.kind.evidence
        yield from reading("reading-kind", about_kind, basis, spans, iris)


def _times(heading: Heading, iris: Iris) -> Iterator[Triple]:
    """Write day, start and end; day and start are one value with two readings.

    An end that is not after the start (23時～1時) is on a day that nobody printed,
    so it stays in the words of the record alone.
    """
    node = iris.meeting
    start = _start(heading)
    if start is not None:
        about = (node, SCHEMA.startDate, start)
        if heading.date is not None:
            yield from _fact("date", about, heading.date, iris)
        if heading.start is not None:
            axis = (node, SCHEMA.startDate, start)
            basis, spans = heading.start.basis, heading.start.evidence
            yield from reading("reading-start", axis, basis, spans, iris)
    end = heading.end
    if heading.date is None or end is None:
        return
    if heading.start is None or end.value > heading.start.value:
        about = (node, SCHEMA.endDate, moment(heading.date.value, end.value))
        yield from _fact("end", about, end, iris)


def _start(heading: Heading) -> Literal | None:
    """Return when the meeting began, as finely as it is printed."""
    if heading.date is None:
        return None if heading.start is None else clock(heading.start.value)
    if heading.start is None:
        return day(heading.date.value)
    return moment(heading.date.value, heading.start.value)


def _fact(
    name: str,
    about: tuple[URIRef, URIRef, URIRef | Literal],
    grounded: Grounded[T],
    iris: Iris,
) -> Iterator[Triple]:
    """Write a value of the meeting flat, and its reading beside it."""
    yield about
    yield from reading(
        f"reading-{name}", about, grounded.basis, grounded.evidence, iris
    )


def _places(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Write the places, and what they and the attendees say of the mode."""
    places = entities.minutes.heading.places
    for position, place in enumerate(places, start=1):
        node = iris.part(f"place-{position}")
        yield node, RDF.type, SCHEMA.VirtualLocation if place.virtual else SCHEMA.Place
        yield node, SCHEMA.name, ja(place.name)
        yield iris.meeting, SCHEMA.location, node
        yield from evidence(node, (place.span,), iris)
    if not places:
        return
    modes = {attendance.attendee.mode.value for attendance in entities.attendances}
    modes |= {Mode.ONLINE if place.virtual else Mode.IN_PERSON for place in places}
    mode = SCHEMA.MixedEventAttendanceMode
    if Mode.IN_PERSON not in modes:
        mode = SCHEMA.OnlineEventAttendanceMode
    elif Mode.ONLINE not in modes:
        mode = SCHEMA.OfflineEventAttendanceMode
    yield iris.meeting, SCHEMA.eventAttendanceMode, mode


def _attendee(attendance: Attendance, iris: Iris) -> Iterator[Triple]:
    """Write the flat shortcuts of one attendance; an absentee has none."""
    attendee = attendance.attendee
    agent = iris.entity(attendance.agent)
    node = iris.part(f"attendance-{attendee.position:02d}")
    yield iris.meeting, GJR.attendance, node
    if attendee.status.value is Status.ABSENT:
        return
    yield iris.meeting, SCHEMA.attendee, agent
    chairs = attendee.role is not None and attendee.role.value is Role.CHAIR
    if chairs and attendance.agent.startswith("person/"):
        yield iris.meeting, GJR.chair, agent


def _evidence(entities: Entities) -> Iterator[Span]:
    """Return the spans that the facts of the meeting itself rest on."""
    heading = entities.minutes.heading
    grounded = (
        heading.body,
        heading.number,
        heading.date,
        heading.start,
        heading.end,
        heading.venue,
        entities.minutes.unnamed_absences,
    )
    yield heading.title_span
    for value in grounded:
        if value is not None:
            yield from value.evidence
