"""Pair the roster rows of one document in two builds, though their numbers shifted.

A row is named by its place, so that one row more would make all that follow it other
things: 林 律 would not be new, and everybody below would be somebody else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.graph import Term
from kg.graph.vocabulary import GJR, PROV, RDF

Triple = tuple[Term, Term, Term]
_FRESH = "+"
"""After the name of a row that the other build does not have."""


def pair_rows(left: Sequence[Triple], right: Sequence[Triple]) -> dict[str, str]:
    """Return for each roster row of *right* the IRI by which it is compared.

    Rows are one where they print the same words; else where the same person sits
    there; else where they have the same name. A row that pairs with none is fresh.
    """
    old, new = _rows(left), _rows(right)
    paired: dict[str, str] = {}
    for same in (_words, _agent, _itself):
        known = _unique(old, same, set(paired.values()))
        for words, iri in _unique(new, same, set(paired)).items():
            if words in known:
                paired[iri] = known[words]
    return {iri: paired.get(iri, iri + _FRESH) for iri in new}


def rename(triples: Iterable[Triple], names: Mapping[str, str]) -> Iterator[Triple]:
    """Yield *triples* with rows, and the readings of them, under other *names*."""
    for subject, predicate, value in triples:
        yield _renamed(subject, names), predicate, _renamed(value, names)


def _renamed(term: Term, names: Mapping[str, str]) -> Term:
    """Return *term* under its other name: attendance-05-mode goes with its row."""
    if term.kind != "uri":
        return term
    stem, dash, axis = term.text.rpartition("-")
    if term.text in names:
        return Term(names[term.text], term.sparql, term.kind)
    if stem in names:
        return Term(names[stem] + dash + axis, term.sparql, term.kind)
    return term


def _rows(triples: Iterable[Triple]) -> dict[str, dict[str, str]]:
    """Return the roster rows among *triples*: by IRI, their words and their person."""
    kind, attendance = str(RDF.type), str(GJR.Attendance)
    found = list(triples)
    rows: dict[str, dict[str, str]] = {
        subject.text: {}
        for subject, predicate, value in found
        if predicate.text == kind and value.text == attendance
    }
    for subject, predicate, value in found:
        if subject.text in rows:
            rows[subject.text][predicate.text] = value.text
    return rows


def _unique(
    rows: Mapping[str, Mapping[str, str]],
    same: Callable[[str, Mapping[str, str]], str],
    taken: set[str],
) -> dict[str, str]:
    """Return the rows not *taken* by what makes them the *same*, if only one has it."""
    found: dict[str, list[str]] = {}
    for iri, values in rows.items():
        if iri not in taken and same(iri, values):
            found.setdefault(same(iri, values), []).append(iri)
    return {words: iris[0] for words, iris in found.items() if len(iris) == 1}


def _words(iri: str, values: Mapping[str, str]) -> str:
    """Return the meeting of a row and the words that it prints."""
    words = values.get(str(GJR.asWritten), "")
    return f"{iri.rpartition('/')[0]} {words}" if words else ""


def _agent(iri: str, values: Mapping[str, str]) -> str:
    """Return the meeting of a row and who sat there."""
    agent = values.get(str(PROV.agent), "")
    return f"{iri.rpartition('/')[0]} {agent}" if agent else ""


def _itself(iri: str, _: Mapping[str, str]) -> str:
    """Return the name of a row."""
    return iri
