"""Ask a build in Python: questions, things, evidence, networks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from kg.api.evidence import Evidence
from kg.api.find import find_one
from kg.api.listing import Listing
from kg.api.picture import Picture, read_chart
from kg.api.post import Attendance, Post, Sighting
from kg.api.question import Questions
from kg.api.row import read_rows, read_spans
from kg.api.source import Source
from kg.api.table import Table
from kg.api.thing import (
    Council,
    Meeting,
    Organization,
    Person,
    Theme,
    Thing,
    read_meetings,
)
from kg.ask import ask_question, fill_blanks, find_question, read_questions
from kg.errors import ConfigError
from kg.export import NetworkGraph, network_graph
from kg.graph import (
    Result,
    Store,
    data_version,
    open_store,
    project_meeting,
    project_organization,
    project_person,
    read_seating,
)
from kg.model import Network, Question, Seating
from kg.text import key

T = TypeVar("T", bound=Thing)
Value = Thing | str | int | date
Fact = Thing | Post | Sighting | Attendance | str

_LANGUAGES = ("ja", "en")
_MOST = 100_000
"""Nodes that a network for networkx may have, which no eye has to read."""


class Dataset:
    """What a build says, opened: its people, organizations, meetings, questions.

    *store* is for those who go on with `kg.graph`.
    """

    def __init__(self, store: Store, language: str = "ja", version: str = "") -> None:
        """Take a *store*; titles and messages are in *language*, ja or en.

        *version* is what a plot calls the data: the checksum of its file.
        """
        if language not in _LANGUAGES:
            message = f"language: expected ja or en, got {language!r}"
            raise ConfigError(message)
        self.store = store
        self.language = language
        self.version = version
        self._source = Source(store, language)

    # --- questions

    @cached_property
    def questions(self) -> Questions:
        """The prepared questions; a notebook shows them as a table."""
        return Questions(read_questions(), self.language)

    def question(self, name: str) -> Question:
        """Return the question called *name*, or say which is nearest."""
        return find_question(self.questions, name, self.language)

    def ask(self, name: str, /, **values: Value) -> Table:
        """Return the answer to the question *name* with *values* in its blanks.

        Blanks are called as in `kg ask`, in Japanese or English; a person, a meeting
        and so on may be given as what this class returns.
        """
        question = self.question(name)
        pairs = ((blank, _text(value)) for blank, value in values.items())
        given = fill_blanks(question, pairs, self.language)
        answer = ask_question(
            self.store, question, given, self.language, documents=self._source.lines
        )
        return Table(
            answer.columns,
            answer.rows,
            title=question.title_ja if self.language == "ja" else question.title_en,
            note=answer.note,
            language=self.language,
            evidence=lambda number: self._source.passages(answer.evidence[number]),
        )

    def query(self, sparql: str) -> Table:
        """Return what a SPARQL query finds; the prefixes of the vocabulary are known.

        ASK gives one cell, true or false; triples are rows of three cells.
        """
        result = self.store.query(sparql)
        columns, rows = read_rows(result)
        return Table(
            columns,
            rows,
            language=self.language,
            evidence=partial(self._row_evidence, result),
        )

    # --- things

    @cached_property
    def people(self) -> Listing[Person]:
        """Everybody whom a record names."""
        return self._all(Person, "people")

    @cached_property
    def organizations(self) -> Listing[Organization]:
        """All bodies and units, councils apart."""
        return self._all(Organization, "organizations")

    @cached_property
    def councils(self) -> Listing[Council]:
        """All councils, whether or not a record of a meeting was read."""
        return self._all(Council, "councils")

    @cached_property
    def meetings(self) -> Listing[Meeting]:
        """The meetings whose records were read, by council and day."""
        return Listing(read_meetings(self._source), self.language)

    @cached_property
    def themes(self) -> Listing[Theme]:
        """The themes that something in the records touches."""
        return self._all(Theme, "themes")

    def person(self, name: str) -> Person:
        """Return the one person called *name*: 佐藤 花子, or 佐藤 if only one fits.

        Raises AmbiguousNameError, with the candidates, when several fit. An IRI, or
        its last two parts, always means one.
        """
        return self._one(name, "person", self.people, self._families)

    def organization(self, name: str) -> Organization:
        """Return the one organization called *name*, by any form of its name."""
        return self._one(name, "organization", self.organizations)

    def council(self, name: str) -> Council:
        """Return the one council called *name*."""
        return self._one(name, "organization", self.councils)

    def meeting(self, name: str | int) -> Meeting:
        """Return the one meeting called *name*: its name, number or day."""
        return self._one(str(name), "meeting", self.meetings)

    def theme(self, name: str) -> Theme:
        """Return the one theme called *name*."""
        return self._one(name, "theme", self.themes)

    # --- what facts rest on, and networks

    def evidence(self, fact: Fact) -> Evidence:
        """Return the passages that *fact* rests on: something found here, or an IRI."""
        return (
            fact.evidence if not isinstance(fact, str) else self._source.evidence(fact)
        )

    def network(
        self,
        *,
        meeting: Meeting | str | int | None = None,
        person: Person | str | None = None,
        organization: Organization | str | None = None,
        limit: int = _MOST,
    ) -> NetworkGraph:
        """Return a networkx MultiDiGraph of one thing, or else of all meetings.

        Nodes have name and kind, edges kind, name, basis, mode and proxy; no edge
        leads from a person to a theme.
        """
        networks = self.networks(
            meeting=meeting, person=person, organization=organization, limit=limit
        )
        return network_graph(networks)

    def networks(
        self,
        *,
        meeting: Meeting | str | int | None = None,
        person: Person | str | None = None,
        organization: Organization | str | None = None,
        limit: int = _MOST,
    ) -> tuple[Network, ...]:
        """Return the pictures that `network` puts together, each with its evidence."""
        chosen: list[tuple[Callable[..., Network], Thing]] = []
        if meeting is not None:
            chosen.append((project_meeting, self._meeting(meeting)))
        if person is not None:
            one = person if isinstance(person, Person) else self.person(person)
            chosen.append((project_person, one))
        if organization is not None:
            chosen.append((project_organization, self._organization(organization)))
        if not chosen:
            chosen = [(project_meeting, one) for one in self.meetings]
        return tuple(draw(self.store, one.iri, limit=limit) for draw, one in chosen)

    def plot(
        self,
        kind: str,
        *,
        council: Council | str | None = None,
        people: bool = False,
        limit: int | None = None,
    ) -> Picture:
        """Return a picture of attendance, members, themes or measures.

        Of all councils, or of one; with *people* the measures are of people, whose
        numbers count attendance and no influence.
        """
        one = self.council(council) if isinstance(council, str) else council
        chart = read_chart(
            self._seating,
            kind,
            self.language,
            council=None if one is None else one.iri,
            people=people,
            limit=limit,
        )
        return Picture(chart, self.language)

    def __repr__(self) -> str:
        """Return how much there is."""
        return (
            f"Dataset({len(self.meetings)} meetings, {len(self.people)} people, "
            f"{len(self.organizations)} organizations, {len(self.themes)} themes)"
        )

    # --- how things are found

    @cached_property
    def _seating(self) -> Seating:
        """Who sat where, over all meetings."""
        return read_seating(self.store, self.version)

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        """The IRIs of people by family name."""
        found: dict[str, list[str]] = {}
        for row in self._source.rows("families"):
            found.setdefault(key(row["name"]), []).append(row["thing"])
        return found

    def _all(self, kind: Callable[[str, str, Source], T], query: str) -> Listing[T]:
        """Return the things of a *kind* that *query* lists."""
        rows = {row["thing"]: row["name"] for row in self._source.rows(query)}
        things = [kind(iri, name, self._source) for iri, name in rows.items()]
        return Listing(things, self.language)

    def _one(
        self,
        name: str,
        kind: str,
        things: Sequence[T],
        others: Mapping[str, Sequence[str]] | None = None,
    ) -> T:
        """Return the one of *things* that *name* means; *others* are more names."""
        return find_one(
            self.store,
            name,
            kind,
            things,
            language=self.language,
            others=others or {},
        )

    def _meeting(self, meeting: Meeting | str | int) -> Meeting:
        """Return the meeting that is given as itself or by name."""
        return meeting if isinstance(meeting, Meeting) else self.meeting(meeting)

    def _organization(self, organization: Organization | str) -> Organization:
        """Return the organization, which may be a council, given or by name."""
        if isinstance(organization, Organization):
            return organization
        every: tuple[Organization, ...] = (*self.organizations, *self.councils)
        return self._one(organization, "organization", every)

    def _row_evidence(self, result: Result, number: int) -> Evidence:
        """Return the passages of the spans in one row of *result*."""
        cells = result.rows[number] if result.rows else ()
        return self._source.passages(read_spans(cells))


def open_dataset(
    path: Path | str = "out", *more: Path | str, language: str = "ja"
) -> Dataset:
    """Open what `kg build` wrote: a folder, or a file of N-Quads or Turtle.

    *more* are opened with it, as one graph; *language* is that of titles and notes.
    """
    store = open_store(*(Path(one) for one in (path, *more)))
    version = "" if more else data_version(Path(path))
    return Dataset(store, language, version)


def _text(value: Value) -> str:
    """Return *value* as a blank takes it."""
    return value.iri if isinstance(value, Thing) else str(value)
