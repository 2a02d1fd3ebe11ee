"""Compare dates, undertakings and references with those that a reader finds."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.evaluate.accept import Record, items
from kg.evaluate.post import Row
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Found, Wanted, fact, found, wanted
from kg.graph import Store
from kg.model import Interval

_KINDS = {
    "Law": "law",
    "PolicyDocument": "policy",
    "Programme": "programme",
    "Occasion": "event",
}


def read_undertaken(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return what *record* (undertakings.json) wants.

    A date is known by its place, an undertaking by the place of the words that say
    when, a reference by its place; null is a value like any other.
    """
    return {
        "dates": tuple(
            _each(row, (row["start"],), ("value", "qualifier"))
            for row in record["dates"]
        ),
        "undertakings": tuple(
            _each(row, (row["start"], row["kind"]), ("bound",))
            for row in record["undertakings"]
        ),
        "references": tuple(
            _each(row, (row["start"], row["kind"]), ()) for row in record["references"]
        ),
    }


def _each(row: Record, known: tuple[object, ...], names: tuple[str, ...]) -> Wanted:
    """Return one row with all right answers for *names*."""
    forms: list[tuple[object, ...]] = [known]
    for name in names:
        values = [row[name], *items(row.get(f"{name}_accept"))]
        forms = [(*form, _word(value)) for form in forms for value in values]
    facts = (fact(*form) for form in forms)
    return wanted(*facts, optional=bool(row.get("optional")))


def find_undertaken(store: Store) -> dict[str, list[Found]]:
    """Return the dates, undertakings and references of *store*."""
    return {
        "dates": [_date(rows) for rows in _by(rows_of(store, "moments"), "moment")],
        "undertakings": [
            _undertaking(rows)
            for rows in _by(rows_of(store, "undertakings"), "undertaking")
        ],
        "references": [
            found(fact(_start(row), _KINDS[row["kind"].rpartition("#")[2]]))
            for row in rows_of(store, "references")
        ],
    }


def _by(rows: Iterable[Row], name: str) -> Iterator[list[Row]]:
    """Yield the rows of each thing called *name*."""
    for _, group in groupby(rows, key=lambda row: row[name]):
        yield list(group)


def _date(rows: list[Row]) -> Found:
    """Return one date by where it begins: the words of its qualifier follow it."""
    row = rows[0]
    value = None
    if "first" in row:
        value = Interval.from_days(row["first"], row["last"]).value
    qualifier = row["qualifier"].rpartition("-")[2] if "qualifier" in row else None
    return found(fact(min(map(_start, rows)), _word(value), _word(qualifier)))


def _undertaking(rows: list[Row]) -> Found:
    """Return one undertaking by any of the words it rests on, the time's too."""
    row = rows[0]
    bound = row.get("words") or ("speaker" if "agent" in row else None)
    kind = row["kind"].rpartition("-")[2]
    return found(*(fact(_start(one), kind, _word(bound)) for one in rows))


def _start(row: Row) -> int:
    """Return where the words of *row* begin."""
    return int(row["start"])


def _word(value: object) -> str:
    """Return *value* as it is compared; - is null."""
    return "-" if value is None else str(value)
