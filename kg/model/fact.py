"""Hold what the minutes say of entities."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.discourse import NOTHING_SAID, Decision, Discourse
from kg.model.entity import Link, Organization, Person, Theme
from kg.model.minutes import (
    AgendaItem,
    Attendee,
    Handout,
    Heading,
    Minutes,
    Statement,
)
from kg.model.span import Span
from kg.model.undertaking import Reference, Undertaking


@dataclass(frozen=True, slots=True)
class Membership:
    """A post of a person as one record shows it.

    At least one of *organization* and *role* is there. A *seat* is a membership
    of the council itself.

    Minutes attest a day, never a beginning or an end.
    """

    id: str
    person: str
    organization: str | None
    role: str | None
    role_as_written: str | None
    appointment: str | None
    position: int
    attested_on: date | None
    evidence: tuple[Span, ...]
    seat: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """One row of the roster with the person (or organization) it names.

    *agent* is a person's id, or an organization's where no person is named.
    *memberships* are ids, the council seat included, last.
    *principal* is the person for whom a proxy sat, where the text names one.
    """

    agent: str
    attendee: Attendee
    memberships: tuple[str, ...]
    principal: str | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """A statement with its speaker (an id), or with the candidates for it."""

    statement: Statement
    speaker: str | None
    candidates: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Presentation:
    """Who introduced an agenda item: an agent's id and the words that say so."""

    item: AgendaItem
    agent: str
    evidence: tuple[Span, ...]


class Salience(StrEnum):
    """Whether something is about a theme, or only mentions it."""

    ABOUT = "about"
    MENTIONS = "mentions"


About = Heading | AgendaItem | Handout | Statement
"""What touches a theme: the meeting as a whole (by its heading), or a part of it."""


@dataclass(frozen=True, slots=True)
class Discussion:
    """A theme that a meeting, an item, a handout or a statement touches.

    *evidence* are the words that show it, *methods* the ways in which they do
    (trigger, context, title, label, vector). *score* is the weight of the theme
    beside the heaviest of the same thing, which has 1.
    """

    about: About
    theme: str
    evidence: tuple[Span, ...]
    methods: tuple[str, ...] = ("trigger",)
    score: float = 1.0
    salience: Salience = Salience.MENTIONS


class Adjacency(StrEnum):
    """On which side of a meeting another of the same council lies."""

    BEFORE = "before"  # 前回
    AFTER = "after"  # 次回


@dataclass(frozen=True, slots=True)
class AdjacentMeeting:
    """The meeting before or after this one, as far as the record speaks of it.

    It has no number and no day: 前回 says no more than the order.
    """

    adjacency: Adjacency
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A decision with the ids of who made it, and of the body it was left to.

    Both are None where the record names none, or nobody who is known.
    """

    decision: Decision
    decider: str | None = None
    entrusted: str | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """An undertaking with the id of whom it binds, or, if a request, of who is asked.

    *agent* is None where the text names nobody, or nobody who is known.
    """

    undertaking: Undertaking
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """Everything one record says of entities; the input of the graph.

    *council* is the id of the body that met, None where none is printed.
    Sequences are in order of the text, entities by id.
    """

    minutes: Minutes
    council: str | None
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    themes: tuple[Theme, ...] = ()
    memberships: tuple[Membership, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    speeches: tuple[Speech, ...] = ()
    presentations: tuple[Presentation, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    adjacent: tuple[AdjacentMeeting, ...] = ()
    links: tuple[Link, ...] = ()
    discourse: Discourse = NOTHING_SAID
    settlements: tuple[Settlement, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    references: tuple[Reference, ...] = ()
