"""Find the shapes to which some node of a graph may not conform."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
import rdflib
from rdflib.term import Node as Term

from kg.graph.bridge import Node
from kg.graph.check import Checks
from kg.graph.constraint import TARGETS, Target, read_targets
from kg.graph.restriction import Check, Described, UnknownShapeError, UnsureError
from kg.graph.vocabulary import RDF, RDFS, SH

_TYPE, _BELOW = ox.NamedNode(RDF.type), ox.NamedNode(RDFS.subClassOf)


@dataclass(frozen=True, slots=True)
class Targeted:
    """A shape with its targets, a kind and a term each, and its check.

    *check* is None where only pySHACL can tell.
    """

    shape: Term
    targets: frozenset[Target]
    check: Check | None


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary by node and property, and of each class those *above* it.

    *terms* are all nodes that it names.
    """

    described: Mapping[Node, Mapping[Node, Collection[Node]]]
    above: Mapping[Node, frozenset[Node]]
    terms: frozenset[Node]


@dataclass(frozen=True, slots=True)
class Focus:
    """A graph as its shapes look at it: its *nodes* by the targets that mean them.

    *is_plain* tells that it has IRIs and literals alone and orders no classes,
    *is_apart* that it describes nothing that the vocabulary names.
    """

    data: Described
    nodes: Mapping[Target, Sequence[Node]]
    is_plain: bool
    is_apart: bool

    def has(self, targets: Iterable[Target]) -> bool:
        """Tell whether any of *targets* may mean a node of the graph."""
        if not (self.is_plain and self.is_apart):
            return True
        return any(target in self.nodes for target in targets)

    def doubtful(self, shapes: Iterable[Targeted]) -> list[Term]:
        """Return those of *shapes* to which a node of the graph may not conform.

        To the others all nodes conform: of these pySHACL need not be asked.
        """
        return [one.shape for one in shapes if not self._conform(one)]

    def _conform(self, one: Targeted) -> bool:
        """Tell whether all nodes that the shape looks at surely conform."""
        if not self.is_plain:
            return False
        nodes = [n for target in one.targets for n in self.nodes.get(target, ())]
        if not nodes or one.check is None:
            return not nodes
        check = one.check
        try:
            return all(check(self.data, node) for node in nodes)
        except UnsureError:
            return False


def read_words(vocabulary: Collection[ox.Quad]) -> Words:
    """Return the triples of the *vocabulary* as they are looked up."""
    described = _by_subject(vocabulary)
    above: dict[Node, frozenset[Node]] = {}
    for node, values in described.items():
        ways, seen = list(values.get(_BELOW, ())), set[Node]()
        while ways:
            one = ways.pop()
            if one not in seen:
                seen.add(one)
                ways.extend(described.get(one, {}).get(_BELOW, ()))
        if seen:
            above[node] = frozenset(seen)
    terms = {term for quad in vocabulary for term in (quad.subject, quad.object)}
    return Words(described, above, frozenset(terms))


def read_checks(core: rdflib.Graph) -> tuple[Targeted, ...]:
    """Return the shapes of *core* that have targets."""
    checks = Checks(core)
    shapes = {shape for kind in TARGETS for shape in core.subjects(kind)}
    return tuple(
        Targeted(shape, read_targets(core, shape), _check(shape, checks))
        for shape in sorted(shapes, key=str)
    )


def find_focus(
    quads: Collection[ox.Quad], words: Words, targets: Collection[Target]
) -> Focus:
    """Return the graph of *quads* as shapes with *targets* look at it."""
    values = _by_subject(quads)
    own = tuple(values)
    named = {term for quad in quads for term in (quad.predicate, quad.object)}
    for term in named & words.described.keys():
        before: Mapping[Node, Collection[Node]] = values.get(term, {})
        more = words.described[term]
        values[term] = {
            key: {*before.get(key, ()), *more.get(key, ())} for key in (*before, *more)
        }
    data = Described(values, words.above)
    return Focus(
        data,
        _focus_nodes(own, data, targets),
        is_plain=_is_plain(quads),
        is_apart=words.terms.isdisjoint(own),
    )


def _check(shape: Term, checks: Checks) -> Check | None:
    """Return the check of *shape*, None where there is none."""
    try:
        return checks.of(shape)
    except (UnknownShapeError, UnsureError, ValueError, re.error):
        return None


def _focus_nodes(
    own: Iterable[Node], data: Described, targets: Collection[Target]
) -> dict[Target, list[Node]]:
    """Return the *own* nodes of the graph that each of *targets* means."""
    found: dict[Target, list[Node]] = {}
    pointed: dict[Node, set[Node]] = {
        term: {
            value for values in data.values.values() for value in values.get(term, ())
        }
        for kind, term in targets
        if kind == SH.targetObjectsOf
    }
    for node in own:
        keys = [
            *((SH.targetClass, kind) for kind in dict.fromkeys(data.classes(node))),
            *((SH.targetSubjectsOf, term) for term in data.values[node]),
            *((SH.targetObjectsOf, t) for t, nodes in pointed.items() if node in nodes),
            (SH.targetNode, node),
        ]
        for key in keys:
            if key in targets:
                found.setdefault(key, []).append(node)
    return found


def _is_plain(quads: Iterable[ox.Quad]) -> bool:
    """Tell whether *quads* have IRIs and literals alone, and no order of classes."""
    return all(
        isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode | ox.Literal)
        and quad.predicate != _BELOW
        for quad in quads
    )


def _by_subject(quads: Iterable[ox.Quad]) -> dict[Node, Mapping[Node, set[Node]]]:
    """Return the values in *quads* by node and property."""
    found: dict[Node, dict[Node, set[Node]]] = {}
    for quad in quads:
        values = found.setdefault(quad.subject, {})
        values.setdefault(quad.predicate, set()).add(quad.object)
    return dict(found)
