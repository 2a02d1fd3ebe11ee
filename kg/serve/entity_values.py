"""Hold what the graph knows of one thing, for a page and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Basis, Passage


@dataclass(frozen=True, slots=True)
class Ref:
    """Another thing, by IRI and name, how it is related, and by which words."""

    id: str
    name: str
    relation: str = ""
    day: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """A post or seat as rosters attest it, with the days of sighting."""

    person: Ref
    organization: Ref | None
    post: str
    seat: bool
    days: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """One row of a roster; *bases* tell how status and mode are known."""

    agent: Ref
    meeting: Ref
    absent: bool
    mode: str
    proxy: bool
    principal: str
    role: str
    group: str
    written: str
    mode_basis: Basis
    role_basis: Basis
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple: a property with what it leads to, or comes from (*inward*)."""

    property: str
    value: str
    name: str
    is_iri: bool
    inward: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What the graph knows of one thing.

    *cut* tells that there are more seats than *seats*, which are the latest.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    seats: tuple[Seat, ...] = ()
    cut: bool = False
    neighbours: tuple[Ref, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: Mapping[str, str] | None = None
    statements: tuple[Statement, ...] = ()
