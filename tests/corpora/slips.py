"""Print names as minutes do: in new forms, with slips of OCR, by surname alone."""

import datetime as dt
from random import Random

from tests.corpora.names import new_form, old_form
from tests.corpora.organizations import read
from tests.corpora.shape import Shape
from tests.corpora.values import Council, Person

_TWINS = {
    one: other
    for pair in read("names.toml")["confused"].split()
    for one, other in (pair, pair[::-1])
}


def slip(rng: Random, name: str) -> str:
    """Return *name* with one character confused, or as it is where none can be.

    >>> slip(Random(0), "健一郎") in {"建一郎", "健ー郎", "健一朗"}
    True
    """
    places = [at for at, character in enumerate(name) if character in _TWINS]
    if not places:
        return name
    at = rng.choice(places)
    return name[:at] + _TWINS[name[at]] + name[at + 1 :]


def print_name(
    rng: Random, shape: Shape, person: Person, place: tuple[Council, dt.date, bool]
) -> tuple[str, str, str, tuple[str, ...]]:
    """Return surname, given name, 旧姓 and marks of *person* as printed.

    *place* is the council, the day, and whether the document folds old forms. The
    marks name what makes the name hard: variant, slip, married.
    """
    council, day, folds = place
    family, given, marks = person.surname(day), person.given, []
    former = ""
    if day >= person.surnames[-1][0] and len(person.surnames) > 1:
        marks.append("married")
        former = person.surnames[0][1] if person.prints_former else ""
    if (folds or council.folds) and family == old_form(family) != new_form(family):
        family = new_form(family)
        marks.append("folded")
    if rng.random() < shape.slips:
        wrong = slip(rng, family + given)
        if wrong != family + given:
            family, given = wrong[: len(family)], wrong[len(family) :]
            marks.append("slip")
    return family, given, former, tuple(marks)
