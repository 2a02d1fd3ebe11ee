"""How long posts were seen, and between which meetings they changed.

A line is one row of a roster: day, council with number, seat, posts. Who is who is
settled before: every line names its person, and namesakes have two names here.
"""

import datetime as dt
from dataclasses import dataclass

import pytest

from kg.corpus.history import tell_history
from kg.entity import membership_id, organization_id
from kg.model import (
    DocumentReading,
    Identities,
    Identity,
    MeetingSighting,
    PersonSighting,
    PostSighting,
    Role,
    Status,
)

ROLES = {
    "座長": Role.CHAIR,
    "座長代理": Role.DEPUTY_CHAIR,
    "委員": Role.MEMBER,
    "欠席委員": Role.MEMBER,
    "構成員": Role.MEMBER,
    "参考人": Role.WITNESS,
    "事務局": Role.SECRETARIAT,
    "-": None,
}
SEATS = {"座長", "座長代理", "委員", "構成員"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, read."""

    sighting: PersonSighting
    meeting: MeetingSighting


def read_row(line, record):
    """Return a line such as `橘 2024-05-15 水循環/3 委員 西都大学:教授`."""
    name, day, where, seat, *posts = line.split()
    role, absent = ROLES[seat], seat.startswith("欠席")
    seat = seat.removeprefix("欠席")
    body, _, printed = where.partition("/")
    number = int(printed) if printed else None
    date = None if day == "-" else dt.date.fromisoformat(day)
    council = organization_id((body,)) if body != "-" else None
    path = f"meeting/{body}/{day}-{number}-{record}"
    person = f"person/{name}"
    shown = [
        (tuple(p.partition(":")[0].split("・")), p.partition(":")[2]) for p in posts
    ]
    held = [
        PostSighting(f"membership/{record}-{i}", path, role or None)
        for i, (path, role) in enumerate(shown)
    ]
    if seat in SEATS:
        held.append(PostSighting(f"membership/{record}", (body,), seat, seat=True))
    sighting = PersonSighting(
        key=f"{record}/{path}/{person}",
        person=person,
        document=record,
        meeting=path,
        position=1,
        name=name,
        label=name,
        council=council,
        number=number,
        date=date,
        role=role,
        status=Status.ABSENT if absent else Status.PRESENT,
        posts=tuple(held),
    )
    return Row(
        sighting, MeetingSighting(path, record, where, council, body, number, date)
    )


def history(lines):
    """Return what the lines show, each of them a record of its own."""
    rows = [read_row(line, f"{i:02d}") for i, line in enumerate(lines)]
    documents = [
        DocumentReading(
            one.sighting.document,
            "",
            "",
            meetings=(one.meeting,),
            people=(one.sighting,),
        )
        for one in rows
    ]
    names = sorted({one.sighting.name for one in rows})
    people = tuple(
        Identity(
            id=f"person/{name}",
            name=name,
            label=name,
            family=None,
            given=None,
            split=None,
            sightings=tuple(
                one.sighting.key for one in rows if one.sighting.name == name
            ),
        )
        for name in names
    )
    return tell_history(documents, Identities(people))


def post(name, text):
    """Return the id of the post `西都大学:教授` of a person."""
    body, _, role = text.partition(":")
    organization = organization_id(tuple(body.split("・")))
    return membership_id(f"person/{name}", organization, role or None, None)


def intervals(lines, name, text):
    """Return first and last day of each tenure of a post, in order."""
    wanted = post(name, text)
    return sorted(
        (one.first.isoformat(), one.last.isoformat())
        for one in history(lines).tenures
        if one.post == wanted and one.person == f"person/{name}"
    )


A, B, C, D = "2023-04-10", "2023-07-10", "2024-01-15", "2024-06-15"
TENURES = [
    ("one day", [f"橘 {A} 水/1 委員"], "水:委員", [(A, A)]),
    (
        "from the first to the last day",
        [f"橘 {A} 水/1 委員", f"橘 {C} 水/4 委員"],
        "水:委員",
        [(A, C)],
    ),
    (
        "a meeting without a day widens nothing",
        [f"橘 {A} 水/1 委員", "橘 - 水/4 委員"],
        "水:委員",
        [(A, A)],
    ),
    (
        "two terms are one interval where nothing in between denies it",
        [f"橘 {A} 水/1 委員", f"小暮 {B} 水/2 委員", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, D)],
    ),
    (
        "a former member who comes as 参考人 sits no more",
        [f"橘 {A} 水/1 委員", f"橘 {B} 水/2 参考人", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, A), (D, D)],
    ),
    (
        "who is only named has no row that could deny a seat",
        [f"橘 {A} 水/1 委員", f"橘 {B} 水/2 -", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, D)],
    ),
    (
        "an absent deputy chair may stand among the members",
        [f"橘 {A} 水/1 座長代理", f"橘 {B} 水/2 欠席委員", f"橘 {D} 水/4 座長代理"],
        "水:座長代理",
        [(A, D)],
    ),
    (
        "an absent member between two members stays one",
        [f"橘 {A} 水/1 委員", f"橘 {B} 水/2 欠席委員", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, D)],
    ),
    (
        "four rosters without him within a term are absences",
        [
            f"橘 {A} 水/1 委員",
            *(f"小暮 2023-{month}-10 水/2 委員" for month in ("07", "08", "09", "10")),
            f"橘 {D} 水/6 委員",
        ],
        "水:委員",
        [(A, D)],
    ),
    (
        "four rosters without him over a whole term are none",
        [
            f"橘 {A} 水/1 委員",
            *(f"小暮 {2024 + i}-03-10 水/2 委員" for i in range(4)),
            "橘 2028-04-10 水/6 委員",
        ],
        "水:委員",
        [(A, A), ("2028-04-10", "2028-04-10")],
    ),
    (
        "who is not even absent in a roster that lists the absent had left",
        [
            f"橘 {A} 水/1 委員",
            *(f"小暮 {day} 水/{i} 欠席委員" for i, day in enumerate((A, B, C, D), 1)),
            f"橘 {D} 水/4 委員",
        ],
        "水:委員",
        [(A, A), (D, D)],
    ),
    (
        "another seat on the council denies the seat",
        [f"橘 {A} 水/1 委員", f"橘 {B} 水/2 座長", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, A), (D, D)],
    ),
    (
        "a seat on another council denies nothing",
        [f"橘 {A} 水/1 委員", f"橘 {B} 光/1 座長", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, D)],
    ),
    (
        "two seats at once",
        [f"橘 {A} 水/1 委員", f"橘 {B} 光/1 座長", f"橘 {D} 光/2 座長"],
        "光:座長",
        [(B, D)],
    ),
    (
        "another chair parts the chair",
        [f"橘 {A} 水/1 座長", f"小暮 {B} 水/2 座長", f"橘 {D} 水/4 座長"],
        "水:座長",
        [(A, A), (D, D)],
    ),
    (
        "another member parts no member",
        [f"橘 {A} 水/1 委員", f"小暮 {B} 水/2 座長", f"橘 {D} 水/4 委員"],
        "水:委員",
        [(A, D)],
    ),
    (
        "the chair of another council parts nothing",
        [f"橘 {A} 水/1 座長", f"小暮 {B} 光/2 座長", f"橘 {D} 水/4 座長"],
        "水:座長",
        [(A, D)],
    ),
    (
        "a roster of the council without the post parts it",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 水/2 委員 南研:所長",
            f"橘 {D} 水/4 委員 西都大:教授",
        ],
        "西都大:教授",
        [(A, A), (D, D)],
    ),
    (
        "a roster of another council that prints another affiliation does not",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 光/2 委員 南研:所長",
            f"橘 {D} 水/4 委員 西都大:教授",
        ],
        "西都大:教授",
        [(A, D)],
    ),
    (
        "it does where it prints another post of the same organization",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 光/2 委員 西都大・工学部:学部長",
            f"橘 {D} 水/4 委員 西都大:教授",
        ],
        "西都大:教授",
        [(A, A), (D, D)],
    ),
    (
        "a council that showed the post before may deny it later",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 光/1 委員 西都大:教授",
            f"橘 {C} 水/2 委員 南研:所長",
            f"橘 {D} 光/2 委員 西都大:教授",
        ],
        "西都大:教授",
        [(A, B), (D, D)],
    ),
    (
        "a roster that prints no affiliation denies none",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 水/2 委員",
            f"橘 {D} 水/4 委員 西都大:教授",
        ],
        "西都大:教授",
        [(A, D)],
    ),
    (
        "posts at once have an interval each",
        [f"橘 {A} 水/1 委員 西都大:教授 南研:所長", f"橘 {D} 水/4 委員 西都大:教授"],
        "南研:所長",
        [(A, A)],
    ),
    (
        "of two records of one meeting the one with fewer posts denies none",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 水/2 委員 西都大:教授",
            f"橘 {B} 水/2 委員 西都大",
            f"橘 {D} 水/4 委員 西都大:教授",
        ],
        "西都大:教授",
        [(A, D)],
    ),
    (
        "nor does one that prints no number",
        [
            f"橘 {A} 水/1 座長",
            f"橘 {B} 水/2 座長",
            f"橘 {B} 水 委員",
            f"橘 {D} 水/4 座長",
        ],
        "水:座長",
        [(A, D)],
    ),
]


@pytest.mark.parametrize(
    ("lines", "text", "expected"), [r[1:] for r in TENURES], ids=[r[0] for r in TENURES]
)
def test_how_long_a_post_was_seen(lines, text, expected):
    assert intervals(lines, "橘", text) == expected


@pytest.mark.parametrize("lines", [r[1] for r in TENURES], ids=[r[0] for r in TENURES])
def test_no_interval_is_wider_than_its_evidence(lines):
    rows = [read_row(line, f"{i:02d}") for i, line in enumerate(lines)]
    shown = {}
    for one in rows:
        for other in one.sighting.posts:
            path = organization_id(other.organization)
            key = membership_id(one.sighting.person, path, other.role, None)
            meeting = one.meeting
            shown.setdefault(key, {})[meeting.path] = meeting.date

    for tenure in history(lines).tenures:
        days = [shown[tenure.post][path] for path in tenure.meetings]
        assert (tenure.first, tenure.last) == (min(days), max(days))


def changes(lines, name="橘"):
    """Return the changes of a person: numbers of the meetings, posts before, after."""
    told = history(lines)
    words = {}
    for line in lines:
        who, _, where, seat, *posts = line.split()
        words |= {post(who, one): one for one in posts}
        words[post(who, f"{where.partition('/')[0]}:{seat}")] = seat
    places = {
        one.path: one.label
        for i, line in enumerate(lines)
        for one in [read_row(line, f"{i:02d}").meeting]
    }
    return sorted(
        (
            f"{places[one.since]} {places[one.until]}",
            " ".join(sorted(words[key] for key in one.before)),
            " ".join(sorted(words[key] for key in one.after)),
        )
        for one in told.changes
        if one.person == f"person/{name}"
    )


CHANGES = [
    ("nothing", [f"橘 {A} 水/1 委員", f"橘 {B} 水/2 委員"], []),
    (
        "member to chair",
        [f"橘 {A} 水/1 委員", f"橘 {B} 水/2 委員", f"橘 {D} 水/4 座長"],
        [("水/2 水/4", "委員", "座長")],
    ),
    (
        "over a meeting that does not show the person",
        [f"橘 {A} 水/1 委員", f"小暮 {B} 水/2 座長", f"橘 {D} 水/4 座長"],
        [("水/1 水/4", "委員", "座長")],
    ),
    (
        "a post outside",
        [f"橘 {A} 水/1 委員 西都大:教授", f"橘 {D} 水/4 委員 西都大:学長"],
        [("水/1 水/4", "西都大:教授", "西都大:学長")],
    ),
    (
        "seat and post are two changes",
        [f"橘 {A} 水/1 委員 西都大:教授", f"橘 {D} 水/4 座長 西都大:学長"],
        [("水/1 水/4", "委員", "座長"), ("水/1 水/4", "西都大:教授", "西都大:学長")],
    ),
    (
        "one of several posts",
        [f"橘 {A} 水/1 委員 南研:所長 西都大:教授", f"橘 {D} 水/4 委員 西都大:教授"],
        [("水/1 水/4", "南研:所長 西都大:教授", "西都大:教授")],
    ),
    (
        "what is not printed has not changed",
        [
            f"橘 {A} 水/1 委員 西都大:教授",
            f"橘 {B} 水/2 委員",
            f"橘 {D} 水/4 委員 西都大:教授",
        ],
        [],
    ),
    (
        "two councils call one person differently",
        [f"橘 {A} 水/1 委員", f"橘 {B} 光/2 座長", f"橘 {D} 水/4 委員"],
        [],
    ),
    (
        "two people",
        [f"橘 {A} 水/1 委員", f"小暮 {B} 水/2 座長"],
        [],
    ),
    (
        "meetings of one day",
        [f"橘 {A} 水/1 委員", f"橘 {A} 水/2 座長", f"橘 {B} 水/3 座長"],
        [("水/1 水/2", "委員", "座長")],
    ),
    (
        "records of one meeting that differ are no change",
        [
            f"橘 {A} 水/1 座長",
            f"橘 {A} 水/1 委員",
            f"橘 {B} 水/2 座長",
            f"橘 {B} 水/2 委員",
        ],
        [],
    ),
    (
        "a record without the number of its day is no other meeting",
        [f"橘 {A} 水/1 座長", f"橘 {A} 水 委員", f"橘 {B} 水/2 座長"],
        [],
    ),
    ("meetings without a day", [f"橘 {A} 水/1 委員", "橘 - 水/2 座長"], []),
    ("no council", [f"橘 {A} -/1 委員", f"橘 {B} -/2 座長"], []),
]


@pytest.mark.parametrize(
    ("lines", "expected"), [r[1:] for r in CHANGES], ids=[r[0] for r in CHANGES]
)
def test_between_which_meetings_a_post_changed(lines, expected):
    assert changes(lines) == expected
    assert changes(lines[::-1]) == expected


def test_all_is_in_order_of_names():
    told = history([f"橘 {A} 水/1 委員 西都大:教授", f"橘 {D} 水/4 座長 西都大:学長"])

    for found in (told.tenures, told.changes):
        names = [one.id for one in found]
        assert names == sorted(set(names))
    assert len(told.tenures) == 4
    assert [gap.numbers for gap in told.gaps] == [(2, 3)]
    assert len(told.successions) == 1
