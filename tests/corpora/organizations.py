"""Give the organizations of a corpus, with the names they bore and bear."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.resources import data_path
from tests.corpora.values import Name, Organization

START = dt.date(1, 1, 1)
_REGISTER = ("ministries", "institutions", "councils")
# 国立大学法人東京工業大学 of the register stands in rosters as 東京工業大学.
_FORMS = {
    "universities": ("", "国立大学法人"),
    "institutes": ("国立研究開発法人", "独立行政法人"),
    "companies": ("株式会社", "（株）"),
    "municipalities": ("",),
}


def read(name: str) -> dict[str, Any]:
    """Return what a table beside this module says."""
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


@cache
def organizations() -> Mapping[str, tuple[Organization, ...]]:
    """Return all organizations by kind; bureaus are of the kind `bureaus`."""
    tables = read("organizations.toml")
    kinds = ("universities", "institutes", "companies", "associations")
    found = {kind: tuple(_kind(kind, tables[kind])) for kind in kinds}
    found["municipalities"] = tuple(
        _plain(name, "municipalities") for name in words(tables, "municipalities")
    )
    found["bureaus"] = tuple(
        _bureau(ministry, one)
        for ministry, bureaus in tables["ministries"].items()
        for one in bureaus
    )
    return found


def words(tables: Mapping[str, Any], table: str, key: str = "names") -> list[str]:
    """Return the words in one string of a table."""
    return tables[table][key].split()


def _kind(kind: str, table: Mapping[str, Any]) -> Iterator[Organization]:
    """Yield the organizations of one table: large, renamed, merged, others."""
    forms = table.get("forms") or _FORMS[kind]
    names = [*table.get("large", ()), *table.get("others", "").split()]
    names += table.get("names", "").split()
    for place, name in enumerate(names):
        yield _plain(name, kind, forms[place % len(forms)])
    for event in table.get("events", ()):
        yield from _of_event(event, kind, forms[0])
    for before, after, day in table.get("renamed", ()):
        yield _chain(kind, [(before, START), (after, day)], forms[0])
    for one, other, after, day in table.get("merged", ()):
        yield _chain(kind, [(one, START), (after, day)], forms[0])
        yield _chain(kind, [(other, START), (after, day)], forms[0])


def _plain(name: str, kind: str, form: str = "") -> Organization:
    """Return an organization that never changes its name."""
    return _chain(kind, [(name, START)], form)


def _chain(
    kind: str, names: list[tuple[str, dt.date]], form: str = "", parent: str = ""
) -> Organization:
    """Return an organization that bears *names* from their days on."""
    return Organization(
        kind,
        tuple(Name(day, f"x-{parent}{name}", name) for name, day in names),
        form,
        parent,
    )


def _bureau(ministry: str, name: str) -> Organization:
    """Return a bureau; an event's name stands for what the register says of it."""
    if "-" not in name:
        return _chain("bureaus", [(name, START)], parent=ministry)
    names: list[Name] = []
    for event in name.split("+"):
        day, before, after = _event(event)
        names += [] if names else [Name(START, before[0], _registered()[before[0]])]
        names.append(Name(day, after[-1], _registered()[after[-1]]))
    return Organization("bureaus", tuple(names), parent=ministry)


def _of_event(event: str, kind: str, form: str) -> Iterator[Organization]:
    """Yield what was there before an event of the register, each with what followed."""
    day, before, after = _event(event)
    last = Name(day, after[-1], _registered()[after[-1]])
    for one in before:
        yield Organization(kind, (Name(START, one, _registered()[one]), last), form)


def _event(name: str) -> tuple[dt.date, list[str], list[str]]:
    """Return the day of an event of the register, and what was before and after."""
    one = _events()[name]
    return one["date"], one["before"], one["after"]


@cache
def _events() -> Mapping[str, Any]:
    """Return the events of the register by id."""
    return {one["id"]: one for one in _load("changes")["event"]}


@cache
def _registered() -> Mapping[str, str]:
    """Return the names of the register by id."""
    tables = (_load(name)["organization"] for name in _REGISTER)
    return {one["id"]: one["name"] for table in tables for one in table}


def _load(name: str) -> dict[str, Any]:
    """Return a table of the register."""
    path = data_path() / "register" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
