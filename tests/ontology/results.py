"""Run the shapes on a changed graph, and name exactly what they find."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib import RDF, RDFS, SH, URIRef

from kg.graph.constraint import core_shapes, read_constraints, read_shapes
from kg.graph.vocabulary import PREFIXES

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
EXAMPLES = ONTOLOGY / "examples"
GOLD = ROOT / "data" / "gold" / "seed-gold.ttl"
SHAPES = "https://w3id.org/gijiroku/shapes#"
DATA = "https://example.org/gijiroku/id/"
KINDS = {
    "p": "person/",
    "o": "org/",
    "m": "membership/",
    "g": "group/",
    "law": "law/",
    "an": "annotation/",
    "as": "assignment/",
    "sel": "selector/",
    "role": "role/",
    "mt": "meeting/council/3/",
    "mt1": "meeting/council/1/",
    "gap": "gap/",
    "tenure": "tenure/",
    "change": "change/",
    "decision": "decision/",
    "ds": "discussion/",
    "doc": "doc/",
    "meeting": "meeting/council/",
    "id": "",
}
NAMES = {
    **PREFIXES,
    "owl": "http://www.w3.org/2002/07/owl#",
    **{prefix: DATA + path for prefix, path in KINDS.items()},
}
HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in NAMES.items())


class Example:
    """A graph to change, and the shapes that it is for.

    What it refers to in the vocabulary is there too, so that a subclass counts as
    its class and a code is a concept.
    """

    def __init__(self, graph, shapes):
        """Take the *graph* as it stands, and the *shapes*."""
        self.graph = rdflib.Graph(bind_namespaces="none")
        named = set(graph.objects())
        for triple in (*graph, *vocabulary()):
            if triple in graph or triple[1] == RDFS.subClassOf or triple[0] in named:
                self.graph.add(triple)
        triples = self.graph.serialize(format="nt", encoding="utf-8")
        self.quads = frozenset(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES))
        self.core = core_shapes(shapes)
        self.constraints = read_constraints(shapes)

    def results(self, change=""):
        """Return what the shapes find after the SPARQL Update *change*, sorted.

        A line is focus node, path, shape with the kind of constraint, severity.
        """
        store = ox.Store()
        store.extend(self.quads)
        if not change:
            focus = set(self.graph.subjects())
            return sorted({*self._core_lines(focus), *self._sparql_lines(store)})
        store.update(HEAD + change)
        quads = frozenset(store)
        assert quads != self.quads, "the change changes nothing"
        added, removed = _rdflib(quads - self.quads), _rdflib(self.quads - quads)
        try:
            self.graph += added
            self.graph -= removed
            touched = {triple[0] for triple in (*added, *removed)}
            near = {s for node in touched for s in self.graph.subjects(None, node)}
            found = {*self._core_lines(touched | near), *self._sparql_lines(store)}
        finally:
            self.graph -= added
            self.graph += removed
        return sorted(found)

    def _core_lines(self, focus):
        """Return what SHACL Core finds on the *focus* nodes.

        No Core constraint looks further than from a node to what it points to, so
        that only what was touched, and what points there, can fare differently.
        (pySHACL's own focus_nodes would pass over the shapes inside shapes.)
        """
        _, report, _ = pyshacl.validate(
            self._around(focus), shacl_graph=self.core, inplace=True, advanced=False
        )
        for result in report.subjects(RDF.type, SH.ValidationResult):
            node = report.value(result, SH.focusNode)
            if node not in focus and isinstance(node, URIRef):
                continue
            yield " | ".join(
                (
                    short(node),
                    short(report.value(result, SH.resultPath)),
                    _constraint(report, result),
                    _local(report.value(result, SH.resultSeverity)),
                )
            )

    def _around(self, focus):
        """Return the triples of the *focus* nodes, and the classes of what is near."""
        slice_ = rdflib.Graph(bind_namespaces="none")
        slice_ += self.graph.triples((None, RDFS.subClassOf, None))
        for node in focus:
            for triple in self.graph.triples((node, None, None)):
                slice_.add(triple)
                slice_ += self.graph.triples((triple[2], RDF.type, None))
        return slice_

    def _sparql_lines(self, store):
        """Return what the SPARQL constraints find."""
        for constraint in self.constraints:
            for row in store.query(constraint.query):
                focus = short(URIRef(row["this"].value))
                severity = _local(constraint.severity)
                yield f"{focus} | - | {constraint.shape}/SPARQL | {severity}"


def files(*folders):
    """Return the Turtle files of some folders of the ontology."""
    return sorted(file for name in folders for file in (ONTOLOGY / name).glob("*.ttl"))


def read(*paths):
    """Return the triples of some Turtle files."""
    graph = rdflib.Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


@cache
def vocabulary():
    """Return the terms, the codes and the themes."""
    return read(*files("modules", "codes", "themes"))


@cache
def story():
    """Return the one meeting that the tables change, with its shapes."""
    names = [file for file in files("shapes") if file.name != "vocabulary.ttl"]
    return Example(read(EXAMPLES / "story.ttl"), read_shapes(names))


@cache
def series():
    """Return the story after an earlier meeting, and what the two show together."""
    names = [file for file in files("shapes") if file.name != "vocabulary.ttl"]
    graph = read(EXAMPLES / "story.ttl", EXAMPLES / "series.ttl")
    return Example(graph, read_shapes(names))


@cache
def ontology():
    """Return the ontology as a graph to change, with the shapes for it."""
    names = ("gijiroku.ttl", "theme.ttl", "vocabulary.ttl")
    shapes = read_shapes(ONTOLOGY / "shapes" / name for name in names)
    return Example(vocabulary(), shapes)


def renaming(old, new):
    """Return the SPARQL Update that calls the node *old* by the IRI *new*."""
    return (
        f"DELETE {{ {old} ?p ?o }} INSERT {{ {new} ?p ?o }} WHERE {{ {old} ?p ?o }} ;"
        f"DELETE {{ ?s ?p {old} }} INSERT {{ ?s ?p {new} }} WHERE {{ ?s ?p {old} }}"
    )


def short(node):
    """Return an IRI as prefixed name, with the longest prefix; - for none."""
    if node is None:
        return "-"
    if isinstance(node, rdflib.BNode):
        return "_:x"
    fitting = [name for name in NAMES if str(node).startswith(NAMES[name])]
    if not fitting:
        return str(node)
    name = max(fitting, key=lambda one: len(NAMES[one]))
    return f"{name}:{str(node).removeprefix(NAMES[name])}"


def _constraint(report, result):
    """Return the shape and the kind of the constraint that a result is about."""
    shape = report.value(result, SH.sourceShape)
    kind = _local(report.value(result, SH.sourceConstraintComponent))
    return f"{_local(shape)}/{kind.removesuffix('ConstraintComponent')}"


def _local(node):
    """Return the local name of an IRI."""
    return str(node).rpartition("#")[2]


def _rdflib(quads):
    """Return triples of the store for rdflib."""
    data = ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph(bind_namespaces="none").parse(data=data, format="nt")
