"""Look up rows and evidence in an opened store."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.resources import files

from kg.api.evidence import Evidence
from kg.graph import Documents, Lines, Store, bind, iri, passages

Row = Mapping[str, str]


class Source:
    """The store that things are read from, and the language of messages."""

    def __init__(self, store: Store, language: str) -> None:
        """Keep *store* and *language* (ja or en)."""
        self.store = store
        self.language = language

    def rows(self, name: str, **values: Iterable[str]) -> tuple[dict[str, str], ...]:
        """Return the rows of the query *name* for the IRIs in *values*."""
        query = (files("kg.api") / "queries" / f"{name}.rq").read_text(encoding="utf-8")
        terms = {key: [iri(one) for one in found] for key, found in values.items()}
        return self.store.rows(bind(query, terms))

    def evidence(self, *things: str) -> Evidence:
        """Return the passages that *things* rest on."""
        return self.passages(row["span"] for row in self.rows("evidence", thing=things))

    def passages(self, spans: Iterable[str]) -> Evidence:
        """Return the passages of the IRIs of *spans*."""
        return Evidence(passages(spans, self.lines), self._titles)

    @cached_property
    def lines(self) -> Mapping[str, Lines]:
        """The lines of every document."""
        return Documents(self.store)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        """What every document is called."""
        return {row["document"]: row["title"] for row in self.rows("titles")}
