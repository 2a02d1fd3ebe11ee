"""Hold what the service answers from: the graph, its names, and its documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.ask import read_questions
from kg.graph import Askable, Lines
from kg.model import Question
from kg.reconcile import Index

DEFAULT_BASE = "https://example.org/gijiroku/id/"


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """What is served: *base* is the IRI that the paths of entities stand under.

    *files* are those of the build, by the path that they are served at.
    """

    store: Askable
    index: Index
    documents: Mapping[str, Lines]
    base: str = DEFAULT_BASE
    files: Mapping[str, Path] = field(default_factory=dict)
    questions: tuple[Question, ...] = field(default_factory=read_questions)
