"""Carry triples between the store and rdflib; values stay as they are written."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib import URIRef

from kg.graph.term import Triple
from kg.graph.vocabulary import XSD

Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
"""A term of the store."""

_STRING = str(XSD.string)


def to_rdflib(triples: Iterable[ox.Triple] | Iterable[ox.Quad]) -> Iterator[Triple]:
    """Yield triples of the store, or of quads, as those of rdflib.

    Raises TypeError for a blank node: no graph of ours has any.
    """
    for triple in triples:
        subject, predicate = _iri(triple.subject), _iri(triple.predicate)
        yield subject, predicate, _value(triple.object)


def _iri(term: Node) -> URIRef:
    """Return a node as an IRI."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    message = f"{term}: expected an IRI, no graph of ours has other nodes"
    raise TypeError(message)


def _value(term: Node) -> URIRef | rdflib.Literal:
    """Return a term of the store as one of rdflib."""
    if not isinstance(term, ox.Literal):
        return _iri(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == _STRING:
        return rdflib.Literal(term.value)
    datatype = URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
