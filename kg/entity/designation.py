"""Read how words point to a person: by surname, given name, post, body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer

# (敦) of 小暮（敦）委員
_INITIAL = re.compile(r"^\s*\(([^()]{1,3})\)")
_MARKS = re.compile(r"[○◯〇●◎◇◆■□・※*【】\[\]〈〉<>《》「」:：→\s]")
_FULL, _SURNAME, _START = range(3)
_BRACKETED = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Designation:
    """The parts of words that point to somebody, in keys; "" where not printed.

    *places* are bodies printed beside the name.
    """

    text: str
    surname: str = ""
    given: str = ""
    initial: str = ""
    posts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def read_designation(
    text: str, people: Iterable[Listed], gazetteer: Gazetteer
) -> Designation:
    """Return what *text*, a label or a mention, says of the person it means.

    A person's name counts where it stands first: 小暮部長（橘委員代理） is 小暮.
    """
    words = _MARKS.sub("", gazetteer.fold(text))
    found = _first_name(words, people, gazetteer)
    if found is None:
        return Designation(words, posts=_posts(words, "", gazetteer))
    place, surname, name = found
    before, after = words[:place], words[place + len(surname) :]
    read = Designation(words, surname=surname)
    if name.given and after.startswith(name.given):
        read = replace(read, given=name.given)
        after = after[len(name.given) :]
    initial = _INITIAL.match(after)
    if initial and _is_initial(initial.group(1), surname, people):
        read = replace(read, initial=initial.group(1))
        after = after[initial.end() :]
    return replace(
        read,
        posts=_posts(before, after, gazetteer),
        places=tuple(filter(None, (before.strip("()"),))),
    )


def _first_name(
    words: str, people: Iterable[Listed], gazetteer: Gazetteer
) -> tuple[int, str, Listed] | None:
    """Return the first place of a roster name with the surname that stands there.

    A full name counts before a surname, and the start of a name whose split is
    not known counts last, with a post after it: 黒姫委員 of 黒姫誠司.
    """
    best: tuple[tuple[int, int, int], str, Listed] | None = None
    for one in people:
        for rank, name, surname in _names(one):
            place = words.find(name)
            if place < 0:
                continue
            after = words[place + len(name) :]
            if rank == _START and not gazetteer.title_prefix(after):
                continue
            order = (place, rank, -len(name))
            if best is None or order < best[0]:
                best = order, surname, one
    return (best[0][0], *best[1:]) if best else None


def _names(one: Listed) -> Iterator[tuple[int, str, str]]:
    """Yield the names of a person with their rank and the surname in them."""
    if one.given:
        yield _FULL, one.surname + one.given, one.surname
    if one.surname:
        yield _SURNAME, one.surname, one.surname
    for start in one.starts:
        yield _START, start, start


def _is_initial(letters: str, surname: str, people: Iterable[Listed]) -> bool:
    """Tell whether *letters* in brackets begin a given name of that surname."""
    return any(
        one.given.startswith(letters) for one in people if one.surname == surname
    )


def _posts(before: str, after: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the posts and roles on either side of a name, the nearest first.

    政府参考人（橘一葉君）, 経営課長（橘遥君）, 橘主査, 会長橘一葉.
    """
    found: list[str] = []
    tail = _BRACKETED.sub("", after).strip("()")
    for honorific in gazetteer.honorifics:
        tail = tail.removesuffix(honorific) if tail != honorific else ""
    for words in (tail, before.strip("()")):
        post = gazetteer.post_suffix(words)
        role = gazetteer.role_suffix(words)
        if post:
            found.append(post.reading)
            if post.unit_end > 0 and post.start >= 0:
                found.append(words)
        elif role:
            found.append(words[role.start :])
    return tuple(dict.fromkeys(found))
