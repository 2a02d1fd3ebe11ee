"""Read the speakers of a case: the labels, and whom they mean."""

from itertools import product

from kg.evaluate.accept import Record, answers, items, may_be_missing
from kg.evaluate.attendee import names_of
from kg.evaluate.score import Wanted, choice, fact, wanted


def read_speakers(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the labels of statements, whom they mean, and how they name them."""
    rows = record["speakers"]
    return {
        "speaker_labels": tuple(_label(row) for row in rows),
        "speakers": tuple(_with(row, *_meanings(row, record)) for row in rows),
        "attribution": tuple(
            _with(row, *answers(row, "attribution"))
            for row in rows
            if row["attribution"] != "withheld"
        ),
    }


def meaning(row: Record) -> str:
    """Return whom a label or a mention means, else who it could mean, or nobody."""
    name = row.get("person") or row.get("entity")
    return str(name) if name else choice(row.get("candidates") or ())


def _label(row: Record) -> Wanted:
    """Return the label in all right forms."""
    forms = (fact(label) for label in answers(row, "label"))
    return wanted(*forms, optional=may_be_missing(row, "label"))


def _with(row: Record, *words: str) -> Wanted:
    """Return the label with each of *words*."""
    labels = answers(row, "label")
    forms = (fact(label, word) for label in labels for word in words)
    return wanted(*forms, optional=may_be_missing(row, "label"))


def _meanings(row: Record, record: Record) -> list[str]:
    """Return all right answers to who speaks, by every right name."""
    people = record.get("people", ())
    named = {person["name"]: names_of(person) for person in people}
    sure = [person for person in answers(row, "person") if person]
    meant = [name for person in sure for name in named.get(person, [person])]
    fits = [named.get(one, [one]) for one in row.get("candidates") or ()]
    choices = [choice(names) for names in product(*fits)]
    if None in items(row.get("person_accept")):
        return [*meant, choice(()), *choices]
    return meant if row["person"] else [*meant, *choices]
