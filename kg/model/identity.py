"""Hold who is who over many records: sightings, judgements, decisions."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.model.entity import Clue
from kg.model.minutes import Mode, Role, Status
from kg.model.span import Basis


class Verdict(StrEnum):
    """Whether two sightings are one person; UNSURE keeps both as candidates."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PostSighting:
    """A post as one row prints it: units from the top, and the post's word.

    *membership* is the id of the post in the graph of its document.
    """

    membership: str
    organization: tuple[str, ...] = ()
    role: str | None = None
    appointment: str | None = None
    seat: bool = False


@dataclass(frozen=True, slots=True)
class PersonSighting:
    """A person as one record of one meeting shows him.

    *key* is unique in a corpus; *person* is the id that the record alone gives, so
    two sightings of one name in one organization share it.
    *meeting* is the path of the meeting below the base IRI, *council* the id of the
    body that met. *surname_only* tells that no given name is printed. *other_names*
    are printed beside the name: 旧姓, a reading.
    """

    key: str
    person: str
    document: str
    meeting: str
    position: int
    name: str
    label: str
    family: str | None = None
    given: str | None = None
    split: Basis | None = None
    surname_only: bool = False
    other_names: tuple[str, ...] = ()
    council: str | None = None
    council_name: str | None = None
    number: int | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    role: Role | None = None
    role_word: str | None = None
    status: Status = Status.PRESENT
    mode: Mode = Mode.UNKNOWN
    proxy: bool = False
    posts: tuple[PostSighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person ruled about two people; outranks the machine.

    *left* and *right* are ids of people (person/…) or keys of sightings; the first
    means all sightings that bear the id.
    """

    date: dt.date
    judge: str
    left: str
    right: str
    verdict: Verdict
    note: str = ""


@dataclass(frozen=True, slots=True)
class IdentityDecision:
    """Whether two sightings, by their keys, are one person, and what speaks for it.

    *probability* is calibrated, 0 to 1; *judgement* is the one that ruled, if any.
    """

    left: str
    right: str
    probability: float
    verdict: Verdict
    clues: tuple[Clue, ...] = ()
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """One person of the corpus: the id that stays, the name shown, the sightings.

    *other_names* are the further forms that records print.
    """

    id: str
    name: str
    label: str
    family: str | None
    given: str | None
    split: Basis | None
    sightings: tuple[str, ...]
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in a corpus.

    *people* are in order of their ids. *decisions* are those that merged, and the
    candidates left open, in order of their keys. *replaced* gives for an id that no
    person bears any more the one that took its place.
    """

    people: tuple[Identity, ...] = ()
    decisions: tuple[IdentityDecision, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)
