"""Hold all things of a kind, and find one by its name."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

from kg.api.markup import block, tag
from kg.api.markup import table as markup_table
from kg.api.table import Table
from kg.api.thing import Person, Thing, short

T = TypeVar("T", bound=Thing)
_SHOWN = 30
_NAME = {"ja": "名称", "en": "name"}
_MORE = {"ja": "全 {count} 件", "en": "{count} in all"}


class Listing(Sequence[T], Generic[T]):
    """Things of one kind in order of their names; a notebook shows a table."""

    def __init__(self, things: Sequence[T], language: str = "ja") -> None:
        """Keep *things*."""
        self._things = tuple(things)
        self._language = language

    @property
    def table(self) -> Table:
        """Names and IRIs, for pandas and CSV."""
        rows = [(thing.name, thing.iri) for thing in self._things]
        return Table((_NAME[self._language], "iri"), rows, language=self._language)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Listing[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Listing[T]":
        """Return one thing, or some of them."""
        if isinstance(place, slice):
            return Listing(self._things[place], self._language)
        return self._things[place]

    def __iter__(self) -> Iterator[T]:
        """Go through the things."""
        return iter(self._things)

    def __len__(self) -> int:
        """Count the things."""
        return len(self._things)

    def __repr__(self) -> str:
        """Return the first things and how many there are."""
        lines = [repr(thing) for thing in self._things[:_SHOWN]]
        return "\n".join([*lines, self._count])

    def _repr_html_(self) -> str:
        """Return the first things for a notebook."""
        rows = [(thing.name, short(thing.iri)) for thing in self._things[:_SHOWN]]
        shown = markup_table((_NAME[self._language], "iri"), rows)
        return block(shown, tag("p", self._count))

    @property
    def _count(self) -> str:
        """How many things there are."""
        return _MORE[self._language].format(count=len(self._things))


def describe(thing: Thing) -> str:
    """Return the name of *thing* with what tells it from its namesakes."""
    bodies = []
    if isinstance(thing, Person):
        posts = sorted(thing.posts, key=lambda post: post.seat)
        bodies = [" ".join(filter(None, (p.organization, p.role))) for p in posts]
    return f"{thing.name}（{'、'.join([*bodies[:2], short(thing.iri)])}）"
