"""Say what speaks for or against a candidate, one small function each."""

from kg.entity.designation import Designation
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.model import Clue, Role

_SAME, _MORE, _AGAINST, _DOUBT = 1.0, 2.0, -3.0, -0.5

_SEATED = frozenset(
    {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.EXPERT, Role.OBSERVER}
)
"""Those who are called 委員 or 構成員 in the room, whatever else they are."""


def surname_clue(words: Designation, one: Listed, _: Gazetteer) -> Clue | None:
    """Return what the surname says: without it there is no candidate."""
    if words.surname not in {one.surname, *one.starts} - {""}:
        return None
    return Clue("surname", _SAME, f"{one.person.label}: the surname is {words.surname}")


def given_clue(words: Designation, one: Listed, _: Gazetteer) -> Clue | None:
    """Return what a given name, or its first character in brackets, says."""
    printed = words.given or words.initial
    if not printed:
        return None
    name = one.person.label
    fits = one.given == words.given if words.given else one.given.startswith(printed)
    if fits:
        return Clue("given name", _MORE, f"{name}: the given name fits {printed}")
    return Clue("given name", _AGAINST, f"{name}: the given name is not {printed}")


def post_clue(words: Designation, one: Listed, gazetteer: Gazetteer) -> Clue | None:
    """Return what a post beside the name says; one that differs speaks against.

    A post is held in whole or by its end: 課長 is 照明政策課長. The word for a role
    in the meeting (委員) is no post.
    """
    printed = [word for word in words.posts if not gazetteer.role(word)]
    if not printed:
        return None
    post, name = printed[0], one.person.label
    if any(held == post or held.endswith(post) for held in one.posts):
        return Clue("post", _MORE, f"{name}: holds the post {post}")
    if not one.posts:
        return Clue("post", 0.0, f"{name}: the roster gives no post")
    return Clue("post", _AGAINST, f"{name}: holds no post {post}")


def role_clue(words: Designation, one: Listed, gazetteer: Gazetteer) -> Clue | None:
    """Return what a word for a role in the meeting says, doubt at worst.

    A chair may be elected during the meeting, and 委員 is said of every member.
    """
    printed = next((word for word in words.posts if gazetteer.role(word)), None)
    role = gazetteer.role(printed) if printed else None
    if role is None or printed is None:
        return None
    name = one.person.label
    held = gazetteer.fold(one.role_word) == printed or printed in one.posts
    if held or one.role is role.role:
        return Clue("role", _MORE, f"{name}: sits there as {printed}")
    if role.role is Role.MEMBER and one.role in _SEATED:
        return Clue("role", _SAME, f"{name}: may be called {printed}")
    return Clue("role", _DOUBT, f"{name}: the roster does not say {printed}")


def place_clue(words: Designation, one: Listed, gazetteer: Gazetteer) -> Clue | None:
    """Return what a body beside the name says: 京都大学の北川理事."""
    bodies = [
        place
        for place in words.places
        if gazetteer.organization(place)
        or gazetteer.ending(place)
        or place in one.places
    ]
    if not bodies:
        return None
    name = one.person.label
    for body in bodies:
        known = gazetteer.organization(body)
        names = {body, gazetteer.fold(known.name) if known else body}
        if any(place in names or body.startswith(place) for place in one.places):
            return Clue("organization", _MORE, f"{name}: belongs to {body}")
    if not one.places:
        return Clue("organization", 0.0, f"{name}: the roster gives no organization")
    return Clue("organization", _AGAINST, f"{name}: not of {bodies[0]}")
