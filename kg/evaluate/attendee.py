"""Read the people of a case, on every axis and in all accepted forms."""

import re
from collections.abc import Callable, Iterable, Iterator

from kg.evaluate.accept import Record, answers, items, may_be_missing
from kg.evaluate.post import fuse
from kg.evaluate.score import Wanted, fact, wanted

MODES = {
    "web": "online",
    "in_person": "in-person",
    "absent": "absent",
    None: "unknown",
}
"""The ways of attending, as a case and as the scores call them."""

_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")
_OF_EVERYBODY = frozenset({"委員", "構成員", "議員", "有識者", "オブザーバー"})
"""Roles that only repeat the heading: 委員 under 出席委員."""

_Reader = Callable[[Record], Iterable[Wanted]]


def read_people(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the people on every axis, in all accepted forms."""
    people = record["people"]
    readers: dict[str, _Reader] = {
        "people": lambda p: [_said(p)],
        "group": _groups,
        "role": lambda p: _one(p, "role_kind"),
        "role_word": _roles,
        "mode": _modes,
        "proxy": lambda p: [_said(p)] if p["proxy"] else [],
        "principal": lambda p: _one(p, "proxy_for"),
        "affiliation": _affiliations,
        "posts": _positions,
    }
    if not any("role_kind" in person for person in people):
        del readers["role"]
    return {name: _once(people, read) for name, read in readers.items()}


def _once(people: Iterable[Record], read: _Reader) -> tuple[Wanted, ...]:
    """Return what is said of everybody, and once of one who stands in two rows."""
    facts: list[Wanted] = []
    again: list[Wanted] = []
    for person in people:
        (again if person.get("distinct") else facts).extend(read(person))
    return (*dict.fromkeys(facts), *again)


def names_of(person: Record) -> list[str]:
    """Return all right names of *person*."""
    return [str(name) for name in answers(person, "name")]


def _said(person: Record, *words: str, optional: bool = False) -> Wanted:
    """Return what is said of *person*, by each name with each of *words*."""
    optional = optional or bool(person.get("optional"))
    names = names_of(person)
    if not words:
        return wanted(*(fact(name) for name in names), optional=optional)
    forms = (fact(name, word) for name in names for word in words)
    return wanted(*forms, optional=optional)


def _one(person: Record, name: str) -> Iterator[Wanted]:
    """Yield the value that *person* has for *name*, if there is any."""
    values = answers(person, name)
    if values:
        yield _said(person, *values, optional=may_be_missing(person, name))


def _groups(person: Record) -> Iterator[Wanted]:
    """Yield the heading; one by which only the case knows the row is no mistake."""
    yield from _one(person, "group")


def _roles(person: Record) -> Iterator[Wanted]:
    """Yield the role; where only the heading gives one, the heading is right too."""
    optional = may_be_missing(person, "role")
    words = answers(person, "role")
    if optional or _OF_EVERYBODY.intersection(words):
        words += answers(person, "group")
    if words:
        yield _said(person, *words, optional=optional)


def _modes(person: Record) -> Iterator[Wanted]:
    """Yield the way of attending; null is a value of its own: it is not printed."""
    words = (person["mode"], *items(person.get("mode_accept")))
    yield _said(person, *(MODES[word] for word in words))


def _affiliations(person: Record) -> Iterator[Wanted]:
    """Yield the affiliation of *person*; the organizations of the posts are right too.

    Whether a unit stands with the affiliation or with the post does not matter.
    """
    names = items(person["affiliation"])
    others = [one for one in items(person.get("affiliation_accept")) if one]
    for name in names:
        optional = may_be_missing(person, "affiliation")
        yield _said(person, name, *others, optional=optional)
    posts = answers(person, "positions")
    longer = [name + post for name in (*names, *others) for post in posts]
    for text in (*names, *others, *posts, *longer):
        starts = (fact(text)[0][:end] for end in range(1, len(fact(text)[0]) + 1))
        yield _said(person, *starts, optional=True)


def _positions(person: Record) -> Iterator[Wanted]:
    """Yield the posts of *person*, alone or after the affiliation."""
    others = [one for one in items(person.get("positions_accept")) if one]
    for post in items(person["positions"]):
        optional = "positions" in person and may_be_missing(person, "positions")
        yield _said(person, *_written(person, post, *others), optional=optional)
    for post in others:
        yield _said(person, *_written(person, post), optional=True)


def _written(person: Record, *posts: str) -> Iterator[str]:
    """Yield *posts* alone, after the affiliation, and without what brackets add."""
    names = answers(person, "affiliation")
    for post in posts:
        for form in (post, _BRACKETS.sub("", post)):
            yield form
            yield from (one for name in names for one in fuse(name, form))
