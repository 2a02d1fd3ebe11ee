"""Read the parts of the pages of this package."""

from importlib.resources import files


def read_asset(name: str) -> str:
    """Return the text of one of the parts of the pages here."""
    return (files("kg.serve") / "assets" / name).read_text(encoding="utf-8")
