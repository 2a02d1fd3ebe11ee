"""Keep one entry of those whom two lists of an assembly name: 応招 and 出席議員.

A record may list who answered the call to the session (応招議員) and who did not,
and then who was there that day. The second says where somebody was.
"""

import re
from collections import Counter
from collections.abc import Sequence

from kg.model import Attendee, Span
from kg.text import key

_CALLED = re.compile(r"^(?:不応招|応招)")


def without_summoned(
    attendees: Sequence[Attendee],
) -> tuple[tuple[Attendee, ...], tuple[Span, ...]]:
    """Return *attendees*, the summoned who stand in another list left out.

    The places of the rows that are left out come with them.
    """
    elsewhere = Counter(_name(one) for one in attendees if not _is_summoned(one))
    kept: list[Attendee] = []
    places: list[Span] = []
    for one in attendees:
        if one.name and _is_summoned(one) and elsewhere[_name(one)] == 1:
            places.append(one.row)
        else:
            kept.append(one)
    return tuple(kept), tuple(places)


def _is_summoned(attendee: Attendee) -> bool:
    """Tell whether *attendee* stands below 応招議員 or 不応招議員."""
    group = attendee.group.value if attendee.group else ""
    return _CALLED.match(group) is not None


def _name(attendee: Attendee) -> str:
    """Return the name of *attendee* as it is compared."""
    return key(attendee.name.text) if attendee.name else ""
