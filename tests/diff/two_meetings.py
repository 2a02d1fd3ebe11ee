"""Write two small meetings of one council by hand, and what differs between them.

A meeting is told in few words, one row a line, and becomes records as the parser
would give them; neither the parser nor the model is needed.
"""

from dataclasses import dataclass, replace
from datetime import date

from kg.graph import build_graph, open_store
from kg.model import (
    Access,
    AgendaItem,
    Attendance,
    Attendee,
    Attribution,
    Basis,
    Discussion,
    Document,
    Entities,
    Grounded,
    Group,
    Handout,
    Heading,
    Kind,
    Membership,
    Minutes,
    Mode,
    Organization,
    Person,
    PersonName,
    Role,
    Source,
    Span,
    Speech,
    Statement,
    Status,
    Theme,
)
from kg.model.identifier import mint

BASE = "https://example.org/gijiroku/id/"
COUNCIL = "架空水会議"
HRD = "https://w3id.org/gijiroku/theme/hrd"


@dataclass(frozen=True)
class Row:
    """A row of a roster: name, path of the organization, post, role and axes.

    *person* is the id, where it is not that of the name alone.
    """

    name: str
    path: tuple[str, ...] = ("西都大学",)
    post: str | None = "教授"
    word: str = "委員"
    role: Role | None = Role.MEMBER
    status: Status = Status.PRESENT
    mode: Mode = Mode.UNKNOWN
    basis: Basis = Basis.STATED
    proxy: bool = False
    principal: str | None = None
    person: str | None = None


@dataclass(frozen=True)
class Paper:
    """A handout: label, title, open or closed."""

    label: str
    title: str
    access: Access = Access.OPEN


@dataclass(frozen=True)
class Meeting:
    """A meeting in few words; *themes* are what its one statement touches."""

    number: int | None = 1
    rows: tuple[Row, ...] = ()
    agenda: tuple[str, ...] = ("水の値段について",)
    papers: tuple[Paper, ...] = ()
    themes: tuple[str, ...] = ()
    says: tuple[str, ...] = ("人材育成を進めたい。",)
    day: date | None = date(2024, 4, 1)
    council: str = COUNCIL
    absences: int | None = None
    group: str | None = "出席委員"


def person_of(row):
    """Return the id of the person in *row*."""
    return mint("person", row.person or row.name.replace(" ", ""))


def record(meeting):
    """Return what the record of *meeting* says."""
    return _Writer(meeting).record()


def store_of(*meetings):
    """Return a store of the graphs of *meetings*, with themes and codes."""
    return open_store(build_graph(tuple(record(one) for one in meetings), BASE))


class _Writer:
    """Write the text of a meeting line by line, and keep where each line stands."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.text = ""
        number = f"（第{meeting.number}回）" if meeting.number else ""
        self.title = self.line(f"{meeting.council}{number}")
        self.day = self.line(f"{meeting.day}")
        self.bodies = {}
        self.people = {}
        self.posts = []

    def line(self, words):
        """Add a line, and return its span."""
        start = len(self.text)
        self.text += f"{words}\n"
        return Span(start, start + len(words))

    def record(self):
        meeting = self.meeting
        council = self.body((meeting.council,), self.title, Kind.COUNCIL)
        group = self.line(meeting.group) if meeting.group and meeting.rows else None
        attendances = tuple(
            self.attend(place, row, group) for place, row in enumerate(meeting.rows, 1)
        )
        items = tuple(
            AgendaItem(place, title, (self.line(f"議題{place} {title}"),))
            for place, title in enumerate(meeting.agenda, 1)
        )
        handouts = tuple(map(self.handout, range(1, 99), meeting.papers))
        said = tuple(map(self.statement, range(1, 99), meeting.says))
        discussions = tuple(
            Discussion(said[0], theme, (said[0].spans[0],)) for theme in meeting.themes
        )
        minutes = Minutes(
            document=self.document(),
            heading=self.heading(),
            groups=(Group(meeting.group, group),) if group else (),
            attendees=tuple(one.attendee for one in attendances),
            unnamed_absences=self.absences(),
            agenda=items,
            handouts=handouts,
            statements=said,
        )
        return Entities(
            minutes=minutes,
            council=council.id,
            people=tuple(self.people.values()),
            organizations=tuple(self.bodies.values()),
            themes=tuple(Theme(theme, theme) for theme in meeting.themes),
            memberships=tuple(self.posts),
            attendances=attendances,
            speeches=tuple(Speech(one, None, (), "") for one in said),
            discussions=discussions,
        )

    def document(self):
        name = f"{self.meeting.council}-{self.meeting.number}.txt"
        document = Document(
            "", Source(name, "0" * 64, "text/plain", "utf-8"), self.text
        )
        sha = mint("document", self.text).rpartition("/")[2]
        return replace(document, id=sha)

    def heading(self):
        number, day = self.meeting.number, self.meeting.day
        return Heading(
            self.meeting.council,
            self.title,
            body=Grounded(self.meeting.council, Basis.STATED, (self.title,)),
            number=Grounded(number, Basis.STATED, (self.title,)) if number else None,
            date=Grounded(day, Basis.STATED, (self.day,)) if day else None,
        )

    def absences(self):
        count = self.meeting.absences
        if count is None:
            return None
        return Grounded(count, Basis.STATED, (self.title,))

    def body(self, path, span, kind=Kind.FORMAL):
        found = Organization(
            id=mint("org", "".join(path)),
            name=path[-1],
            qualified=" ".join(path),
            path=path,
            kind=kind if len(path) == 1 else Kind.UNIT,
            parent=mint("org", "".join(path[:-1])) if len(path) > 1 else None,
            evidence=(span,),
        )
        self.bodies.setdefault(found.id, found)
        return found

    def person(self, row, name, span):
        family, _, given = name.partition(" ")
        label = name.replace(" ", "")
        found = Person(
            person_of(row),
            name,
            label,
            family if given else None,
            given or None,
            Basis.STATED if given else None,
            (span,),
        )
        self.people.setdefault(found.id, found)
        return found.id

    def attend(self, place, row, group):
        words = f"{row.name} {''.join(row.path)} {row.post or ''} {row.word}"
        span = self.line(words)
        agent = self.person(row, row.name, span)
        principal = None
        if row.principal:
            principal = self.person(Row(row.principal), row.principal, span)
        posts = self.post(row, agent, span)
        attendee = Attendee(
            position=place,
            row=span,
            as_written=words,
            name=PersonName(row.name, (span,)),
            status=Grounded(row.status, Basis.STATED, (span,)),
            mode=Grounded(
                row.mode, row.basis, () if row.basis is Basis.DEFAULT else (span,)
            ),
            proxy=Grounded(row.proxy, Basis.STATED, (span,)),
            role=Grounded(row.role, Basis.STATED, (span,)) if row.role else None,
            role_word=row.word if row.role else None,
            group=Grounded(self.meeting.group, Basis.STATED, (group,))
            if group
            else None,
        )
        return Attendance(agent, attendee, posts, principal)

    def post(self, row, agent, span):
        for end in range(1, len(row.path)):
            self.body(row.path[:end], span)
        body = self.body(row.path, span) if row.path else None
        if body is None and row.post is None:
            return ()
        key = f"{agent} {''.join(row.path)} {row.post}"
        found = Membership(
            id=mint("membership", key),
            person=agent,
            organization=body.id if body else None,
            role=row.post,
            role_as_written=row.post,
            appointment=None,
            position=1,
            attested_on=self.meeting.day,
            evidence=(span,),
        )
        self.posts.append(found)
        return (found.id,)

    def handout(self, place, paper):
        closed = "【非公開】" if paper.access is Access.CLOSED else ""
        span = self.line(f"{paper.label} {paper.title}{closed}")
        basis = Basis.STATED if closed else Basis.DEFAULT
        access = Grounded(paper.access, basis, (span,) if closed else ())
        return Handout(place, paper.label, paper.title, access, span)

    def statement(self, place, words):
        span = self.line(f"- {words}")
        inner = Span(span.start + 2, span.end)
        item = 1 if self.meeting.agenda else None
        return Statement(place, words, (inner,), Attribution.WITHHELD, agenda_item=item)
