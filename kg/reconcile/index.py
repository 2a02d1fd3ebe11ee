"""Hold what can be looked up: each entity with its names, types and properties."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from kg.gazetteer import Gazetteer
from kg.graph import PREFIXES, Store
from kg.text import key

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
    """The *entries* by id; made by `read_index`, asked by name through `likeness`.

    *folded* gives each folded name with its entry, in order; *grams* the places in it
    of the names that have a pair of characters, *sizes* how many pairs each has.
    *bearers* are the entries by name, blanks apart, *values* the folded texts.
    """

    entries: Mapping[str, Entry]
    gazetteer: Gazetteer
    folded: tuple[tuple[str, str], ...] = field(init=False)
    grams: Mapping[str, Sequence[int]] = field(init=False)
    sizes: Sequence[int] = field(init=False)
    bearers: Mapping[str, tuple[str, ...]] = field(init=False)
    values: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Index the entries."""
        named = [(e.id, name) for e in self.entries.values() for name in e.names]
        folded = tuple(sorted({(self.fold(name), iri) for iri, name in named}))
        grams: dict[str, array[int]] = {}
        sizes = array("H")
        for place, (text, _) in enumerate(folded):
            found = pairs(text)
            sizes.append(len(found))
            for gram in found:
                grams.setdefault(gram, array("I")).append(place)
        bearers: dict[str, dict[str, None]] = {}
        for iri, name in named:
            bearers.setdefault(key(name), {})[iri] = None
        texts = {
            value.text
            for entry in self.entries.values()
            for values in entry.properties.values()
            for value in values
        }
        object.__setattr__(self, "folded", folded)
        object.__setattr__(self, "grams", grams)
        object.__setattr__(self, "sizes", sizes)
        object.__setattr__(self, "bearers", {k: tuple(v) for k, v in bearers.items()})
        object.__setattr__(self, "values", {text: self.fold(text) for text in texts})

    def fold(self, text: str) -> str:
        """Return *text* as it is compared: 髙 as 高, ＡＢＣ as abc, no blanks."""
        return self.gazetteer.fold(text).casefold()

    def likeness(self, name: str) -> dict[str, float]:
        """Return how like *name* the nearest name of each entry is, 0 to 1.

        It is the share of pairs of characters that both have (Dice); entries that
        have none of them are left out.
        """
        asked = pairs(self.fold(name))
        shared: Counter[int] = Counter()
        for gram in asked:
            shared.update(self.grams.get(gram, ()))
        found: dict[str, float] = {}
        for place, count in shared.items():
            iri = self.folded[place][1]
            share = 2 * count / (len(asked) + self.sizes[place])
            if share > found.get(iri, 0.0):
                found[iri] = share
        return found

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


@cache
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
