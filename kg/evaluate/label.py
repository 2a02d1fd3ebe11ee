"""Read the speakers of a case: the labels, and whom they mean."""

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
    bearers = {person["name"]: person for person in record.get("people", ())}
    people = [meaning(row), *answers(row, "person")]
    if None in items(row.get("person_accept")):
        people += [choice(()), choice(row.get("candidates") or ())]
    return [
        name
        for person in people
        for name in (names_of(bearers[person]) if person in bearers else [person])
    ]
