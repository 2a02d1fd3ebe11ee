"""Put terms into the blanks of a query."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Term:
    """A term in an answer: *text* is for people, *sparql* as a query writes it.

    *kind* is uri, literal or bnode.
    """

    text: str
    sparql: str
    kind: str
    language: str | None = None
    datatype: str | None = None


def bind(query: str, values: Mapping[str, Iterable[Term]]) -> str:
    """Return *query* with the terms that each variable may have.

    They stand where the query has the comment `# VALUES`, as the store itself
    prints them, so that no value can change the query.
    """
    lines = [
        f"VALUES ?{name} {{ {' '.join(term.sparql for term in terms)} }}"
        for name, terms in values.items()
    ]
    return re.sub(
        r"^[ \t]*#[ \t]*VALUES\b.*$",
        lambda _: "\n".join(lines),
        query,
        flags=re.MULTILINE,
    )


def iri(text: str) -> Term:
    """Return the IRI *text* as a term of a query."""
    return Term(text, str(ox.NamedNode(text)), "uri")


def literal(text: str) -> Term:
    """Return a plain *text* as a term of a query."""
    return Term(text, str(ox.Literal(text)), "literal")


def number(value: int) -> Term:
    """Return a whole number as a term of a query."""
    return Term(str(value), str(value), "literal")
