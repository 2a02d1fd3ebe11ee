"""Read the tables of the gazetteer."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.errors import ResourceError
from kg.gazetteer.entry import Body, Ending, RoleWord
from kg.gazetteer.gazetteer import CLUB, Gazetteer
from kg.model import Kind, Role
from kg.text import key as plain_key


def load_gazetteer(folder: Path) -> Gazetteer:
    """Return the gazetteer of the tables in *folder*."""
    roles = _read(folder / "roles.toml")
    posts = _read(folder / "posts.toml")
    names = _read(folder / "organizations.toml")
    shapes = _read(folder / "variants.toml")
    bodies = _read(folder / "bodies.toml")
    misread = [entry for entry in posts["post"] if "misread" in entry]
    return Gazetteer(
        roles=_roles(roles["role"]),
        posts=_posts(posts),
        alone=frozenset(posts["head"]["alone"]),
        long_units=tuple(posts["head"]["long_units"]),
        abbreviations=frozenset(w for entry in misread for w in entry["words"]),
        misread={a: b for entry in misread for a, b in entry["misread"].items()},
        attached=tuple(posts["attached"]["words"]),
        endings=_endings(names["ending"]),
        forms={
            plain_key(word): entry["form"]
            for entry in names["form"]
            for word in entry["words"]
        },
        bodies=_bodies(bodies["body"]),
        common=frozenset(names["common"]["words"]),
        denoting=tuple(names["denoting"]["words"]),
        denoting_after=tuple(names["denoting"]["after"]),
        eponyms=tuple(names["eponym"]["after"]),
        municipal=tuple(names["municipal"]["after"]),
        near=tuple(names["nominal"]["near"]),
        same=tuple(names["nominal"]["same"]),
        nominal=tuple(names["nominal"]["words"]),
        own=frozenset(names["anaphor"]["own"]),
        again=frozenset(names["anaphor"]["again"]),
        weak=tuple(names["weak"]["words"]),
        honorifics=tuple(posts["honorific"]["words"]),
        variants=dict(shapes["variants"]),
    )


def _read(path: Path) -> dict[str, Any]:
    """Return the table of one file, or say which one is wrong."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: cannot be read as a table of the gazetteer: {error}"
        raise ResourceError(message) from error


def _roles(entries: Iterable[Mapping[str, Any]]) -> dict[str, RoleWord]:
    """Return the role words by key; the first entry that has a word wins."""
    found: dict[str, RoleWord] = {}
    for entry in entries:
        use = entry["use"]
        for word in entry["words"]:
            role = RoleWord(
                word,
                Role(entry["role"]),
                title=use != "heading",
                heading=use != "title",
            )
            found.setdefault(plain_key(word), role)
    return found


def _posts(tables: Mapping[str, Any]) -> dict[str, str]:
    """Return each post word with the ending that it shares with its unit."""
    head = tables["head"]
    found = {
        unit + tail: unit for unit in (*head["units"], CLUB) for tail in head["tails"]
    }
    for entry in tables["post"]:
        for word in entry["words"]:
            found.setdefault(word, entry.get("shares", ""))
    return found


def _endings(entries: Iterable[Mapping[str, Any]]) -> dict[str, Ending]:
    """Return the endings by word; the first entry that has a word wins."""
    found: dict[str, Ending] = {}
    for entry in entries:
        kind, place = Kind(entry["kind"]), entry.get("place", False)
        for word in entry["words"]:
            found.setdefault(word, Ending(word, kind, entry["body"], place))
    return found


def _bodies(entries: Iterable[Mapping[str, Any]]) -> dict[str, Body]:
    """Return the known bodies by name and by alias."""
    found: dict[str, Body] = {}
    for entry in entries:
        body = Body(
            entry["name"],
            tuple(entry["aliases"]),
            Kind(entry["kind"]),
            ministry=entry["ministry"],
        )
        for name in (body.name, *body.aliases):
            found[plain_key(name)] = body
    return found
