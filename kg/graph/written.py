"""Write answers in the formats of the W3C, no larger than they may be."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.vocabulary import PREFIXES

RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""The formats of SELECT and ASK by media type; the first is the default."""

GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
"""The formats of CONSTRUCT and DESCRIBE by media type; the first is the default."""

_ROWS = {
    ox.QueryResultsFormat.JSON: (re.compile(rb'\},\{(?=["}])'), 3, 1),
    ox.QueryResultsFormat.XML: (re.compile(rb"<result>"), 7, 0),
    ox.QueryResultsFormat.CSV: (re.compile(rb"\r\n"), 1, -1),
    ox.QueryResultsFormat.TSV: (re.compile(rb"\n"), 0, -1),
}
"""What stands between two rows, one byte less than its length, and how many rows are
there that it does not show: a row has none before it, a head has one after it."""

_TRIPLES, _ROWS_SORT = "triples (CONSTRUCT, DESCRIBE)", "rows (SELECT, ASK)"
_XML = frozenset({ox.QueryResultsFormat.XML, ox.RdfFormat.RDF_XML})
# what XML 1.0 cannot hold, not even escaped
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class LargeAnswerError(QueryError):
    """An answer has more rows or bytes than it may."""


class FormatError(QueryError):
    """An answer cannot be written in the format that was asked for."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large an answer may be, in rows and in bytes."""

    rows: int = 100_000
    size: int = 10_000_000


class Sink(BytesIO):
    """Takes what the engine writes, until it is too much; then *full* says why."""

    def __init__(
        self, bounds: Bounds, form: ox.QueryResultsFormat | None = None
    ) -> None:
        """Count bytes, and rows as *form* shows them; the engine tells of none."""
        super().__init__()
        self._bounds = bounds
        self._row: re.Pattern[bytes] | None = None
        self._kept, self._rows = 0, 0
        if form is not None:
            self._row, self._kept, self._rows = _ROWS[form]
        self._size, self._tail = 0, b""
        self.full = ""

    def write(self, data: Any) -> int:  # noqa: ANN401 - whatever has bytes
        """Take *data*; raises where no more may come."""
        self._size += len(data)
        if self._row is not None:
            whole = self._tail + bytes(data)
            self._rows += len(self._row.findall(whole))
            self._tail = whole[-self._kept :] if self._kept else b""
        if self._size > self._bounds.size:
            self.full = f"the answer has more than {self._bounds.size} bytes"
        elif self._rows > self._bounds.rows:
            self.full = f"the answer has more than {self._bounds.rows} rows"
        if self.full:
            raise LargeAnswerError(self.full)
        return super().write(data)


def write_answer(
    found: "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples",
    media: str,
    bounds: Bounds,
) -> bytes:
    """Return what was *found* as *media*, no larger than *bounds*."""
    if isinstance(found, ox.QueryTriples):
        form = GRAPHS.get(media)
        if form is None:
            raise _unwritten(_TRIPLES, GRAPHS)
        sink, triples = Sink(bounds), found
        if form == ox.RdfFormat.TURTLE:
            shown = dict(PREFIXES)
            write_into(sink, lambda: ox.serialize(triples, sink, form, prefixes=shown))
        else:
            write_into(sink, lambda: triples.serialize(sink, form))
        return check_written(sink.getvalue(), form)
    written = RESULTS.get(media)
    if written is None:
        raise _unwritten(_ROWS_SORT, RESULTS)
    rows = Sink(bounds, None if isinstance(found, ox.QueryBoolean) else written)
    write_into(rows, lambda: found.serialize(rows, written))
    return check_written(rows.getvalue(), written)


def _unwritten(sort: str, offered: Iterable[str]) -> FormatError:
    """Return the error for an answer of a *sort* that no wanted format can hold."""
    return FormatError(f"this query gives {sort}; ask for {' or '.join(offered)}")


def write_into(sink: Sink, write: Callable[[], object]) -> None:
    """Let *write* write into *sink*; whatever it makes of its end is told alike."""
    try:
        write()
    except (ValueError, OSError, RuntimeError) as error:
        if sink.full:
            message = f"{sink.full}; ask for less (LIMIT), or take dataset.nq"
            raise LargeAnswerError(message) from None
        message = " ".join(str(error).split())
        raise QueryError(message) from error


def check_written(data: bytes, form: "ox.RdfFormat | ox.QueryResultsFormat") -> bytes:
    """Return *data*, unless it is XML that no reader of XML could read."""
    if form in _XML and _CONTROL.search(data):
        message = "the answer has control characters, which XML cannot hold; ask JSON"
        raise FormatError(message)
    return data
