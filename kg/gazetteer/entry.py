"""Hold single entries of the gazetteer, and where they stand in a text."""

from dataclasses import dataclass

from kg.model import Kind, Role


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A word for a role; *title* stands beside a name, *heading* over a list."""

    word: str
    role: Role
    title: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role word stands in a text."""

    word: RoleWord
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post at the end of a text: `text[start:]`; units are `text[:unit_end]`.

    *start* < *unit_end* where they share characters; between *unit_end* and
    *start* stands at most 付. *reading* is COO where C00 is printed.
    """

    text: str
    reading: str
    start: int
    unit_end: int
    attached: bool = False

    @property
    def inferred(self) -> bool:
        """Tell whether the reading differs from what is printed."""
        return self.reading != self.text


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form `text[start:end]` beside the name `text[name_start:name_end]`.

    *form* is the full word, *word* what is printed: (一社).
    """

    form: str
    word: str
    start: int
    end: int
    name_start: int
    name_end: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A word in which names of organizations end.

    *body*: a compound of running text that ends so is a name; *place*: 県 市 町 村.
    """

    word: str
    kind: Kind
    body: bool
    place: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known organization; *ministry* tells an organ of the state."""

    name: str
    aliases: tuple[str, ...]
    kind: Kind
    ministry: bool
