"""Read the tables of the register, and say which entry of which file is wrong."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from kg.errors import ResourceError
from kg.model import ChangeEvent, EventKind, RegisterEntry, Sector

KINDS = frozenset(
    {
        "cabinet-organ",
        "ministry",
        "agency",
        "commission",
        "bureau",
        "office",
        "council",
        "subcommittee",
        "national-university",
        "public-university",
        "private-university",
        "national-research-agency",
        "administrative-agency",
        "special-corporation",
        "inter-university-institute",
        "court-or-diet",
        "other",
    }
)
_ENTRY = frozenset(
    {
        "id",
        "name",
        "aliases",
        "legal_form",
        "parent",
        "kind",
        "sector",
        "since",
        "until",
        "examples",
    }
)
_EVENT = frozenset({"id", "kind", "before", "after", "date", "note", "examples"})
_CHANGES = "changes.toml"

_Row = TypeVar("_Row", RegisterEntry, ChangeEvent)


def read_entries(folder: Path) -> tuple[RegisterEntry, ...]:
    """Return the entries of all files in *folder* but that of the changes, by id.

    Raises ResourceError that names file and entry: for a key or a kind that is not
    known, an id used twice, a parent that there is not, dates out of order, and a
    body that is part of itself.
    """
    files = sorted(f for f in folder.glob("*.toml") if f.name != _CHANGES)
    if not files:
        _fail(folder, "-", "there is no file of organizations")
    rows = [(file, row) for file in files for row in _rows(file, "organization")]
    found = _unique((file, _entry(file, row)) for file, row in rows)
    for file, row in rows:
        entry = found[str(row["id"])]
        _check_names(file, entry.id, found, [entry.parent] if entry.parent else [])
        if entry.since and entry.until and entry.until < entry.since:
            _fail(file, entry.id, f"until {entry.until} is before since {entry.since}")
        _check_names(file, entry.id, found, [there for _, there in entry.examples])
    graph = {entry.id: [entry.parent] for entry in found.values() if entry.parent}
    _check_order(folder, graph, "is part of itself")
    return tuple(found[name] for name in sorted(found))


def read_changes(
    folder: Path, entries: Iterable[RegisterEntry]
) -> tuple[ChangeEvent, ...]:
    """Return the events of changes.toml in *folder*, which join *entries*, by id.

    Raises ResourceError that names the event: for an id that there is not, a date
    that does not follow the end of what was before, and a body that comes to be
    its own predecessor.
    """
    file = folder / _CHANGES
    known = {entry.id: entry for entry in entries}
    rows = _rows(file, "event")
    events = _unique((file, _event(file, row)) for row in rows)
    for event in events.values():
        _check_names(file, event.id, known, (*event.before, *event.after))
        _check_names(file, event.id, known, [there for _, there in event.examples])
        _check_dates(file, event, known)
    graph: dict[str, list[str]] = {}
    for event in events.values():
        for after in event.after:
            graph.setdefault(after, []).extend(event.before)
    _check_order(file, graph, "comes to be its own predecessor")
    return tuple(events[name] for name in sorted(events))


def _rows(file: Path, key: str) -> list[Mapping[str, Any]]:
    """Return the rows called *key* of one file."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"{file}: cannot be read as a table of the register: {error}"
        raise ResourceError(message) from error
    rows = table.get(key)
    if set(table) != {key} or not isinstance(rows, list):
        _fail(file, "-", f"expected nothing but [[{key}]], got {sorted(table)}")
    return rows


def _entry(file: Path, row: Mapping[str, Any]) -> RegisterEntry:
    """Return one row as an entry."""
    name = _check_keys(file, row, _ENTRY, {"id", "name", "kind", "examples"})
    if row["kind"] not in KINDS:
        _fail(file, name, f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    sector = row.get("sector")
    if sector is not None and sector not in set(Sector):
        _fail(file, name, f"sector {sector!r} is none of {', '.join(Sector)}")
    return RegisterEntry(
        id=name,
        name=row["name"],
        kind=row["kind"],
        aliases=tuple(row.get("aliases", ())),
        legal_form=row.get("legal_form"),
        parent=row.get("parent"),
        sector=Sector(sector) if sector else None,
        since=_day(file, row, "since"),
        until=_day(file, row, "until"),
        examples=tuple(_examples(file, name, row["examples"], " = ")),
    )


def _event(file: Path, row: Mapping[str, Any]) -> ChangeEvent:
    """Return one row as an event."""
    name = _check_keys(file, row, _EVENT, _EVENT - {"date"})
    if row["kind"] not in set(EventKind):
        _fail(file, name, f"kind {row['kind']!r} is none of {', '.join(EventKind)}")
    if not row["before"] or not row["after"]:
        _fail(file, name, "something comes before and something after")
    return ChangeEvent(
        id=name,
        kind=EventKind(row["kind"]),
        before=tuple(row["before"]),
        after=tuple(row["after"]),
        note=row["note"],
        date=_day(file, row, "date"),
        examples=tuple(_examples(file, name, row["examples"], " -> ")),
    )


def _check_keys(
    file: Path, row: Mapping[str, Any], known: frozenset[str], needed: Iterable[str]
) -> str:
    """Return the id of *row*, whose keys must be *known* and hold the *needed*."""
    name = str(row.get("id", "-"))
    if unknown := sorted(set(row) - known):
        _fail(file, name, f"no such key: {', '.join(unknown)}")
    if missing := sorted(set(needed) - set(row)):
        _fail(file, name, f"lacks {', '.join(missing)}")
    if not name.isascii() or not name.replace("-", "").isalnum():
        _fail(file, name, "an id is of ASCII letters, digits and hyphens")
    return name


def _day(file: Path, row: Mapping[str, Any], key: str) -> dt.date | None:
    """Return the date under *key*, which TOML writes without quotes."""
    found = row.get(key)
    if found is not None and type(found) is not dt.date:
        _fail(file, str(row["id"]), f"{key} is no date: {found!r}")
    return found


def _examples(
    file: Path, name: str, lines: Iterable[str], mark: str
) -> Iterator[tuple[str, str]]:
    """Yield text and id of each example."""
    for line in lines:
        text, found, there = line.partition(mark)
        if not found:
            _fail(file, name, f"the example {line!r} has no{mark.rstrip()}")
        yield text.strip(), there.strip()


def _unique(rows: Iterable[tuple[Path, _Row]]) -> dict[str, _Row]:
    """Return *rows* by their ids, which must differ."""
    found: dict[str, _Row] = {}
    for file, row in rows:
        if row.id in found:
            _fail(file, row.id, "this id is used twice")
        found[row.id] = row
    return found


def _check_names(
    file: Path, name: str, known: Mapping[str, RegisterEntry], used: Iterable[str]
) -> None:
    """Raise where an entry or an event names an id that is not known."""
    for one in used:
        if one not in known:
            _fail(file, name, f"there is no entry {one!r}")


def _check_dates(
    file: Path, event: ChangeEvent, known: Mapping[str, RegisterEntry]
) -> None:
    """Raise where what comes after is dated before the event, or ends before it."""
    if event.date is None:
        return
    for name in event.after:
        until = known[name].until
        if until and until < event.date:
            _fail(file, event.id, f"{name} ended on {until}, before {event.date}")
    for name in event.before:
        since = known[name].since
        if since and since > event.date:
            _fail(file, event.id, f"{name} began on {since}, after {event.date}")


def _check_order(where: Path, graph: Mapping[str, Iterable[str]], fault: str) -> None:
    """Raise where a chain of ids comes back to where it began."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        _fail(where, " → ".join(error.args[1]), fault)


def _fail(file: Path, entry: str, fault: str) -> NoReturn:
    """Raise the error that names *file* and *entry*."""
    message = f"{file}: {entry}: {fault}"
    raise ResourceError(message)
