"""Answer which public body a name leads to, and what became of it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.legal import takes_form
from kg.gazetteer.load import load_gazetteer
from kg.gazetteer.register_table import read_changes, read_entries
from kg.model import ChangeEvent, EventKind, RegisterEntry, Sector

_UNITS = ("局", "部", "課", "室", "係", "班", "官房")
"""What is glued to a known body, unregistered, and still a part of it.

文部科学省基礎研究振興課 is of the ministry, 東京大学出版会 is not of the university.
"""

_PARTS = frozenset({"bureau", "office"})
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """The entries and the events by their ids; made by `load_register`."""

    entries: Mapping[str, RegisterEntry]
    events: Mapping[str, ChangeEvent]
    words: Gazetteer
    _names: Mapping[str, frozenset[str]] = field(init=False)
    _before: Mapping[str, tuple[ChangeEvent, ...]] = field(init=False)
    _after: Mapping[str, tuple[ChangeEvent, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Index the names, and the events from both sides."""
        names: dict[str, set[str]] = {}
        before: dict[str, list[ChangeEvent]] = {}
        after: dict[str, list[ChangeEvent]] = {}
        for entry in self.entries.values():
            for name in (entry.name, *entry.aliases):
                names.setdefault(self.words.fold(name), set()).add(entry.id)
        for event in self.events.values():
            for one in event.before:
                after.setdefault(one, []).append(event)
            for one in event.after:
                before.setdefault(one, []).append(event)
        frozen = {name: frozenset(ids) for name, ids in names.items()}
        object.__setattr__(self, "_names", frozen)
        object.__setattr__(self, "_before", {k: tuple(v) for k, v in before.items()})
        object.__setattr__(self, "_after", {k: tuple(v) for k, v in after.items()})

    def entry(self, name: str) -> RegisterEntry:
        """Return the entry with the id *name*; KeyError where there is none."""
        return self.entries[name]

    def at(self, day: dt.date) -> tuple[RegisterEntry, ...]:
        """Return the entries of which nothing known says that they were not on *day*.

        Where an entry has no dates nothing is known, and it is among them.
        """
        return tuple(e for e in self.entries.values() if e.may_exist(day))

    def resolve(self, path: Sequence[str]) -> str | None:
        """Return the id of the deepest entry that the names from the top lead to.

        A name may be several glued together (文科省研究振興局), and a unit between two
        may be left out. None where the first name is not known, or means several
        and nothing below it decides (大臣官房).
        """
        found = self._walk(path)
        return found[-1][0] if found else None

    def resolve_exact(self, path: Sequence[str]) -> str | None:
        """Return the id of the entry that the whole *path* names, or None."""
        found = self._walk(path)
        return found[-1][0] if found and found[-1][1] else None

    def top(self, path: Sequence[str]) -> str | None:
        """Return the id of the topmost registered body of *path*.

        Where only a bureau is printed it is the ministry that the bureau is of.
        """
        found = self._walk(path)
        if not found:
            return None
        top = self.entries[found[0][0]]
        while top.kind in _PARTS and top.parent:
            top = self.entries[top.parent]
        return top.id

    def lineage(self, path: Sequence[str]) -> frozenset[str]:
        """Return keys of which two paths share one if their bodies are one line.

        They do if the topmost bodies are the same, or if one became the other over
        any number of renames, mergers, splits and successions. The keys are the
        body's id, and a pair for each predecessor and successor, so that
        東京工業大学 and 東京医科歯科大学, which became one, share none with each other
        and one each with 東京科学大学. A transfer joins nothing: the body goes on.
        For a body that is not registered it is the folded name without its legal
        form; for a name that several registered bodies bear, nothing.
        """
        top = self.top(path)
        if top is None:
            return self._unregistered(path)
        later = {f"{top} > {one}" for one in self.descendants(top)}
        earlier = {f"{one} > {top}" for one in self.ancestors(top)}
        return frozenset({top}) | later | earlier

    def _unregistered(self, path: Sequence[str]) -> frozenset[str]:
        """Return the key of a body that is not registered, if it is one."""
        name = self.words.fold(path[0]) if path else ""
        form = self.words.legal_form(name)
        bare = name[form.name_start : form.name_end] if form else name
        return frozenset({bare}) if bare and name not in self._names else _NONE

    def events_before(self, name: str) -> tuple[ChangeEvent, ...]:
        """Return the events that the entry called *name* came out of."""
        return self._before.get(name, ())

    def events_after(self, name: str) -> tuple[ChangeEvent, ...]:
        """Return the events in which the entry called *name* became another."""
        return self._after.get(name, ())

    def predecessors(self, name: str) -> tuple[str, ...]:
        """Return what the entry was directly before; transfers are left out."""
        events = self.events_before(name)
        return tuple(sorted({o for e in _lasting(events) for o in e.before}))

    def successors(self, name: str) -> tuple[str, ...]:
        """Return what directly became of the entry; transfers are left out."""
        events = self.events_after(name)
        return tuple(sorted({o for e in _lasting(events) for o in e.after}))

    def ancestors(self, name: str) -> frozenset[str]:
        """Return all predecessors, and theirs."""
        return _closure(name, self.predecessors)

    def descendants(self, name: str) -> frozenset[str]:
        """Return all successors, and theirs."""
        return _closure(name, self.successors)

    def above(self, name: str) -> Iterator[str]:
        """Yield the parent of the entry called *name*, and those above it."""
        parent = self.entries[name].parent
        while parent is not None:
            yield parent
            parent = self.entries[parent].parent

    def _walk(self, path: Sequence[str]) -> list[tuple[str, bool]]:
        """Return the entries on the way down, each with whether it ends the path.

        Entries that several share are left out, unless what follows decides.
        """
        found: list[tuple[str, bool]] = []
        current: frozenset[str] = _NONE
        for place, name in enumerate(path):
            whole = self.words.fold(name)
            steps = self._glued(whole, current, top=place == 0)
            if not steps and place == 0:
                return []
            found = [(one, False) for one, _ in found]
            for ids, ended in steps:
                current = ids
                if len(ids) == 1:
                    found.append((next(iter(ids)), ended and place == len(path) - 1))
        return self._consistent(found)

    def _consistent(self, found: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
        """Return *found* without what the deepest entry is no part of."""
        if not found:
            return found
        last = found[-1]
        line = {last[0], *self.above(last[0])}
        return [one for one in found if one[0] in line]

    def _glued(
        self, text: str, above: frozenset[str], *, top: bool
    ) -> list[tuple[frozenset[str], bool]]:
        """Return the entries that *text* names one after the other, if it does.

        The longest name first; the last one tells whether the text ends with it.
        """
        if ids := self._named(text, above, top=top):
            return [(ids, True)]
        partial: list[tuple[frozenset[str], bool]] = []
        for end in range(len(text) - 1, 1, -1):
            ids = self._names.get(text[:end], _NONE)
            ids = ids if top else self._below(ids, above)
            if not ids:
                continue
            rest = self._glued(text[end:], ids, top=False)
            if rest and rest[-1][1]:
                return [(ids, False), *rest]
            if not partial and (rest or self._is_unit(text[end:], ids)):
                partial = [(ids, False), *rest]
        return partial

    def _named(self, text: str, above: frozenset[str], *, top: bool) -> frozenset[str]:
        """Return the ids of the entries that *text* is the name of, its form aside."""
        ids = self._names.get(text, _NONE)
        if not top:
            return self._below(ids, above)
        form = None if ids else self.words.legal_form(text)
        if form is None:
            return ids
        bare = self._names.get(text[form.name_start : form.name_end], _NONE)
        return frozenset(i for i in bare if takes_form(self.entries[i], form.form))

    def _below(self, ids: Iterable[str], above: frozenset[str]) -> frozenset[str]:
        """Return those of *ids* that are somewhere below one of *above*."""
        return frozenset(i for i in ids if above.intersection(self.above(i)))

    def _is_unit(self, rest: str, ids: frozenset[str]) -> bool:
        """Tell whether *rest* is a unit of a ministry or an office, unregistered."""
        state = all(self.entries[i].sector is Sector.GOVERNMENT for i in ids)
        return state and len(rest) > 1 and rest.endswith(_UNITS)


def load_register(folder: Path, words: Gazetteer | None = None) -> Register:
    """Return the register of the tables in *folder*, with their changes.

    *words* fold names and know legal forms; without it they are read from the
    gazetteer beside the folder. Raises ResourceError that names file and entry.
    """
    entries = read_entries(folder)
    return Register(
        entries={entry.id: entry for entry in entries},
        events={event.id: event for event in read_changes(folder, entries)},
        words=words or load_gazetteer(folder.parent / "gazetteer"),
    )


def _lasting(events: Iterable[ChangeEvent]) -> Iterator[ChangeEvent]:
    """Yield the events that make one body of another."""
    return (event for event in events if event.kind is not EventKind.TRANSFER)


def _closure(name: str, step: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Return all that *step* leads to from *name*, over and over."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for one in step(waiting.pop()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return frozenset(found)
