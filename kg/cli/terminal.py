"""Speak to the terminal: answers on standard output, the rest on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


def show(text: str) -> None:
    """Print *text*, which ends its own lines, as an answer."""
    typer.echo(text, nl=not text.endswith("\n"))


def warn(text: str) -> None:
    """Print *text* for the reader, so that it is in no pipe."""
    typer.echo(text, err=True)


@contextmanager
def working(text: str) -> Iterator[None]:
    """Show *text* while the work of the block goes on, on a terminal only.

    The model takes seconds to load; something must be seen before.
    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield
