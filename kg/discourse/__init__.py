"""Read what the statements of a record do, and what was settled by them."""

from kg.discourse.discourse import read_discourse

__all__ = ["read_discourse"]
