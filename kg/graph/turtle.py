"""Write a graph as Turtle, in one order."""

import io
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib import Literal, URIRef
from rdflib.plugins.serializers.turtle import (
    OBJECT,
    SUBJECT,
    VERB,
    TurtleSerializer,
)
from rdflib.term import Node

from kg.graph.build import Graph
from kg.graph.term import Triple
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

Value: TypeAlias = URIRef | Literal
Prefixes: TypeAlias = Mapping[str, rdflib.Namespace]


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

    def __init__(self, triples: Iterable[Triple], prefixes: Prefixes) -> None:
        """Take *triples*, none with a blank node, and the *prefixes*.

        rdflib asks its own store several times for each triple and names each node
        anew; here the triples are put in order once, and each node named once.
        """
        names = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in prefixes.items():
            names.bind(prefix, namespace)
        super().__init__(names)
        self._named: dict[tuple[URIRef, bool], str | None] = {}
        self._labels: dict[tuple[Node, bool], str] = {}
        self._triples = frozenset(triples)

    def write_out(self, base: str | None) -> str:
        """Return all triples as Turtle, relative to *base*."""
        self.base = base
        about: dict[URIRef, dict[URIRef, list[Value]]] = {}
        times: Counter[Value] = Counter()
        for triple in self._triples:
            subject, predicate, value = triple
            about.setdefault(subject, {}).setdefault(predicate, []).append(value)
            times[value] += 1
        self._name_all(about)
        kept, self.stream = self.stream, io.BytesIO()
        self.startDocument()
        head, self.stream = self.stream.getvalue().decode(), kept
        body = (self._thing(one, about[one]) for one in self._ordered(about, times))
        return head + "\n".join(body) + "\n"

    def _name_all(self, about: Mapping[URIRef, Mapping[URIRef, list[Value]]]) -> None:
        """Name each node once, so that all prefixes are known."""
        verbs = {verb for values in about.values() for verb in values}
        for verb in sorted(verbs - {RDF.type}):
            self.get_pname(verb)
        lists = (some for values in about.values() for some in values.values())
        things = {value for some in lists for value in some}
        for node in (*about, *things):
            self.get_pname(node, gen_prefix=False)
            if isinstance(node, Literal) and node.datatype:
                self.get_pname(node.datatype, gen_prefix=False)

    def _ordered(
        self,
        about: Mapping[URIRef, Mapping[URIRef, list[Value]]],
        times: Mapping[Value, int],
    ) -> Iterable[URIRef]:
        """Return all subjects: by class, the rest by how often they are named."""
        places: dict[Value, int] = {
            kind: place for place, kind in enumerate(self.topClasses)
        }
        last = len(places)

        def place(subject: URIRef) -> tuple[int, int, str]:
            kinds = about[subject].get(RDF.type, ())
            found = [places[kind] for kind in kinds if kind in places]
            first = min(found, default=last)
            rank = times.get(subject, 0) if first == last else 0
            return first, rank, str(subject)

        return sorted(about, key=place)

    def _thing(self, subject: URIRef, values: Mapping[URIRef, list[Value]]) -> str:
        """Return one subject with all that is said of it."""
        first = [verb for verb in self.predicateOrder if verb in values]
        rest = sorted((verb for verb in values if verb not in first), key=str)
        lines = [
            f"{self.label(verb, VERB)} {self._list(values[verb])}"
            for verb in (*first, *rest)
        ]
        return f"\n{self.label(subject, SUBJECT)} " + " ;\n    ".join(lines) + " ."

    def _list(self, values: list[Value]) -> str:
        """Return the *values* of one predicate in order."""
        ordered = sorted(values) if len(values) > 1 else values
        return ",\n        ".join(self.label(value, OBJECT) for value in ordered)

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:  # noqa: FBT001, FBT002 - rdflib's own
        """Return the name of *uri* with a prefix, found once; None for none."""
        if not isinstance(uri, URIRef):
            return None
        key = uri, gen_prefix
        if key not in self._named:
            self._named[key] = super().get_pname(uri, gen_prefix)
        return self._named[key]

    def label(self, node: Node, position: int) -> str:
        """Return *node* as it is written in a *position*, found once.

        The decimal 1 is written as "1"^^xsd:decimal; rdflib's 1.0 is another term.
        """
        if isinstance(node, Literal):
            if node.datatype == XSD.decimal and str(node).isdecimal():
                return f'"{node}"^^{self.get_pname(XSD.decimal)}'
            return super().label(node, position)
        key = node, position == VERB
        if key not in self._labels:
            self._labels[key] = super().label(node, position)
        return self._labels[key]

    def relativize(self, uri: URIRef) -> URIRef:  # type: ignore[override]  # of all strings there, of IRIs here
        """Write the document as <> and its spans as <#char=545,546>."""
        base = self.base
        if base is None:
            return uri
        if str(uri) == base or uri.startswith(f"{base}#"):
            return URIRef(uri.removeprefix(base))
        return uri


def write_turtle(graph: Graph, *, evidence: bool = False) -> str:
    """Return the facts of *graph*, or its *evidence*, as Turtle.

    There are no blank nodes, so that there is one output for any order of input.
    The spans of a single document are written relative to it.
    """
    triples = (
        triple
        for part in graph.parts
        for triple in (part.evidence if evidence else part.facts)
    )
    base = str(graph.parts[0].document) if len(graph.parts) == 1 else None
    return _Serializer(triples, _prefixes(graph)).write_out(base).rstrip("\n") + "\n"


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
