"""Say which entities a name, with some properties, could mean."""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from kg.reconcile.index import Entry, Index
from kg.text import key

_NAME_SHARE = 0.7
"""How much of a score the name has, where properties are asked for too."""
_LEAST = 30.0
"""What is less like the name than this is no candidate."""
_PERSON = "foaf:Person"


@dataclass(frozen=True, slots=True)
class Condition:
    """A property that the one who is meant should have, with any of some *values*.

    A value is words, or the id of an entity.
    """

    property: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: a *name*, perhaps of a *type*, and *limit* at most."""

    name: str
    type: str | None = None
    conditions: tuple[Condition, ...] = ()
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Feature:
    """One number that went into a score, 0 to 100."""

    id: str
    value: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its *score*, 0 to 100; *match* tells that it is the one."""

    entry: Entry
    score: float
    match: bool
    features: tuple[Feature, ...]


_Found: TypeAlias = tuple[Entry, float, tuple[Feature, ...]]


def reconcile(index: Index, query: Query) -> tuple[Scored, ...]:
    """Return the candidates for *query* in *index*, the best first.

    One is a match where it alone bears exactly the name, and has all that was asked
    for; of a person something must be asked for, as a name alone is nobody's.
    """
    bearers = [
        iri
        for iri in index.bearers.get(key(query.name), ())
        if _is_of(index.entries[iri], query)
    ]
    return tuple(
        Scored(
            entry,
            score,
            match=bearers == [entry.id] and _is_sure(entry, query, features),
            features=features,
        )
        for entry, score, features in _best(index, query)
    )


def _best(index: Index, query: Query) -> list[_Found]:
    """Return the best candidates, as many as may be.

    Names come by their likeness; where all that was asked for could make no name
    that is left one of the best, the rest is not looked at.
    """
    wanted = [
        (one.property, {index.fold(value) for value in one.values} | set(one.values))
        for one in query.conditions
    ]
    best: list[_Found] = []
    for name, some in _by_likeness(index.likeness(query.name)):
        most = _score(name, [1.0] * len(wanted))
        full = len(best) >= query.limit
        if most < _LEAST or query.limit <= 0 or (full and most < best[-1][1]):
            break
        for entry in (index.entries[iri] for iri in some):
            if not _is_of(entry, query):
                continue
            shares = [float(_has(index, entry, *one)) for one in wanted]
            score = _score(name, shares)
            if score >= _LEAST:
                features = [Feature("name", round(100 * name, 1))]
                for (asked, _), share in zip(wanted, shares, strict=True):
                    features.append(Feature(asked, 100 * share))
                insort(best, (entry, score, tuple(features)), key=_order)
                del best[query.limit :]
    return best


def _by_likeness(likeness: Mapping[str, float]) -> Iterator[tuple[float, list[str]]]:
    """Yield each likeness, the greatest first, with the entries that have it."""
    found: dict[float, list[str]] = {}
    for iri, share in likeness.items():
        found.setdefault(share, []).append(iri)
    for share in sorted(found, reverse=True):
        yield share, found[share]


def _order(found: _Found) -> tuple[float, str]:
    """Return what candidates are sorted by."""
    return -found[1], found[0].id


def _is_of(entry: Entry, query: Query) -> bool:
    """Tell whether *entry* is of the type that is looked for."""
    return query.type is None or query.type in entry.types


def _score(name: float, shares: Sequence[float]) -> float:
    """Return the score of a likeness of the name with what properties come to."""
    score = 100 * name
    if shares:
        share = 100 * sum(shares) / len(shares)
        score = _NAME_SHARE * score + (1 - _NAME_SHARE) * share
    return round(score, 1)


def _has(index: Index, entry: Entry, name: str, wanted: AbstractSet[str]) -> bool:
    """Tell whether *entry* has one of the *wanted* as its property *name*."""
    return any(
        value.id in wanted or index.values[value.text] in wanted
        for value in entry.properties.get(name, ())
    )


def _is_sure(entry: Entry, query: Query, features: tuple[Feature, ...]) -> bool:
    """Tell whether all that was asked for is there, and for a person something was."""
    if _PERSON in entry.types and not query.conditions:
        return False
    return all(one.value for one in features[1:])
