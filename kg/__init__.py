"""Read the minutes of Japanese government councils into a graph of evidence.

>>> import kg
>>> graph = kg.open("out")  # doctest: +SKIP
>>> graph.ask("who-came-from", 組織="京都大学").to_pandas()  # doctest: +SKIP
"""

# `import kg` costs nothing: not even typing is imported, and what `open` needs only
# when it is called for. Checkers of types know this name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from kg.api import Dataset
    from kg.api import open_dataset as open  # noqa: A004 - kg.open is what it is for

__all__ = ["Dataset", "open"]

_HOMES = {"Dataset": "Dataset", "open": "open_dataset"}


def __getattr__(name: str) -> object:
    """Return what of the Python interface is called *name*, importing it then."""
    if name not in _HOMES:
        message = f"module 'kg' has no attribute {name!r}"
        raise AttributeError(message)
    from kg import api  # noqa: PLC0415 - or `import kg` would not be free

    return getattr(api, _HOMES[name])


def __dir__() -> list[str]:
    """Return the names for completion in an interpreter."""
    return sorted({*globals(), *__all__})
