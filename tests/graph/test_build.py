"""What a record says becomes triples, and nothing that it does not say."""

from dataclasses import replace
from datetime import date, time

import pytest
from rdflib import Graph, URIRef

from kg.graph import build_graph, merge_graphs, write_nquads
from kg.graph.attendance import CALLED
from kg.graph.vocabulary import (
    CODE,
    DCTERMS,
    FOAF,
    GJR,
    ORG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
)
from kg.model import Basis, Grounded, Mode, RecordKind, Role, Status
from kg.resources import ontology_path
from tests.graph.small_record import (
    ATTENDEES,
    BASE,
    COUNCIL,
    HANAKO,
    ICHIRO,
    INSTITUTE,
    OFFICIALS,
    RECORD,
    TANAKA,
    YAMAMOTO,
    at,
    change,
    change_row,
    stated,
)

MEETING = URIRef(f"{BASE}meeting/{COUNCIL.id.rpartition('/')[2]}/3")


def build(record=RECORD):
    return build_graph((record,), BASE)


def part(name):
    return URIRef(f"{MEETING}/{name}")


def entity(thing):
    return URIRef(BASE + thing.id)


def only(graph, subject, predicate):
    values = set(graph.objects(subject, predicate))
    assert len(values) <= 1
    return values.pop() if values else None


@pytest.mark.parametrize(
    ("row", "axis", "value", "basis"),
    [
        pytest.param(1, "status", "status-present", "stated", id="出席者"),
        pytest.param(5, "status", "status-absent", "stated", id="欠席"),
        pytest.param(1, "mode", "Offline", "default", id="no mark: in person"),
        pytest.param(2, "mode", "Online", "legend", id="a mark and its legend"),
        pytest.param(4, "mode", "attendance-mode-unknown", "default", id="unknown"),
        pytest.param(1, "proxy", "capacity-regular", "default", id="nobody's proxy"),
        pytest.param(3, "proxy", "capacity-proxy", "stated", id="代理出席"),
        pytest.param(1, "role", "meeting-role-chair", "legend", id="◎"),
        pytest.param(2, "role", "meeting-role-member", "inferred", id="構成員"),
        pytest.param(3, "role", "meeting-role-official", "inferred", id="政府関係者"),
        pytest.param(4, "role", None, None, id="no role"),
        pytest.param(3, "group", "group/", "stated", id="a heading"),
        pytest.param(5, "group", None, None, id="no heading"),
    ],
)
def test_axes_apart(row, axis, value, basis):
    facts = build().facts
    axes = {
        "status": GJR.status,
        "mode": GJR.attendanceMode,
        "proxy": GJR.capacity,
        "role": PROV.hadRole,
        "group": GJR.attendeeGroup,
    }

    reading = part(f"attendance-{row:02d}-{axis}")
    found = only(facts, reading, GJR.value)

    if value is None:
        assert found is None
        assert only(facts, part(f"attendance-{row:02d}"), axes[axis]) is None
        return
    assert value in found
    assert only(facts, reading, GJR.axis) == axes[axis]
    assert only(facts, reading, GJR.of) == part(f"attendance-{row:02d}")
    assert only(facts, reading, GJR.basis) == CODE[f"basis-{basis}"]
    flat = only(facts, part(f"attendance-{row:02d}"), axes[axis])
    assert flat == (None if "unknown" in value else found)


def test_axes_together():
    """A proxy who takes part online is both, with the words for each."""
    facts = build().facts
    node = part("attendance-03")

    online, proxy = part("attendance-03-mode"), part("attendance-03-proxy")

    assert only(facts, node, GJR.attendanceMode) == SCHEMA.OnlineEventAttendanceMode
    assert only(facts, node, GJR.capacity) == CODE["capacity-proxy"]
    assert len(set(facts.objects(online, GJR.evidencedBy))) == 2  # mark and legend
    assert len(set(facts.objects(proxy, GJR.evidencedBy))) == 1
    assert not set(facts.objects(node, GJR.substitutesFor))  # nobody is named


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_every_role_has_a_code(role):
    record = change_row(1, role=Grounded(role, Basis.STATED, (OFFICIALS,)))

    facts = build(record).facts

    found = only(facts, part("attendance-02"), PROV.hadRole)
    assert found == CODE[f"meeting-role-{role}"]


def test_principal_of_a_proxy():
    record = change_row(2, principal=YAMAMOTO.id)

    facts = build(record).facts

    found = only(facts, part("attendance-03"), GJR.substitutesFor)
    assert found == entity(YAMAMOTO)


def test_only_those_present_are_attendees():
    facts = build().facts

    attendees = set(facts.objects(MEETING, SCHEMA.attendee))

    assert attendees == {entity(one) for one in (HANAKO, ICHIRO, TANAKA, INSTITUTE)}
    assert only(facts, MEETING, GJR.chair) == entity(HANAKO)
    assert str(only(facts, MEETING, GJR.unnamedAbsences)) == "2"


def test_absent_chair_does_not_chair():
    record = change_row(0, status=stated(Status.ABSENT, at("欠席")))

    facts = build(record).facts

    assert only(facts, MEETING, GJR.chair) is None
    role = only(facts, part("attendance-01"), PROV.hadRole)
    assert role == CODE["meeting-role-chair"]


def test_seats_are_apart_from_posts():
    facts = build().facts
    node = part("attendance-02")

    posts = set(facts.objects(node, GJR.inCapacityOf))
    seats = set(facts.objects(node, GJR.seat))

    assert len(posts) == 2
    assert len(seats) == 1
    assert only(facts, seats.pop(), ORG.organization) == entity(COUNCIL)


def test_appointment_and_post_as_written():
    facts = build().facts

    (found,) = facts.subjects(GJR.appointmentType, CODE["appointment-part-time"])

    assert str(only(facts, found, GJR.roleAsWritten)) == "議員(非常勤)"
    assert str(only(facts, only(facts, found, ORG.role), SKOS.prefLabel)) == "議員"


@pytest.mark.parametrize(
    ("heading", "start", "end", "path"),
    [
        pytest.param({}, "2024-05-14T13:00:00+09:00", "T14:30", "3", id="all printed"),
        pytest.param({"start": None}, "2024-05-14", "T14:30", "3", id="no start"),
        pytest.param({"end": None}, "2024-05-14T13:00", None, "3", id="no end"),
        pytest.param({"date": None}, None, None, "3", id="no day"),
        pytest.param(
            {"number": None}, "T13:00", "T14:30", "2024-05-14", id="no number"
        ),
        pytest.param(
            {"number": None, "date": None}, None, None, "0123456789ab", id="neither"
        ),
        pytest.param(
            {"end": stated(time(1, 0), at("14:30"))},
            "T13:00",
            None,
            "3",
            id="an end after midnight is on a day nobody printed",
        ),
    ],
)
def test_when_and_under_what_name(heading, start, end, path):
    facts = build(change(**heading)).facts

    (meeting,) = facts.subjects(RDF.type, GJR.Meeting)

    assert str(meeting).rpartition("/")[2] == path
    for predicate, expected in ((SCHEMA.startDate, start), (SCHEMA.endDate, end)):
        found = only(facts, meeting, predicate)
        assert (found is None) == (expected is None)
        assert expected is None or expected in str(found)


def test_start_without_a_day_keeps_its_reading():
    facts = build(change(date=None)).facts

    found = only(facts, part("reading-start"), GJR.value)

    assert str(found) == "13:00:00"


def test_no_council():
    """Where no body is printed there is no series, and the document names it all."""
    record = replace(change(body=None), council=None)

    facts = build(record).facts

    (meeting,) = facts.subjects(RDF.type, GJR.Meeting)
    assert str(meeting) == f"{BASE}meeting/0123456789ab/3"
    assert not set(facts.objects(meeting, SCHEMA.superEvent))
    assert str(only(facts, meeting, RDFS.label)) == RECORD.minutes.heading.title


def test_two_meetings_of_one_document_stay_two():
    heading = {"body": None, "number": None, "date": None}
    first = replace(change(**heading), council=None)
    second = replace(
        change(title="別の会議", title_span=at("議題"), **heading), council=None
    )

    graph = build_graph((first, second), BASE)

    assert len(graph.parts) == 1
    assert len(set(graph.facts.subjects(RDF.type, GJR.Meeting))) == 2


def test_unknown_kind_of_record_has_no_code():
    record = change(kind=Grounded(RecordKind.UNKNOWN, Basis.DEFAULT))

    facts = build(record).facts

    assert only(facts, part("minutes"), DCTERMS.type) is None


@pytest.mark.parametrize(
    ("name", "label", "access", "basis", "kind"),
    [
        pytest.param("material-1", "資料1", "PUBLIC", "default", "main", id="open"),
        pytest.param(
            "material-2-1", "資料2-1", "NON_PUBLIC", "stated", "main", id="closed"
        ),
        pytest.param("material-p3", "別紙", "PUBLIC", "default", None, id="other"),
    ],
)
def test_handouts(name, label, access, basis, kind):
    facts = build().facts
    node = part(name)

    assert str(only(facts, node, DCTERMS.identifier)) == label
    assert str(only(facts, node, DCTERMS.accessRights)).endswith(f"/{access}")
    assert only(facts, node, GJR.accessBasis) == CODE[f"basis-{basis}"]
    found = only(facts, node, DCTERMS.type)
    assert found == (None if kind is None else CODE[f"material-kind-{kind}"])


def test_labels_that_two_handouts_share():
    first, second, third = RECORD.minutes.handouts
    second = replace(second, label="資料1")
    third = replace(third, label="参考資料２")
    minutes = replace(RECORD.minutes, handouts=(first, second, third))

    facts = build(replace(RECORD, minutes=minutes)).facts

    names = {
        str(node).rpartition("/")[2] for node in facts.objects(MEETING, GJR.material)
    }
    assert names == {"material-1", "material-p2", "material-r2"}


def test_agenda_has_presenters_and_papers():
    facts = build().facts

    assert only(facts, part("agenda-1"), GJR.presentedBy) == entity(HANAKO)
    assert only(facts, part("agenda-1"), PROV.used) == part("material-1")


def test_withheld_statement_has_no_person():
    """Neither speaker, nor candidate, nor label leads to anybody."""
    facts = build().facts

    for name in ("statement-1-01", "statement-1-02", "question-1-02"):
        node = part(name)
        about = set(facts.predicate_objects(node))
        assert (GJR.speakerDisclosure, CODE["disclosure-undisclosed"]) in about
        people = {entity(one) for one in RECORD.people}
        assert not people & {value for _, value in about}
        assert not {GJR.speaker, GJR.candidate, GJR.speakerLabel} & {
            p for p, _ in about
        }


def test_withheld_statement_with_a_speaker_is_not_written():
    """A speaker that some later stage adds does not come through."""
    speech = replace(RECORD.speeches[0], speaker=HANAKO.id, candidates=(ICHIRO.id,))

    facts = build(replace(RECORD, speeches=(speech,))).facts

    assert only(facts, part("statement-1-01"), GJR.speaker) is None
    assert only(facts, part("statement-1-01"), GJR.candidate) is None


def test_speaker_by_role():
    facts = build().facts
    node = part("statement-1-03")

    assert only(facts, node, GJR.speaker) == entity(HANAKO)
    assert only(facts, node, GJR.attribution) == CODE["attribution-role"]
    assert str(only(facts, node, GJR.speakerLabel)) == "○鈴木座長"


def test_open_speaker_keeps_the_candidates():
    facts = build().facts
    node = part("statement-0-01")

    assert only(facts, node, GJR.speaker) is None
    assert set(facts.objects(node, GJR.candidate)) == {entity(HANAKO), entity(ICHIRO)}
    assert only(facts, node, GJR.underAgendaItem) is None


def test_question_inside_an_answer():
    facts = build().facts

    asked = only(facts, part("statement-1-02"), GJR.inResponseTo)

    assert str(only(facts, asked, SCHEMA.text)) == "何が足りないか"


def test_names_of_organizations():
    facts = build().facts
    division = next(o for o in RECORD.organizations if o.name == "企画課")

    names = {str(name) for name in facts.objects(entity(division), SKOS.altLabel)}

    assert names == {"架空省政策局企画課"}
    assert str(only(facts, entity(division), RDFS.label)) == "架空省 政策局 企画課"
    parent = only(facts, entity(division), ORG.subOrganizationOf)
    assert str(only(facts, parent, SKOS.prefLabel)) == "政策局"


def test_group_is_under_the_code_its_rows_agree_on():
    facts = build().facts

    (members,) = facts.subjects(SKOS.broader, CODE["attendee-group-members"])

    assert str(only(facts, members, SKOS.prefLabel)) == "構成員"


def test_name_that_is_not_split():
    person = replace(TANAKA, family=None, given=None, split=None)
    people = tuple(person if one == TANAKA else one for one in RECORD.people)

    facts = build(replace(RECORD, people=people)).facts

    assert only(facts, entity(TANAKA), FOAF.familyName) is None
    assert str(only(facts, entity(TANAKA), FOAF.name)) == "田中 実"


@pytest.mark.parametrize(
    ("modes", "expected"),
    [
        pytest.param((Mode.UNKNOWN,), "Mixed", id="two places"),
        pytest.param((Mode.ONLINE,), "Mixed", id="two places, all online"),
    ],
)
def test_mode_of_the_meeting(modes, expected):
    record = change_row(0, mode=Grounded(modes[0], Basis.DEFAULT))

    facts = build(record).facts

    assert expected in str(only(facts, MEETING, SCHEMA.eventAttendanceMode))


def test_no_place_no_mode_of_the_meeting():
    facts = build(change(places=())).facts

    assert only(facts, MEETING, SCHEMA.eventAttendanceMode) is None


def test_order_of_input_does_not_show():
    other = replace(
        RECORD,
        people=RECORD.people[::-1],
        organizations=RECORD.organizations[::-1],
        memberships=RECORD.memberships[::-1],
        attendances=RECORD.attendances[::-1],
        speeches=RECORD.speeches[::-1],
        discussions=RECORD.discussions[::-1],
        links=RECORD.links[::-1],
    )

    assert write_nquads(build(RECORD)) == write_nquads(build(other))


def test_documents_may_be_built_apart():
    """One document built alone is its part of the graph of both."""
    document = replace(RECORD.minutes.document, id="ba9876543210")
    other = replace(RECORD, minutes=replace(RECORD.minutes, document=document))

    together = build_graph((RECORD, other), BASE)
    apart = merge_graphs([build(other), build(RECORD)])

    assert together == apart
    assert len(apart.parts) == 2
    assert set(write_nquads(build(RECORD)).splitlines()) < set(
        write_nquads(apart).splitlines()
    )


def test_graphs_of_two_bases_do_not_merge():
    other = build_graph((RECORD,), "https://example.com/")

    with pytest.raises(ValueError, match="one base IRI"):
        merge_graphs([build(), other])


def test_day_of_retrieval_is_a_day():
    source = replace(
        RECORD.minutes.document.source,
        url="https://example.go.jp/議事録 23.html",
        retrieved="2024-06-01",
        publisher="架空省",
        licence="政府標準利用規約",
    )
    document = replace(RECORD.minutes.document, source=source)

    facts = build(
        replace(RECORD, minutes=replace(RECORD.minutes, document=document))
    ).facts

    node = URIRef(f"{BASE}doc/0123456789ab")
    assert only(facts, node, DCTERMS.date).toPython() == date(2024, 6, 1)
    assert str(only(facts, node, SCHEMA.url)) == source.url


def test_rows_are_counted():
    assert len(ATTENDEES) == len(set(build().facts.subjects(RDF.type, GJR.Attendance)))


def test_a_heading_called_as_a_code_is_below_it_whoever_stands_there():
    """事務局 over 構成員 is the heading of the secretariat all the same."""
    heading = stated("事務局", at("構成員"))
    attendances = tuple(
        replace(one, attendee=replace(one.attendee, group=heading))
        for one in RECORD.attendances
    )
    facts = build(replace(RECORD, attendances=attendances)).facts
    (group,) = set(facts.objects(predicate=GJR.attendeeGroup))

    assert str(only(facts, group, SKOS.prefLabel)) == "事務局"
    assert only(facts, group, SKOS.broader) == CODE["attendee-group-secretariat"]


def test_headings_called_as_a_code_are_the_codes_of_the_ontology():
    graph = Graph().parse(ontology_path() / "modules/codes.ttl")
    scheme = CODE["attendee-group"]
    labels = {
        str(label): node.removeprefix(CODE.base)
        for node in graph.subjects(SKOS.inScheme, scheme)
        for label in graph.objects(node, SKOS.prefLabel)
        if label.language == "ja"
    }

    assert labels == CALLED
