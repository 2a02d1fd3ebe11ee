"""Write the graph as tables for a spreadsheet."""

from kg.ask import write_csv
from kg.export.lookup import read
from kg.graph import Store

TABLES = (
    "people",
    "attendances",
    "organizations",
    "memberships",
    "agenda",
    "handouts",
    "statements",
)


def export_csv(store: Store) -> dict[str, str]:
    """Return the text of each table by its file name.

    A cell that a spreadsheet would run as a formula gets a leading '.
    """
    tables: dict[str, str] = {}
    for name in TABLES:
        result = store.query(read(f"tables/{name}"))
        rows = [[None if t is None else t.text for t in row] for row in result.rows]
        tables[f"{name}.csv"] = write_csv(result.columns, rows)
    return tables
