"""Put a sighting into the form in which sightings are compared."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.identity.body import Fold, Lineage, body_keys
from kg.identity.name import NameForm, read_form
from kg.identity.parts import known_parts, with_parts
from kg.model import PersonSighting, PostSighting, Role, Status

_MEMBERS = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.EXPERT})
_OFFICIALS = frozenset({Role.SECRETARIAT, Role.OFFICIAL})

# 経済産業大臣 is the 大臣 of 経済産業省
_MINISTER = re.compile("(?:副?大臣|大臣政務官|大臣補佐官|長官)$")
_TOP = re.compile("[省府庁]$")


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A sighting as it is compared.

    *order* is its place among all sightings by day, document and position; *meeting*
    its place in the order of the council's meetings; *day* counts days. *bodies* are
    the keys of its organizations, *units* what stands below their tops, *offices* the
    posts of ministers with the ministry. *member* is None where the role does not
    tell a member from an official.
    """

    seen: PersonSighting
    order: int
    form: NameForm
    day: int | None
    meeting: int
    bodies: frozenset[str]
    tops: tuple[str, ...]
    units: frozenset[str]
    posts: frozenset[str]
    offices: frozenset[str]
    member: bool | None

    @property
    def roster(self) -> tuple[str, str]:
        """Return the one list of one document in which the row stands."""
        return (self.seen.document, self.seen.meeting)

    @property
    def present(self) -> bool:
        """Tell whether the person came; whom a proxy stood for did not."""
        return self.seen.status is Status.PRESENT and self.seen.position > 0


def in_order(seen: PersonSighting) -> tuple[dt.date, str, int, str]:
    """Return what sightings are put in order by; one without a date comes last."""
    return (seen.date or dt.date.max, seen.document, seen.position, seen.key)


def look_at(
    sightings: Iterable[PersonSighting], lineage: Lineage, fold: Fold
) -> tuple[Look, ...]:
    """Return the *sightings* as they are compared, in order of day and document."""
    rows = sorted(sightings, key=in_order)
    places = _meetings(rows)
    read = _Reader(lineage, fold, rows)
    return tuple(
        read.look(seen, order, places[seen.council, seen.meeting])
        for order, seen in enumerate(rows)
    )


def _meetings(rows: list[PersonSighting]) -> dict[tuple[str | None, str], int]:
    """Return the place of each meeting in the order of its council's meetings."""
    found: dict[str | None, set[tuple[dt.date, int, str]]] = defaultdict(set)
    for seen in rows:
        day = seen.date or dt.date.max
        found[seen.council].add((day, seen.number or 0, seen.meeting))
    places: dict[tuple[str | None, str], int] = {}
    for council, meetings in found.items():
        for _, _, meeting in sorted(meetings):
            places.setdefault((council, meeting), len(places))
    return places


class _Reader:
    """Reads rows with the keys of organizations, each of which is asked for once."""

    def __init__(
        self, lineage: Lineage, fold: Fold, rows: Sequence[PersonSighting]
    ) -> None:
        """Ask *lineage* for the path of each organization in *rows*."""
        self.fold = fold
        self.parts = known_parts(rows, fold)
        paths = {post.organization for seen in rows for post in own_posts(seen)}
        self.keys = body_keys(sorted(filter(None, paths)), lineage, fold)

    def look(self, seen: PersonSighting, order: int, meeting: int) -> Look:
        """Return one sighting as it is compared."""
        posts = own_posts(seen)
        paths = [post.organization for post in posts if post.organization]
        return Look(
            seen,
            order,
            read_form(with_parts(seen, self.parts, self.fold), self.fold),
            seen.date.toordinal() if seen.date else None,
            meeting,
            frozenset(key for path in paths for key in self.keys[path]),
            tuple(dict.fromkeys(path[0] for path in paths)),
            frozenset(self.fold(unit) for path in paths for unit in path[1:]),
            frozenset(self.fold(post.role) for post in posts if post.role),
            frozenset(filter(None, (office(post, self.fold) for post in posts)))
            | ({self.fold(seen.label)} if _is_office(seen) else set()),
            _is_member(seen.role),
        )


def own_posts(seen: PersonSighting) -> tuple[PostSighting, ...]:
    """Return the posts of *seen* without the seat on the council."""
    return tuple(post for post in seen.posts if not post.seat)


def office(post: PostSighting, fold: Fold) -> str | None:
    """Return the office of a minister with the ministry's name, or None.

    大臣 of 経済産業省 is the 経済産業大臣; a 大臣 of nothing is no office.
    """
    role = fold(post.role or "")
    found = _MINISTER.search(role)
    if not found:
        return None
    if found.start():
        return role
    top = fold(post.organization[0]) if post.organization else ""
    return _TOP.sub("", top) + role if _TOP.search(top) else None


def _is_office(seen: PersonSighting) -> bool:
    """Tell whether *seen* is named by an office alone: 経済産業大臣."""
    found = None if seen.given else _MINISTER.search(seen.label)
    return found is not None and found.start() > 0


def _is_member(role: Role | None) -> bool | None:
    """Tell a member from an official, None where the role leaves it open."""
    if role in _MEMBERS:
        return True
    return False if role in _OFFICIALS else None
