"""Hold what is invented: organizations, people, councils, meetings and their rows."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FOREVER = dt.date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called from a day on; *id* changes where a merger ends it."""

    since: dt.date
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization with all its names; *form* is its legal form as printed.

    *parent* is the ministry of a bureau.
    """

    kind: str
    names: tuple[Name, ...]
    form: str = ""
    parent: str = ""

    def on(self, day: dt.date) -> Name:
        """Return the name on *day*."""
        return [self.names[0], *(n for n in self.names if n.since <= day)][-1]


@dataclass(frozen=True, slots=True)
class Job:
    """Where somebody works from a day on, and as what; *units* from the top."""

    since: dt.date
    employer: Organization
    units: tuple[str, ...]
    post: str

    def path(self, day: dt.date) -> tuple[str, ...]:
        """Return the units from the top as they are called on *day*."""
        top = (self.employer.parent,) if self.employer.parent else ()
        return (*top, self.employer.on(day).text, *self.units)


@dataclass(slots=True)
class Person:
    """Somebody with all surnames and jobs, in order of their first days.

    *twin* is the id of a person with the same full name, put in on purpose.
    """

    id: str
    surnames: list[tuple[dt.date, str]]
    given: str
    jobs: list[Job]
    prints_former: bool = False
    twin: str = ""

    def surname(self, day: dt.date) -> str:
        """Return the surname on *day*."""
        return [name for since, name in self.surnames if since <= day][-1]

    def job(self, day: dt.date) -> Job:
        """Return the job on *day*."""
        return [self.jobs[0], *(job for job in self.jobs if job.since <= day)][-1]

    def name(self, day: dt.date) -> str:
        """Return the full name on *day*."""
        return self.surname(day) + self.given


@dataclass(slots=True)
class Spell:
    """Somebody in a role on a council from a day until the day before another."""

    person: Person
    role: str
    seat: int
    since: dt.date
    until: dt.date = FOREVER


@dataclass(slots=True)
class Council:
    """A council with its words, its way of printing, and who sat on it when.

    *role_words* are those of the chair, the deputy chair and the members. Where
    members stand by surname alone, *names_officials* says whether officials do not.
    """

    id: str
    name: str
    host: str
    role_words: tuple[str, str, str]
    layout: str
    head: str
    lists_absent: bool
    marks_online: bool
    folds: bool
    names_officials: bool
    days: list[dt.date]
    spells: list[Spell] = field(default_factory=list)
    desks: list[int] = field(default_factory=list)
    observers: list[int] = field(default_factory=list)

    @property
    def inline(self) -> bool:
        """Tell whether rosters are lists within a line."""
        return self.layout in {"surnames", "names"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a roster as it is printed, and who it is.

    *family* and *given* are as printed; *given* is empty where only the surname is.
    *principal* is the row for which a proxy came.
    """

    person: Person
    role: str
    role_word: str
    group: str
    family: str
    given: str
    path: tuple[str, ...]
    form: str
    post: str
    status: str = "present"
    online: bool = False
    proxy: bool = False
    former: str = ""
    principal: "Row | None" = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: its day, and day and number as its document prints them."""

    document: str
    council: Council
    order: int
    number: int
    day: dt.date
    printed_day: dt.date
    layout: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents by the names of their files, and the truth about them."""

    documents: Mapping[str, str]
    truth: Mapping[str, Any]
