"""Hold what the line found in each document of a corpus."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.identity import PersonSighting
from kg.model.register import BodySightings
from kg.model.result import Finding
from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of a document that a reader should look at, and what they could mean."""

    document: str
    line: int
    words: str
    candidates: tuple[str, ...] = ()

    def rest(self) -> tuple[str, str]:
        """Return the words and their candidates as cells of a table."""
        return self.words, "、".join(self.candidates)


@dataclass(frozen=True, slots=True)
class MeetingSighting:
    """A meeting as one record shows it; *path* is its own below the base IRI.

    *label* is what a reader calls it. *council* is the id of the body that met and
    *council_name* its name with those above it. *evidence* are the spans of the
    head: title, body, number, day.
    """

    path: str
    document: str
    label: str
    council: str | None = None
    council_name: str | None = None
    number: int | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What one document gave, beside its graph.

    *counts* are numbers of things by sort, *omissions* of what its reader left out,
    by kind; *findings* are those of the shapes.
    """

    document: str
    name: str
    sha256: str
    meetings: tuple[MeetingSighting, ...] = ()
    people: tuple[PersonSighting, ...] = ()
    bodies: BodySightings = field(default_factory=BodySightings)
    counts: Mapping[str, int] = field(default_factory=dict)
    omissions: Mapping[str, int] = field(default_factory=dict)
    unplaced: tuple[Doubt, ...] = ()
    open: tuple[Doubt, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document, or a part of an archive, that could not be read as minutes."""

    where: str
    reason: str

    @property
    def line(self) -> str:
        """Return what a reader is told, in one line."""
        return " ".join(f"{self.where}: {self.reason}".split())


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one file gave: its documents, and what of it was refused."""

    documents: tuple[DocumentReading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
