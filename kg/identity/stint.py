"""Follow the organizations of one person through time."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.identity.look import Look

_HANDOVER_DAYS = 120
"""A roster may print the old employer some months after the change."""


@dataclass(frozen=True, slots=True)
class Stint:
    """Organizations that rows print together, with the first and the last day."""

    bodies: frozenset[str]
    first: int
    last: int

    def disturbs(self, other: "Stint") -> bool:
        """Tell whether both stints cannot well be one person's.

        One that begins within the other and ends within it is a namesake's; one
        that begins a little before the other ends is a change of employer.
        """
        early, late = sorted((self, other), key=lambda one: (one.first, one.last))
        if late.first > early.last:
            return False
        follows = early.first < late.first and early.last < late.last
        return not (follows and early.last - late.first <= _HANDOVER_DAYS)


def stint_of(look: Look) -> tuple[Stint, ...]:
    """Return the stint that one row shows, if it has a date and an organization."""
    if look.day is None or not look.bodies:
        return ()
    return (Stint(look.bodies, look.day, look.day),)


def joined(stints: Iterable[Stint]) -> tuple[Stint, ...]:
    """Return *stints* with those put together that share an organization.

    A row that prints two organizations makes one stint of both.
    """
    found: list[Stint] = []
    for stint in stints:
        apart = []
        whole = stint
        for one in found:
            if one.bodies & whole.bodies:
                whole = Stint(
                    one.bodies | whole.bodies,
                    min(one.first, whole.first),
                    max(one.last, whole.last),
                )
            else:
                apart.append(one)
        found = [*apart, whole]
    return tuple(found)


def disturbed(stints: tuple[Stint, ...]) -> bool:
    """Tell whether any two of *stints*, which share nothing, are at one time."""
    return any(
        one.disturbs(other)
        for place, one in enumerate(stints)
        for other in stints[place + 1 :]
    )
