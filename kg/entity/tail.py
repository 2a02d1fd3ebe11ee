"""Read what follows a surname: titles, a unit, or more of another name."""

import re
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.morphology import is_given, is_surname

_BRACKETED = re.compile(r"\(([^()]*)\)")

_STANDING_IN = ("代理出席者", "代理人", "代理者", "代理")

_LONGEST = 2
"""Characters by which another surname may go on: 西土佐, 林田."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The titles after a surname, a post's unit, and what may be another name's."""

    titles: tuple[str, ...] = ()
    unit: str = ""
    strange: str = ""


def read_tail(name: str, after: str, gazetteer: Gazetteer) -> Tail:
    """Return what *after* says, which follows *name*.

    総務課長 is a post with its unit, 一郎先生 goes on with a name, and 本部長 after
    森 may be either: 森本 is a surname too.
    """
    words = _BRACKETED.sub("", after).strip("()")
    for honorific in gazetteer.honorifics:
        words = words.removesuffix(honorific)
    if not words:
        return Tail()
    start, title, unit = _last_title(words, gazetteer)
    between = words[:start]
    if not title:
        first = gazetteer.title_prefix(words)
        return Tail((first,)) if first else Tail(strange=words)
    if not between:
        other = _goes_on(name, words, gazetteer)
        return Tail((title,), strange=words if other else "")
    odd = is_given(between) or _goes_on(name, words, gazetteer)
    if odd or not _is_unit(between, unit, gazetteer):
        return Tail((title,), unit, words)
    return Tail((title,), unit)


def read_titles(before: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the post or role at the end of *before*, the longer of the two."""
    title = _last_title(before.strip("()"), gazetteer)[1]
    return (title,) if title else ()


def _last_title(words: str, gazetteer: Gazetteer) -> tuple[int, str, str]:
    """Return where the longest title at the end begins, it, and its unit.

    課長 of 総務課長 is of 総務課: they share a character.
    """
    standing = next((w for w in _STANDING_IN if words == w), "")
    if standing:
        return 0, standing, ""
    post, role = gazetteer.post_suffix(words), gazetteer.role_suffix(words)
    if role and (post is None or role.start <= post.start):
        return role.start, words[role.start :], ""
    if post:
        unit = words[: post.unit_end] if post.start else ""
        return post.start, post.reading, unit
    return len(words), "", ""


def _goes_on(name: str, words: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *name* and the start of *words* make another surname."""
    return any(
        is_surname(name + words[:end]) and gazetteer.title_prefix(words[end:])
        for end in range(1, min(_LONGEST, len(words) - 1) + 1)
    )


def _is_unit(between: str, unit: str, gazetteer: Gazetteer) -> bool:
    """Tell whether what stands before a title is a unit: 総務 of 総務課長."""
    known = gazetteer.ending(unit) or gazetteer.organization(unit)
    return bool(known or gazetteer.organization(between))
