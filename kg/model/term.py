"""Hold the terms of a text: noun compounds that may name a theme."""

from dataclasses import dataclass

from kg.model.document import Document
from kg.model.entity import Theme
from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A noun compound, as often as it stands in a record.

    *name* is as it is compared (NFKC, small letters), *words* its parts.
    *termhood* is higher the more the record treats it as a term of its own, and the
    rarer its words are elsewhere; it compares terms of one record only.
    """

    name: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    termhood: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term that the scheme has no concept for; nothing of it enters a graph.

    *count* are its places in *records* records, *termhood* the sum over these.
    *near* is the concept with a phrase most like it, by vectors, where one is.
    *span* of *document* is its first place.
    """

    name: str
    count: int
    records: int
    termhood: float
    near: Theme | None
    similarity: float | None
    document: Document
    span: Span
