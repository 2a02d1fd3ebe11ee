"""Read the people of a case, on every axis and in all accepted forms."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.evaluate.score import Wanted, fact, wanted

Record = Mapping[str, Any]
"""JSON as it was written by hand: the border where its types are not known."""

_MODES = {
    "web": "online",
    "in_person": "in-person",
    "absent": "absent",
    None: "unknown",
}
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")


def read_people(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the people on every axis, in all accepted forms."""
    people = record["people"]
    return {
        "people": tuple(_said(p) for p in people),
        "group": tuple(
            _said(p, p["group"], *p.get("group_accept", ()))
            for p in people
            if p["group"]
        ),
        "role": tuple(_said(p, p["role_kind"]) for p in people if p.get("role_kind")),
        "role_word": tuple(
            _said(p, p["role"], *p.get("role_accept", ()), optional=not p["role"])
            for p in people
            if p["role"] or p.get("role_accept")
        ),
        "mode": tuple(
            _said(p, _MODES[p["mode"]], *(_MODES[m] for m in p.get("mode_accept", ())))
            for p in people
        ),
        "proxy": tuple(_said(p) for p in people if p["proxy"]),
        "principal": tuple(
            _said(p, p["proxy_for"]) for p in people if p.get("proxy_for")
        ),
        "affiliation": tuple(one for p in people for one in _affiliations(p)),
        "posts": tuple(one for p in people for one in _positions(p)),
    }


def _said(person: Record, *words: str | None, optional: bool = False) -> Wanted:
    """Return what is said of *person*, by each name with each of *words*."""
    names = (person["name"], *person.get("name_accept", ()))
    if not words:
        return wanted(*(fact(name) for name in names), optional=optional)
    forms = (fact(name, word) for name in names for word in words if word)
    return wanted(*forms, optional=optional)


def _affiliations(person: Record) -> Iterator[Wanted]:
    """Yield the affiliation of *person*; the organizations of the posts are right too.

    Whether a unit stands with the affiliation or with the post does not matter.
    """
    names = _list(person["affiliation"])
    others = _list(person.get("affiliation_accept"))
    for name in names:
        yield _said(person, name, *others)
    posts = _list(person["positions"])
    longer = [name + post for name in names for post in posts]
    for text in (*others, *posts, *longer):
        starts = (fact(text)[0][:end] for end in range(1, len(fact(text)[0]) + 1))
        yield _said(person, *starts, optional=True)


def _positions(person: Record) -> Iterator[Wanted]:
    """Yield the posts of *person*, alone or after the affiliation."""
    for post in _list(person["positions"]):
        bare = _BRACKETS.sub("", post)
        names = ["", *_list(person["affiliation"])]
        yield _said(person, *(name + form for name in names for form in (post, bare)))


def _list(value: str | list[str] | None) -> list[str]:
    """Return one value, several, or none as a list."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value
