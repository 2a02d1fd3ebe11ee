"""Say which entities a name, with some properties, could mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.reconcile.index import Entry, Index, pairs
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


def reconcile(index: Index, query: Query) -> tuple[Scored, ...]:
    """Return the candidates for *query* in *index*, the best first.

    One is a match where it alone bears exactly the name, and has all that was asked
    for; of a person something must be asked for, as a name alone is nobody's.
    """
    found = [_scored(index, entry, query) for entry in _fitting(index, query)]
    ordered = sorted(
        (one for one in found if one[1] >= _LEAST),
        key=lambda one: (-one[1], one[0].id),
    )
    bearers = [entry for entry, *_ in ordered if _bears(entry, query.name)]
    return tuple(
        Scored(
            entry,
            score,
            match=bearers == [entry] and _is_sure(entry, query, features),
            features=features,
        )
        for entry, score, features in ordered[: max(0, query.limit)]
    )


def _fitting(index: Index, query: Query) -> Iterator[Entry]:
    """Yield the entries near the name that are of the type."""
    for entry in index.near(query.name):
        if query.type is None or query.type in entry.types:
            yield entry


def _scored(
    index: Index, entry: Entry, query: Query
) -> tuple[Entry, float, tuple[Feature, ...]]:
    """Return *entry* with its score and what that is made of."""
    asked = pairs(index.fold(query.name))
    name = max(_likeness(asked, pairs(index.fold(one))) for one in entry.names)
    features = [Feature("name", round(100 * name, 1))]
    features += [
        Feature(one.property, 100.0 if _has(index, entry, one) else 0.0)
        for one in query.conditions
    ]
    score = 100 * name
    if query.conditions:
        share = sum(one.value for one in features[1:]) / len(query.conditions)
        score = _NAME_SHARE * score + (1 - _NAME_SHARE) * share
    return entry, round(score, 1), tuple(features)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of pairs that *one* and *other* have in common (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _has(index: Index, entry: Entry, condition: Condition) -> bool:
    """Tell whether *entry* has what the *condition* asks for."""
    wanted = {index.fold(value) for value in condition.values} | set(condition.values)
    return any(
        value.id in wanted or index.fold(value.text) in wanted
        for value in entry.properties.get(condition.property, ())
    )


def _bears(entry: Entry, name: str) -> bool:
    """Tell whether *name* is one of the names of *entry*, blanks apart."""
    return key(name) in {key(one) for one in entry.names}


def _is_sure(entry: Entry, query: Query, features: tuple[Feature, ...]) -> bool:
    """Tell whether all that was asked for is there, and for a person something was."""
    if _PERSON in entry.types and not query.conditions:
        return False
    return all(one.value for one in features[1:])
