"""Find what a graph says of a thing, without a query for each thing."""

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES

_PASSED_OVER = (
    "oa:hasSelector",
    "oa:hasSource",
    "oa:exact",
    "oa:prefix",
    "oa:suffix",
    "oa:start",
    "oa:end",
    "gjr:trigger",
    "gjr:contextTrigger",
    "gjr:triggerExclusion",
    "gjr:titleTrigger",
)
"""Half of all triples: how spans quote themselves, which their IRIs tell as well."""

_REVERSED = ("gjr:theme", "dcterms:subject")
"""Properties whose values are looked for, whatever has them."""


class Index:
    """What is said of each thing, by its IRI and the property as `gjr:meeting`.

    One pass over a million triples costs seconds; a SPARQL query for each of forty
    columns, with its joins and sorting, costs minutes.
    """

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Take in *quads*; a triple that several graphs have counts once."""
        self._facts: dict[str, dict[str, set[tuple[str, str]]]] = {}
        passed = {expand(name) for name in _PASSED_OVER}
        kind = expand("rdf:type")
        self._kinds: dict[str, list[str]] = {}
        self._objects: dict[str, set[str]] = {expand(name): set() for name in _REVERSED}
        for quad in quads:
            predicate = quad.predicate.value
            if predicate in passed or not isinstance(quad.subject, ox.NamedNode):
                continue
            subject, value = quad.subject.value, _value(quad.object)
            found = self._facts.setdefault(subject, {}).setdefault(predicate, set())
            if value not in found:
                found.add(value)
                if predicate in self._objects:
                    self._objects[predicate].add(value[0])
                if predicate == kind:
                    self._kinds.setdefault(value[0], []).append(subject)

    def of_kind(self, name: str) -> list[str]:
        """Return the things of the class *name*, in order of their IRIs."""
        return sorted(self._kinds.get(expand(name), ()))

    def objects(self, name: str) -> set[str]:
        """Return what any thing has for the property *name*, one of a few."""
        return set(self._objects[expand(name)])

    def values(self, subject: str, name: str) -> list[str]:
        """Return the texts and IRIs that *subject* has for the property *name*."""
        found = self._facts.get(subject, {}).get(expand(name), ())
        return sorted({value for value, _ in found})

    def one(self, subject: str, *names: str) -> str:
        """Return a value of *subject* along the path *names*; "" where there is none.

        In Japanese where there are several languages.
        """
        value = subject
        for name in names:
            found = self._facts.get(value, {}).get(expand(name), ())
            if not found:
                return ""
            value = min(found, key=lambda one: (one[1] not in {"", "ja"}, one))[0]
        return value

    def number(self, subject: str, name: str) -> int:
        """Return a whole number of *subject*, or -1."""
        value = self.one(subject, name)
        return int(value) if value.lstrip("-").isdecimal() else -1

    def worded(self, subject: str, name: str, language: str) -> list[str]:
        """Return the words in *language* (ja, en, ja-Hira) of a property."""
        found = self._facts.get(subject, {}).get(expand(name), ())
        return sorted(value for value, tongue in found if tongue == language.lower())

    def is_a(self, subject: str, name: str) -> bool:
        """Tell whether *subject* is of the class *name*."""
        return (expand(name), "") in self._facts.get(subject, {}).get(
            expand("rdf:type"), ()
        )


@lru_cache(maxsize=1024)
def expand(name: str) -> str:
    """Return the IRI that *name* is short for.

    >>> expand("schema:name")
    'http://schema.org/name'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _value(term: object) -> tuple[str, str]:
    """Return the text of a term, and its language in small letters."""
    if isinstance(term, ox.Literal):
        return term.value, (term.language or "").lower()
    return (term.value if isinstance(term, ox.NamedNode) else str(term)), ""
