"""Hold what rosters list: people with posts, and their value on every axis."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.model import Basis

Fold = Callable[[str], str]
"""Brings the forms of a name together: 髙橋 花子 is 高橋花子."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as a row prints it: an organization, *within* which, and the word."""

    organization: str = ""
    name: str = ""
    written: str = ""
    within: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """Return organization and post for a reader."""
        return " ".join(word for word in (self.name, self.written) if word)


@dataclass(frozen=True, slots=True)
class Axis:
    """A value on one axis, how it is known, and by which spans."""

    value: str = ""
    basis: Basis | None = None
    spans: tuple[str, ...] = ()


UNKNOWN = Axis()


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody whom a roster lists, or a body: all rows of one agent together.

    An axis on which the rows differ is unknown, as is one that no row tells.
    *spans* are those of the rows; *principals* are IRIs.
    """

    id: str
    name: str
    label: str
    family: str
    given: str
    posts: tuple[Post, ...] = ()
    role: Axis = UNKNOWN
    role_word: str = ""
    status: Axis = UNKNOWN
    mode: Axis = UNKNOWN
    proxy: Axis = UNKNOWN
    principals: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is listed at one meeting, by IRI, and whom proxies stood for.

    *represented* has each principal, on the spans of the rows of those who stood
    for him, whose IRIs *proxies* has; *headings* are spans of what heads the rows.
    """

    people: Mapping[str, Listed]
    represented: Mapping[str, Listed]
    proxies: Mapping[str, tuple[str, ...]]
    headings: tuple[str, ...]
