"""Hold who was listed where, over all meetings at hand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that took place; *council* is the IRI of the body that met.

    *day* is 2024-05-15 or "" where the record gives none; *unnamed* is how many the
    record says were absent without naming them, or None where it says nothing.
    """

    meeting: str
    name: str
    council: str
    council_name: str
    number: str
    day: str
    unnamed: int | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A row of a roster: *agent*, a person or not, in a *meeting*.

    *mode* is online, in-person or unknown; *bases* are those of status, mode and
    capacity; *member* is true of those who sit as members, not as their proxies;
    *evidence* names the lines: `0ca892fbf9cf L5`.
    """

    meeting: str
    agent: str
    name: str
    person: bool
    mode: str
    absent: bool
    proxy: bool
    member: bool
    bases: tuple[str, str, str]
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Touch:
    """A theme in a meeting: *salience* is about, mentions or unknown."""

    meeting: str
    theme: str
    name_ja: str
    name_en: str
    salience: str


@dataclass(frozen=True, slots=True)
class Seating:
    """All meetings and rows of rosters; *undecided* are pairs who may be one person.

    *version* names the data; *documents* counts what they were read from.
    """

    meetings: tuple[Held, ...]
    sittings: tuple[Sitting, ...]
    undecided: tuple[tuple[str, str], ...]
    touches: tuple[Touch, ...] = ()
    documents: int = 0
    version: str = ""
