"""Load a graph, and ask it in SPARQL; every outlet goes through here."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DocumentMissingError, DocumentRefusedError, QueryError
from kg.graph.binding import Term
from kg.graph.build import Graph
from kg.graph.guard import check_query
from kg.graph.nquads import graph_name, sorted_lines, to_quad
from kg.graph.vocabulary import GJR, PREFIXES, RDF
from kg.resources import ontology_path

_FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
}
_LABELS = ("modules/codes*.ttl", "codes/*.ttl", "themes/*.ttl")
"""Where the ontology keeps what has labels that people read."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query returned: rows, or yes or no, or triples as sorted lines."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    verdict: bool | None = None
    triples: tuple[str, ...] | None = None


_NAMED = (ox.NamedNode, ox.Literal)


class Store:
    """RDF in memory: a named graph per document, and all of them in the default.

    pyoxigraph can take the union of the named graphs as default, but then counts
    a triple twice that two documents share; so each is put into the default too.
    """

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Load *quads*."""
        self._store = ox.Store()
        loaded = list(quads)
        self._store.extend(loaded)
        self._store.extend(
            [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in loaded]
        )

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Put *quads* in as they are."""
        self._store.extend(quads)

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Take *quads* out as they are."""
        for quad in quads:
            self._store.remove(quad)

    def query(self, query: str) -> Result:
        """Return what the SPARQL *query* finds; a wrong one raises in one line."""
        found = self._ask(query)
        match found:
            case ox.QueryBoolean():
                return Result(verdict=bool(found))
            case ox.QueryTriples():
                return Result(triples=tuple(sorted_lines(set(found))))
        return _table(found)

    def rows(self, query: str) -> tuple[dict[str, str], ...]:
        """Return the rows of a SELECT *query* as texts; unbound columns lack."""
        found = self._ask(query)
        if not isinstance(found, ox.QuerySolutions):
            return ()
        names = [variable.value for variable in found.variables]
        return tuple(
            {
                name: term.value if isinstance(term, _NAMED) else str(term)
                for name, term in zip(names, solution, strict=True)
                if term is not None
            }
            for solution in found
        )

    def _ask(
        self, query: str
    ) -> "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples":
        """Return the engine's answer to a *query* that may be asked."""
        check_query(query)
        try:
            return self._store.query(query, prefixes=dict(PREFIXES))
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(_one_line(error)) from error

    def quads(self) -> list[ox.Quad]:
        """Return what documents say: the named graphs, or all if there is none.

        The vocabulary is in the default graph alone.
        """
        default = ox.DefaultGraph()
        quads = [quad for quad in self._store if quad.graph_name != default]
        return quads or list(self._store)

    def union(self) -> Iterator[ox.Quad]:
        """Yield each triple once, whichever graphs say it, with the vocabulary."""
        return self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())

    def lines(self) -> tuple[str, ...]:
        """Return what documents say as sorted lines of N-Triples."""
        return tuple(sorted_lines({quad.triple for quad in self.quads()}))

    def triples(self) -> tuple[tuple[Term, Term, Term], ...]:
        """Return what documents say as terms, in the order of `lines`."""
        triples = sorted({quad.triple for quad in self.quads()}, key=str)
        return tuple(
            (to_term(t.subject), to_term(t.predicate), to_term(t.object))
            for t in triples
        )

    def named_triples(
        self, names: Collection[str]
    ) -> Iterator[tuple[str, tuple[Term, Term, Term]]]:
        """Yield what the graphs called *names* say, each triple with its graph.

        The graph that has no name is called "".
        """
        wanted = [quad for quad in self.quads() if graph_name(quad) in names]
        for quad in sorted(set(wanted), key=str):
            subject, predicate = to_term(quad.subject), to_term(quad.predicate)
            yield graph_name(quad), (subject, predicate, to_term(quad.object))

    def subjects(self) -> frozenset[str]:
        """Return all things that a triple is about."""
        return frozenset(
            quad.subject.value
            for quad in self._store
            if isinstance(quad.subject, ox.NamedNode)
        )

    def __len__(self) -> int:
        """Count the triples of the union."""
        default = ox.DefaultGraph()
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, default))

    def count_stated(self) -> int:
        """Count what the named graphs say; a triple counts in each of its graphs."""
        return len(self._store) - len(self)

    def __bool__(self) -> bool:
        """Tell that a store is there, though nothing may be in it."""
        return True


def open_store(
    *sources: "Path | bytes | Graph | Store", vocabulary: Iterable[Path] | None = None
) -> Store:
    """Load graphs, N-Quads as bytes, and files or folders with a dataset.nq.

    Codes and themes are loaded for their labels, from the ontology's own files
    unless *vocabulary* names others.
    """
    quads = _named([quad for source in sources for quad in _read(source)])
    files = label_files() if vocabulary is None else tuple(vocabulary)
    quads.extend(quad for file in files for quad in _read_file(file))
    return Store(quads)


def label_files() -> tuple[Path, ...]:
    """Return the ontology's files of codes and themes."""
    folder = ontology_path()
    return tuple(sorted(file for form in _LABELS for file in folder.glob(form)))


def _read(source: Path | bytes | Graph | Store) -> Iterable[ox.Quad]:
    """Return the quads of one source."""
    match source:
        case Graph():
            return [
                to_quad(triple, ox.NamedNode(part.document))
                for part in source.parts
                for triple in part.facts | part.evidence
            ]
        case Store():
            return source.quads()
        case bytes():
            return _parse(source, ox.RdfFormat.N_QUADS, "data")
    return _read_file(source / "dataset.nq" if source.is_dir() else source)


def _read_file(path: Path) -> list[ox.Quad]:
    """Return the quads of a file, whose form its ending tells."""
    if not path.is_file():
        raise DocumentMissingError(path)
    if path.suffix not in _FORMATS:
        expected = " ".join(_FORMATS)
        raise DocumentRefusedError(str(path), f"is no RDF file ({expected})")
    return _parse(path.read_bytes(), _FORMATS[path.suffix], str(path))


def _named(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Put triples that are in no graph into that of the one document they tell of.

    So graph.ttl and evidence.ttl of a document answer as its dataset.nq does.
    """
    kind, text = ox.NamedNode(RDF.type), ox.NamedNode(GJR.SourceText)
    documents = {
        quad.subject
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode)
        and quad.predicate == kind
        and quad.object == text
    }
    if len(documents) != 1:
        return quads
    document = documents.pop()
    default = ox.DefaultGraph()
    return [
        ox.Quad(quad.subject, quad.predicate, quad.object, document)
        if quad.graph_name == default
        else quad
        for quad in quads
    ]


def _parse(data: bytes, form: ox.RdfFormat, where: str) -> list[ox.Quad]:
    """Return the quads in *data*; nothing is resolved or fetched."""
    try:
        return list(ox.parse(data, format=form))
    except (SyntaxError, ValueError) as error:
        raise DocumentRefusedError(where, f"is no RDF: {_one_line(error)}") from error


def _one_line(error: Exception) -> str:
    """Return the message of *error* without its line breaks."""
    return " ".join(str(error).split())


def _table(solutions: ox.QuerySolutions) -> Result:
    """Return the solutions of a SELECT query as rows."""
    columns = tuple(variable.value for variable in solutions.variables)
    rows = tuple(
        tuple(None if term is None else to_term(term) for term in solution)
        for solution in solutions
    )
    return Result(columns=columns, rows=rows)


def to_term(term: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple") -> Term:
    """Return a *term* of the store as a value of our own."""
    match term:
        case ox.NamedNode():
            return Term(term.value, str(term), "uri")
        case ox.Literal():
            datatype = None if term.language else term.datatype.value
            return Term(term.value, str(term), "literal", term.language, datatype)
    return Term(str(term), str(term), "bnode")
