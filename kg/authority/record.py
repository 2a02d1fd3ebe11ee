"""Hold one entry of a register, as far as linking asks for it."""

from collections.abc import Callable
from dataclasses import dataclass

Wanted = Callable[[str], bool]
"""Tells whether something of ours may go by a name; asked for every entry."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry of a register: its IRI, and the names that it goes by.

    *names* are official or preferred, *others* are aliases, variants, names of old.
    *doubts* say why no entry like this is certain (closed, its name is an image), in
    words for the reader; *note* is said beside, and is no doubt. *since*: the first
    day (ISO 8601) on which the entry can have borne the name. *ties* are IRIs of
    the same thing in other registers. *number* is a law's 法令番号.
    """

    id: str
    label: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    note: str = ""
    since: str = ""
    ties: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The last thing that a reader yields: what part of a register the file was.

    *rows* were read; *prefectures* are codes (01 to 47), of 法人番号 only; *laws* are
    ids of e-Gov, *total* says how many laws there are where the file is one page.
    """

    rows: int
    prefectures: frozenset[str] = frozenset()
    laws: frozenset[str] = frozenset()
    total: int = 0
