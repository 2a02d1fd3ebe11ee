"""Choose the pairs of sightings that are worth comparing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from kg.identity.clue import career_clue, seat_clue
from kg.identity.compare import Pair
from kg.identity.feature import Feature
from kg.identity.look import Look
from kg.identity.name import agreement
from kg.identity.strand import Strand, between, strands, within

_SLIPS = frozenset({Feature.MISREAD, Feature.NEAR_NAME})
_LEAST_GIVEN = 2
"""Many are called 健 or 誠."""
_RARE = 4
"""A slip has at most a fourth as many rows as the right name."""


def full_name_pairs(looks: Iterable[Look]) -> tuple[Pair, ...]:
    """Return the pairs of sightings with full names that could be one person.

    They meet under one name (also an old form, 旧姓, or what is heard), or in one
    council under one given name (a changed surname), or in one council under one
    organization and post (a name misread).
    """
    named = [look for look in looks if look.form.full]
    found = strands(named)
    pairs = [pair for strand in found for pair in within(strand)]
    met: set[tuple[int, int]] = set()
    for one, other in (*_under_names(found), *_in_councils(found)):
        place = (one.head.order, other.head.order)
        if place not in met:
            met.add(place)
            around = (*_slip_between(one, other), *_renamed(one, other))
            pairs.append(between(one, other, *around))
    return tuple(pairs)


def _blocks(
    found: Iterable[tuple[Hashable, Strand]],
) -> Iterator[Sequence[Strand]]:
    """Yield the strands that share a key, each key's in their order."""
    blocks: dict[Hashable, list[Strand]] = defaultdict(list)
    for key, strand in found:
        blocks[key].append(strand)
    for block in blocks.values():
        if len(block) > 1:
            yield block


def _under_names(found: Sequence[Strand]) -> Iterator[tuple[Strand, Strand]]:
    """Yield each two strands with one name, in whatever form."""
    keys = (
        (key, strand)
        for strand in found
        for form in [strand.head.form]
        for key in {form.key, *form.others, form.words, form.sounds} - {()}
    )
    for block in _blocks(keys):
        yield from combinations(block, 2)


def _in_councils(found: Sequence[Strand]) -> Iterator[tuple[Strand, Strand]]:
    """Yield each two strands of a council whose names are nearly one."""
    keys: list[tuple[Hashable, Strand]] = []
    for strand in found:
        look = strand.head
        council = look.seen.council
        if council is None:
            continue
        if look.form.given:
            keys.append(((council, "given", look.form.given), strand))
        posts = {post for one in strand.looks for post in one.posts}
        for body in look.bodies:
            keys.extend(((council, body, post), strand) for post in posts)
            if not posts:
                keys.append(((council, body, ""), strand))
    for block in _blocks(keys):
        for one, other in combinations(block, 2):
            if _nearly_one(one, other):
                yield one, other


def _nearly_one(one: Strand, other: Strand) -> bool:
    """Tell whether two names differ, and yet one may be the other."""
    found = agreement(one.head.form, other.head.form)
    if found is Feature.OTHER_SURNAME:
        return _changed(one, other)
    return found in _SLIPS


def _changed(one: Strand, other: Strand) -> bool:
    """Tell whether a name with another surname may be the old one, or the new.

    橘敦子 and 小暮敦子 of one organization and post, one gone when the other came, or
    of one seat. Even so it is a guess, as a namesake by given name may follow in
    office.
    """
    if one.overlaps(other) or not one.head.bodies & other.head.bodies:
        return False
    early, late = sorted((one, other), key=lambda strand: strand.head.order)
    posts = {post for look in one.looks for post in look.posts}
    if any(look.posts & posts for look in other.looks) or not posts:
        return True
    last, first = early.looks[-1], late.head
    rise = career_clue(last, first)
    return bool(seat_clue(last, first) or (rise and rise.feature == Feature.RISE))


def _renamed(one: Strand, other: Strand) -> Iterator[Feature]:
    """Yield RENAMED where a surname ends and, under one given name, another begins.

    橘敦子 and from the next meeting on 小暮敦子, of one organization in one council.
    """
    if agreement(one.head.form, other.head.form) is not Feature.OTHER_SURNAME:
        return
    if len(one.head.form.given) >= _LEAST_GIVEN and _changed(one, other):
        yield Feature.RENAMED


def _slip_between(one: Strand, other: Strand) -> Iterator[Feature]:
    """Yield BETWEEN where a few rows of one name stand in gaps of the other."""
    if agreement(one.head.form, other.head.form) is not Feature.MISREAD:
        return
    few, many = sorted((one, other), key=lambda strand: len(strand.looks))
    meetings = sorted({look.meeting for look in many.looks})
    slips = {look.meeting for look in few.looks}
    if len(slips) * _RARE > len(meetings) or slips & set(meetings):
        return
    inside = (0 < bisect_left(meetings, slip) < len(meetings) for slip in slips)
    if all(inside):
        yield Feature.BETWEEN
