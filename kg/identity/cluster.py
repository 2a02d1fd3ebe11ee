"""Join sightings into people, in one order, and never two that conflict."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from kg.identity.career import Career, career_of, continued, falls
from kg.identity.clash import hour_clue, listed_twice
from kg.identity.feature import CONFLICTS, NAMED_ALIKE, Feature
from kg.identity.look import Look
from kg.identity.name import NameForm, agreement
from kg.identity.stint import Stint, disturbed, joined, stint_of

_APART = CONFLICTS | {Feature.OTHER_SURNAME, Feature.NEAR_NAME}

_AGREE = NAMED_ALIKE | {Feature.MISREAD}


@dataclass(slots=True, eq=False)
class Group:
    """Sightings joined so far, with what a further one is checked against.

    *rosters* and *days* tell which rows stand in one list, or on one day; *barred*
    are orders of sightings that are kept apart from these, and whether that is certain.
    """

    looks: list[Look]
    rosters: dict[tuple[str, str], list[Look]]
    days: dict[int, list[Look]]
    forms: set[NameForm]
    stints: tuple[Stint, ...]
    career: Career
    councils: set[str | None]
    barred: dict[int, bool] = field(default_factory=dict)


class Clusters:
    """People as groups of sightings; they grow by `join`, which refuses conflicts.

    Sightings are known by their places in the order of all.
    """

    def __init__(self, looks: Iterable[Look]) -> None:
        """Start with each sighting by itself."""
        self._groups = {look.order: _alone(look) for look in looks}
        self._above = {order: order for order in self._groups}
        self._renamed: set[frozenset[str]] = set()

    def rename(self, one: Look, other: Look) -> None:
        """Take the names of two sightings for old and new name of one person."""
        self._renamed.add(frozenset({one.form.key, other.form.key}))

    def bar(self, one: Look, other: Look, *, certain: bool = True) -> None:
        """Keep two sightings, and who they become part of, apart from now on.

        Where that is not *certain*, a reader is still asked about the two.
        """
        for mine, theirs in ((one, other), (other, one)):
            barred = self.group(mine).barred
            barred[theirs.order] = certain or barred.get(theirs.order, False)

    def root(self, order: int) -> int:
        """Return the number under which the group of a sighting is kept."""
        above = self._above
        while above[order] != order:
            above[order] = above[above[order]]
            order = above[order]
        return order

    def group(self, look: Look) -> Group:
        """Return the group that a sighting belongs to by now."""
        return self._groups[self.root(look.order)]

    def together(self, one: Look, other: Look) -> bool:
        """Tell whether two sightings are one person by now."""
        return self.root(one.order) == self.root(other.order)

    def kept_apart(self, one: Look, other: Look, *, certain: bool = False) -> bool:
        """Tell whether two groups hold sightings that must stay apart (*certain*ly)."""
        few, root = self.group(one).barred, self.root(other.order)
        if len(self.group(other).barred) < len(few):
            few, root = self.group(other).barred, self.root(one.order)
        return any(
            self.root(order) == root
            for order, sure in few.items()
            if sure or not certain
        )

    def fit(self, one: Look, other: Look) -> bool:
        """Tell whether `join` would make one group of two."""
        large, small = self.group(one), self.group(other)
        renamed = self._renamed
        return not self.kept_apart(one, other) and not _conflict(large, small, renamed)

    def join(self, one: Look, other: Look, *, judged: bool = False) -> bool:
        """Make one group of two, or return False where they conflict.

        What a person ruled (*judged*) outranks all conflicts but another ruling.
        """
        keep, gone = self.root(one.order), self.root(other.order)
        if keep == gone:
            return True
        if self.kept_apart(one, other):
            return False
        if len(self._groups[keep].looks) < len(self._groups[gone].looks):
            keep, gone = gone, keep
        large, small = self._groups[keep], self._groups[gone]
        if not judged and _conflict(large, small, self._renamed):
            return False
        _absorb(large, small)
        del self._groups[gone]
        self._above[gone] = keep
        return True

    def __iter__(self) -> Iterator[tuple[Look, ...]]:
        """Yield the sightings of each person in order, people by their first."""
        people = [
            sorted(group.looks, key=lambda look: look.order)
            for group in self._groups.values()
        ]
        yield from map(tuple, sorted(people, key=lambda looks: looks[0].order))


def _alone(look: Look) -> Group:
    """Return a group of one sighting."""
    days = {} if look.day is None else {look.day: [look]}
    return Group(
        [look],
        {look.roster: [look]},
        days,
        {look.form},
        stint_of(look),
        career_of(look),
        {look.seen.council},
    )


def _absorb(large: Group, small: Group) -> None:
    """Add what *small* holds to *large*."""
    large.looks.extend(small.looks)
    for roster, looks in small.rosters.items():
        large.rosters.setdefault(roster, []).extend(looks)
    for day, looks in small.days.items():
        large.days.setdefault(day, []).extend(looks)
    large.forms |= small.forms
    large.stints = joined((*large.stints, *small.stints))
    large.career = continued((large.career, small.career))
    large.councils |= small.councils
    for order, certain in small.barred.items():
        large.barred[order] = certain or large.barred.get(order, False)


def _conflict(large: Group, small: Group, renamed: Collection[frozenset[str]]) -> bool:
    """Tell whether two groups cannot be one person, but for who is *renamed*.

    Each check looks at what the two share, since most groups share nothing.
    """
    return (
        _names_exclude(large, small, renamed)
        or _twice(large, small)
        or _two_places(large, small)
        or _stints_exclude(large, small)
        or _careers_exclude(large, small)
    )


def _names_exclude(
    large: Group, small: Group, renamed: Collection[frozenset[str]]
) -> bool:
    """Tell whether some name of one excludes a name of the other.

    Names that are in one group already, for a person ruled so, are no news. A
    surname alone must fit one of the names: 橘 fits who was 橘敦子, now 小暮敦子.
    """
    forms = [form for form in large.forms | small.forms if form.full]
    full = any(
        agreement(form, other) in _APART
        and frozenset({form.key, other.key}) not in renamed
        and not _bridged(form, other, forms)
        for form in large.forms - small.forms
        if form.full
        for other in small.forms - large.forms
        if other.full
    )
    return full or _bare_exclude(large, small) or _bare_exclude(small, large)


def _bridged(form: NameForm, other: NameForm, forms: Iterable[NameForm]) -> bool:
    """Tell whether a third name agrees with two that do not agree.

    小暮敦子（旧姓 橘） does with 橘敦子 and 小暮敦子, 末広律 with two slips of it.
    """
    return any(
        agreement(form, third) in _AGREE and agreement(third, other) in _AGREE
        for third in forms
    )


def _bare_exclude(group: Group, other: Group) -> bool:
    """Tell whether a surname or an office of *group* fits no name of either."""
    full = other.forms | {form for form in group.forms if form.full}
    return any(
        all(agreement(form, name) in _APART for name in full)
        for form in group.forms
        if not form.full
    )


def _twice(large: Group, small: Group) -> bool:
    """Tell whether a roster lists both in rows that are two people's."""
    return any(
        listed_twice(look, other)
        for roster, looks in small.rosters.items()
        for other in large.rosters.get(roster, ())
        for look in looks
    )


def _two_places(large: Group, small: Group) -> bool:
    """Tell whether both were present in two meetings at one hour."""
    return any(
        hour_clue(look, other)
        for day, looks in small.days.items()
        for other in large.days.get(day, ())
        for look in looks
    )


def _stints_exclude(large: Group, small: Group) -> bool:
    """Tell whether the organizations of both together are no one's career."""
    if not large.stints or not small.stints:
        return False
    if disturbed(large.stints) or disturbed(small.stints):
        return False  # a person ruled that they are one
    return disturbed(joined((*large.stints, *small.stints)))


def _careers_exclude(large: Group, small: Group) -> bool:
    """Tell whether the posts of both together are no one's career.

    Asked of two councils only: what one council prints in turns is its slip.
    """
    if not large.career or not small.career or large.councils & small.councils:
        return False
    if falls(large.career) or falls(small.career):
        return False  # one of them is so already
    return falls(continued((large.career, small.career)))
