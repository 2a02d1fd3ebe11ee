"""Know where documents came from: the lines of sources.tsv."""

import csv
from pathlib import Path

from kg.errors import ResourceError
from kg.model import Source

_COLUMNS = ("file", "sha256", "title", "publisher", "url", "retrieved", "licence")


def read_sources(path: Path) -> dict[str, Source]:
    """Return the sources listed at *path*, by sha256; empty cells stay empty.

    Raises ResourceError where a column is missing.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        missing = set(_COLUMNS) - set(rows.fieldnames or ())
        if missing:
            message = f"{path.name}: column {min(missing)!r} is missing"
            raise ResourceError(message)
        return {row["sha256"]: _source(row) for row in rows}


def _source(row: dict[str, str]) -> Source:
    """Return one line of the table as a source."""
    return Source(
        name=row["file"],
        sha256=row["sha256"],
        media_type="",
        encoding="",
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        retrieved=row["retrieved"],
        licence=row["licence"],
    )
