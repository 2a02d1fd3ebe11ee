"""Find the one thing that a name means, or say which ones it may mean."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from kg.api.listing import describe
from kg.api.thing import Thing, short
from kg.ask import bind_value
from kg.errors import AmbiguousNameError, QuestionError
from kg.graph import Store
from kg.model import Parameter
from kg.text import key

T = TypeVar("T", bound=Thing)

_LABELS = {
    "person": "人物",
    "organization": "組織",
    "council": "会議体",
    "meeting": "会合",
    "theme": "テーマ",
}


def find_one(  # noqa: PLR0913 - what a name is looked up in, and the name
    store: Store,
    name: str,
    kind: str,
    things: Sequence[T],
    *,
    language: str,
    others: Mapping[str, Sequence[str]],
) -> T:
    """Return the one of *things*, all of a *kind*, that *name* means.

    A name is an IRI, its last two parts, or what a blank of that kind takes; *others*
    gives the IRIs behind further names, by key. Raises AmbiguousNameError with the
    candidates where several fit, QuestionError with the nearest where none does.
    """
    by_iri = {thing.iri: thing for thing in things}
    exact = [one for one in things if name in {one.iri, short(one.iri)}]
    if exact:
        return exact[0]
    found = dict.fromkeys(others.get(key(name), []))
    try:
        label = _LABELS[kind] if language == "ja" else kind
        parameter = Parameter(kind, kind, label, label)
        terms = bind_value(store, parameter, name, language)
        found |= dict.fromkeys(term.text for term in terms)
    except QuestionError:
        if not found:
            raise
    fitting = [by_iri[iri] for iri in found if iri in by_iri]
    if len(fitting) == 1:
        return fitting[0]
    candidates = tuple(sorted(describe(thing) for thing in fitting))
    raise AmbiguousNameError(name, candidates, language)
