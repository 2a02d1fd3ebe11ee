"""Read the right answers of a case: the value, and what its ..._accept adds."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.evaluate.score import Fact, Wanted, fact, wanted

Record = Mapping[str, Any]
"""JSON as it was written by hand: the border where its types are not known."""


def items(value: object) -> list[Any]:
    """Return one value, several, or none as a list.

    >>> items("議長"), items(None), items([1, 2])
    (['議長'], [], [1, 2])
    """
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def answers(record: Record, name: str) -> list[Any]:
    """Return all right answers for *name*; null is none of them.

    >>> answers({"role": "座長", "role_accept": ["委員", None]}, "role")
    ['座長', '委員']
    """
    values = [*items(record.get(name)), *items(record.get(f"{name}_accept"))]
    return [value for value in values if value is not None]


def may_be_missing(record: Record, name: str) -> bool:
    """Tell whether it is right as well to find nothing for *name*.

    >>> may_be_missing({"role": "委員", "role_accept": [None]}, "role")
    True
    """
    accepted = items(record.get(f"{name}_accept"))
    return (
        None in accepted
        or not items(record.get(name))
        or bool(record.get(f"{name}_optional") or record.get("optional"))
    )


def answer(record: Record, name: str) -> Wanted:
    """Return the fact of *name* in all right forms."""
    forms: Iterable[Fact] = (fact(value) for value in answers(record, name))
    return wanted(*forms, optional=may_be_missing(record, name))


def titled(row: object) -> Record:
    """Return a title of the agenda, written alone or with its other forms."""
    return row if isinstance(row, Mapping) else {"title": row}
