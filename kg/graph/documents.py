"""Read the texts of documents when they are cited, and no others."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock

from kg.graph.answer import Askable
from kg.graph.binding import bind, iri
from kg.graph.passage import Lines, cut_lines

_TEXTS = (
    "SELECT ?document ?text WHERE {\n# VALUES\n"
    "?document a gjr:SourceText ; schema:text ?text }"
)
_NAMES = "SELECT ?document WHERE { ?document a gjr:SourceText ; schema:text ?text }"
_CHUNK = 50


class Documents(Mapping[str, Lines]):
    """The lines of documents by IRI, read when they are asked for.

    Of those read one by one the last 64 are kept.
    """

    _kept = 64

    def __init__(self, store: Askable) -> None:
        """Read from *store*."""
        self._store = store
        self._names = frozenset(row["document"] for row in store.rows(_NAMES))
        self._lines: OrderedDict[str, Lines] = OrderedDict()
        self._fetched: dict[str, Lines] = {}
        self._lock = Lock()

    def __getitem__(self, name: str) -> Lines:
        """Return the lines of the document *name*."""
        if name not in self._names:
            raise KeyError(name)
        if name in self._fetched:
            return self._fetched[name]
        with self._lock:
            if name in self._lines:
                self._lines.move_to_end(name)
                return self._lines[name]
        lines = self._read([name])[name]
        with self._lock:
            self._lines[name] = lines
            if len(self._lines) > self._kept:
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

    def fetch(self, names: Iterable[str]) -> None:
        """Read the documents called *names* together, and keep them all."""
        wanted = sorted({*names} & self._names)
        for start in range(0, len(wanted), _CHUNK):
            self._fetched |= self._read(wanted[start : start + _CHUNK])

    def _read(self, names: list[str]) -> dict[str, Lines]:
        """Return the lines of *names*, which the store must have."""
        rows = self._store.rows(bind(_TEXTS, {"document": map(iri, names)}))
        return {row["document"]: cut_lines(row["text"]) for row in rows}
