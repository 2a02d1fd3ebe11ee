"""Keep the graph of one document as text, and write it in the names of a corpus."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef

from kg.graph.bridge import to_rdflib
from kg.graph.build import Graph, Part
from kg.graph.nquads import sorted_lines, to_quad, write_nquads
from kg.graph.rename import Renames, rename
from kg.graph.term import Triple
from kg.graph.turtle import write_turtle


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The graph of one document as sorted lines of N-Triples."""

    facts: str
    evidence: str


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """The graph of one document as it is written: Turtle twice, and N-Quads."""

    facts: str
    evidence: str
    quads: str


def write_document(part: Part) -> DocumentText:
    """Return the graph of one document, in the names of its own."""
    return DocumentText(_write(part.facts), _write(part.evidence))


def render_document(
    text: DocumentText, document: str, base: str, renames: Renames
) -> RenderedDocument:
    """Return the graph *text* of *document*, a path, in the names of the corpus."""
    part = read_document_graph(text, document, base, renames)
    graph = Graph(base, (part,))
    return RenderedDocument(
        facts=write_turtle(graph),
        evidence=write_turtle(graph, evidence=True),
        quads=write_nquads(graph),
    )


def read_document_graph(
    text: DocumentText, document: str, base: str, renames: Renames
) -> Part:
    """Return *text* as the part of a graph, in the names of the corpus."""
    facts = rename(_read(text.facts), base, renames)
    evidence = rename(_read(text.evidence), base, renames)
    return Part(
        URIRef(base + document),
        frozenset(to_rdflib(facts)),
        frozenset(to_rdflib(evidence)),
    )


def _write(triples: Iterable[Triple]) -> str:
    """Return *triples* as sorted lines of N-Triples."""
    found = {to_quad(triple, ox.DefaultGraph()).triple for triple in triples}
    return "".join(f"{line}\n" for line in sorted_lines(found))


def _read(text: str) -> Iterable[ox.Triple]:
    """Return the triples in lines of N-Triples."""
    quads = ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES)
    return (quad.triple for quad in quads)
