"""Turn single constraints of SHACL Core into functions over the values of a node."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox
import rdflib
from rdflib import URIRef

from kg.graph.bridge import Node
from kg.graph.vocabulary import RDF, RDFS, SH, XSD

Values = Collection[Node]


@dataclass(frozen=True, slots=True)
class Described:
    """The *values* of each node by property, and of each class those *above* it."""

    values: Mapping[Node, Mapping[Node, Values]]
    above: Mapping[Node, frozenset[Node]]

    def classes(self, node: Node) -> Iterator[Node]:
        """Yield the classes of *node* and those above them."""
        for kind in self.values.get(node, {}).get(_TYPE, ()):
            yield kind
            yield from self.above.get(kind, ())


Check = Callable[[Described, Node], bool]
"""Tells whether a node conforms; raises Unsure where only pySHACL knows."""
Constraint = Callable[[Described, Node, Values], bool]
"""Tells whether the values of a node conform, as a Check does."""


class UnknownShapeError(Exception):
    """A shape has something that is not known here: pySHACL has to check it."""


class UnsureError(Exception):
    """A value is of a kind that is not known here: pySHACL has to check it."""


_TYPE = ox.NamedNode(RDF.type)
_TEXT, _WORDS = str(XSD.string), str(RDF.langString)
_NUMBERS = frozenset(map(str, (XSD.integer, XSD.decimal)))
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def each(check: Check) -> Constraint:
    """Return that every value has to pass *check*."""
    return lambda data, _, values: all(check(data, value) for value in values)


def _class(kind: Node) -> Constraint:
    """Return that each value is of a class."""
    return each(lambda data, node: kind in data.classes(node))


def _datatype(kind: Node) -> Constraint:
    """Return that each value is a well-formed one of a datatype."""
    datatype = text_of(kind)
    if datatype.startswith(RDFS.base):  # of all literals there
        raise UnknownShapeError
    return each(lambda _, node: _has_type(node, datatype))


def _node_kind(kind: Node) -> Constraint:
    """Return that each value is an IRI."""
    if kind != ox.NamedNode(SH.IRI):
        raise UnknownShapeError
    return each(lambda _, node: isinstance(node, ox.NamedNode))


def _pattern(words: Node) -> Constraint:
    """Return that each value has a part of a form."""
    search = re.compile(text_of(words)).search
    return each(lambda _, node: search(text_of(node)) is not None)


def _min_length(least: Node) -> Constraint:
    """Return that each value is as long at least."""
    length = int(text_of(least))
    return each(lambda _, node: len(text_of(node)) >= length)


def _min_count(least: Node) -> Constraint:
    """Return that there are so many values at least."""
    low = int(text_of(least))
    return lambda _data, _focus, values: len(values) >= low


def _max_count(most: Node) -> Constraint:
    """Return that there are so many values at most."""
    high = int(text_of(most))
    return lambda _data, _focus, values: len(values) <= high


def _min_inclusive(least: Node) -> Constraint:
    """Return that each value is a number not below the *least*."""
    low = _number(least)
    return each(lambda _, node: _number(node) >= low)


def _max_inclusive(most: Node) -> Constraint:
    """Return that each value is a number not above the *most*."""
    high = _number(most)
    return each(lambda _, node: _number(node) <= high)


def _has_value(wanted: Node) -> Constraint:
    """Return that one of the values is *wanted*."""
    return lambda _data, _focus, values: wanted in values


def _disjoint(other: Node) -> Constraint:
    """Return that none of the values is one along the path *other* too."""
    return lambda data, focus, values: (
        not set(values) & set(data.values.get(focus, {}).get(other, ()))
    )


def _unique_lang(wanted: Node) -> Constraint:
    """Return that no two values are in one language."""
    if text_of(wanted) != "true":
        raise UnknownShapeError

    def differ(_data: Described, _focus: Node, values: Values) -> bool:
        languages = [language for value in values if (language := language_of(value))]
        return len(languages) == len(set(languages))

    return differ


RESTRICTIONS: Mapping[str, Callable[[Node], Constraint]] = {
    "class": _class,
    "datatype": _datatype,
    "disjoint": _disjoint,
    "hasValue": _has_value,
    "maxCount": _max_count,
    "maxInclusive": _max_inclusive,
    "minCount": _min_count,
    "minInclusive": _min_inclusive,
    "minLength": _min_length,
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "uniqueLang": _unique_lang,
}


def language_of(node: Node) -> str:
    """Return the language of *node*, empty where it has none."""
    return (node.language or "").lower() if isinstance(node, ox.Literal) else ""


def text_of(node: Node) -> str:
    """Return the IRI or the words of *node*."""
    if isinstance(node, ox.Triple):
        raise UnsureError
    return node.value


def _number(node: Node) -> Decimal:
    """Return the value of a number; raises UnsureError for anything else."""
    if isinstance(node, ox.Literal) and node.datatype.value in _NUMBERS:
        words = node.value
        if _NUMBER.fullmatch(words):
            return Decimal(words)
    raise UnsureError


def _has_type(node: Node, datatype: str) -> bool:
    """Tell whether *node* is a well-formed value of *datatype*."""
    if not isinstance(node, ox.Literal) or node.datatype.value != datatype:
        return False
    return datatype in {_TEXT, _WORDS} or _is_well_formed(text_of(node), datatype)


@lru_cache(maxsize=1 << 14)
def _is_well_formed(words: str, datatype: str) -> bool:
    """Tell whether rdflib, which pySHACL asks, reads *words* as a *datatype*."""
    literal = rdflib.Literal(words, datatype=URIRef(datatype), normalize=False)
    return literal.ill_typed is not True
