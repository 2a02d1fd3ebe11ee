"""Hold what differs between two meetings of a council, or between two builds."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.network import Passage
from kg.model.span import Basis


class ChangeKind(StrEnum):
    """What became different from one meeting, or one build, to the next."""

    JOINED = "joined"
    LEFT = "left"
    """Listed before and not now; minutes do not say that anybody resigned."""
    POSSIBLY_SAME = "possibly-same"
    """Two people of one name: neither has joined or left as far as is known."""
    ROLE_CHANGED = "role-changed"
    RETITLED = "retitled"
    BECAME_PROXY = "became-proxy"
    NO_LONGER_PROXY = "no-longer-proxy"
    REPRESENTED = "represented"
    NO_LONGER_REPRESENTED = "no-longer-represented"
    ABSENT_NOW = "absent-now"
    PRESENT_NOW = "present-now"
    ONLINE_NOW = "online-now"
    IN_PERSON_NOW = "in-person-now"
    THEME_NEW = "theme-new"
    THEME_GONE = "theme-gone"
    HANDOUT_OPENED = "handout-opened"
    HANDOUT_CLOSED = "handout-closed"
    AGENDA_NEW = "agenda-new"

    DOCUMENT_ADDED = "document-added"
    DOCUMENT_REMOVED = "document-removed"
    DOCUMENT_REPLACED = "document-replaced"
    """Another text under the same file name."""
    DOCUMENT_CHANGED = "document-changed"
    MERGED = "merged"
    SPLIT = "split"
    GAINED = "gained"
    LOST = "lost"
    ALTERED = "altered"


class Sort(StrEnum):
    """What a change is about; each has a colour on the page."""

    IN = "in"
    OUT = "out"
    DOUBT = "doubt"
    POST = "post"
    ATTENDANCE = "attendance"
    THEME = "theme"
    PAPER = "paper"


SORTS = {
    ChangeKind.JOINED: Sort.IN,
    ChangeKind.LEFT: Sort.OUT,
    ChangeKind.POSSIBLY_SAME: Sort.DOUBT,
    ChangeKind.ROLE_CHANGED: Sort.POST,
    ChangeKind.RETITLED: Sort.POST,
    ChangeKind.BECAME_PROXY: Sort.ATTENDANCE,
    ChangeKind.NO_LONGER_PROXY: Sort.ATTENDANCE,
    ChangeKind.REPRESENTED: Sort.ATTENDANCE,
    ChangeKind.NO_LONGER_REPRESENTED: Sort.ATTENDANCE,
    ChangeKind.ABSENT_NOW: Sort.ATTENDANCE,
    ChangeKind.PRESENT_NOW: Sort.ATTENDANCE,
    ChangeKind.ONLINE_NOW: Sort.ATTENDANCE,
    ChangeKind.IN_PERSON_NOW: Sort.ATTENDANCE,
    ChangeKind.THEME_NEW: Sort.THEME,
    ChangeKind.THEME_GONE: Sort.THEME,
    ChangeKind.HANDOUT_OPENED: Sort.PAPER,
    ChangeKind.HANDOUT_CLOSED: Sort.PAPER,
    ChangeKind.AGENDA_NEW: Sort.PAPER,
    ChangeKind.DOCUMENT_ADDED: Sort.IN,
    ChangeKind.DOCUMENT_REMOVED: Sort.OUT,
    ChangeKind.DOCUMENT_REPLACED: Sort.PAPER,
    ChangeKind.DOCUMENT_CHANGED: Sort.PAPER,
    ChangeKind.MERGED: Sort.ATTENDANCE,
    ChangeKind.SPLIT: Sort.ATTENDANCE,
    ChangeKind.GAINED: Sort.IN,
    ChangeKind.LOST: Sort.OUT,
    ChangeKind.ALTERED: Sort.POST,
}
"""The sort of each kind of change."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says: *value* in words of the record, and how that is known.

    A side that is not *stated* says nothing of the matter; its *spans* are where it
    was looked for in vain: the headings of the roster.
    """

    value: str = ""
    stated: bool = True
    basis: Basis | None = None
    spans: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: *subject* (an IRI), its *name*, both sides.

    *english* is the name in English where there is one; *other* is the IRI on the
    second side where that differs, *other_name* what it is called: the other of two
    who are possibly the same, the person into whom one was merged. Of a build,
    *group* is the class of the thing, *document* what the telling document is called.
    """

    kind: ChangeKind
    subject: str
    name: str
    before: Side
    after: Side
    english: str = ""
    other: str = ""
    other_name: str = ""
    group: str = ""
    document: str = ""

    @property
    def sort(self) -> Sort:
        """Return what the change is about."""
        return SORTS[self.kind]


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two that are compared: a meeting by its IRI, or a build by its path.

    *day* is None where none is printed; a build has neither number nor day.
    """

    id: str
    name: str
    council: str | None = None
    number: int | None = None
    day: str | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things of one class, and how many triples, a build gained and lost."""

    document: str
    group: str
    gained: int
    lost: int
    altered: int
    triples_gained: int
    triples_lost: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs from *before* to *after*, in one order.

    *notes* name what could not be compared, by key: no-roster-before. *tallies* are
    of builds only.
    """

    before: Compared
    after: Compared
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
