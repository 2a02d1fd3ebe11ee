"""Number things, codes and spans, so that the cells of tables can point at them."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import TYPE_CHECKING

from kg.errors import TermError
from kg.graph.explorer_index import Index
from kg.graph.iris import span_of
from kg.graph.passage import Lines
from kg.model.explorer import Cell, Columns

if TYPE_CHECKING:
    from kg.model import Span

NONE = -1
"""A cell that points at nothing: the record does not say."""


class Table:
    """Columns of equal length, filled row by row."""

    def __init__(self, names: str) -> None:
        """Begin without rows; *names* are those of the columns, parted by blanks."""
        self.columns: dict[str, list[Cell]] = {name: [] for name in names.split()}

    def add(self, **cells: Cell) -> None:
        """Add a row, which has a cell for every column."""
        if cells.keys() != self.columns.keys():
            message = f"a row of {sorted(self.columns)} cannot have {sorted(cells)}"
            raise TermError(message)
        for name, cell in cells.items():
            self.columns[name].append(cell)


class Sheet:
    """What all tables share: the graph, and the numbers of what they point at."""

    def __init__(self, index: Index, texts: Mapping[str, Lines]) -> None:
        """Take the graph, and the lines of each document by IRI, in their order."""
        self.index = index
        self.rows: dict[str, dict[str, int]] = {"documents": _numbered(texts)}
        self._lines = texts
        self._codes: dict[str, int] = {}
        self._spans: dict[tuple[str, Span], int] = {}

    def enter(self, table: str, iris: Iterable[str]) -> list[str]:
        """Return *iris*, each once, as what are now the rows of *table*."""
        found = list(dict.fromkeys(iris))
        self.rows[table] = _numbered(found)
        return found

    def row(self, table: str, iri: str) -> int:
        """Return the row of *table* that *iri* is, or -1."""
        return self.rows[table].get(iri, NONE)

    def rows_of(self, table: str, iris: Iterable[str]) -> list[int]:
        """Return those rows of *table* that *iris* are; others are left out."""
        known = self.rows[table]
        return [known[iri] for iri in iris if iri in known]

    def entity(self, iri: str) -> int:
        """Return the row of the entity *iri*, or -1."""
        return self.row("entities", iri)

    def entities(self, iris: Iterable[str]) -> list[int]:
        """Return the rows of the entities *iris*."""
        return self.rows_of("entities", iris)

    def code(self, iri: str) -> int:
        """Return the row of the code *iri*, or -1 for none."""
        return self._codes.setdefault(iri, len(self._codes)) if iri else NONE

    def codes(self, iris: Iterable[str]) -> list[int]:
        """Return the rows of the codes *iris*."""
        return [self.code(iri) for iri in iris]

    def spans(self, iris: Iterable[str]) -> list[int]:
        """Return the rows of the spans *iris*, in the order of the documents."""
        found = filter(None, map(span_of, iris))
        known = [(doc, span) for doc, span in found if doc in self._lines]
        return [self._spans.setdefault(one, len(self._spans)) for one in sorted(known)]

    def evidence(self, iri: str) -> list[int]:
        """Return the spans that the thing *iri* rests on."""
        return self.spans(self.index.values(iri, "gjr:evidencedBy"))

    def code_table(self) -> Columns:
        """Return the codes that any table points at."""
        table = Table("iri name ja en")
        for iri in self._codes:
            japanese = self.index.worded(iri, "skos:prefLabel", "ja")
            english = self.index.worded(iri, "skos:prefLabel", "en")
            name = iri.replace("#", "/").rpartition("/")[2]
            table.add(
                iri=iri,
                name=name,
                ja=japanese[0] if japanese else "",
                en=english[0] if english else "",
            )
        return table.columns

    def span_table(self) -> Columns:
        """Return the spans that any table points at; lines count from 1."""
        documents = self.rows["documents"]
        return {
            "doc": [documents[document] for document, _ in self._spans],
            "start": [span.start for _, span in self._spans],
            "end": [span.end for _, span in self._spans],
            "line": [
                self._lines[document].number(span.start)
                for document, span in self._spans
            ],
        }


def _numbered(iris: Iterable[str]) -> dict[str, int]:
    """Return the place of each of *iris*."""
    return dict(zip(iris, count(), strict=False))
