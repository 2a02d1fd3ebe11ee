"""Hold what the service answers from: the graph, its names, and its documents."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from kg.ask import read_questions
from kg.graph import Lines, bind, iri
from kg.graph.answer import Askable
from kg.graph.passage import cut_lines
from kg.model import Question
from kg.reconcile import Index

DEFAULT_BASE = "https://example.org/gijiroku/id/"
_KEPT = 64
_TEXT = (
    "SELECT ?text WHERE {\n# VALUES\n?document a gjr:SourceText ; schema:text ?text }"
)
_NAMES = "SELECT ?document WHERE { ?document a gjr:SourceText } ORDER BY ?document"


class Documents(Mapping[str, Lines]):
    """The lines of documents by IRI, read when they are asked for; a few are kept."""

    def __init__(self, store: Askable) -> None:
        """Read from *store*."""
        self._store = store
        self._names = frozenset(row["document"] for row in store.rows(_NAMES))
        self._lines: OrderedDict[str, Lines] = OrderedDict()
        self._lock = Lock()

    def __getitem__(self, name: str) -> Lines:
        """Return the lines of the document *name*."""
        if name not in self._names:
            raise KeyError(name)
        with self._lock:
            if name in self._lines:
                self._lines.move_to_end(name)
                return self._lines[name]
        rows = self._store.rows(bind(_TEXT, {"document": [iri(name)]}))
        if not rows:
            raise KeyError(name)
        lines = cut_lines(rows[0]["text"])
        with self._lock:
            self._lines[name] = lines
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        return lines

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all documents."""
        return iter(sorted(self._names))

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a document *name*, without reading it."""
        return name in self._names


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
