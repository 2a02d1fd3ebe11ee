"""Read the shapes: SHACL Core as it stands, SPARQL constraints as set queries."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import rdflib
from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.errors import ResourceError
from kg.graph import bridge
from kg.graph.nquads import to_node
from kg.graph.vocabulary import RDF, RDFS, SH

TARGETS = frozenset(
    (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
)
"""How a shape says which nodes it looks at."""
Target: TypeAlias = tuple[URIRef, bridge.Node]
"""How a shape says which nodes it looks at, and what with: a class, a property."""

_NAMING = frozenset((RDF.type, SH.property))
"""Where a shape may stand as the value and is not used as one by it."""

# SELECT $this ?p WHERE {
_WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A SPARQL constraint: *query* finds all its faults at once.

    *messages* are by language, with {?name} where a value goes; *targets* are those
    of its shape, outside of which it finds nothing.
    """

    shape: str
    severity: str
    messages: dict[str, str]
    path: str
    query: str
    targets: frozenset[Target]


def read_shapes(files: Iterable[Path]) -> rdflib.Graph:
    """Return the shapes in *files* as one graph."""
    shapes = rdflib.Graph(bind_namespaces="none")
    for file in files:
        shapes.parse(file, format="turtle")
    return shapes


def core_shapes(shapes: rdflib.Graph) -> rdflib.Graph:
    """Return *shapes* without SPARQL constraints.

    pySHACL runs such a query once for each focus node, about 1,400 times for one
    record, where one query for all of them finds the same. It also takes the
    property shapes of a shape for each node anew, and those with a target of their
    own for all nodes at once: so they are given the targets of their shape.
    """
    core = rdflib.Graph(bind_namespaces="none")
    for triple in shapes:
        if triple[1] != SH.sparql:
            core.add(triple)
    used = {value for _, predicate, value in core if predicate not in _NAMING}
    for shape, inner in tuple(core.subject_objects(SH.property)):
        targets = [t for t in core.predicate_objects(shape) if t[0] in TARGETS]
        if targets and shape not in used:
            core.remove((shape, SH.property, inner))
            for predicate, target in targets:
                core.add((inner, predicate, target))
    return core


def without_targets(core: rdflib.Graph, keep: Container[Node]) -> rdflib.Graph:
    """Return *core* with the targets of the shapes in *keep* alone."""
    some = rdflib.Graph(bind_namespaces="none")
    for triple in core:
        if triple[1] not in TARGETS or triple[0] in keep:
            some.add(triple)
    return some


def read_constraints(shapes: rdflib.Graph) -> tuple[Constraint, ...]:
    """Return the SPARQL constraints of *shapes* as set queries, in one order."""
    prefixes = "".join(
        f"PREFIX {prefix}: <{shapes.value(declaration, SH.namespace)}>\n"
        for declaration in shapes.objects(None, SH.declare)
        for prefix in shapes.objects(declaration, SH.prefix)
    )
    found = [
        _constraint(shapes, shape, node, prefixes)
        for shape, node in shapes.subject_objects(SH.sparql)
        if shapes.value(shape, SH.deactivated) != Literal(lexical_or_value=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.shape, one.query)))


def shape_name(shapes: rdflib.Graph, shape: Node) -> str:
    """Return the local name of *shape*; one without has that of its owner."""
    seen: set[Node] = set()
    while not isinstance(shape, URIRef) and shape not in seen:
        seen.add(shape)
        shape = min(shapes.subjects(None, shape), key=str, default=shape)
    return re.split(r"[#/]", str(shape))[-1]


def choose_message(messages: dict[str, str], language: str) -> str:
    """Return the message in *language*, else the first that there is."""
    if language in messages:
        return messages[language]
    return next((messages[key] for key in sorted(messages)), "")


def by_language(messages: Iterable[Node]) -> dict[str, str]:
    """Return texts by their language."""
    return {
        message.language or "": str(message)
        for message in messages
        if isinstance(message, Literal)
    }


def _constraint(
    shapes: rdflib.Graph, shape: Node, node: Node, prefixes: str
) -> Constraint:
    """Return one constraint of *shape* as a set query."""
    name = shape_name(shapes, node if isinstance(node, URIRef) else shape)
    select = shapes.value(node, SH.select)
    if select is None:
        message = f"shape {name}: a SPARQL constraint needs sh:select"
        raise ResourceError(message)
    severity = shapes.value(node, SH.severity) or shapes.value(shape, SH.severity)
    path = shapes.value(shape, SH.path)
    query = str(select)
    if isinstance(path, URIRef):
        query = query.replace("$PATH", path.n3())
    owners = tuple(_owners(shapes, shape))
    targets = frozenset[Target]().union(*(read_targets(shapes, o) for o in owners))
    if not targets:
        message = f"shape {name}: a SPARQL constraint needs a target"
        raise ResourceError(message)
    patterns = " UNION ".join(sorted(_pattern(*target) for target in targets))
    guard = f" {{ SELECT DISTINCT $this WHERE {{ {patterns} }} }} "
    query, count = _WHERE.subn(lambda found: found[0] + guard, query, count=1)
    if count != 1:
        message = f"shape {name}: expected WHERE {{ in {select}"
        raise ResourceError(message)
    return Constraint(
        shape=name,
        severity=str(severity or SH.Violation),
        messages=by_language(shapes.objects(node, SH.message)),
        path="" if path is None else str(path),
        query=prefixes + query,
        targets=targets,
    )


def read_targets(shapes: rdflib.Graph, shape: Node) -> frozenset[Target]:
    """Return the targets of *shape* that a graph without blank nodes can have."""
    return frozenset(
        (kind, to_node(term))
        for kind in TARGETS
        for term in shapes.objects(shape, kind)
        if isinstance(term, URIRef | Literal)
    )


def _owners(shapes: rdflib.Graph, shape: Node) -> Iterator[Node]:
    """Yield *shape* and those that hold it."""
    yield shape
    for owner in shapes.subjects(SH.property, shape):
        yield from _owners(shapes, owner)


def _pattern(kind: URIRef, target: bridge.Node) -> str:
    """Return a pattern for the nodes of a target."""
    match kind:
        case SH.targetClass:
            below = URIRef(RDFS.subClassOf).n3()
            return f"{{ $this {RDF.type.n3()}/{below}* {target} }}"
        case SH.targetNode:
            return f"{{ VALUES $this {{ {target} }} }}"
        case SH.targetSubjectsOf:
            return f"{{ $this {target} [] }}"
    return f"{{ [] {target} $this }}"
