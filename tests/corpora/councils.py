"""Invent councils: their words, their days of meeting, and who sat when."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from tests.corpora.names import new_form
from tests.corpora.officials import Desk
from tests.corpora.organizations import read
from tests.corpora.people import Population
from tests.corpora.shape import Shape
from tests.corpora.values import Council, Person, Spell

INLINE = ("surnames", "names")
TERM = dt.timedelta(days=730)
_TERMS = 5  # 10 years, as the cabinet decided for councils
_WEEKEND = 5
_PLAIN_HEADS = ("numbered", "colons", "squares", "corners")
_CHIEF_SITS = 0.4
_DEPUTY = 0.8
_FOLDS = 0.15
_MARKS_ONLINE = 0.8


def found_councils(
    rng: Random, shape: Shape, places: tuple[Desk, ...]
) -> list[Council]:
    """Return the councils of a corpus, with their days and officials, seats empty."""
    tables = read("councils.toml")
    subjects = rng.sample(tables["subjects"].split(), shape.councils)
    inline = round(shape.councils * shape.inline_councils)
    councils = []
    for number, subject in enumerate(subjects):
        layout = _pick_layout(shape, number, inline)
        name, words = _name(rng, tables, subject, nested=layout in INLINE)
        council = Council(
            id=f"c{number + 1:02}",
            name=name,
            host="",
            role_words=words,
            layout=layout,
            head=_pick_head(rng, shape, layout),
            lists_absent=rng.random() < shape.absent_listed,
            marks_online=rng.random() < _MARKS_ONLINE,
            folds=rng.random() < _FOLDS,
            names_officials=rng.random() < shape.officials_named,
            days=list(_days(rng, shape)),
        )
        _seat_officials(rng, shape, council, places)
        councils.append(council)
    return councils


def _pick_layout(shape: Shape, number: int, inline: int) -> str:
    """Return the layout of a council: the first are inline, then all in turn."""
    if number < inline:
        return INLINE[number % len(INLINE)]
    return shape.layouts[(number - inline) % len(shape.layouts)]


def _pick_head(rng: Random, shape: Shape, layout: str) -> str:
    """Return the way of heading a document; a table needs Markdown around it."""
    if layout == "table":
        return "markdown"
    if layout in INLINE:
        return "inline"
    return rng.choice([head for head in shape.heads if head in _PLAIN_HEADS])


def _name(rng: Random, tables, subject: str, *, nested: bool):
    """Return the name of a council and the words of its roles."""
    if nested:
        above = rng.choice(tables["nested"])
        kind, *words = tables["nested_kind"]
        return "　".join([*above, subject + kind]), tuple(words)
    kinds = tables["kinds"]
    kind, *words, _ = rng.choices(kinds, [one[-1] for one in kinds])[0]
    return subject + kind, tuple(words)


def _days(rng: Random, shape: Shape) -> Iterator[dt.date]:
    """Yield the days of the meetings, none on a weekend, over all years."""
    step = 365 * shape.years / shape.meetings
    start = shape.since + dt.timedelta(rng.randrange(60))
    for number in range(shape.meetings):
        shift = rng.uniform(-0.3, 0.3) if number else 0.0
        day = start + dt.timedelta(round((number + shift) * step))
        yield day - dt.timedelta(max(0, day.weekday() - _WEEKEND + 1))


def _seat_officials(
    rng: Random, shape: Shape, council: Council, places: tuple[Desk, ...]
) -> None:
    """Give *council* its desks: those of one bureau, and observers from elsewhere."""
    chiefs = [at for at, desk in enumerate(places) if not desk.units]
    chief = rng.choice(chiefs)
    bureau = places[chief].bureau
    council.host = bureau.parent
    division = chief + rng.choice([1, 4])  # two divisions of three desks
    desks = [division, division + 2, division + 1][: rng.randint(*shape.officials)]
    council.desks = [*([chief] if rng.random() < _CHIEF_SITS else []), *desks]
    others = [
        at
        for at, desk in enumerate(places)
        if desk.units and desk.bureau.parent != council.host and desk.rank
    ]
    council.observers = sorted(rng.sample(others, rng.randint(*shape.observers)))


def seat_members(population: Population, councils: list[Council]) -> None:
    """Fill the seats of all *councils*, term by term in the order of the days."""
    rng, shape = population.rng, population.shape
    terms = []
    for council in councils:
        day = council.days[0]
        while day <= council.days[-1]:
            terms.append((day, council.id, council))
            day += TERM
    seats = {one.id: rng.randint(*shape.seats) for one in councils}
    for day, _, council in sorted(terms, key=lambda term: term[:2]):
        _begin_term(population, councils, council, (day, seats[council.id]))


def _begin_term(population, councils, council, term) -> None:
    """Let a term begin: who stays, who leaves, who comes, who is in the chair."""
    rng, shape = population.rng, population.shape
    day, seats = term
    sitting = {one.seat: one for one in council.spells if one.until >= day}
    staying = {
        seat: one
        for seat, one in sitting.items()
        if rng.random() < shape.reappointed and _terms(council, one.person) < _TERMS
    }
    chair = next((s for s, one in staying.items() if one.role == "chair"), None)
    if chair is not None and rng.random() < shape.chair_changes:
        chair = None
    for one in sitting.values():
        one.until = day - dt.timedelta(1)
    holders = {seat: one.person for seat, one in staying.items()}
    for seat in range(seats):
        if seat not in holders:
            taken = [*holders.values(), *(one.person for one in sitting.values())]
            holders[seat] = _newcomer(population, councils, council, (day, taken))
    known = sorted(staying) or sorted(holders)
    chair = rng.choice(known) if chair is None else chair
    others = [seat for seat in sorted(holders) if seat != chair]
    deputy = rng.choice(others) if rng.random() < _DEPUTY else None
    roles = {chair: "chair", deputy: "deputy"}
    for seat, person in sorted(holders.items()):
        role = roles.get(seat, "member")
        spell = Spell(person, role, seat, day)
        if role == "member" and rng.random() < shape.resigned:
            spell.until = day + dt.timedelta(rng.randrange(200, 700))
        council.spells.append(spell)


def _terms(council: Council, person: Person) -> int:
    """Return how many terms *person* sat on *council*."""
    return sum(one.person is person for one in council.spells)


def _newcomer(population, councils, council, seat) -> Person:
    """Return who takes a seat: a former member, somebody of another council, or new."""
    rng, shape = population.rng, population.shape
    day, taken = seat
    names = {_folded(one, day) for one in taken}
    former = [
        one.person
        for one in council.spells
        if one.until < day - dt.timedelta(30) and _folded(one.person, day) not in names
    ]
    if former and rng.random() < shape.returns:
        return rng.choice(former)
    elsewhere = [
        one.person
        for other in councils
        if other is not council
        for one in other.spells
        if one.since <= day <= one.until and _folded(one.person, day) not in names
    ]
    if elsewhere and rng.random() < shape.shared:
        return rng.choice(elsewhere)
    near = shape.homonyms * shape.homonyms_near
    if taken and not council.inline and rng.random() < near:
        single = [one for one in taken if len(one.surnames) == 1]
        if single:
            return population.member(day, rng.choice(single))
    while True:
        person = population.member(day)
        if _folded(person, day) not in names or not council.inline:
            return person


def _folded(person: Person, day: dt.date) -> str:
    """Return the full name in new forms: two of one name sit nowhere unintended."""
    return new_form(person.name(day))
