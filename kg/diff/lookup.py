"""Ask the store the queries that comparisons are made of."""

from collections.abc import Iterable, Mapping
from importlib.resources import files

from kg.graph import Lines, Store, bind, iri, passages
from kg.model import Basis, Side

Row = Mapping[str, str]
_BASIS = "/code/basis-"


def ask(store: Store, name: str, **values: Iterable[str]) -> tuple[dict[str, str], ...]:
    """Return the rows of the query *name* for the IRIs in *values*."""
    terms = {key: [iri(value) for value in found] for key, found in values.items()}
    file = files("kg.diff") / "queries" / f"{name}.rq"
    return store.rows(bind(file.read_text(encoding="utf-8"), terms))


def gather(rows: Iterable[Row], key: str, value: str) -> dict[str, tuple[str, ...]]:
    """Return the *value* of *rows* by their *key*, each once and in order."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        if value in row:
            found.setdefault(row[key], {})[row[value]] = None
    return {name: tuple(values) for name, values in found.items()}


def basis_of(code: str | None) -> Basis | None:
    """Return the basis that a *code* of the ontology names."""
    return Basis(code.rpartition(_BASIS)[2]) if code else None


def make_side(
    spans: Iterable[str],
    documents: Mapping[str, Lines],
    value: str = "",
    *,
    stated: bool = True,
    basis: Basis | None = None,
) -> Side:
    """Return a side with the lines that its *spans* stand in."""
    found = tuple(dict.fromkeys(spans))
    return Side(value, stated, basis, found, passages(found, documents))
