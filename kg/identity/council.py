"""Tell who a surname alone stands for, by the rosters of its council."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.identity.clue import NEAR_DAYS, NEAR_MEETINGS, days_apart
from kg.identity.look import Look


@dataclass(frozen=True, slots=True)
class Council:
    """The rosters of one council: the rows of each meeting, by its place in order.

    *bearers* are the rows in full by surname, *bare* those that print it alone;
    *unparted* are names in full of which nobody knows where the surname ends.
    """

    meetings: Mapping[int, Sequence[Look]]
    bearers: Mapping[str, Sequence[Look]]
    bare: Mapping[str, Sequence[Look]]
    unparted: Sequence[Look]


def councils(looks: Iterable[Look]) -> tuple[Council, ...]:
    """Return the councils that *looks*, which are in order, were seen in."""
    found: dict[str, list[Look]] = defaultdict(list)
    for look in looks:
        if look.seen.council is not None and not look.form.office:
            found[look.seen.council].append(look)
    return tuple(_council(rows) for rows in found.values())


def _council(rows: Iterable[Look]) -> Council:
    """Return one council with its rows sorted out."""
    meetings: dict[int, list[Look]] = defaultdict(list)
    bearers: dict[str, list[Look]] = defaultdict(list)
    bare: dict[str, list[Look]] = defaultdict(list)
    unparted: list[Look] = []
    for look in rows:
        meetings[look.meeting].append(look)
        if look.form.surname_only:
            bare[look.form.key].append(look)
        elif look.form.family:
            bearers[look.form.family].append(look)
        elif not look.form.words:
            unparted.append(look)
    return Council(meetings, bearers, bare, unparted)


def sure_bearer(
    look: Look, council: Council, bearers: Mapping[int, Sequence[Look]]
) -> int | None:
    """Return which of *bearers* a surname alone must stand for, or None.

    Who bears it in full before and after; or before, in every roster since; or who
    came new: the roster before prints full names and has not got the surname.
    """
    fitting = {root: rows for root, rows in bearers.items() if _fits(look, rows)}
    close = {
        root for root, rows in fitting.items() if any(near(look, row) for row in rows)
    }
    if len(close) > 1 or has_twin(look, council) or _unparted(look, council):
        return None
    seen = sorted((row.meeting, root) for root in fitting for row in fitting[root])
    before = max((one for one in seen if one[0] <= look.meeting), default=None)
    after = min((one for one in seen if one[0] > look.meeting), default=None)
    if before and _goes_on(look, council, before, after, close):
        return before[1]
    newly = after and after[1] in close and _is_new(look, council)
    known = before and unbroken(look, council, before[0])
    return after[1] if after and newly and not known else None


def _goes_on(
    look: Look,
    council: Council,
    before: tuple[int, int],
    after: tuple[int, int] | None,
    close: set[int],
) -> bool:
    """Tell whether who bore the surname *before*, at a meeting, still does."""
    meeting, bearer = before
    if meeting == look.meeting or (after and after[1] == bearer):
        return True
    if not close <= {bearer} or not unbroken(look, council, meeting):
        return False
    return after is None or bearer in close or not led_to(look, council, after[0])


def _fits(look: Look, rows: Iterable[Look]) -> bool:
    """Tell whether a bearer has the organization and the side of a row.

    佐藤委員 is not the 佐藤課長 of the secretariat. A bearer whom the same roster
    lists in full is somebody else.
    """
    rows = list(rows)
    if any(one.roster == look.roster for one in rows):
        return False
    side = look.member is None or any(one.member in {None, look.member} for one in rows)
    body = not look.bodies or any(
        not one.bodies or one.bodies & look.bodies for one in rows
    )
    return side and body


def near(look: Look, other: Look) -> bool:
    """Tell whether two rows are of meetings near each other."""
    days = days_apart(look, other)
    apart = abs(look.meeting - other.meeting)
    return apart <= NEAR_MEETINGS and (days is None or days <= NEAR_DAYS)


def _unparted(look: Look, council: Council) -> bool:
    """Tell whether a name near, whose surname nobody knows, may be a bearer's."""
    return any(
        one.form.key.startswith(look.form.key) and near(look, one)
        for one in council.unparted
    )


def has_twin(look: Look, council: Council) -> bool:
    """Tell whether the roster has the surname alone once more."""
    return any(
        one is not look and one.roster == look.roster
        for one in council.bare[look.form.key]
    )


def _places(look: Look, council: Council) -> list[int]:
    """Return the meetings whose rosters print the surname on the side of *look*."""
    return sorted(
        {
            one.meeting
            for rows in (council.bare, council.bearers)
            for one in rows.get(look.form.key, ())
            if _side(look, one)
        }
    )


def _side(look: Look, one: Look) -> bool:
    """Tell whether two rows may be of one side of the table."""
    return look.member is None or one.member in {None, look.member}


def unbroken(look: Look, council: Council, since: int) -> bool:
    """Tell whether the surname stands in every few rosters from *since* to *look*.

    A roster of full names between, without it, is a break.
    """
    places = [one for one in _places(look, council) if since <= one <= look.meeting]
    if any(later - one > NEAR_MEETINGS for one, later in pairwise(places)):
        return False
    return not any(
        prints_full(look, council, meeting)
        for meeting in range(since + 1, look.meeting)
    )


def led_to(look: Look, council: Council, until: int) -> bool:
    """Tell whether the surname goes on in the same way to the meeting *until*."""
    places = [one for one in _places(look, council) if look.meeting <= one <= until]
    return all(later - one <= NEAR_MEETINGS for one, later in pairwise(places))


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


def prints_full(look: Look, council: Council, meeting: int) -> bool:
    """Tell whether a roster prints full names on the side of *look*, mostly."""
    full = [
        one.form.full
        for one in council.meetings.get(meeting, ())
        if one.member is look.member
    ]
    return sum(full) * 2 > len(full)
