"""Open the graph that a command is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import DocumentMissingError

if TYPE_CHECKING:
    from kg.graph import Store

Data = Annotated[
    Path,
    typer.Option(
        "--data", "-d", help="A folder that kg build wrote, or a .nq or .ttl file."
    ),
]
OUT = Path("out")


class NothingBuiltError(DocumentMissingError):
    """There is no graph where a command looks for one."""

    def __str__(self) -> str:
        """Say how to make one."""
        return (
            f"{self.path}: no graph there; make one with `kg build FILE -o {OUT}` or "
            "`kg try`, or say where it is with --data"
        )


def open_data(*paths: Path, labels: bool = True) -> "Store":
    """Return the store of the folders or files at *paths*.

    With *labels* the codes and themes of the ontology are there too, for their
    names. Raises NothingBuiltError where nothing was built yet.
    """
    from kg.graph import open_store

    with naming_nothing_built():
        return open_store(*paths, vocabulary=None if labels else ())


@contextmanager
def naming_nothing_built() -> Iterator[None]:
    """Tell a missing graph in the block as NothingBuiltError."""
    try:
        yield
    except DocumentMissingError as error:
        raise NothingBuiltError(error.path) from None
