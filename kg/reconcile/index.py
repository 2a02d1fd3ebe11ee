"""Hold what can be looked up: each entity with its names, types and properties."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from kg.gazetteer import Gazetteer
from kg.graph import PREFIXES, Store

TYPES = {
    "foaf:Person": "人",
    "org:Organization": "組織",
    "org:OrganizationalUnit": "部局",
    "gjr:Council": "会議体",
    "gjr:Meeting": "会議",
    "skos:Concept": "テーマ",
}
"""The types of entities, by their ids, with what people call them."""

PROPERTIES = {
    "organization": "所属",
    "post": "役職",
    "meeting": "出席した会議",
    "parent": "上位の組織",
    "legalName": "正式名称",
    "identifier": "識別子",
    "council": "会議体",
    "date": "開催日",
    "broader": "上位のテーマ",
}
"""The properties of entities, by their ids, with what people call them."""

HOMES = {
    "organization": ("foaf:Person",),
    "post": ("foaf:Person",),
    "meeting": ("foaf:Person",),
    "parent": ("org:Organization", "org:OrganizationalUnit", "gjr:Council"),
    "legalName": ("org:Organization",),
    "identifier": ("org:Organization",),
    "council": ("gjr:Meeting",),
    "date": ("gjr:Meeting",),
    "broader": ("skos:Concept",),
}
"""The types whose entities may have a property."""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A value of a property: words, or an entity by its *id* and name."""

    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity; *names* has its *name* too, *properties* values by property id."""

    id: str
    name: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    properties: Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The *entries* by id; made by `read_index`, asked by name through `near`.

    *grams* gives the entries that have a pair of characters in a folded name,
    *folded* each folded name with its entry, in order.
    """

    entries: Mapping[str, Entry]
    gazetteer: Gazetteer
    grams: Mapping[str, tuple[str, ...]] = field(init=False)
    folded: tuple[tuple[str, str], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Index the entries."""
        grams: dict[str, set[str]] = {}
        folded: set[tuple[str, str]] = set()
        for entry in self.entries.values():
            for name in entry.names:
                text = self.fold(name)
                folded.add((text, entry.id))
                for gram in pairs(text):
                    grams.setdefault(gram, set()).add(entry.id)
        fixed = {gram: tuple(sorted(found)) for gram, found in grams.items()}
        object.__setattr__(self, "grams", fixed)
        object.__setattr__(self, "folded", tuple(sorted(folded)))

    def fold(self, text: str) -> str:
        """Return *text* as it is compared: 髙 as 高, ＡＢＣ as abc, no blanks."""
        return self.gazetteer.fold(text).casefold()

    def near(self, name: str) -> Iterator[Entry]:
        """Yield the entries that share a pair of characters with *name*, by id."""
        found = {
            iri for gram in pairs(self.fold(name)) for iri in self.grams.get(gram, ())
        }
        for iri in sorted(found):
            yield self.entries[iri]

    def beginning(self, prefix: str) -> Iterator[Entry]:
        """Yield the entries one of whose names begins with *prefix*, each once."""
        start = self.fold(prefix)
        seen: set[str] = set()
        for place in range(bisect_left(self.folded, (start, "")), len(self.folded)):
            text, iri = self.folded[place]
            if not text.startswith(start):
                return
            if iri not in seen:
                seen.add(iri)
                yield self.entries[iri]


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbours in *text*, its ends being neighbours of blanks.

    >>> sorted(pairs("架空"))
    [' 架', '架空', '空 ']
    """
    padded = f" {text} "
    return frozenset(padded[i : i + 2] for i in range(len(padded) - 1) if text)


def read_index(store: Store, gazetteer: Gazetteer) -> Index:
    """Return the index of what *store* tells of."""
    names: dict[str, tuple[str, set[str], set[str]]] = {}
    for row in _rows(store, "entries"):
        entry = (row["name"], {row["name"]}, set[str]())
        _, known, types = names.setdefault(row["id"], entry)
        known.update({row["name"], row.get("other", row["name"])})
        types.add(_curie(row["type"]))
    values: dict[str, dict[str, set[Value]]] = {}
    for row in _rows(store, "properties"):
        found = values.setdefault(row["id"], {}).setdefault(row["property"], set())
        entity = row["value"] if "name" in row else None
        found.add(Value(row.get("name", row["value"]), entity))
    entries = {
        iri: Entry(
            iri,
            name,
            tuple(sorted(known)),
            tuple(one for one in TYPES if one in types),
            _ordered(values.get(iri, {})),
        )
        for iri, (name, known, types) in sorted(names.items())
    }
    return Index(entries, gazetteer)


def _ordered(
    values: Mapping[str, Iterable[Value]],
) -> dict[str, tuple[Value, ...]]:
    """Return *values* in one order."""
    return {
        name: tuple(sorted(values[name], key=lambda one: (one.text, one.id or "")))
        for name in PROPERTIES
        if name in values
    }


def _curie(iri: str) -> str:
    """Return the type *iri* by its prefix."""
    prefix, base = max(
        ((prefix, base) for prefix, base in PREFIXES.items() if iri.startswith(base)),
        key=lambda found: len(found[1]),
    )
    return f"{prefix}:{iri.removeprefix(base)}"


def _rows(store: Store, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the query *name*."""
    file = files("kg.reconcile") / "queries" / f"{name}.rq"
    return store.rows(file.read_text(encoding="utf-8"))
