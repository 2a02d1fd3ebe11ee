"""Speak to the terminal: answers on standard output, the rest on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

_STEPS = {"read": "読み込み・抽出", "render": "書き出し"}
_EVERY = 100
"""Documents between two lines of progress where there is no terminal."""


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


class Steps:
    """Shows how far a build is: on a terminal always, else a line now and then."""

    def __init__(self) -> None:
        """Begin with nothing to show."""
        self._console: Console | None = None
        self._status: Status | None = None
        self._began: dict[str, float] = {}

    def __enter__(self) -> Self:
        """Show that the work has begun: the model takes seconds to load."""
        if sys.stderr.isatty():
            from rich.console import Console

            self._console = Console(stderr=True)
            self._status = self._console.status(_STEPS["read"])
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take away what was shown."""
        if self._status is not None:
            self._status.stop()

    def tell(self, step: str, done: int, total: int) -> None:
        """Show that of *total* documents *done* are through *step*."""
        began = self._began.setdefault(step, monotonic())
        line = _progress(step, done, total, monotonic() - began)
        if self._status is not None:
            self._status.update(line)
        elif done % _EVERY == 0:
            warn(line)


def _progress(step: str, done: int, total: int, seconds: float) -> str:
    """Return how far a step is, how fast it goes, and how long it will take.

    The first document is not counted in the rate: the model loads before it.

    >>> _progress("read", 101, 301, 50.0)
    '読み込み・抽出 101/301 · 2.0 件/秒 · 残り 1分40秒'
    """
    words = f"{_STEPS.get(step, step)} {done}/{total}"
    if done < 2 or seconds <= 0:  # noqa: PLR2004 - one is no rate
        return words
    rate = (done - 1) / seconds
    minutes, rest = divmod(round((total - done) / rate), 60)
    left = f"{minutes}分{rest:02}秒" if minutes else f"{rest}秒"
    return f"{words} · {rate:.1f} 件/秒 · 残り {left}"
