"""List what of the graph may be linked to the world, by the names it may go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files

from kg.authority.name import FullName, Names
from kg.graph import Store


class Sort(StrEnum):
    """What a thing of the graph is."""

    ORGANIZATION = "organization"
    PERSON = "person"
    THEME = "theme"
    LAW = "law"


AGENTS = frozenset({Sort.ORGANIZATION, Sort.PERSON})
"""The sorts of those who act; an outside link says of them who they are."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing of the graph; *first* is the first day that a record tells of it.

    *names* are full names, *aliases* others (文科省). Where both are empty the thing
    is linked by a person's table only. *numbers* are those that records print of a
    law.
    """

    id: str
    label: str
    sort: Sort
    names: tuple[FullName, ...] = ()
    aliases: tuple[FullName, ...] = ()
    first: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subjects:
    """All subjects by id; by folded core, those of each sort; and replaced ids."""

    all: Mapping[str, Subject]
    found: Mapping[Sort, Mapping[str, tuple[Subject, ...]]] = field(repr=False)
    replaced: Mapping[str, str]

    def of(self, iri: str) -> Subject | None:
        """Return the subject called *iri* now, or None."""
        seen = set()
        while iri in self.replaced and iri not in seen:
            seen.add(iri)
            iri = self.replaced[iri]
        return self.all.get(iri)


def read_subjects(store: Store, names: Names) -> Subjects:
    """Return what in *store* may be linked, its names read by *names*."""
    subjects = [
        *_organizations(store, names),
        *_themes(store, names),
        *_laws(store, names),
        *(
            Subject(row["person"], row["name"], Sort.PERSON)
            for row in _rows(store, "people")
        ),
    ]
    return Subjects(
        all={subject.id: subject for subject in subjects},
        found={sort: _index(subjects, sort) for sort in Sort},
        replaced={row["old"]: row["new"] for row in _rows(store, "replaced")},
    )


def _index(subjects: list[Subject], sort: Sort) -> dict[str, tuple[Subject, ...]]:
    """Return the *subjects* of a *sort* by the folded cores of all their names."""
    found: dict[str, dict[str, Subject]] = {}
    for subject in subjects:
        if subject.sort is sort:
            for name in (*subject.names, *subject.aliases):
                found.setdefault(name.folded, {})[subject.id] = subject
    return {
        folded: tuple(bearers[iri] for iri in sorted(bearers))
        for folded, bearers in found.items()
    }


def _organizations(store: Store, names: Names) -> list[Subject]:
    """Return the organizations.

    A unit goes by its whole path alone: there is a 大臣官房 in every ministry. One
    whose path is not printed, and a body that is called by a common word only
    (検討会), go by no name.
    """
    first = {row["organization"]: row["first"] for row in _rows(store, "first")}
    rows: dict[str, dict[str, set[str]]] = {}
    for row in _rows(store, "organizations"):
        known = rows.setdefault(row["organization"], {})
        for column, value in row.items():
            known.setdefault(column, set()).add(value)
    return [
        _organization(iri, known, names, first.get(iri, ""))
        for iri, known in sorted(rows.items())
    ]


def _organization(
    iri: str, known: Mapping[str, set[str]], names: Names, first: str
) -> Subject:
    """Return one organization from the values *known* of it."""
    label = min(known["qualified"])
    below = "true" in known["below"]
    full: set[str] = set()
    others: set[str] = set()
    if below:
        full = {one for one in known["qualified"] if len(one.split()) > 1}
    elif "true" not in known["unit"]:
        full = known.get("legal") or known["name"]
        others = (known["name"] | known.get("alias", set())) - full
    whole = _read(full, names)
    cores = {
        name.folded for name in whole
    }  # 架空電機 is no other name of 株式会社架空電機
    aliases = tuple(name for name in _read(others, names) if name.folded not in cores)
    return Subject(iri, label, Sort.ORGANIZATION, whole, aliases, first[:10])


def _read(texts: set[str], names: Names) -> tuple[FullName, ...]:
    """Return the names in *texts* that name something by themselves."""
    gazetteer = names.gazetteer
    return tuple(
        read
        for read in dict.fromkeys(map(names.read, sorted(texts)))
        if read.core
        and read.core not in gazetteer.common
        and read.core not in gazetteer.endings
    )


def _themes(store: Store, names: Names) -> list[Subject]:
    """Return the themes that records touch."""
    rows: dict[str, tuple[str, set[str]]] = {}
    for row in _rows(store, "themes"):
        _, aliases = rows.setdefault(row["theme"], (row["name"], set()))
        if "alias" in row:
            aliases.add(row["alias"])
    return [
        Subject(
            iri,
            name,
            Sort.THEME,
            (names.whole(name),),
            tuple(names.whole(alias) for alias in sorted(aliases)),
        )
        for iri, (name, aliases) in sorted(rows.items())
    ]


def _laws(store: Store, names: Names) -> Iterator[Subject]:
    """Yield the laws.

    A whole name is that of one node for all records; the name of a node that is one
    record's own is short, or of another country, or of a bill.
    """
    first = {row["law"]: row["first"] for row in _rows(store, "laws_first")}
    rows: dict[str, list[dict[str, str]]] = {}
    for row in _rows(store, "laws"):
        rows.setdefault(row["law"], []).append(row)
    for iri, known in sorted(rows.items()):
        label = min(row["name"] for row in known)
        name = (names.whole(label),)
        whole = known[0]["whole"] == "true"
        yield Subject(
            iri,
            label,
            Sort.LAW,
            names=name if whole else (),
            aliases=() if whole else name,
            first=first.get(iri, "")[:10],
            numbers=tuple(sorted({row["number"] for row in known if "number" in row})),
        )


def _rows(store: Store, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the query *name*."""
    file = files("kg.authority") / "queries" / f"{name}.rq"
    return store.rows(file.read_text(encoding="utf-8"))
