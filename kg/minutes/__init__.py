"""Parse a document into minutes: the second arrow of the line."""

from kg.minutes.parse import parse_minutes

__all__ = ["parse_minutes"]
