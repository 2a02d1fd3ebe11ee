"""Say what a corpus is like: its size, its rates, its names and its layouts."""

import datetime as dt
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Shape:
    """The distributions from which a corpus is drawn; rates are shares from 0 to 1.

    *names* is the pool of names. *layouts* and *heads* are keys of the tables in
    `rosters` and `heads`. *seats* and *officials* are the least and the most of a
    council. *moves*, *promotions* and *rotation* are shares of a year, *marriages*
    of the women who sit in councils, *homonyms* of those who join them.
    """

    names: str
    councils: int
    meetings: int
    since: dt.date
    years: int
    layouts: tuple[str, ...]
    heads: tuple[str, ...]
    inline_councils: float  # whose rosters are lists within a line, surnames mostly
    surname_meetings: float  # meetings of other councils that print only surnames
    introduced: float  # terms that such a council begins with a list of full names
    officials_named: float  # councils that print officials in full all the same
    seats: tuple[int, int]
    officials: tuple[int, int]
    observers: tuple[int, int]
    reappointed: float
    resigned: float
    shared: float  # seats that go to somebody who already sits elsewhere
    returns: float  # seats that go to somebody who sat there before
    chair_changes: float  # at the end of a term, though the chair stays
    moves: float
    promotions: float
    rotation: float  # officials who leave their post in a year
    secondments: float  # of these, who go to another ministry
    marriages: float
    former_printed: float  # of the married, whose 旧姓 is printed
    homonyms: float
    homonyms_near: float  # of these, at the same university or council
    variants: float  # of those whose surname has two forms, who bear the old one
    variants_folded: float  # documents that print the new form all the same
    slips: float  # printed names with one wrong character
    absent: float
    absent_listed: float  # councils that list who is absent
    proxies: float
    proxies_with_principal: float
    online: float  # of those present since online_since, where the council marks it
    online_since: dt.date
    numbers_missing: float
    numbers_twice: float
    dates_wrong: float


FIRST = Shape(
    names="first",
    councils=40,
    meetings=60,
    since=dt.date(2010, 1, 8),
    years=15,
    layouts=("tabs", "before", "brackets", "table", "dots", "columns"),
    heads=("numbered", "colons", "squares", "markdown"),
    inline_councils=0.2,
    surname_meetings=0.03,
    introduced=0.95,
    officials_named=0.5,
    seats=(8, 14),
    officials=(2, 4),
    observers=(0, 4),
    reappointed=0.75,
    resigned=0.02,
    shared=0.25,
    returns=0.08,
    chair_changes=0.15,
    moves=0.03,
    promotions=0.10,
    rotation=0.55,
    secondments=0.12,
    marriages=0.07,
    former_printed=0.5,
    homonyms=0.03,
    homonyms_near=0.3,
    variants=0.35,
    variants_folded=0.3,
    slips=0.004,
    absent=0.13,
    absent_listed=0.6,
    proxies=0.03,
    proxies_with_principal=0.6,
    online=0.5,
    online_since=dt.date(2020, 4, 1),
    numbers_missing=0.012,
    numbers_twice=0.006,
    dates_wrong=0.004,
)

SECOND = Shape(
    names="second",
    councils=40,
    meetings=60,
    since=dt.date(2009, 6, 3),
    years=15,
    layouts=("before", "brackets", "dots", "glued", "columns", "spaced"),
    heads=("numbered", "squares", "corners"),
    inline_councils=0.3,
    surname_meetings=0.06,
    introduced=0.95,
    officials_named=0.5,
    seats=(6, 18),
    officials=(1, 3),
    observers=(1, 6),
    reappointed=0.65,
    resigned=0.04,
    shared=0.35,
    returns=0.12,
    chair_changes=0.25,
    moves=0.05,
    promotions=0.14,
    rotation=0.45,
    secondments=0.2,
    marriages=0.06,
    former_printed=0.35,
    homonyms=0.05,
    homonyms_near=0.4,
    variants=0.6,
    variants_folded=0.5,
    slips=0.008,
    absent=0.18,
    absent_listed=0.4,
    proxies=0.05,
    proxies_with_principal=0.4,
    online=0.35,
    online_since=dt.date(2020, 3, 1),
    numbers_missing=0.02,
    numbers_twice=0.01,
    dates_wrong=0.006,
)

SMALL = replace(
    FIRST,
    councils=4,
    meetings=6,
    years=3,
    since=dt.date(2018, 9, 4),
    inline_councils=0.25,
    numbers_missing=0.1,
    numbers_twice=0.1,
    dates_wrong=0.05,
)

SHAPES = {"first": FIRST, "second": SECOND, "small": SMALL}
