"""Hold what only the order of many meetings shows: gaps, tenures, changes."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class GapKind(StrEnum):
    """What is wrong in the numbers of a council's meetings (欠番)."""

    MISSING = "missing"  # no record has the number
    DOUBLED = "doubled"  # two meetings have it
    ORDER = "order"  # the higher number has the earlier day


@dataclass(frozen=True, slots=True)
class SeriesGap:
    """A gap in the meetings of *council*, an id.

    *numbers* are those that lack, or that two meetings bear. *meetings* are the
    paths of those around it, or of those that are doubled or against the order.
    """

    id: str
    council: str
    kind: GapKind
    numbers: tuple[int, ...]
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post between the first and the last day on which records show it.

    "At least": no record between them shows the person without the *post*, an id;
    neither its beginning nor its end is known. *meetings* are the paths of those
    that show it.
    """

    id: str
    person: str
    post: str
    first: dt.date
    last: dt.date
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PostChange:
    """What a person bore at one meeting of a council and no more at the next seen.

    *before* and *after* are ids of posts; the change lies between the meetings
    *since* and *until*, on no known day. *seat* tells a seat on the council
    (委員 → 座長) from the posts outside.
    """

    id: str
    person: str
    council: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    since: str
    until: str
    seat: bool


@dataclass(frozen=True, slots=True)
class History:
    """All that the order of a corpus shows, each in order of ids.

    *successions* are pairs of meetings of one council, one right after the other
    among those that were read.
    """

    successions: tuple[tuple[str, str], ...] = ()
    gaps: tuple[SeriesGap, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    changes: tuple[PostChange, ...] = ()
