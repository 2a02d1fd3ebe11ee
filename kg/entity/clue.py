"""Say what speaks for or against a candidate, one small function each."""

import re

from kg.entity.designation import Designation
from kg.entity.listed import Listed
from kg.entity.title import in_order
from kg.gazetteer import Gazetteer
from kg.model import Clue, Kind
from kg.text import key

_SAME, _MORE, _WHOLE, _AGAINST = 1.0, 2.0, 7.0, -12.0
_FORM = 0.75

_OURS = re.compile("[当本同弊御貴各両この]")
"""当社, 同局, この会議: whose body it is, such words do not say."""


def surname_clue(words: Designation, one: Listed, gazetteer: Gazetteer) -> Clue | None:
    """Return what the surname says: without it there is no candidate.

    Of 渡邊 and 渡邉 the one whose very kanji are printed fits better.
    """
    if words.surname not in {one.surname, *one.starts} - {""}:
        return None
    printed = key(one.person.label)[: len(words.surname)]
    same = gazetteer.fold(printed) == words.surname
    if words.printed and same and printed not in words.printed:
        name = one.person.label
        return Clue("surname", _FORM, f"{name}: {words.surname} in another form")
    return Clue("surname", _SAME, f"{one.person.label}: the surname is {words.surname}")


def given_clue(words: Designation, one: Listed, _: Gazetteer) -> Clue | None:
    """Return what a given name, or its first character in brackets, says."""
    printed = words.given or words.initial
    if not printed:
        return None
    name = one.person.label
    if one.given == printed:
        return Clue("given name", _WHOLE, f"{name}: the given name fits {printed}")
    if not words.given and one.given.startswith(printed):
        return Clue("given name", _MORE, f"{name}: the given name fits {printed}")
    return Clue("given name", _AGAINST, f"{name}: the given name is not {printed}")


def place_clue(words: Designation, one: Listed, gazetteer: Gazetteer) -> Clue | None:
    """Return what a body beside the name says: 京都大学の北川理事."""
    for hint in words.hints:
        if any(hint in place for place in one.places):
            return Clue("organization", _MORE, f"{one.person.label}: of {hint}")
    bodies = [place for place in words.places if _is_body(place, one, gazetteer)]
    if not bodies:
        return None
    name = one.person.label
    for body in bodies:
        known = gazetteer.organization(body)
        names = {body, gazetteer.fold(known.name) if known else body}
        pairs = ((key, place) for key in names for place in one.places)
        if any(_same_body(key, place, gazetteer) for key, place in pairs):
            return Clue("organization", _MORE, f"{name}: belongs to {body}")
    if not one.places:
        return Clue("organization", 0.0, f"{name}: the roster gives no organization")
    if any(in_order(body, place) for body in bodies for place in one.places):
        return Clue("organization", 0.0, f"{name}: {bodies[0]} may be short for it")
    return Clue("organization", _AGAINST, f"{name}: not of {bodies[0]}")


def _is_body(place: str, one: Listed, gazetteer: Gazetteer) -> bool:
    """Tell whether words beside a name are a body's name: not 当社."""
    if place in one.places or gazetteer.organization(place):
        return True
    ending = gazetteer.ending(place)
    known = ending is not None and ending.body and place not in gazetteer.common
    return known and not _OURS.match(place)


def _same_body(body: str, place: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *body* is *place*, above or below it, or has it at its end.

    大臣官房 alone is the person's own; 環境省大臣官房 is another's.
    """
    if body.startswith(place) or place.startswith(body) or place.endswith(body):
        return True
    ending = gazetteer.ending(place)
    whole = ending is not None and ending.kind is not Kind.UNIT
    return whole and body.endswith(place)
