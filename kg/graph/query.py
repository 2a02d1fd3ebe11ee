"""Read the queries that this package ships."""

from importlib.resources import files


def read_query(name: str) -> str:
    """Return the text of the query called *name* in `projections`."""
    file = files("kg.graph") / "projections" / f"{name}.rq"
    return file.read_text(encoding="utf-8")
