"""Tell how much of a register the user's files have."""

from collections.abc import Iterable, Iterator

from kg.authority.record import Scope
from kg.model import Authority

PREFECTURES = frozenset(f"{code:02}" for code in range(1, 48))
LAWS = 5_000
"""Fewer laws than this are a part of e-Gov's list, which has some nine thousand: the
changes of a day, one field of law, the answer to a search."""


def find_lacking(scopes: Iterable[Scope]) -> dict[Authority, str]:
    """Return what of each register is in none of the files of *scopes*, in words."""
    return dict(_lacking(tuple(scopes)))


def _lacking(scopes: tuple[Scope, ...]) -> Iterator[tuple[Authority, str]]:
    """Yield what is lacking of the registers that are whole or nothing."""
    found = frozenset[str]().union(*(one.prefectures for one in scopes))
    missing = len(PREFECTURES - found)
    if missing:
        yield (
            Authority.CORPORATION,
            f"{missing} of 47 prefectures are in no file: it may have namesakes there",
        )
    laws = len(frozenset[str]().union(*(one.laws for one in scopes)))
    total = max((LAWS, *(one.total for one in scopes)))
    if laws < total:
        yield (
            Authority.LAW,
            f"{laws} laws of at least {total} are in the files: it may have namesakes",
        )
