"""Time `identify` over the rosters of 2,400 invented meetings, and count its slips.

Prints processor time, peak memory, pairwise precision and recall. The rosters hold
namesakes, moves, promotions, surnames alone, slips of the reader and old forms.
"""

import argparse
import datetime as dt
import random
import resource
from collections import Counter
from dataclasses import dataclass, replace
from time import process_time

from kg.gazetteer import load_gazetteer
from kg.identity import identify, plain_lineage
from kg.model import Basis, PersonSighting, PostSighting, Role
from kg.model.identifier import mint
from kg.resources import data_path

_FIRST = "橘里小若根大白紀粟朝五物久鷹西安水早榊雲佐風高八真草葛常音鳴深柏結秋氷神桂瀬"
_SECOND = "山木田川野原島崎沢本井村林森谷尾"
_GIVEN_FIRST = "一律花太敦誠薫冬美健涼智千直由晴陽悠圭香光正奈宗和純玲達史真"
_GIVEN_SECOND = ["子", "郎", "也", "人", "美", "彦", "樹", "香", ""]
_SLIPS = {"木": "本", "本": "木", "大": "太", "田": "由", "未": "末", "千": "干"}
_OLD = {"沢": "澤", "島": "嶋", "崎": "﨑", "真": "眞", "高": "髙"}


@dataclass
class Person:
    """Somebody invented: a name, and the employers and posts over the years."""

    family: str
    given: str
    official: bool
    career: list
    former: str = ""
    married: dt.date = dt.date.max

    def at(self, day):
        """Return employer and post on a day."""
        return [step for step in self.career if step[0] <= day][-1]


def people(chance, count):
    """Return *count* people; one in fifty bears the name of another."""
    found = []
    for _ in range(count):
        family = chance.choice(_FIRST) + chance.choice(_SECOND)
        given = chance.choice(_GIVEN_FIRST) + chance.choice(_GIVEN_SECOND)
        if found and chance.random() < 0.02:
            twin = chance.choice(found)
            family, given = twin.family, twin.given
        official = chance.random() < 0.4
        found.append(Person(family, given, official, career(chance, official)))
    for person in found:
        if chance.random() < 0.02:
            person.married = day_after(chance, dt.date(2009, 1, 1), 4000)
            person.former = person.family
    return found


def day_after(chance, day, reach):
    """Return a day within *reach* days after *day*."""
    return day + dt.timedelta(days=chance.randrange(reach))


def career(chance, official):
    """Return employers and posts from their first days."""
    body = f"架空{chance.choice(_FIRST)}省" if official else university(chance)
    posts = ["課長補佐", "室長", "課長", "審議官", "局長"]
    if not official:
        posts = ["准教授", "教授", "教授"]
    day = dt.date(2005, 1, 1)
    steps = []
    for post in posts[chance.randrange(2) :]:
        unit = f"{chance.choice(_FIRST)}政策局" if official else "工学部"
        steps.append((day, (body, unit), post))
        day = day_after(chance, day, 2500)
        if not official and chance.random() < 0.15:
            body = university(chance)
    return steps


def university(chance):
    """Return an employer."""
    return chance.choice(_FIRST) + chance.choice(_SECOND) + "大学"


def corpus(seed, councils=40, meetings=60):
    """Return sightings, and for each key who it truly is."""
    chance = random.Random(seed)  # noqa: S311 — no secret
    everybody = people(chance, councils * 45)
    members = [one for one in everybody if not one.official]
    officials = [one for one in everybody if one.official]
    sightings, truth = [], {}
    for council in range(councils):
        bare = chance.random() < 0.1
        seats = chance.sample(members, 18)
        staff = chance.sample(officials, 9)
        day = dt.date(2008, 1, 10) + dt.timedelta(days=council)
        for number in range(1, meetings + 1):
            day += dt.timedelta(days=85 + chance.randrange(12))
            if chance.random() < 0.2:
                seats[chance.randrange(18)] = chance.choice(members)
            if chance.random() < 0.4:
                staff[chance.randrange(9)] = chance.choice(officials)
            rows = list({id(one): one for one in (*seats, *staff)}.values())
            surnames = bare and chance.random() < 0.3
            for position, person in enumerate(rows, 1):
                where = (council, number, day, position)
                seen = row(chance, person, where, bare=surnames)
                sightings.append(seen)
                truth[seen.key] = id(person)
    return sightings, truth


def row(chance, person, where, *, bare):
    """Return one row of a roster, perhaps with a slip."""
    council, number, day, position = where
    _, body, post = person.at(day)
    family = person.family
    if day > person.married:
        family = person.former[0] + "宮"
    given = person.given
    if chance.random() < 0.003:
        family = "".join(_SLIPS.get(one, one) for one in family)
    if chance.random() < 0.02:
        family = "".join(_OLD.get(one, one) for one in family)
    meeting = f"meeting/{council}/{number}"
    seen = PersonSighting(
        key=f"{meeting}/{position}",
        person=mint("person", f"{family}{given}\x1f{body[0]}"),
        document=f"document/{council}/{number}",
        meeting=meeting,
        position=position,
        name=f"{family} {given}",
        label=family + given,
        family=family,
        given=given,
        split=Basis.STATED,
        council=f"org/{council}",
        council_name=f"架空審議会{council}",
        number=number,
        date=day,
        role=Role.OFFICIAL if person.official else Role.MEMBER,
        posts=(PostSighting(f"membership/{position}", body, post),),
    )
    if not bare:
        return seen
    return replace(
        seen, name=family, label=family, given=None, surname_only=True, posts=()
    )


def pairs(groups):
    """Return how many pairs there are within groups of such sizes."""
    return sum(size * (size - 1) // 2 for size in groups)


def main():
    """Time one run and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--councils", type=int, default=40)
    chosen = parser.parse_args()
    gazetteer = load_gazetteer(data_path() / "gazetteer")
    sightings, truth = corpus(chosen.seed, chosen.councils)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = process_time()
    found = identify(sightings, (), plain_lineage(gazetteer), gazetteer.fold)
    seconds = process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    both = Counter(
        (one.id, truth[key]) for one in found.people for key in one.sightings
    )
    said = pairs(len(one.sightings) for one in found.people)
    true, right = pairs(Counter(truth.values()).values()), pairs(both.values())
    print(f"{len(sightings)} sightings, {len(set(truth.values()))} people")
    print(f"{seconds:.1f} s of processor time")
    print(f"{after:.0f} MB at the peak, {before:.0f} before")
    print(f"precision {right / said:.5f}, recall {right / true:.4f}")
    left = sum(one.verdict == "unsure" for one in found.decisions)
    print(f"{len(found.people)} found, {left} candidates left open")


if __name__ == "__main__":
    main()
