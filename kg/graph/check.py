"""Turn shapes of SHACL Core into functions that tell whether a node conforms.

They are for the many graphs in which nothing is wrong: what a shape finds is told
by pySHACL alone, which needs half a second to find nothing in one record.
"""

from collections.abc import Callable, Mapping
from functools import partial

import pyoxigraph as ox
import rdflib
from rdflib import Literal, URIRef
from rdflib.term import Node as Term

from kg.graph.bridge import Node
from kg.graph.constraint import TARGETS
from kg.graph.nquads import to_node
from kg.graph.restriction import (
    RESTRICTIONS,
    Check,
    Constraint,
    Described,
    UnknownShapeError,
    each,
    language_of,
    text_of,
)
from kg.graph.vocabulary import SH

_TARGETS = frozenset(str(target).removeprefix(SH.base) for target in TARGETS)
_SEVERAL = _TARGETS | {"message", "node", "property"}
"""Parameters of which a shape may have more than one."""
_SILENT = _TARGETS | {
    "message", "path", "qualifiedMaxCount", "qualifiedMinCount", "severity",
}  # fmt: skip
"""Parameters that are no constraints, or that others read."""


class Checks:
    """The checks of *shapes*, each made when it is first asked for."""

    def __init__(self, shapes: rdflib.Graph) -> None:
        """Take the shapes of SHACL Core."""
        self._shapes = shapes
        self._made: dict[Term, Check] = {}
        self._under_way: set[Term] = set()

    def of(self, shape: Term) -> Check:
        """Return the check of *shape*; raises UnknownShapeError."""
        if shape not in self._made:
            if shape in self._under_way:  # it refers to itself
                raise UnknownShapeError
            self._under_way.add(shape)
            try:
                self._made[shape] = self._make(shape)
            finally:
                self._under_way.remove(shape)
        return self._made[shape]

    def items(self, values: Term) -> frozenset[Node]:
        """Return the terms of a list."""
        return frozenset(map(_node, self._shapes.items(values)))

    def members(self, shapes: Term) -> tuple[Check, ...]:
        """Return the checks of a list of shapes."""
        return tuple(map(self.of, self._shapes.items(shapes)))

    def _make(self, shape: Term) -> Check:
        """Return a new check of *shape*."""
        parameters = [
            (str(name).removeprefix(SH.base), value)
            for name, value in self._shapes.predicate_objects(shape)
            if str(name).startswith(SH.base)
        ]
        names = [name for name, _ in parameters if name not in _SEVERAL]
        if len(names) != len(set(names)):
            raise UnknownShapeError
        values = dict(parameters)
        constraints = tuple(
            self._constraint(name, value, values)
            for name, value in parameters
            if name not in _SILENT
        )
        path = values.get("path")
        if path is None:
            return partial(_node_conforms, constraints)
        if not isinstance(path, URIRef):
            raise UnknownShapeError
        return partial(_property_conforms, constraints, ox.NamedNode(path))

    def _constraint(
        self, name: str, value: Term, values: Mapping[str, Term]
    ) -> Constraint:
        """Return the constraint that the parameter *name* makes of *value*."""
        if name in {"property", "node"}:
            return each(self.of(value))
        if name == "qualifiedValueShape":
            low = int(str(values.get("qualifiedMinCount", 0)))
            high = float(str(values.get("qualifiedMaxCount", "inf")))
            return _count(self.of(value), low, high)
        if name in _OF_SHAPES:
            return _OF_SHAPES[name](self, value)
        if name in RESTRICTIONS:
            return RESTRICTIONS[name](_node(value))
        raise UnknownShapeError


def _either(checks: Checks, shapes: Term) -> Constraint:
    """Return that each value passes one check of a list."""
    some = checks.members(shapes)
    return each(lambda data, node: any(check(data, node) for check in some))


def _in(checks: Checks, terms: Term) -> Constraint:
    """Return that each value is in a list."""
    allowed = checks.items(terms)
    return each(lambda _, node: node in allowed)


def _language_in(checks: Checks, terms: Term) -> Constraint:
    """Return that each value is in a language of a list: ja, or ja-Latn for it."""
    spoken = {text_of(term).lower() for term in checks.items(terms)}

    def speaks(_: Described, node: Node) -> bool:
        language = language_of(node)
        return bool({language, language.partition("-")[0]} & spoken)

    return each(speaks)


def _count(check: Check, low: int, high: float) -> Constraint:
    """Return that *low* values at least and *high* at most pass *check*."""
    return lambda data, _, values: (
        low <= sum(check(data, one) for one in values) <= high
    )


_OF_SHAPES: Mapping[str, Callable[[Checks, Term], Constraint]] = {
    "or": _either,
    "in": _in,
    "languageIn": _language_in,
}


def _node_conforms(
    constraints: tuple[Constraint, ...], data: Described, focus: Node
) -> bool:
    """Tell whether *focus* itself conforms."""
    return all(constraint(data, focus, (focus,)) for constraint in constraints)


def _property_conforms(
    constraints: tuple[Constraint, ...], path: Node, data: Described, focus: Node
) -> bool:
    """Tell whether the values of *focus* along *path* conform."""
    values = data.values.get(focus, {}).get(path, ())
    return all(constraint(data, focus, values) for constraint in constraints)


def _node(term: Term) -> Node:
    """Return a term of rdflib as one of the store."""
    if isinstance(term, URIRef | Literal):
        return to_node(term)
    raise UnknownShapeError
