"""Compare what statements do, and what was settled, with what a reader finds."""

from collections.abc import Iterable, Iterator

from kg.evaluate.accept import Record, items
from kg.evaluate.post import Row
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Found, Wanted, fact, found, wanted
from kg.graph import Store

WORDS = ("matter", "condition", "vote", "entrusted")
"""What a decision may say in words of the record."""

FIELDS = ("kinds", "pairs", "decisions", "decision_words")


def read_discourse(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return what *record* (discourse.json) wants of kinds, pairs and decisions.

    A kind that may be null is right to be missing. A decision is known by its
    status and any of its statements; its words are scored apart.
    """
    return {
        "kinds": tuple(_kinds(record["kinds"])),
        "pairs": (
            *(_pair(pair) for pair in record["pairs"]),
            *(_pair(pair, optional=True) for pair in record.get("pairs_accept", ())),
        ),
        "decisions": (
            *(_decision(one) for one in record["decisions"]),
            *(
                _decision(one, optional=True)
                for one in record.get("decisions_accept", ())
            ),
        ),
        "decision_words": tuple(_words(record["decisions"])),
    }


def judged(record: Record) -> frozenset[tuple[str, ...]]:
    """Return what was looked at: statements for kinds, words of decisions.

    What a decision decides on is looked at where the reader wrote it.
    """
    words = {
        (one["statement"], word)
        for one in record["decisions"]
        for word in WORDS
        if word != "matter" or _given(one, word)
    }
    return frozenset({*((name,) for name in record["kinds"]), *words})


def find_discourse(store: Store) -> dict[str, list[Found]]:
    """Return the kinds, pairs and decisions of *store*."""
    decisions: dict[str, list[Row]] = {}
    for row in rows_of(store, "decisions"):
        decisions.setdefault(row["decision"], []).append(row)
    kinds = rows_of(store, "kinds")
    return {
        "kinds": [found(fact(_name(r), _code(r["kind"]))) for r in kinds],
        "pairs": [
            found(fact(r.get("text") or _name(r, "asked_"), _name(r)))
            for r in rows_of(store, "exchanges")
        ],
        "decisions": [
            found(*(fact(_code(r["status"]), _name(r)) for r in rows))
            for rows in decisions.values()
        ],
        "decision_words": [
            found(*(fact(_name(r), word, r[word]) for r in rows))
            for rows in decisions.values()
            for word in WORDS
            if word in rows[0]
        ],
    }


def only_judged(
    facts: Iterable[Found], looked_at: frozenset[tuple[str, ...]], length: int
) -> tuple[Found, ...]:
    """Return those of *facts* whose first *length* words were looked at."""
    return tuple(
        one for one in facts if any(form[:length] in looked_at for form in one.forms)
    )


def _kinds(kinds: Record) -> Iterator[Wanted]:
    """Yield the kind of each statement; null alone wants none."""
    for name, value in kinds.items():
        forms = [fact(name, kind) for kind in items(value) if kind]
        if forms:
            yield wanted(*forms, optional=isinstance(value, list) and None in value)


def _pair(pair: object, *, optional: bool = False) -> Wanted:
    """Return a question and its answer."""
    if isinstance(pair, dict):
        return wanted(fact(pair["question"]["text"], pair["answer"]), optional=optional)
    asked, answer = items(pair)
    return wanted(fact(asked, answer), optional=optional)


def _decision(one: Record, *, optional: bool = False) -> Wanted:
    """Return a decision by its status and its statement."""
    return wanted(fact(one["status"], one["statement"]), optional=optional)


def _words(decisions: Iterable[Record]) -> Iterator[Wanted]:
    """Yield the words of each decision in every form that is right.

    Words that are only accepted may be missing.
    """
    for one in decisions:
        for word in WORDS:
            forms = [_text(one[word])] if word in one else []
            forms += items(one.get(f"{word}_accept"))
            if forms:
                facts = (fact(one["statement"], word, form) for form in forms)
                yield wanted(*facts, optional=word not in one)


def _given(one: Record, word: str) -> bool:
    """Tell whether a decision says anything of *word*."""
    return word in one or f"{word}_accept" in one


def _text(value: object) -> str:
    """Return words, written alone or with their place."""
    return str(value["text"] if isinstance(value, dict) else value)


def _name(row: Row, which: str = "") -> str:
    """Return the name of a statement: 2-10, - where there is none."""
    if f"{which}position" not in row:
        return "-"
    return f"{row.get(f'{which}item', '0')}-{int(row[f'{which}position']):02d}"


def _code(iri: str) -> str:
    """Return the last word of a code: answer, approved."""
    return iri.rpartition("-")[2]
