"""Hold a picture for the eye: nodes, edges and the passages they rest on."""

from dataclasses import dataclass

from kg.model.span import Basis, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a source text with the marked parts that are the evidence.

    *line* counts from 1; *marks* are offsets within *text*.
    """

    document: str
    line: int
    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the picture.

    *kind* is person, organization, meeting, agenda-item, handout or theme;
    *group* is the group heading of a person, or None; *details* are rows of
    (what, value) for the side panel, in both cases words of the record.
    """

    id: str
    name: str
    kind: str
    group: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact in the picture.

    *kind* is attendance, affiliation, part-of, agenda, presentation, handout,
    theme or chair; *mode* is online, in-person, unknown or None.
    """

    source: str
    target: str
    kind: str
    name: str
    basis: Basis
    mode: str | None = None
    proxy: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """A picture of one thing, *subject*; *left_out* counts what it omits."""

    title: str
    subject: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0
