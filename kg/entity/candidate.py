"""Say which people words could mean, with the clues about each."""

from collections.abc import Iterable

from kg.entity.clue import (
    given_clue,
    place_clue,
    post_clue,
    role_clue,
    surname_clue,
)
from kg.entity.designation import Designation
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.model import Candidate


def find_candidates(
    words: Designation, people: Iterable[Listed], gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """Return those who bear the surname, the best supported first.

    Those against whom more speaks are left out where somebody fits.
    """
    found: list[Candidate] = []
    for one in people:
        surname = surname_clue(words, one, gazetteer)
        if surname is None:
            continue
        more = (
            clue(words, one, gazetteer)
            for clue in (given_clue, post_clue, role_clue, place_clue)
        )
        clues = (surname, *(clue for clue in more if clue))
        found.append(Candidate(one.person.id, clues))
    fits = [one for one in found if score(one) > 0] or found
    return tuple(sorted(fits, key=lambda one: (-score(one), one.entity)))


def score(candidate: Candidate) -> float:
    """Return how much speaks for a candidate, all in all."""
    return sum(clue.score for clue in candidate.clues)
