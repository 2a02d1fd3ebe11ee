"""Invent a corpus of minutes and the truth about it, from a shape and a seed."""

from random import Random

from tests.corpora.councils import found_councils, seat_members
from tests.corpora.meetings import Sessions
from tests.corpora.officials import desks, staff
from tests.corpora.people import Population
from tests.corpora.shape import Shape
from tests.corpora.truth import truth
from tests.corpora.values import Corpus
from tests.corpora.write import write


def generate(shape: Shape, seed: int) -> Corpus:
    """Return the corpus that *shape* and *seed* give: the same bytes each time.

    Each part draws from a stream of its own, so that a change to one leaves what
    the others draw as it was.
    """
    population = Population(_stream(seed, "people"), shape)
    places = desks(_stream(seed, "desks"))
    rosters = staff(population, places)
    councils = found_councils(_stream(seed, "councils"), shape, places)
    seat_members(population, councils)
    sessions = Sessions(_stream(seed, "meetings"), population, rosters)
    meetings = [one for council in councils for one in sessions.of(council)]
    texts = _stream(seed, "texts")
    documents = {one.document: write(one, texts) for one in meetings}
    return Corpus(documents, truth(population.people, councils, meetings))


def _stream(seed: int, part: str) -> Random:
    """Return the source of chance of one part."""
    return Random(f"{seed}/{part}")
