"""Put the names that a corpus settles on into the graph of one document.

A document's own graph calls a person by the name and the organization that it
prints. Where other documents show the same person, all of them use one IRI, and
the forms of the name that differ from the one shown become alternative labels.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.graph.bridge import Node
from kg.graph.vocabulary import FOAF, GJR, ORG, RDFS, SKOS

_LABEL = ox.NamedNode(RDFS.label)
_OTHER = ox.NamedNode(SKOS.altLabel)
_NAME = ox.NamedNode(FOAF.name)
_MEMBER = ox.NamedNode(ORG.member)
_NAMES = frozenset(
    ox.NamedNode(term)
    for term in (FOAF.name, FOAF.familyName, FOAF.givenName, GJR.nameSplitBasis)
)
_BETWEEN = " / "
"""Stands in the label of a post between the person and the post."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The form of a name that all documents show: *name* with its blank, *label*."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Renames:
    """What changes in the graph of one document; all keys and values are paths.

    *things* gives for a person or a post of the document its id in the corpus,
    *meetings* for a meeting the path that tells it from another of the same name,
    *shown* for a person of the corpus the form of the name.
    """

    things: Mapping[str, str] = field(default_factory=dict)
    meetings: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, Shown] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.things or self.meetings or self.shown)


def rename(
    triples: Iterable[ox.Triple], base: str, renames: Renames
) -> Iterator[ox.Triple]:
    """Yield the *triples* of a document in the names of the corpus."""
    found = tuple(triples)
    if not renames:
        yield from found
        return
    names = _Names(found, base, renames)
    for triple in found:
        value = names.of(triple.object)
        if triple.predicate == _LABEL and isinstance(triple.object, ox.Literal):
            predicate, value = names.label(triple.subject, triple.object)
        elif triple.predicate in _NAMES and not names.is_shown(triple.subject):
            continue
        else:
            predicate = triple.predicate
        subject = names.of(triple.subject)
        if not isinstance(subject, ox.Literal):  # no triple has one there
            yield ox.Triple(subject, predicate, value)


class _Names:
    """Gives for a term of a document the one of the corpus."""

    def __init__(
        self, triples: Iterable[ox.Triple], base: str, renames: Renames
    ) -> None:
        """Look once at what *triples* call people, and whose the posts are."""
        things, shown = renames.things, renames.shown
        self._things: dict[Node, Node] = {
            _node(base, old): _node(base, new) for old, new in things.items()
        }
        self._meetings = tuple(
            (base + a, base + b) for a, b in renames.meetings.items()
        )
        self._shown: dict[Node, Shown] = {
            _node(base, path): one for path, one in shown.items()
        }
        self._words: dict[tuple[Node, ox.NamedNode], str] = {}
        self._holders: dict[Node, Node] = {}
        for triple in triples:
            if triple.predicate == _MEMBER:
                self._holders[triple.subject] = triple.object
            elif triple.predicate in (_LABEL, _NAME) and isinstance(
                triple.object, ox.Literal
            ):
                key = (triple.subject, triple.predicate)
                self._words[key] = triple.object.value

    def of(self, term: Node) -> Node:
        """Return the term of the corpus for *term*."""
        if not isinstance(term, ox.NamedNode):
            return term
        found = self._things.get(term)
        if found is not None:
            return found
        for old, new in self._meetings:
            if term.value == old or term.value.startswith(f"{old}/"):
                return ox.NamedNode(new + term.value[len(old) :])
        return term

    def is_shown(self, person: Node) -> bool:
        """Tell whether the document prints the name of *person* as it is shown."""
        shown = self._shown.get(self.of(person))
        return shown is None or self._words.get((person, _NAME)) == shown.name

    def label(
        self, subject: Node, words: ox.Literal
    ) -> tuple[ox.NamedNode, ox.Literal]:
        """Return what is said of *subject* where the document labels it *words*.

        A person's other form is an alternative label; the label of a post begins
        with that of its holder.
        """
        shown = self._shown.get(self.of(subject))
        if shown is not None:
            return (_LABEL if words.value == shown.label else _OTHER), words
        holder = self._holders.get(subject)
        whose = self._shown.get(self.of(holder)) if holder is not None else None
        if holder is None or whose is None:
            return _LABEL, words
        before = self._words.get((holder, _LABEL), "") + _BETWEEN
        if not words.value.startswith(before):
            return _LABEL, words
        text = f"{whose.label}{_BETWEEN}{words.value[len(before) :]}"
        return _LABEL, ox.Literal(text, language=words.language)


def _node(base: str, path: str) -> ox.NamedNode:
    """Return the node with *path* below *base*."""
    return ox.NamedNode(base + path)
