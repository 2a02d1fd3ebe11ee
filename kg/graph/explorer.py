"""Tabulate a whole graph for the explorer's page."""

from kg.graph.explorer_entities import entity_table, list_entities
from kg.graph.explorer_index import Index
from kg.graph.explorer_kinds import kind_tables
from kg.graph.explorer_said import said_tables
from kg.graph.explorer_seats import seat_tables
from kg.graph.explorer_sheet import Sheet, Table
from kg.graph.explorer_told import list_register, told_tables
from kg.graph.passage import cut_lines
from kg.graph.store import Store
from kg.model.explorer import Columns, Explorer

_ABOUT = {
    "title": "dcterms:title",
    "name": "schema:name",
    "url": "schema:url",
    "publisher": "dcterms:publisher",
    "date": "dcterms:date",
    "licence": "dcterms:rights",
    "sha256": "schema:sha256",
}
"""What is told of a document, beside its text."""


def project_explorer(store: Store) -> Explorer:
    """Return all that *store* holds as tables; equal stores give equal tables."""
    index = Index(store.union())
    documents = index.of_kind("gjr:SourceText")
    texts = {iri: index.one(iri, "schema:text") for iri in documents}
    sheet = Sheet(index, {iri: cut_lines(text) for iri, text in texts.items()})
    sheet.enter("register", list_register(index))
    kinds = list_entities(index)
    tables = {
        "entities": entity_table(sheet, kinds),
        **kind_tables(sheet, kinds),
        **seat_tables(sheet),
        **said_tables(sheet),
        **told_tables(sheet),
    }
    shared = {
        "documents": _documents(sheet, texts),
        "codes": sheet.code_table(),
        "spans": sheet.span_table(),
    }
    return Explorer(
        tables={**shared, **tables},
        texts=tuple(texts.values()),
        triples=store.count_stated(),
        numbers=sheet.rows["entities"],
    )


def _documents(sheet: Sheet, texts: dict[str, str]) -> Columns:
    """Return where the *texts* came from."""
    table, index = Table(f"iri id {' '.join(_ABOUT)} length"), sheet.index
    for iri, text in texts.items():
        about = {name: index.one(iri, where) for name, where in _ABOUT.items()}
        number = index.one(iri, "dcterms:identifier")
        table.add(iri=iri, id=number, length=len(text), **about)
    return table.columns
