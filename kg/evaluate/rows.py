"""Ask the store one of the questions of the evaluation."""

from importlib.resources import files

from kg.evaluate.post import Row
from kg.graph import Store


def rows_of(store: Store, name: str) -> tuple[Row, ...]:
    """Return the rows of the query *name*."""
    file = files("kg.evaluate") / "queries" / f"{name}.rq"
    return store.rows(file.read_text(encoding="utf-8"))
