"""Let officials move between desks each summer, and rise."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from tests.corpora.organizations import START, organizations, read, words
from tests.corpora.people import Population
from tests.corpora.values import Job, Organization, Person

Held = list[tuple[dt.date, Person]]
"""Who held a desk, each from a day on, in order."""

RANKS = ("課長補佐", "室長", "課長", "局長")
_YEARS_TO_RISE = 2
_AWAY_KEPT = 0.7


@dataclass(frozen=True, slots=True)
class Desk:
    """A post of a bureau that somebody always holds; *rank* is a place in RANKS."""

    bureau: Organization
    units: tuple[str, ...]
    rank: int

    @property
    def post(self) -> str:
        """Return the post as it is called: 林野庁 has no 局長."""
        top = self.bureau.names[0].text
        if RANKS[self.rank] == "局長" and top.endswith("庁"):
            return "長官"
        return RANKS[self.rank] if not top.endswith("部") or self.units else "部長"


@dataclass(slots=True)
class _Place:
    """Somebody's desk, none while away, and since when of this rank."""

    person: Person
    desk: int | None
    rank: int
    risen: int


def desks(rng: Random) -> tuple[Desk, ...]:
    """Return the desks of all bureaus: a chief, and two divisions of three."""
    divisions = words(read("organizations.toml"), "divisions")
    found = []
    for bureau in organizations()["bureaus"]:
        found.append(Desk(bureau, (), 3))
        for division in rng.sample(divisions, 2):
            room = division.removesuffix("課") + "戦略室"
            found += [
                Desk(bureau, (division,), 2),
                Desk(bureau, (division, room), 1),
                Desk(bureau, (division,), 0),
            ]
    return tuple(found)


def staff(population: Population, places: tuple[Desk, ...]) -> list[Held]:
    """Return who held each of *places* from which day on, over all years."""
    rng, shape = population.rng, population.shape
    people, held = [], [[] for _ in places]
    for number, desk in enumerate(places):
        people.append(_Place(population.official(), number, desk.rank, 0))
        people[-1].person.jobs.append(_job(desk, START))
        held[number].append((START, people[-1].person))
    for year in range(1, shape.years + 2):
        day = dt.date(shape.since.year + year - 1, 7, rng.randrange(1, 20))
        leaving = [one for one in people if one.desk is not None]
        leaving = [one for one in leaving if rng.random() < shape.rotation]
        empty = [one.desk for one in leaving]
        left = {id(one): one.desk for one in leaving}
        for one in leaving:
            one.desk = None
        rng.shuffle(empty)
        for number in empty:
            one = _fill(population, people, places, (number, day, year, left))
            held[number].append((day, one))
    return held


def _fill(population, people, places, seat) -> Person:
    """Return who comes to an empty desk: of its rank or risen, its ministry mostly."""
    number, day, year, left = seat
    rng, desk = population.rng, places[number]
    away = rng.random() < population.shape.secondments
    fitting = [
        one
        for one in people
        if one.desk is None
        and left.get(id(one)) != number
        and _may(one, desk.rank, year)
        and (_ministry(one) == desk.bureau.parent) != away
    ]
    if fitting and rng.random() < _AWAY_KEPT:
        one = rng.choice(fitting)
    else:
        one = _Place(population.official(), None, desk.rank, year)
        people.append(one)
    if one.rank < desk.rank:
        one.rank, one.risen = desk.rank, year
    one.desk = number
    since = day if one.person.jobs else START
    one.person.jobs.append(_job(desk, since))
    return one.person


def _may(one: _Place, rank: int, year: int) -> bool:
    """Tell whether somebody holds *rank*, or may rise to it this *year*."""
    return one.rank == rank or (
        one.rank == rank - 1 and year - one.risen >= _YEARS_TO_RISE
    )


def _ministry(one: _Place) -> str:
    """Return the ministry of the last job."""
    return one.person.jobs[-1].employer.parent


def _job(desk: Desk, since: dt.date) -> Job:
    """Return the job at *desk* from a day on."""
    return Job(since, desk.bureau, desk.units, desk.post)
