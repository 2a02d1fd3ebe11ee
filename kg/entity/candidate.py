"""Say which people words could mean, with the clues about each."""

from collections.abc import Sequence

from kg.entity.clue import given_clue, place_clue, surname_clue
from kg.entity.designation import Designation
from kg.entity.listed import Listed
from kg.entity.title import holds, is_barred, title_clues
from kg.gazetteer import Gazetteer
from kg.model import Candidate

_MOST = 64
"""Candidates that a doubt may have; more of one surname tell nothing."""


def find_candidates(
    words: Designation, people: Sequence[Listed], gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """Return those who bear the surname, the best supported first.

    Those against whom more speaks are left out where somebody fits.
    """
    found: list[Candidate] = []
    for one in people:
        surname = surname_clue(words, one, gazetteer)
        if surname is None or _is_another(words, one):
            continue
        if is_barred(words, one, people, gazetteer):
            continue
        given, place = (
            given_clue(words, one, gazetteer),
            place_clue(words, one, gazetteer),
        )
        clues = (surname, given, *title_clues(words, one, people, gazetteer), place)
        found.append(Candidate(one.person.id, tuple(filter(None, clues))))
    fits = [one for one in found if score(one) > 0] or found
    return tuple(sorted(fits, key=lambda one: (-score(one), one.entity))[:_MOST])


def _is_another(words: Designation, one: Listed) -> bool:
    """Tell whether the words go on with another name: 西土佐委員 is no 西.

    What is read so is no name where it is just the person's own post or unit.
    """
    if words.initial and not one.given.startswith(words.initial):
        return bool(one.given)
    if not words.strange or words.strange in one.starts:
        return False
    unit = words.unit and any(place.endswith(words.unit) for place in one.places)
    return not (unit or holds(one, words.strange))


def score(candidate: Candidate) -> float:
    """Return how much speaks for a candidate, all in all."""
    return sum(clue.score for clue in candidate.clues)
