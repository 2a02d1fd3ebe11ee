"""Complete what somebody begins to write: an entity, a type, a property."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kg.reconcile.index import PROPERTIES, TYPES, Entry, Index


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of an entity: *lines* are names of properties with their values."""

    id: str
    name: str
    description: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def suggest(
    index: Index, prefix: str, *, type_id: str | None = None, limit: int = 10
) -> tuple[Entry, ...]:
    """Return entities one of whose names begins with *prefix*, in order of names."""
    found = (
        entry
        for entry in index.beginning(prefix)
        if type_id is None or type_id in entry.types
    )
    return tuple(islice(found, max(0, limit)))


def suggest_types(prefix: str) -> tuple[tuple[str, str], ...]:
    """Return the types, id and name, that begin with *prefix* in either."""
    return tuple(_beginning(TYPES, prefix))


def suggest_properties(prefix: str) -> tuple[tuple[str, str], ...]:
    """Return the properties, id and name, that begin with *prefix* in either."""
    return tuple(_beginning(PROPERTIES, prefix))


def describe(entry: Entry) -> str:
    """Return in few words what tells *entry* from its namesakes."""
    kind = TYPES[entry.types[-1]] if entry.types else ""
    values = next(iter(entry.properties.values()), ())
    return " ".join([kind, *(value.text for value in values[:2])]).strip()


def preview(index: Index, iri: str) -> Preview | None:
    """Return what is shown of the entity *iri*, or None if there is none."""
    entry = index.entries.get(iri)
    if entry is None:
        return None
    others = tuple(name for name in entry.names if name != entry.name)
    lines = [("別名", others)] if others else []
    lines += [
        (PROPERTIES[name], tuple(value.text for value in values))
        for name, values in entry.properties.items()
    ]
    return Preview(iri, entry.name, describe(entry), tuple(lines))


def _beginning(table: Mapping[str, str], prefix: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of *table* that begin with *prefix*, whatever its case."""
    start = prefix.casefold()
    for row in table.items():
        ends = (*row, row[0].partition(":")[2])
        if any(text.casefold().startswith(start) for text in ends):
            yield row
