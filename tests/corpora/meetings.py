"""Let councils meet: who is there, how the document prints them, which number slips."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from tests.corpora.councils import TERM
from tests.corpora.people import Population
from tests.corpora.slips import print_name
from tests.corpora.values import Council, Meeting, Person, Row

Roster = list[tuple[dt.date, Person]]
_ORDER = ("chair", "deputy", "member")
_OBSERVED = 0.6
_OFFICE = 0.9
_SAME_DEPUTY = 0.5


@dataclass(slots=True)
class Sessions:
    """What the meetings of a corpus are drawn from; *rosters* tell who held a desk."""

    rng: Random
    population: Population
    rosters: list[Roster]
    deputies: dict[str, Person] = field(default_factory=dict)

    def of(self, council: Council) -> Iterator[Meeting]:
        """Yield the meetings of *council* in their order."""
        shape, number, last = self.population.shape, 0, council.days[0]
        for order, day in enumerate(council.days):
            chance = self.rng.random()
            if order and chance < shape.numbers_missing:
                number += 1
            twice = order and 0 <= chance - shape.numbers_missing < shape.numbers_twice
            number += 0 if twice else 1
            printed = day
            if order and self.rng.random() < shape.dates_wrong:
                printed = last - dt.timedelta(self.rng.randrange(20, 200))
            last = day
            rows = tuple(self._rows(council, day))
            layout = self._layout(council, rows, begins=_begins(council, order))
            yield Meeting(
                document=f"{council.id}-{order + 1:03}.{_suffix(council)}",
                council=council,
                order=order + 1,
                number=number,
                day=day,
                printed_day=printed,
                layout=layout,
                rows=as_printed(rows, layout, council),
            )

    def _layout(self, council: Council, rows: tuple[Row, ...], *, begins: bool) -> str:
        """Return how this meeting prints its roster: by surname alone, at times.

        Not so where two bear one full name: no document could tell them apart. A
        council that prints surnames introduces its members as a term *begins*.
        """
        names = Counter((row.family, row.given) for row in rows)
        chance = self.rng.random()
        if council.layout == "surnames" and begins:
            return "names" if chance < self.population.shape.introduced else "surnames"
        if council.inline or council.layout == "table" or max(names.values()) > 1:
            return council.layout
        rare = self.population.shape.surname_meetings
        return "surnames" if chance < rare else council.layout

    def _rows(self, council: Council, day: dt.date) -> Iterator[Row]:
        """Yield the rows of one meeting: members, observers, secretariat."""
        folds = self.rng.random() < self.population.shape.variants_folded
        place = (council, day, folds)
        spells = [one for one in council.spells if one.since <= day <= one.until]
        spells.sort(key=lambda one: (_ORDER.index(one.role), one.seat))
        seen = set()
        for spell in spells:
            if spell.person.id not in seen:
                seen.add(spell.person.id)
                word = council.role_words[_ORDER.index(spell.role)]
                row = self._row(spell.person, (spell.role, word, "members"), place)
                yield from self._attend(row, place)
        for group, desks in (
            ("observers", council.observers),
            ("office", council.desks),
        ):
            for desk in desks:
                person = self._holder(desk, day)
                likely = _OBSERVED if group == "observers" else _OFFICE
                if person.id not in seen and self.rng.random() < likely:
                    seen.add(person.id)
                    row = self._row(person, (group, "", group), place)
                    yield from self._attend(row, place)

    def _holder(self, desk: int, day: dt.date) -> Person:
        """Return who holds *desk* on *day*."""
        return [person for since, person in self.rosters[desk] if since <= day][-1]

    def _row(self, person: Person, what: tuple[str, str, str], place) -> Row:
        """Return the row of *person*, with the name as printed."""
        role, word, group = what
        council, day, _ = place
        shape = self.population.shape
        family, given, former, marks = print_name(self.rng, shape, person, place)
        job = person.job(day)
        online = (
            council.marks_online
            and day >= shape.online_since
            and self.rng.random() < shape.online
        )
        return Row(
            person, role, word, group, family, given, job.path(day),
            job.employer.form, job.post, online=online, former=former, marks=marks,
        )  # fmt: skip

    def _attend(self, row: Row, place) -> Iterator[Row]:
        """Yield *row* as present, as absent, or with a proxy; nothing if not listed."""
        shape, council = self.population.shape, place[0]
        if row.role == "chair":
            yield row
            return
        if self.rng.random() < shape.proxies and not council.inline:
            yield from self._send(row, place)
        elif row.group == "members" and self.rng.random() < shape.absent:
            if council.lists_absent:
                yield replace(row, status="absent", online=False)
        else:
            yield row

    def _send(self, row: Row, place) -> Iterator[Row]:
        """Yield the row of who comes for the person of *row*, named with it or not."""
        known = self.deputies.get(row.person.id)
        day = place[1]
        if known is None or self.rng.random() > _SAME_DEPUTY:
            known = self.population.deputy(row.person, day)
            self.deputies[row.person.id] = known
        named = self.rng.random() < self.population.shape.proxies_with_principal
        word = row.role_word if row.role in _ORDER else ""
        role = "member" if row.role in _ORDER else row.role
        came = self._row(
            known, (role, word and place[0].role_words[2], row.group), place
        )
        principal = replace(row, status="absent", online=False) if named else None
        yield replace(came, proxy=True, principal=principal)


def _begins(council: Council, order: int) -> bool:
    """Tell whether the meeting at place *order* is the first of a term."""
    terms = [(day - council.days[0]) // TERM for day in council.days]
    return order == 0 or terms[order] > terms[order - 1]


def as_printed(rows: tuple[Row, ...], layout: str, council: Council) -> tuple[Row, ...]:
    """Return *rows* with what *layout* leaves out left out: given names, 旧姓, posts.

    Who shares a surname is printed in full there, as readers need it.
    """
    if layout not in {"surnames", "names"}:
        return rows
    families = Counter(row.family for row in rows)
    found = []
    for row in rows:
        plain = replace(row, former="", online=False, principal=None)
        if row.group == "members":
            plain = replace(plain, path=(), form="", post="")
        named = council.names_officials and row.group != "members"
        if layout == "surnames" and families[row.family] == 1 and not named:
            plain = replace(plain, given="", marks=(*row.marks, "surname"))
        found.append(plain)
    return tuple(found)


def _suffix(council: Council) -> str:
    """Return how the names of the files of *council* end."""
    return "md" if council.layout == "table" else "txt"
