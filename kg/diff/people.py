"""Compare the rosters of two meetings, person by person."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.diff.listed import Axis, Fold, Listed, Post, Roster
from kg.diff.lookup import make_side
from kg.diff.post import part_posts
from kg.graph import Lines
from kg.model import Change, ChangeKind, Side

_ROLE_UNKNOWN = "meeting-role-participant"


@dataclass(frozen=True, slots=True)
class Rosters:
    """Two rosters, the lines of their documents, and how names are folded."""

    before: Roster
    after: Roster
    documents: Mapping[str, Lines]
    fold: Fold

    def side(self, one: Listed, value: str, axis: Axis | None = None) -> Side:
        """Return what the row of *one* says, on an *axis* with its legend."""
        spans = one.spans if axis is None else (*one.spans, *axis.spans)
        basis = None if axis is None else axis.basis
        return make_side(spans, self.documents, value, basis=basis)

    def nowhere(self, roster: Roster) -> Side:
        """Return the side of a *roster* that does not list somebody."""
        return make_side(roster.headings, self.documents, stated=False)


def compare_people(rosters: Rosters) -> Iterator[Change]:
    """Yield what differs between two rosters.

    A roster that lists nobody says nothing of who has come or gone.
    """
    before, after = rosters.before, rosters.after
    both = [key for key in before.people if key in after.people]
    for key in both:
        yield from _compare_one(before.people[key], after.people[key], rosters)
    yield from _represented(rosters)
    if not before.people or not after.people:
        return
    gone, come = _only(before, after), _only(after, before)
    pairs = _pairs(gone, come, rosters)
    for one, other in pairs:
        yield Change(
            ChangeKind.POSSIBLY_SAME,
            one.id,
            one.name,
            rosters.side(one, describe(one)),
            rosters.side(other, describe(other)),
            other=other.id,
            other_name=other.name,
        )
    open_ids = {one.id for pair in pairs for one in pair}
    for one in gone:
        if one.id not in open_ids:
            side = rosters.side(one, describe(one))
            nowhere = rosters.nowhere(after)
            yield Change(ChangeKind.LEFT, one.id, one.name, side, nowhere)
    for one in come:
        if one.id not in open_ids:
            side = rosters.side(one, describe(one))
            nowhere = rosters.nowhere(before)
            yield Change(ChangeKind.JOINED, one.id, one.name, nowhere, side)


def is_possibly_same(one: Listed, other: Listed, fold: Fold) -> bool:
    """Tell whether the names of two people leave open that they are one.

    The same name, its kanji folded; or a surname alone (林委員) and a full name of
    that family. Bodies listed without a person have neither.
    """
    left, right = fold(one.label), fold(other.label)
    if left == right:
        return True
    return (not one.given and bool(other.family) and left == fold(other.family)) or (
        not other.given and bool(one.family) and right == fold(one.family)
    )


def describe(one: Listed) -> str:
    """Return role, posts, absence and proxy of somebody in words of the record."""
    words = (
        one.role_word,
        _words(one.posts),
        "欠席" if one.status.value == "absent" else "",
        "代理出席" if one.proxy.value == "proxy" else "",
    )
    return "、".join(word for word in words if word)


def _only(one: Roster, other: Roster) -> list[Listed]:
    """Return those of *one* roster whom the *other* neither lists nor represents."""
    known = {*other.people, *other.represented}
    return [listed for key, listed in one.people.items() if key not in known]


def _pairs(
    gone: Iterable[Listed], come: Iterable[Listed], rosters: Rosters
) -> list[tuple[Listed, Listed]]:
    """Return who of those *gone* may be who of those who have *come*.

    One who is only represented (山本委員の代理) may be one who was listed.
    """
    before, after = rosters.before, rosters.after
    known = {*before.people, *before.represented} & {*after.people, *after.represented}
    old = [one for key, one in before.represented.items() if key not in known]
    new = [one for key, one in after.represented.items() if key not in known]
    listed = (list(gone), list(come))
    return [
        (one, other)
        for ones, others in ((listed[0], [*listed[1], *new]), (old, listed[1]))
        for one in ones
        for other in others
        if one.id != other.id and is_possibly_same(one, other, rosters.fold)
    ]


def _compare_one(old: Listed, new: Listed, rosters: Rosters) -> Iterator[Change]:
    """Yield what differs between two listings of one person."""

    def change(kind: ChangeKind, before: Side, after: Side) -> Change:
        return Change(kind, new.id, new.name, before, after)

    if _differ(old.role, new.role) and old.role_word != new.role_word:
        yield change(
            ChangeKind.ROLE_CHANGED,
            rosters.side(old, old.role_word, old.role),
            rosters.side(new, new.role_word, new.role),
        )
    lost, gained = part_posts(old.posts, new.posts, rosters.fold)
    if lost or gained:
        yield change(
            ChangeKind.RETITLED,
            rosters.side(old, _words(old.posts)),
            rosters.side(new, _words(new.posts)),
        )
    yield from _proxy(old, new, rosters, change)
    stood_for = {*rosters.before.represented, *rosters.after.represented}
    if _differ(old.status, new.status) and new.id not in stood_for:
        absent = new.status.value == "absent"
        yield change(
            ChangeKind.ABSENT_NOW if absent else ChangeKind.PRESENT_NOW,
            rosters.side(old, "", old.status),
            rosters.side(new, "", new.status),
        )
    here = old.status.value == new.status.value == "present"
    if here and _differ(old.mode, new.mode):
        online = new.mode.value == "online"
        yield change(
            ChangeKind.ONLINE_NOW if online else ChangeKind.IN_PERSON_NOW,
            rosters.side(old, "", old.mode),
            rosters.side(new, "", new.mode),
        )


def _proxy(
    old: Listed,
    new: Listed,
    rosters: Rosters,
    change: Callable[[ChangeKind, Side, Side], Change],
) -> Iterator[Change]:
    """Yield that somebody sits for another now, or no longer does."""
    if not _differ(old.proxy, new.proxy):
        return
    became = new.proxy.value == "proxy"
    kind = ChangeKind.BECAME_PROXY if became else ChangeKind.NO_LONGER_PROXY
    yield change(
        kind,
        rosters.side(old, _principals(old, rosters.before), old.proxy),
        rosters.side(new, _principals(new, rosters.after), new.proxy),
    )


def _represented(rosters: Rosters) -> Iterator[Change]:
    """Yield for whom a proxy sits now, or no longer does, where both rosters tell."""
    before, after = rosters.before, rosters.after
    for key, one in after.represented.items():
        if key in before.people and key not in before.represented:
            side = rosters.side(before.people[key], "")
            proxies = _proxies(key, after, rosters)
            yield Change(ChangeKind.REPRESENTED, key, one.name, side, proxies)
    for key, one in before.represented.items():
        if key in after.people and key not in after.represented:
            side = rosters.side(after.people[key], "")
            yield Change(
                ChangeKind.NO_LONGER_REPRESENTED,
                key,
                one.name,
                _proxies(key, before, rosters),
                side,
            )


def _proxies(principal: str, roster: Roster, rosters: Rosters) -> Side:
    """Return who sits for *principal*, with the words that say so."""
    found = [roster.people[key] for key in roster.proxies.get(principal, ())]
    spans = [s for one in found for s in (*one.spans, *one.proxy.spans)]
    return make_side(spans, rosters.documents, "、".join(one.name for one in found))


def _principals(one: Listed, roster: Roster) -> str:
    """Return the names of those for whom *one* sits."""
    return "、".join(roster.represented[key].name for key in one.principals)


def _differ(old: Axis, new: Axis) -> bool:
    """Tell whether both values are known, and are two."""
    known = bool(old.value and new.value)
    vague = old.value.endswith(_ROLE_UNKNOWN) or new.value.endswith(_ROLE_UNKNOWN)
    return known and not vague and old.value != new.value


def _words(posts: Iterable[Post]) -> str:
    """Return *posts* in words of the record."""
    return "、".join(post.words for post in posts if post.words)
