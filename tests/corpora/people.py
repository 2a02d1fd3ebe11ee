"""Invent people with the lives that rosters show: posts, moves, marriages, twins."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from tests.corpora.names import Pool, old_form, pool
from tests.corpora.organizations import START, organizations, read, words
from tests.corpora.shape import Shape
from tests.corpora.values import Job, Organization, Person

# What one becomes after another; the last stays.
LADDERS = {
    "universities": ("准教授", "教授", "特任教授", "名誉教授"),
    "institutes": ("主任研究員", "部長", "理事"),
    "companies": ("部長", "執行役員", "常務執行役員", "代表取締役"),
    "associations": ("事務局長", "理事", "専務理事", "会長"),
    "municipalities": ("課長", "部長", "副市長"),
}
_SHARES = {
    "universities": 50,
    "institutes": 10,
    "companies": 18,
    "associations": 14,
    "municipalities": 8,
}
# In whose post the unit is named: 環境推進部長, but 株式会社弓削製紙 代表取締役.
_WITH_UNIT = {"准教授", "教授", "特任教授", "部長", "課長", "主任研究員"}
_LARGE = 4
_WOMEN = 0.45


@dataclass(slots=True)
class Population:
    """All people of a corpus so far, in the order in which they were invented."""

    rng: Random
    shape: Shape
    people: list[Person] = field(default_factory=list)
    names: Pool = field(init=False)
    tables: dict = field(init=False)

    def __post_init__(self):
        self.names = pool(self.shape.names)
        self.tables = read("organizations.toml")

    def member(self, day: dt.date, twin: Person | None = None) -> Person:
        """Return who sits from *day* on, with the full name of *twin* if given."""
        women = self.rng.random() < _WOMEN
        kind = self.rng.choices(tuple(_SHARES), tuple(_SHARES.values()))[0]
        person = self._new(female=women)
        jobs = self.career(kind)
        if twin is None and self.rng.random() < self.shape.homonyms:
            twin = self._somebody()
        jobs = self._near(twin) if twin else jobs
        person.jobs = jobs
        if twin:
            self._bear(person, twin)
        elif women and self.rng.random() < self.shape.marriages:
            self._marry(person, day)
        return person

    def official(self) -> Person:
        """Return somebody new for a ministry, with no post yet."""
        return self._new(female=self.rng.random() < _WOMEN / 2)

    def deputy(self, person: Person, day: dt.date) -> Person:
        """Return somebody new from where *person* works, to come as a proxy."""
        new = self._new(female=self.rng.random() < _WOMEN)
        job = person.job(day)
        post = "係長" if job.employer.kind == "bureaus" else "課長"
        units = job.units[:1] if job.employer.kind != "universities" else ()
        post = "講師" if job.employer.kind == "universities" else post
        new.jobs = [Job(START, job.employer, units, post)]
        return new

    def _new(self, *, female: bool) -> Person:
        """Return somebody new with a name and no job."""
        surname, given = self._name(female=female)
        if old_form(surname) != surname and self.rng.random() < self.shape.variants:
            surname = old_form(surname)
        number = len(self.people) + 1
        person = Person(f"p{number:05}", [(START, surname)], given, [])
        self.people.append(person)
        return person

    def _name(self, *, female: bool) -> tuple[str, str]:
        """Return a surname and a given name that no known politician bears."""
        while True:
            surname = self.names.surname(self.rng)
            given = self.names.given(self.rng, female=female)
            if surname + given not in self.names.taken:
                return surname, given

    def _somebody(self) -> Person | None:
        """Return somebody who lives, married to nobody, to share a name with."""
        single = [one for one in self.people if len(one.surnames) == 1 and one.jobs]
        return self.rng.choice(single) if single else None

    def _near(self, twin: Person) -> list[Job]:
        """Return a career for who bears the name of *twin*, at times at one university.

        There only the faculties differ, and they never meet in one.
        """
        large = organizations()["universities"][:_LARGE]
        if self.rng.random() < self.shape.homonyms_near and (
            twin.jobs[0].employer in large
        ):
            taken = {unit for job in twin.jobs for unit in job.units}
            return self._at(twin.jobs[0].employer, "universities", taken)
        away = {job.employer for job in twin.jobs}
        while True:
            kind = self.rng.choices(tuple(_SHARES), tuple(_SHARES.values()))[0]
            jobs = self.career(kind)
            if not away & {job.employer for job in jobs}:
                return jobs

    def _bear(self, person: Person, twin: Person) -> None:
        """Give *person* the name of *twin*."""
        person.surnames = list(twin.surnames[:1])
        person.given = twin.given
        person.twin = twin.id

    def _marry(self, person: Person, day: dt.date) -> None:
        """Let *person*, who sits from *day* on, change the surname some time after."""
        day += dt.timedelta(self.rng.randrange(100, 1400))
        while (surname := self.names.surname(self.rng)) == person.surnames[0][1]:
            pass
        person.surnames.append((day, surname))
        person.prints_former = self.rng.random() < self.shape.former_printed

    def career(self, kind: str) -> list[Job]:
        """Return the jobs of a life among organizations of one *kind*."""
        choices = organizations()[kind]
        weights = [6 if at < _LARGE else 1 for at in range(len(choices))]
        if kind != "universities":
            weights = [1] * len(choices)
        return self._at(self.rng.choices(choices, weights)[0], kind)

    def _at(self, employer: Organization, kind: str, taken=frozenset()) -> list[Job]:
        """Return a career that begins with *employer*, in no unit that is *taken*."""
        ladder = LADDERS[kind]
        rank = self.rng.randrange(len(ladder) - 1)
        jobs = [Job(START, employer, self._units(kind, ladder[rank], taken), "")]
        jobs = [Job(START, employer, jobs[0].units, ladder[rank])]
        for year in range(self.shape.years + 1):
            day = dt.date(self.shape.since.year + year, 4, 1)
            last = jobs[-1]
            up = rank + 1 < len(ladder) and self.rng.random() < self.shape.promotions
            away = not taken and self.rng.random() < self.shape.moves
            rank += up
            if away:
                employer = self.rng.choice(organizations()[kind])
            if up or away:
                units = self._units(kind, ladder[rank], taken, "" if away else last)
                jobs.append(Job(day, employer, units, ladder[rank]))
        return jobs

    def _units(self, kind: str, post: str, taken=frozenset(), last="") -> tuple:
        """Return the unit of a post, the one of the *last* job where there is one."""
        if post not in _WITH_UNIT:
            return ()
        if last and last.units:
            return last.units
        key = "faculties" if kind == "universities" else "units"
        found = self.tables[kind][key]
        choices = found.split() if isinstance(found, str) else found
        unit = self.rng.choice([one for one in choices if one not in taken])
        if post == "課長":
            return (unit, self.rng.choice(words(self.tables, "divisions")))
        return (unit,)
