"""Gather the rows of one bearer of a name, and choose two that show most."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.identity.look import Look


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """Somebody as joined so far: the rows in order, and what all of them print."""

    looks: tuple[Look, ...]
    bodies: frozenset[str]
    councils: frozenset[str]
    posts: frozenset[str]
    sides: frozenset[bool]
    first: int
    last: int

    @property
    def head(self) -> Look:
        """Return the earliest row."""
        return self.looks[0]


def gather(rows: Sequence[Look]) -> Bearer:
    """Return who is seen in *rows*."""
    days = [look.day for look in rows if look.day is not None]
    return Bearer(
        tuple(rows),
        frozenset(body for look in rows for body in look.bodies),
        frozenset(look.seen.council for look in rows if look.seen.council),
        frozenset(post for look in rows for post in look.posts),
        frozenset(look.member for look in rows if look.member is not None),
        min(days, default=0),
        max(days, default=0),
    )


def telling(one: Bearer, other: Bearer) -> tuple[Look, Look]:
    """Return the two rows, one of each, that are compared.

    Of one organization and council, of one organization, of one council; each
    time the nearest two.
    """
    bodies, councils = one.bodies & other.bodies, one.councils & other.councils
    for council in (councils, [None]) if bodies else ():
        found = _in(one, other, council, lambda look: bool(look.bodies & bodies))
        if found:
            return min(found, key=_distance)
    for wanted in (lambda look: bool(look.bodies), lambda look: look.form.full):
        found = _in(one, other, councils, wanted)
        if found:
            return min(found, key=_distance)
    for wanted in (lambda look: bool(look.bodies), lambda look: look.form.full):
        found = _in(one, other, [None], wanted)
        if found:
            return min(found, key=_distance)
    return one.head, other.head


def _in(
    one: Bearer,
    other: Bearer,
    councils: Iterable[str | None],
    wanted: Callable[[Look], bool],
) -> list[tuple[Look, Look]]:
    """Return the nearest two rows that are *wanted* in each of *councils*.

    None stands for all councils.
    """
    found = []
    for council in councils:
        left, right = (
            [
                look
                for look in bearer.looks
                if wanted(look) and council in {None, look.seen.council}
            ]
            for bearer in (one, other)
        )
        if left and right:
            found.append(_nearest(left, right))
    return found


def _nearest(left: Sequence[Look], right: Sequence[Look]) -> tuple[Look, Look]:
    """Return the rows that are nearest in time, one of each."""
    orders = [look.order for look in right]
    near = (
        (look, found)
        for look in left
        for place in [bisect_left(orders, look.order)]
        for found in right[max(place - 1, 0) : place + 1]
    )
    return min(near, key=_distance)


def _distance(pair: tuple[Look, Look]) -> tuple[bool, int, int, int]:
    """Return how far two rows are from each other."""
    left, right = pair
    if left.day is None or right.day is None:
        return (True, abs(left.meeting - right.meeting), left.order, right.order)
    return (False, abs(left.day - right.day), left.order, right.order)
