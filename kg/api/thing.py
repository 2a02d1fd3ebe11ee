"""Hold what a graph tells of: people, organizations, councils, meetings, themes."""

from dataclasses import dataclass, field
from typing import ClassVar

from kg.api.evidence import Evidence
from kg.api.markup import Markup, block, table, tag
from kg.api.post import Attendance, Post, read_attendances, read_posts
from kg.api.source import Source


@dataclass(frozen=True, slots=True, repr=False)
class Thing:
    """What has an *iri* and a *name*; details are looked up when asked for."""

    kind: ClassVar[str] = "thing"

    iri: str
    name: str
    source: Source = field(compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every form of the name in the graph, other languages too."""
        return tuple(row["name"] for row in self.source.rows("names", thing=[self.iri]))

    @property
    def evidence(self) -> Evidence:
        """The passages of the records that show it."""
        return self.source.evidence(self.iri)

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def __repr__(self) -> str:
        """Return the name with the end of the IRI, which tells namesakes apart."""
        return f"{type(self).__name__}({self.name!r}, {short(self.iri)!r})"

    def _repr_html_(self) -> str:
        """Return a card for a notebook."""
        heading = tag("p", tag("strong", self.name))
        return block(heading, *self._card(), tag("p", tag("small", self.iri)))

    def _card(self) -> tuple[Markup, ...]:
        """Return what the card says below the name."""
        return ()


@dataclass(frozen=True, slots=True, repr=False)
class Person(Thing):
    """Somebody whom a record names."""

    kind: ClassVar[str] = "person"

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts and seats, each with the meetings whose rosters show it."""
        return read_posts(self.source, person=[self.iri])

    @property
    def attendances(self) -> tuple[Attendance, ...]:
        """The rows of rosters that list the person, by day."""
        return read_attendances(self.source, thing=[self.iri])

    def _card(self) -> tuple[Markup, ...]:
        """Return the posts with the days of their sightings."""
        japanese = self.source.language == "ja"
        columns = (
            ("組織", "役職", "確認") if japanese else ("organization", "post", "seen")
        )
        rows = [(p.organization, p.role, "、".join(p.days)) for p in self.posts]
        return (table(columns, rows),) if rows else ()


@dataclass(frozen=True, slots=True, repr=False)
class Organization(Thing):
    """A body or a unit of one."""

    kind: ClassVar[str] = "organization"

    @property
    def posts(self) -> tuple[Post, ...]:
        """The posts in it, each with its holder and the rosters that show it."""
        return read_posts(self.source, organization=[self.iri])

    def _card(self) -> tuple[Markup, ...]:
        """Return the posts in it."""
        japanese = self.source.language == "ja"
        columns = ("氏名", "役職", "確認") if japanese else ("name", "post", "seen")
        rows = [(p.person, p.role, "、".join(p.days)) for p in self.posts]
        return (table(columns, rows),) if rows else ()


@dataclass(frozen=True, slots=True, repr=False)
class Meeting(Thing):
    """A meeting: its *number* and *day*, where the record gives them."""

    kind: ClassVar[str] = "meeting"

    number: int | None = None
    day: str | None = None
    council: str | None = None

    @property
    def attendances(self) -> tuple[Attendance, ...]:
        """The rows of the roster, in order; who is recorded as absent too."""
        return read_attendances(self.source, meeting=[self.iri])

    def _card(self) -> tuple[Markup, ...]:
        """Return the roster."""
        japanese = self.source.language == "ja"
        columns = ("氏名", "資格", "参加方法") if japanese else ("name", "role", "mode")
        rows = [(one.name, one.role, one.shown_mode) for one in self.attendances]
        return (table(columns, rows),) if rows else ()


@dataclass(frozen=True, slots=True, repr=False)
class Council(Organization):
    """A council, a subcommittee, a study group: what meets."""

    kind: ClassVar[str] = "council"

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Those of its meetings whose records were read, by day."""
        return read_meetings(self.source, council=[self.iri])


@dataclass(frozen=True, slots=True, repr=False)
class Theme(Thing):
    """A subject that a record touches; its evidence are the words that show it."""

    kind: ClassVar[str] = "theme"


def read_meetings(source: Source, **values: list[str]) -> tuple[Meeting, ...]:
    """Return the meetings that *values* choose, by council and day."""
    found = {
        row["thing"]: Meeting(
            row["thing"],
            row["name"],
            source,
            int(row["number"]) if "number" in row else None,
            row["start"][:10] if "start" in row else None,
            row.get("councilName"),
        )
        for row in source.rows("meetings", **values)
    }
    return tuple(found.values())


def short(iri: str) -> str:
    """Return the last two parts of *iri*.

    >>> short("https://example.org/id/person/abc")
    'person/abc'
    """
    return "/".join(iri.split("/")[-2:])
