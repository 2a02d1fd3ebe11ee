"""Hold what a careful reader finds in one document, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.evaluate.score import Fact, Wanted


@dataclass(frozen=True, slots=True)
class Expected:
    """What is wanted by field; only these fields are scored.

    *allowed* is neither right nor wrong; *forbidden* are beginnings of facts that
    must not be found. *themes* are those that were judged, where any were, and
    *judged* the statements whose kinds, and the words of decisions that were.
    *subjects* are what a librarian says the record is about.
    *mentions_from* is where the text begins whose mentions were annotated,
    *headings* are its lines that were not, and *nominal* tells whether words like
    事務局 were annotated too. *refused* tells that the document is no minutes: then
    a refusal is right, and every fact is wrong. *sits* are the names of the body that
    sits, where its mentions were not annotated.
    """

    wanted: Mapping[str, tuple[Wanted, ...]] = field(default_factory=dict)
    allowed: Mapping[str, frozenset[Fact]] = field(default_factory=dict)
    forbidden: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    themes: frozenset[str] = frozenset()
    judged: frozenset[tuple[str, ...]] = frozenset()
    subjects: tuple[str, ...] = ()
    mentions_from: int = 0
    headings: frozenset[int] = frozenset()
    nominal: bool = False
    refused: bool = False
    sits: frozenset[str] = frozenset()
