"""Hold what is known of Japan's public bodies from outside the records."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class Sector(StrEnum):
    """産 学 官 公 個人: whose body it is, or that somebody comes for himself."""

    INDUSTRY = "industry"
    ACADEMIA = "academia"
    GOVERNMENT = "government"
    PUBLIC = "public"
    INDIVIDUAL = "individual"


class EventKind(StrEnum):
    """What an event does; a TRANSFER gives only a part away, the body goes on."""

    RENAME = "rename"
    MERGER = "merger"
    SPLIT = "split"
    SUCCESSION = "succession"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One body under one name; *since* and *until* only where certain.

    *examples* are texts as printed with the id that each leads to.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    legal_form: str | None = None
    parent: str | None = None
    sector: Sector | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    examples: tuple[tuple[str, str], ...] = ()

    def may_exist(self, day: dt.date) -> bool:
        """Tell whether nothing known says that it had not this name on *day*."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """What became of what; *before* and *after* are ids of entries.

    *date* is the first day of what comes after, None where it is not certain.
    *examples* are names before with the id in *after* that each leads to.
    """

    id: str
    kind: EventKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str
    date: dt.date | None = None
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """A value that a table gives to a body or a post that a record names.

    *value* is the end of a code or the id of an entry, *words* those of the record
    that the rule goes by, *rule* names the rule, *reason* tells it to a reader.
    *outside* says that it rests on knowledge from outside the record, and not on
    its words alone. *candidates* stand where several values fit and none is given.
    """

    value: str | None
    rule: str
    words: str
    reason: str
    outside: bool = False
    candidates: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class BodySighting:
    """An organization as records show it: its IRI, its names from the top, its form.

    *legal_forms* are all that are printed with it: more than one where the records
    disagree. *evidence* is the IRI of one span.
    """

    iri: str
    path: tuple[str, ...]
    legal_forms: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as records show it: the IRI of the membership, the body's IRI, the words.

    *evidence* is the IRI of one span.
    """

    iri: str
    body: str
    role: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class BodySightings:
    """What one document shows of bodies and posts; *posts* without seats of councils.

    The sequences are in order of the IRIs.
    """

    bodies: tuple[BodySighting, ...] = ()
    posts: tuple[HeldPost, ...] = ()
