"""Count the faults that no reader forgives, beside the fields in which they are."""

from collections.abc import Iterable

from kg.evaluate.expected import Expected
from kg.evaluate.mention import wrong_people
from kg.evaluate.roster import HEAD
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Fact, Score, fact
from kg.graph import Store

FAULTS = ("wrong_attributions", "fabrications", "invented_fields")
"""What is counted, 0 being best."""


def count_faults(
    store: Store,
    expected: Expected,
    scores: Iterable[Score],
    hits: tuple[Fact, ...],
) -> tuple[Score, ...]:
    """Return the faults of one document: all of them are wrong, none is missing.

    A wrong attribution gives somebody words or a mention that are not his, a
    fabrication is a name that is not in the text, a forbidden fact (*hits*) or an
    invented principal, and an invented field is one that the record does not print.
    """
    by_field = {score.field: score for score in scores}
    attributed = [
        one
        for one in _wrong(by_field, "speakers")
        if not one[-1].startswith(("-", "?"))
    ]
    attributed += [one[2:] for one in wrong_people(store, expected)]
    invented = [
        (name, *one)
        for name in HEAD
        if expected.wanted.get(f"meeting_{name}") == ()
        for one in _wrong(by_field, f"meeting_{name}")
    ]
    return (
        Score(FAULTS[0], 0, tuple(attributed)),
        Score(FAULTS[1], 0, (*_fabricated(store, expected, by_field), *hits)),
        Score(FAULTS[2], 0, tuple(invented)),
    )


def _fabricated(
    store: Store, expected: Expected, by_field: dict[str, Score]
) -> tuple[Fact, ...]:
    """Return people who are not in the text, and principals that nobody named.

    In a document that is no record nobody can attend.
    """
    (text,) = fact("".join(row["text"] for row in rows_of(store, "text")))
    people = _wrong(by_field, "people")
    unknown = [one for one in people if expected.refused or one[0] not in text]
    return (*unknown, *_wrong(by_field, "principal"))


def _wrong(by_field: dict[str, Score], field: str) -> tuple[Fact, ...]:
    """Return what is wrong in *field*, if it is scored."""
    return by_field[field].wrong if field in by_field else ()
