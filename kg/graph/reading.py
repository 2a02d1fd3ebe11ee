"""Write how a value is known, beside the value itself."""

from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef

from kg.graph.iris import Iris
from kg.graph.term import Triple
from kg.graph.vocabulary import CODE, GJR, RDF
from kg.model import Basis, Span


def evidence(subject: URIRef, spans: Iterable[Span], iris: Iris) -> Iterator[Triple]:
    """Say on which *spans* of the document *subject* rests."""
    for span in sorted(set(spans)):
        yield subject, GJR.evidencedBy, iris.span(span)


def basis_code(basis: Basis) -> URIRef:
    """Return the code of *basis*."""
    return CODE[f"basis-{basis}"]


def reading(
    name: str,
    about: tuple[URIRef, URIRef, URIRef | Literal],
    basis: Basis,
    spans: tuple[Span, ...],
    iris: Iris,
) -> Iterator[Triple]:
    """Write one reading: *about* is what it is of, its axis, and the value.

    *name* is the part of the meeting that it becomes: attendance-18-mode.
    """
    node = iris.part(name)
    subject, axis, value = about
    yield node, RDF.type, GJR.Reading
    yield node, GJR.of, subject
    yield node, GJR.axis, axis
    yield node, GJR.value, value
    yield node, GJR.basis, basis_code(basis)
    yield from evidence(node, spans, iris)
