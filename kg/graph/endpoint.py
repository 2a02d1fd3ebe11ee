"""Answer queries for others from a whole build, loaded into memory."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import DocumentMissingError, DocumentRefusedError, QueryError
from kg.graph.store import Store, label_files
from kg.graph.vocabulary import PREFIXES
from kg.graph.written import (
    GRAPHS,
    Bounds,
    Sink,
    check_written,
    write_answer,
    write_into,
)

_CHUNK = 1 << 20
_MOST = 300
"""Characters of the engine's words for a mistake."""


class GraphMissingError(QueryError):
    """There is no graph of the name that was asked for."""


@dataclass(frozen=True, slots=True)
class Protocol:
    """One query as it is asked by others.

    *results* and *graphs* are the media types for rows and for triples, "" where
    none is wanted; *default* and *named* are the IRIs of the graphs to ask, where
    the client chose some.
    """

    query: str
    results: str
    graphs: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    base: str | None = None


class PublishedStore(Store):
    """A build in memory, loaded at once without a copy of it in Python.

    Each document is a named graph, and all of them are the default graph, which has
    the ontology's codes and themes too. *digest* is one of all that was loaded.
    """

    def __init__(self, file: Path) -> None:
        """Load the N-Quads at *file*, and the labels of the ontology."""
        super().__init__(())
        digest = hashlib.sha256()
        if not file.is_file():
            raise DocumentMissingError(file)
        try:
            self._store.bulk_extend(_twice(file))
        except (SyntaxError, ValueError, OSError) as error:
            reason = f"is no RDF: {' '.join(str(error).split())}"
            raise DocumentRefusedError(str(file), reason) from error
        for one in (file, *label_files()):
            if one != file:
                self._store.load(path=one, format=ox.RdfFormat.TURTLE)
            _add(digest, one)
        self.digest = digest.hexdigest()[:32]

    def answer(self, asked: Protocol, bounds: Bounds) -> tuple[bytes, str]:
        """Return the answer to *asked*, and its media type.

        Raises QueryError for a query that is wrong, LargeAnswerError, FormatError.
        """
        # where the client chose any graph, what it left out is empty
        chosen = bool(asked.default or asked.named)
        try:
            found = self._store.query(
                asked.query,
                base_iri=asked.base,
                prefixes=dict(PREFIXES),
                default_graph=[*_names(asked.default)] if chosen else None,
                named_graphs=[*_names(asked.named)] if chosen else None,
            )
            triples = isinstance(found, ox.QueryTriples)
            media = asked.graphs if triples else asked.results
            return write_answer(found, media, bounds), media
        except (SyntaxError, ValueError, RuntimeError) as error:
            if isinstance(error, QueryError):
                raise
            raise QueryError(_shortened(error)) from error

    def graph(self, name: str, media: str, bounds: Bounds) -> bytes:
        """Return the graph called *name*, "" for the default one, as *media*.

        Raises GraphMissingError, LargeAnswerError and FormatError.
        """
        chosen = ox.NamedNode(name) if name else ox.DefaultGraph()
        if name and not self._store.contains_named_graph(chosen):
            message = "there is no graph of this name; each document is one"
            raise GraphMissingError(message)
        form = GRAPHS[media]
        sink = Sink(bounds)
        prefixes = dict(PREFIXES) if form == ox.RdfFormat.TURTLE else None
        write_into(
            sink,
            lambda: self._store.dump(sink, form, from_graph=chosen, prefixes=prefixes),
        )
        return check_written(sink.getvalue(), form)

    def census(self) -> dict[str, Any]:
        """Return what VoID says of a dataset: how many of what there are."""
        rows = self.rows
        named = self._store.named_graphs()
        whole = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s ?p ?o }"
        things = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"
        by_property = "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x ORDER BY ?x"
        by_class = "SELECT ?x (COUNT(*) AS ?n) { ?s a ?x } GROUP BY ?x ORDER BY ?x"
        counted = rows(whole)[0]
        return {
            "triples": int(counted["n"]),
            "subjects": int(counted["m"]),
            "objects": int(rows(things)[0]["n"]),
            "graphs": sum(1 for _ in named),
            "properties": {row["x"]: int(row["n"]) for row in rows(by_property)},
            "classes": {row["x"]: int(row["n"]) for row in rows(by_class)},
        }


def _shortened(error: Exception) -> str:
    """Return what is wrong with a query; the engine lists all that could be right."""
    text = " ".join(str(error).split())
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def _names(iris: tuple[str, ...]) -> Iterator[ox.NamedNode]:
    """Yield the graphs of these names."""
    yield from (ox.NamedNode(one) for one in iris)


def _twice(file: Path) -> Iterator[ox.Quad]:
    """Yield the quads of *file*, each in the default graph too."""
    for quad in ox.parse(path=file, format=ox.RdfFormat.N_QUADS):
        yield quad
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _add(digest: Any, file: Path) -> None:  # noqa: ANN401 - hashlib names no type
    """Add the bytes of *file* to *digest*."""
    with file.open("rb") as opened:
        while data := opened.read(_CHUNK):
            digest.update(data)
