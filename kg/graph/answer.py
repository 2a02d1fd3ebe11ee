"""Read what another SPARQL endpoint answered; its bytes are foreign."""

import json
from collections.abc import Mapping
from typing import Protocol

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.binding import Term
from kg.graph.nquads import sorted_lines
from kg.graph.store import Result

JSON, TRIPLES = "application/sparql-results+json", "application/n-triples"
"""The media types that `read_answer` reads."""

_NESTED = b"<<"
_DEEPEST = 100


class Askable(Protocol):
    """What answers queries: our own store, or an endpoint elsewhere."""

    def query(self, query: str) -> Result:
        """Return what the SPARQL *query* finds."""

    def rows(self, query: str) -> tuple[dict[str, str], ...]:
        """Return the rows of a SELECT *query* as texts; unbound columns lack."""


def read_answer(data: bytes, media_type: str) -> Result:
    """Return the answer in *data*, which an endpoint sent as *media_type*.

    Rows keep their order, triples become sorted lines. Raises QueryError where it
    is no such answer.
    """
    if media_type == TRIPLES:
        return _triples(data)
    try:
        message = json.loads(data)
        if "boolean" in message:
            return Result(verdict=bool(message["boolean"]))
        columns = tuple(map(str, message["head"]["vars"]))
        rows = tuple(
            tuple(_term(row.get(column)) for column in columns)
            for row in message["results"]["bindings"]
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"the answer is no {media_type} ({type(error).__name__})"
        raise QueryError(message) from error
    return Result(columns, rows)


def _term(binding: Mapping[str, str] | None) -> Term | None:
    """Return one cell; IRIs and languages are checked, for queries hold them."""
    if binding is None:
        return None
    value = binding["value"]
    match binding["type"]:
        case "uri":
            return Term(value, str(ox.NamedNode(value)), "uri")
        case "literal" | "typed-literal":  # the second is that of older stores
            return _literal(value, binding.get("xml:lang"), binding.get("datatype"))
    return Term(f"_:{value}", f"_:{value}", "bnode")


def _literal(value: str, language: str | None, datatype: str | None) -> Term:
    """Return a literal as the store itself would give it."""
    if language:
        literal = ox.Literal(value, language=language)
    elif datatype:
        literal = ox.Literal(value, datatype=ox.NamedNode(datatype))
    else:
        literal = ox.Literal(value)
    known = None if literal.language else literal.datatype.value
    return Term(value, str(literal), "literal", literal.language, known)


def _triples(data: bytes) -> Result:
    """Return triples; deeply nested ones would end the process."""
    if data.count(_NESTED) > _DEEPEST:
        message = "the answer nests triples in triples, which is not read"
        raise QueryError(message)
    try:
        triples = {
            quad.triple for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)
        }
    except (SyntaxError, ValueError) as error:
        message = f"the answer is no {TRIPLES}: {' '.join(str(error).split())}"
        raise QueryError(message) from error
    return Result(triples=tuple(sorted_lines(triples)))
