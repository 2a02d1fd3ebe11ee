"""Give values of properties for entities that somebody has reconciled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import QuestionError
from kg.reconcile.index import HOMES, PROPERTIES, Index, Value


@dataclass(frozen=True, slots=True)
class Extension:
    """Values by entity and property; *properties* are those asked for, by name.

    An entity that is not known has no values.
    """

    properties: Mapping[str, str]
    rows: Mapping[str, Mapping[str, tuple[Value, ...]]]


def extend(index: Index, ids: Iterable[str], properties: Iterable[str]) -> Extension:
    """Return for the entities *ids* the values of *properties*.

    Raises QuestionError for a property that is not known.
    """
    wanted = tuple(dict.fromkeys(properties))
    for name in wanted:
        if name not in PROPERTIES:
            known = ", ".join(PROPERTIES)
            message = f"{name}: no such property; known are {known}"
            raise QuestionError(message)
    rows = {}
    for iri in ids:
        entry = index.entries.get(iri)
        held = entry.properties if entry else {}
        rows[iri] = {name: held.get(name, ()) for name in wanted}
    return Extension({name: PROPERTIES[name] for name in wanted}, rows)


def propose_properties(type_id: str) -> tuple[tuple[str, str], ...]:
    """Return the properties, id and name, that entities of a type may have."""
    return tuple(
        (name, label) for name, label in PROPERTIES.items() if type_id in HOMES[name]
    )
