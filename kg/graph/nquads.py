"""Write a graph as N-Quads, in one order, by one writer."""

from collections.abc import Collection

import pyoxigraph as ox
from rdflib import Literal, URIRef

from kg.graph.build import Graph
from kg.graph.term import Triple


def write_nquads(graph: Graph) -> str:
    """Return everything in *graph*, a named graph per document, as sorted lines."""
    quads = {
        to_quad(triple, ox.NamedNode(part.document))
        for part in graph.parts
        for triple in part.facts | part.evidence
    }
    return "".join(f"{line}\n" for line in sorted_lines(quads))


def write_ntriples(graph: Graph) -> str:
    """Return everything in *graph*, without the documents, as sorted lines."""
    triples = {
        to_quad(triple, ox.DefaultGraph()).triple
        for part in graph.parts
        for triple in part.facts | part.evidence
    }
    return "".join(f"{line}\n" for line in sorted_lines(triples))


def sorted_lines(triples: Collection[ox.Quad] | Collection[ox.Triple]) -> list[str]:
    """Return a line for each triple or quad; line breaks in literals are escaped."""
    data = ox.serialize(triples, format=ox.RdfFormat.N_QUADS) or b""
    return sorted(line for line in data.decode().split("\n") if line)


def to_quad(triple: Triple, name: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    """Return *triple* as a quad of the graph called *name*."""
    subject, predicate, value = triple
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), to_node(value), name)


def graph_name(quad: ox.Quad) -> str:
    """Return the name of the graph that *quad* is in, empty for the default one."""
    name = quad.graph_name
    return "" if isinstance(name, ox.DefaultGraph) else name.value


def to_node(value: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    """Return a term of rdflib as one of the store."""
    if isinstance(value, URIRef):
        return ox.NamedNode(value)
    if value.language is not None:
        return ox.Literal(str(value), language=value.language)
    if value.datatype is not None:
        return ox.Literal(str(value), datatype=ox.NamedNode(value.datatype))
    return ox.Literal(str(value))
