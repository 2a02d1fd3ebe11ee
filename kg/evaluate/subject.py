"""Compare the themes of a record with the subjects that a librarian gave it."""

from collections.abc import Iterator, Sequence

from kg.evaluate.accept import Record
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Score, fact
from kg.graph import Store

FIRST = 8
"""Themes that a reader looks at."""

FIELDS = ("subjects", "subjects_about")


def read_subjects(record: Record) -> tuple[str, ...]:
    """Return the subjects in *record* (subjects.json), as they are compared."""
    return tuple(fact(word)[0] for word in record["subjects"])


def score_subjects(store: Store, subjects: Sequence[str]) -> tuple[Score, ...]:
    """Return how the themes of *store* compare with a librarian's *subjects*.

    A theme meets a subject where its name, or that of a broader one, equals or
    contains it, or is contained in it. Of the first eight themes no one is wrong:
    they only leave out (subjects); those that the record is said to be about are
    right or wrong (subjects_about).
    """
    themes = list(_themes(store))
    first = [names for names, _ in themes[:FIRST]]
    met = [one for one in subjects if any(_meets(names, one) for names in first)]
    about = [names for names, is_about in themes if is_about]
    wrong = [
        names[0] for names in about if not any(_meets(names, one) for one in subjects)
    ]
    missing = tuple((one,) for one in subjects if one not in met)
    return (
        Score("subjects", len(met), (), missing),
        Score("subjects_about", len(about) - len(wrong), tuple((x,) for x in wrong)),
    )


def _themes(store: Store) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the themes of a record: own name and broader ones, and if it is about it.

    What it is about comes first, of that what weighs most; a theme of two meetings
    in one file comes once.
    """
    broader: dict[str, list[str]] = {}
    rows = rows_of(store, "subjects")
    for row in rows:
        broader.setdefault(row["theme"], []).append(fact(row["above"])[0])
    seen: set[str] = set()
    for row in rows:
        if row["theme"] not in seen:
            seen.add(row["theme"])
            own = fact(row["name"])[0]
            others = sorted({*broader[row["theme"]]} - {own})
            yield (own, *others), row["salience"] == "about"


def _meets(names: Sequence[str], subject: str) -> bool:
    """Tell whether a theme of these *names* is, or holds, or lies in a *subject*."""
    return any(name in subject or subject in name for name in names)
