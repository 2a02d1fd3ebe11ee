"""Say who sat there for somebody: 橘委員代理 is who came for 橘."""

import re
from collections.abc import Sequence

from kg.entity.decision import Decision
from kg.entity.designation import Designation
from kg.entity.listed import Listed, named
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue

# 橘委員代理, 橘委員の代理, 橘代理; 座長代理 and 部長代理 are titles of their own
_FOR = re.compile(
    r"(?:委員|構成員|議員|メンバー)?の?代理(?:人|者|出席者?|出席)?(?:\(.*\))?$"
)


def find_stand_in(
    words: Designation, people: Sequence[Listed], gazetteer: Gazetteer
) -> Decision | None:
    """Return who came for the one whom *words* name, or None if they say no such.

    Who came is meant by the own name too: 小暮代理. Of a principal whose proxy the
    roster does not name, nobody is meant.
    """
    start = words.text.find(words.surname)
    after = words.text[start + len(words.surname) :].removeprefix(words.given)
    if not _FOR.match(after):
        return None
    if any(_sits_for_another(one) and one.surname == words.surname for one in people):
        return None
    sitting = [one for one in people if _is_proxy_of(words, one, people, gazetteer)]
    candidates = tuple(
        Candidate(
            one.person.id,
            (
                Clue(
                    "proxy", 2.0, f"{one.person.label}: sits there for {words.surname}"
                ),
            ),
        )
        for one in sitting
    )
    chosen = candidates[0].entity if len(candidates) == 1 else None
    found = len(candidates)
    return Decision(chosen, candidates, f"{found} sat there for {words.surname}")


def _sits_for_another(one: Listed) -> bool:
    """Tell whether somebody is a proxy by the roster."""
    return one.attendee is not None and one.attendee.proxy.value


def _is_proxy_of(
    words: Designation, one: Listed, people: Sequence[Listed], gazetteer: Gazetteer
) -> bool:
    """Tell whether *one* sat there for a principal whom *words* name."""
    principal = one.attendee.principal if one.attendee else None
    if principal is None:
        return False
    whom = named(principal, tuple(people), gazetteer)
    known = {whom.surname, *whom.starts} if whom else {gazetteer.fold(principal.text)}
    return words.surname in known and (
        not words.given or whom is None or whom.given == words.given
    )
