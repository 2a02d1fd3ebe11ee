"""Ask the store the queries that exports are made of."""

from collections.abc import Iterable
from importlib.resources import files

from kg.graph import Store, bind, iri


def ask(store: Store, name: str, **values: Iterable[str]) -> tuple[dict[str, str], ...]:
    """Return the rows of the query *name* for the IRIs in *values*."""
    terms = {key: [iri(value) for value in found] for key, found in values.items()}
    return store.rows(bind(read(f"queries/{name}"), terms))


def read(path: str) -> str:
    """Return the text of the query at *path*, without its ending."""
    return (files("kg.export") / f"{path}.rq").read_text(encoding="utf-8")
