"""Say whom 橘委員 means where a deputy chair and a member have that surname."""

from collections.abc import Sequence

from kg.entity.decision import Decision
from kg.entity.designation import Designation
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue, Role


def tell_from_deputy(
    found: Decision,
    words: Designation,
    people: Sequence[Listed],
    text: str,
    gazetteer: Gazetteer,
) -> Decision:
    """Return *found*, or what the record says where one of two is the deputy.

    A deputy is a 委員 too. Where the record, *text*, calls him by his own word
    (橘副座長), 橘委員 is the other; where it does not, it may be either.
    """
    member = any(
        (role := gazetteer.role(word)) and role.role is Role.MEMBER
        for word in words.posts
    )
    if not member or words.given or words.initial or not words.surname:
        return found
    same = [one for one in people if one.surname == words.surname]
    deputies = [one for one in same if one.role is Role.DEPUTY_CHAIR]
    members = [one for one in same if one.role is Role.MEMBER]
    pair = len(same) == len("二人") and len(deputies) == len(members) == 1
    if not pair or found.entity == deputies[0].person.id:
        return found
    own = words.surname + gazetteer.fold(deputies[0].role_word)
    candidates = tuple(_candidate(one, words) for one in (*members, *deputies))
    if own in gazetteer.fold(text):
        chosen = members[0].person.id
        return Decision(chosen, candidates[:1], f"the other is called {own}")
    return Decision(None, candidates, f"{words.text} may be the deputy too")


def _candidate(one: Listed, words: Designation) -> Candidate:
    """Return *one* as a candidate of the surname that *words* print."""
    detail = f"{one.person.label}: the surname is {words.surname}"
    return Candidate(one.person.id, (Clue("surname", 1.0, detail),))
