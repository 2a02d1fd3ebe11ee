"""Tell who a surname alone stands for, by the rosters of its council."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from kg.identity.clue import LEADS, NEAR_MEETINGS
from kg.identity.council import (
    Council,
    has_twin,
    led_to,
    near,
    prints_full,
    unbroken,
)
from kg.identity.look import Look

Fit = Callable[[Look, Look], bool]


def sure_bearer(
    look: Look, council: Council, bearers: Mapping[int, Sequence[Look]], fit: Fit
) -> int | None:
    """Return which of *bearers* a surname alone must stand for, or None.

    Who bears it in full before and after; or before, in every roster since; or who
    came new: the roster before prints full names and has not got the surname; or
    the first whom the rosters name in full at all, after surnames alone. Two who
    bear one full name and *fit* each other count as one bearer.
    """
    rows = [
        (row, root)
        for root, looks in bearers.items()
        if _fits(look, looks)
        for row in looks
    ]
    close = [row for row, _ in rows if near(look, row)]
    if len({row.form.key for row in close}) > 1 or has_twin(look, council):
        return None
    name = _sure_name(look, council, [row for row, _ in rows], close)
    found = _on_both_sides(look, [one for one in rows if one[0].form.key == name])
    apart = any(
        root != another and not fit(row, other)
        for (row, root), (other, another) in combinations(found, 2)
    )
    return found[0][1] if found and not apart else None


def _on_both_sides(
    look: Look, rows: Sequence[tuple[Look, int]]
) -> list[tuple[Look, int]]:
    """Return the last of *rows* before *look* and the first after it."""
    before = [one for one in rows if one[0].meeting <= look.meeting]
    after = [one for one in rows if one[0].meeting > look.meeting]
    return [
        *sorted(before, key=lambda one: one[0].order)[-1:],
        *sorted(after, key=lambda one: one[0].order)[:1],
    ]


def _sure_name(
    look: Look, council: Council, rows: Iterable[Look], close: Sequence[Look]
) -> str | None:
    """Return which full name among *rows* a surname alone must stand for, or None."""
    seen: dict[int, dict[str, Look]] = defaultdict(dict)
    for row in rows:
        seen[row.meeting][row.form.key] = row
    last = max((one for one in seen if one <= look.meeting), default=None)
    following = min((one for one in seen if one > look.meeting), default=None)
    before = seen[last] if last is not None else {}
    after = seen[following] if following is not None else {}
    if len(before) > 1:
        return None  # either may have gone since, so that the other stands alone
    name = next(iter(before), None)
    names = {row.form.key for row in close}
    places = ((last or 0, before), (following, after))
    if last is not None and _is_known(look, council, *places, names):
        return name
    office = [row for row in close if _one_office(look, row)]
    if office and look.form.key not in council.common:
        return office[0].form.key
    known = last is not None and unbroken(look, council, last)
    if following is None or len(after) > 1 or known:
        return None
    newly = after.keys() <= names and _is_new(look, council)
    first = not before and _leads_in(look, council, following)
    return min(after) if newly or first else None


_Place = tuple[int, Mapping[str, Look]]


def _is_known(
    look: Look,
    council: Council,
    before: _Place,
    after: tuple[int | None, Mapping[str, Look]],
    close: set[str],
) -> bool:
    """Tell whether who bore the surname *before*, at a meeting, still does.

    *close* are the full names of the surname in the rosters near.
    """
    (last, known), (following, others) = before, after
    if last == look.meeting or known.keys() == others.keys():
        return True
    if not unbroken(look, council, last):
        return False
    if any(_one_seat(look, row) for row in known.values()):
        return True
    if close:
        return close <= known.keys()
    leads = following is not None and led_to(look, council, following)
    return not leads or not known.keys().isdisjoint(others)


def _one_seat(look: Look, row: Look) -> bool:
    """Tell whether both rows are of the chair, or of the deputy: one sits there."""
    return look.seen.role in LEADS and look.seen.role is row.seen.role


def _one_office(look: Look, row: Look) -> bool:
    """Tell whether both rows print one post in one unit: 流通課長 is one person."""
    return bool(look.bodies & row.bodies and look.units & row.units) and bool(
        look.posts & row.posts
    )


def _fits(look: Look, rows: Sequence[Look]) -> bool:
    """Tell whether a bearer has the organization and the side of a row.

    佐藤委員 is not the 佐藤課長 of the secretariat. A bearer whom the same roster
    lists in full is somebody else.
    """
    if any(one.roster == look.roster for one in rows):
        return False
    side = look.member is None or any(one.member in {None, look.member} for one in rows)
    body = not look.bodies or any(
        not one.bodies or one.bodies & look.bodies for one in rows
    )
    return side and body


def _is_new(look: Look, council: Council) -> bool:
    """Tell whether nobody of the surname can have sat there just before."""
    earlier = [
        meeting
        for meeting in range(look.meeting - NEAR_MEETINGS, look.meeting)
        if any(one.member is look.member for one in council.meetings.get(meeting, ()))
    ]
    if not earlier:
        return True
    return prints_full(look, council, earlier[-1]) and not _all_bare(look, council)


def _all_bare(look: Look, council: Council) -> bool:
    """Tell whether the rosters after the first few print surnames alone mostly.

    Where full names open a term, the next list of them is of other people.
    """
    own = [
        prints_full(look, council, meeting)
        for meeting, rows in council.meetings.items()
        if any(one.member is look.member for one in rows)
    ]
    return sum(own) * 2 < len(own)


def _leads_in(look: Look, council: Council, until: int) -> bool:
    """Tell whether surnames alone go on to the next list of full names, at *until*.

    Only one list has the surname, and the rosters before it. Of a common surname,
    a 佐藤 of one term may be followed by another one in the next.
    """
    if look.form.key in council.common:
        return False
    full = any(
        prints_full(look, council, meeting) for meeting in range(look.meeting, until)
    )
    return not full and led_to(look, council, until)
