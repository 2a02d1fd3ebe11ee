"""Write the rows of a roster as triples, each axis with its reading."""

from collections.abc import Iterator, Mapping

from rdflib import URIRef

from kg.graph.iris import Iris
from kg.graph.reading import evidence, reading
from kg.graph.term import Triple, ja, number
from kg.graph.vocabulary import CODE, GJR, PROV, RDF, SCHEMA, SKOS
from kg.model import Attendance, Attendee, Membership, Mode, Role, Span
from kg.model.identifier import mint

_MODES = {
    Mode.ONLINE: SCHEMA.OnlineEventAttendanceMode,
    Mode.IN_PERSON: SCHEMA.OfflineEventAttendanceMode,
}

_GROUPS = {
    Role.CHAIR: "attendee-group-members",
    Role.DEPUTY_CHAIR: "attendee-group-members",
    Role.MEMBER: "attendee-group-members",
    Role.EXPERT: "attendee-group-experts",
    Role.OBSERVER: "attendee-group-observers",
    Role.WITNESS: "attendee-group-witnesses",
    Role.SECRETARIAT: "attendee-group-secretariat",
    Role.OFFICIAL: "attendee-group-government",
}
CALLED = {
    "有識者": "attendee-group-experts",
    "政府関係者": "attendee-group-government",
    "構成員": "attendee-group-members",
    "オブザーバー": "attendee-group-observers",
    "事務局": "attendee-group-secretariat",
    "参考人": "attendee-group-witnesses",
}
"""The codes by what they are called: a heading of the same words is one of them,
whatever the roles of its rows."""
_CHAIRING = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})


def attendance_triples(
    attendance: Attendance, memberships: Mapping[str, Membership], iris: Iris
) -> Iterator[Triple]:
    """Describe one row: who sat there, for whom, how, and in what role."""
    attendee = attendance.attendee
    name = _name(attendee)
    node = iris.part(name)
    yield node, RDF.type, GJR.Attendance
    yield node, GJR.meeting, iris.meeting
    yield node, PROV.agent, iris.entity(attendance.agent)
    yield node, SCHEMA.position, number(attendee.position)
    yield node, GJR.asWritten, ja(attendee.as_written)
    if attendee.role_word is not None:
        yield node, GJR.roleWord, ja(attendee.role_word)
    if attendance.principal is not None:
        yield node, GJR.substitutesFor, iris.entity(attendance.principal)
    for key in attendance.memberships:
        link = GJR.seat if memberships[key].seat else GJR.inCapacityOf
        yield node, link, iris.entity(key)
    yield from _axes(attendee, node, iris)
    yield from evidence(node, _evidence(attendee), iris)


def group_triples(attendances: tuple[Attendance, ...], iris: Iris) -> Iterator[Triple]:
    """Describe the headings of the roster as concepts.

    A heading is put under the code that the roles of its rows agree on; who takes
    the chair says nothing about the others of the list.
    """
    roles: dict[str, set[Role]] = {}
    for attendance in attendances:
        attendee = attendance.attendee
        if attendee.group is None:
            continue
        found = roles.setdefault(attendee.group.value, set())
        if attendee.role is not None:
            found.add(attendee.role.value)
    for words, found in roles.items():
        node = _group(words, iris)
        yield node, RDF.type, SKOS.Concept
        yield node, SKOS.prefLabel, ja(words)
        yield node, SKOS.inScheme, CODE["attendee-group"]
        codes = {_GROUPS[role] for role in (found - _CHAIRING or found)}
        if words in CALLED:
            codes = {CALLED[words]}
        if len(codes) == 1:
            yield node, SKOS.broader, CODE[codes.pop()]


def _name(attendee: Attendee) -> str:
    """Return the part of the meeting that the row is."""
    return f"attendance-{attendee.position:02d}"


def _group(words: str, iris: Iris) -> URIRef:
    """Return the IRI of a heading of the roster."""
    return iris.entity(mint("group", words))


def _axes(attendee: Attendee, node: URIRef, iris: Iris) -> Iterator[Triple]:
    """Write the five axes flat, and the reading of each.

    A mode that is not known has a reading and no flat triple, so that a query for
    either mode cannot meet it.
    """
    name = _name(attendee)
    status = (node, GJR.status, CODE[f"status-{attendee.status.value}"])
    yield status
    basis, spans = attendee.status.basis, attendee.status.evidence
    yield from reading(f"{name}-status", status, basis, spans, iris)

    value = _MODES.get(attendee.mode.value, CODE["attendance-mode-unknown"])
    mode = (node, GJR.attendanceMode, value)
    if attendee.mode.value in _MODES:
        yield mode
    basis, spans = attendee.mode.basis, attendee.mode.evidence
    yield from reading(f"{name}-mode", mode, basis, spans, iris)

    code = "capacity-proxy" if attendee.proxy.value else "capacity-regular"
    proxy = (node, GJR.capacity, CODE[code])
    yield proxy
    basis, spans = attendee.proxy.basis, attendee.proxy.evidence
    yield from reading(f"{name}-proxy", proxy, basis, spans, iris)

    if attendee.role is not None:
        role = (node, PROV.hadRole, CODE[f"meeting-role-{attendee.role.value}"])
        yield role
        basis, spans = attendee.role.basis, attendee.role.evidence
        yield from reading(f"{name}-role", role, basis, spans, iris)
    if attendee.group is not None:
        group = (node, GJR.attendeeGroup, _group(attendee.group.value, iris))
        yield group
        basis, spans = attendee.group.basis, attendee.group.evidence
        yield from reading(f"{name}-group", group, basis, spans, iris)


def _evidence(attendee: Attendee) -> Iterator[Span]:
    """Return the row, and the marks, headings and legends that it was read by."""
    yield attendee.row
    for axis in (
        attendee.status,
        attendee.mode,
        attendee.proxy,
        attendee.role,
        attendee.group,
    ):
        if axis is not None:
            yield from axis.evidence
    if attendee.principal is not None:
        yield from attendee.principal.spans
