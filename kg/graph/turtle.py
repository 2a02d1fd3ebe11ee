"""Write a graph as Turtle, in one order."""

import io
from collections.abc import Iterable

import pyoxigraph as ox
import rdflib
from rdflib import Literal, URIRef
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from kg.graph.build import Graph
from kg.graph.vocabulary import (
    DATA_PREFIXES,
    FOAF,
    GJR,
    OA,
    ORG,
    PREFIXES,
    RDF,
    SCHEMA,
    SKOS,
    VOID,
    XSD,
)


class _Serializer(TurtleSerializer):
    """Turtle in the order of a record: the meeting, who came, what was said."""

    topClasses = [  # noqa: N815, RUF012 - rdflib's own way to order subjects
        VOID.Dataset,
        GJR.SourceText,
        GJR.Minutes,
        GJR.Meeting,
        SCHEMA.EventSeries,
        SCHEMA.VirtualLocation,
        SCHEMA.Place,
        ORG.Organization,
        FOAF.Person,
        ORG.Membership,
        GJR.Attendance,
        GJR.AgendaItem,
        GJR.MeetingMaterial,
        GJR.ReportedQuestion,
        GJR.Statement,
        GJR.Reading,
        SKOS.ConceptScheme,
        SKOS.Concept,
        OA.Annotation,
        GJR.TextSpan,
    ]

    def relativize(self, uri: URIRef) -> URIRef:  # type: ignore[override]  # of all strings there, of IRIs here
        """Write the document as <> and its spans as <#char=545,546>."""
        base = self.base
        if base is None:
            return uri
        if str(uri) == base or uri.startswith(f"{base}#"):
            return URIRef(uri.removeprefix(base))
        return uri

    def label(self, node: Node, position: int) -> str:
        """Write the decimal 1 as "1"^^xsd:decimal; rdflib's 1.0 is another term."""
        decimal = isinstance(node, Literal) and node.datatype == XSD.decimal
        if decimal and str(node).isdecimal():
            return f'"{node}"^^{self.get_pname(XSD.decimal)}'
        return super().label(node, position)


def write_turtle(graph: Graph, *, evidence: bool = False) -> str:
    """Return the facts of *graph*, or its *evidence*, as Turtle.

    There are no blank nodes, so that rdflib has one output for any order of
    input. The spans of a single document are written relative to it.
    """
    triples = graph.evidence if evidence else graph.facts
    for prefix, namespace in _prefixes(graph).items():
        triples.bind(prefix, namespace)
    base = str(graph.parts[0].document) if len(graph.parts) == 1 else None
    stream = io.BytesIO()
    _Serializer(triples).serialize(stream, base=base)
    return stream.getvalue().decode().rstrip("\n") + "\n"


def turtle_of_lines(lines: Iterable[str]) -> str:
    """Return lines of N-Triples, as a CONSTRUCT query gives them, as Turtle."""
    quads = ox.parse("\n".join(lines), format=ox.RdfFormat.N_TRIPLES)
    triples = [quad.triple for quad in quads]
    data = ox.serialize(
        triples, format=ox.RdfFormat.TURTLE, prefixes=dict(sorted(PREFIXES.items()))
    )
    return (data or b"").decode()


def _prefixes(graph: Graph) -> dict[str, rdflib.Namespace]:
    """Return the prefixes: vocabularies, kinds of data, and each meeting."""
    prefixes = {name: rdflib.Namespace(base) for name, base in PREFIXES.items()}
    for name, path in DATA_PREFIXES.items():
        prefixes[name] = rdflib.Namespace(graph.base + path)
    meetings = {
        str(subject)
        for part in graph.parts
        for subject, predicate, value in part.facts
        if predicate == RDF.type and value == GJR.Meeting
    }
    for position, meeting in enumerate(sorted(meetings), start=1):
        name = "mt" if position == 1 else f"mt{position}"
        prefixes[name] = rdflib.Namespace(f"{meeting}/")
    return prefixes
