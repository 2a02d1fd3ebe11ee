"""Score the words that stand for what is named elsewhere: 当省, 同社, 次回."""

import re

from kg.evaluate.accept import Record
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Found, Wanted, fact, found, wanted
from kg.graph import Store

# 座長 and 事務局 are nominal too, and not annotated
_STANDS_FOR = re.compile(r"(?:[当本同弊]|この).+|[前次]回")


def wanted_anaphors(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return what the words stand for; of those that stay open nothing is wanted."""
    return {
        "anaphors": tuple(
            wanted(fact(row["start"], row["text"], row["means"]))
            for row in record["anaphors"]
            if row["means"] is not None
        )
    }


def read_anaphors(store: Store) -> dict[str, list[Found]]:
    """Return the words of *store* that stand for a body or a meeting, by each name."""
    names: dict[str, set[str]] = {}
    for row in rows_of(store, "names"):
        names.setdefault(row["thing"], set()).add(row["name"])
    facts = []
    for row in rows_of(store, "anaphors"):
        if not _STANDS_FOR.fullmatch(row["words"]):
            continue
        start = row["span"].partition("#char=")[2].partition(",")[0]
        meant = {row["order"]} if "order" in row else names.get(row["body"], {""})
        facts.append(found(*(fact(start, row["words"], name) for name in meant)))
    return {"anaphors": facts}
