"""Say who is meant by an office alone: 企画課長, 上郷市長, 農林水産大臣, １番議員."""

import re
from collections.abc import Iterator, Sequence

from kg.entity.decision import Decision
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.model import Affiliation, Candidate, Clue, Minutes, Role, Span, Status
from kg.text import key as plain

_MANY = frozenset(
    {Role.MEMBER, Role.EXPERT, Role.OBSERVER, Role.WITNESS, Role.SECRETARIAT}
)
"""Capacities that say of nobody who it was, though only one may sit there so."""

_SEAT = re.compile(r"(?P<seat>\d{1,3})番(?:議員|委員)?(?:\(代理\))?")
_SEATED = re.compile(r"(?P<seat>\d{1,3})番(?:議員|委員)?(?P<name>\D{2,})")
_BEFORE = re.compile(r"(?:^|\D)(?P<seat>\d{1,3})番(?:議員|委員)?$")
_OF_BODY = re.compile(r"(?P<one>[^()]{2,})\((?P<two>[^()]{2,})\)")
_RUN_BY = re.compile(r"[都道府県市区町村国]立$")
_REACH = 14
"""Characters before a name in which its seat is printed: 　１２番　　工藤."""


def find_office(
    word: str, people: Sequence[Listed], gazetteer: Gazetteer
) -> Decision | None:
    """Return who holds the office *word*, a key; None if no row of the roster does.

    Who holds it and is absent is not meant, and two who hold it are left open.
    """
    role = gazetteer.role(word)
    if role and role.role in _MANY:
        return None
    holders = [one for one in people if _holds(one, word, gazetteer)]
    present = [one for one in holders if is_present(one)]
    if not holders:
        return None
    return _decision(present, "post", f"holds the post {word}")


def find_delegate(
    word: str, people: Sequence[Listed], gazetteer: Gazetteer
) -> Decision | None:
    """Return who holds a post of the body in *word*, a key: 上郷県(河川課長)."""
    found = _OF_BODY.fullmatch(word)
    if found is None:
        return None
    ways = (found["one"], found["two"]), (found["two"], found["one"])
    for body, post in ways:
        holders = [
            one
            for one in people
            if is_present(one)
            and _holds(one, post, gazetteer)
            and any(body in place for place in one.places)
        ]
        if holders:
            return _decision(holders, "post", f"is {post} of {body}")
    return None


def find_seat(
    word: str, people: Sequence[Listed], minutes: Minutes, gazetteer: Gazetteer
) -> Decision | None:
    """Return who sits at the seat that *word*, a key, gives: 12番議員.

    The roster prints seats, and so do labels: ○１２番（工藤マリア君）.
    """
    found = _SEAT.fullmatch(word)
    if found is None:
        return None
    seat = found["seat"].lstrip("0")
    sitting = [
        one for one in people if is_present(one) and seat in _seats(one, minutes)
    ]
    for statement in minutes.statements:
        printed = _SEATED.fullmatch(gazetteer.fold(statement.label or "").strip("○◯〇"))
        if printed and printed["seat"].lstrip("0") == seat:
            named = [one for one in people if _full(one, gazetteer) in printed["name"]]
            sitting += [one for one in named if one not in sitting]
    return _decision(sitting, "seat", f"sits at number {seat}")


def is_present(one: Listed) -> bool:
    """Tell whether the roster has somebody there, and not only as represented."""
    return one.attendee is not None and one.attendee.status.value is Status.PRESENT


def _decision(people: Sequence[Listed], kind: str, why: str) -> Decision:
    """Return the one of *people*, or all of them as candidates."""
    candidates = tuple(
        Candidate(one.person.id, (Clue(kind, 1.0, f"{one.person.label}: {why}"),))
        for one in people
    )
    if len(candidates) == 1:
        return Decision(candidates[0].entity, candidates, f"the only one who {why}")
    return Decision(None, candidates, f"{len(candidates)} of those present: {why}")


def _full(one: Listed, gazetteer: Gazetteer) -> str:
    """Return the whole name as a key."""
    return gazetteer.fold(one.person.label)


def _seats(one: Listed, minutes: Minutes) -> set[str]:
    """Return the numbers that the roster prints at somebody's row or before it."""
    if one.attendee is None:
        return set()
    row = one.attendee.row
    words = [plain(one.attendee.as_written)]
    found = re.match(r"(\d{1,3})番", words[0])
    seats = {found.group(1).lstrip("0")} if found else set()
    for span in (row, *one.person.evidence):
        before = _BEFORE.search(plain(_before(span, minutes)))
        if before:
            seats.add(before["seat"].lstrip("0"))
    return seats


def _before(span: Span, minutes: Minutes) -> str:
    """Return the words right before *span* on its line."""
    text = minutes.document.text
    return text[max(0, span.start - _REACH) : span.start].rpartition("\n")[2]


def _holds(one: Listed, word: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *word* is somebody's post, with its unit or without.

    A post alone counts by itself: no 市長 is the 副市長, no 局長 the 事務局長.
    """
    if one.attendee is None:
        return False
    if f"({word})" in gazetteer.fold(one.attendee.as_written) and (
        gazetteer.ending(word) is None
    ):
        return True  # 平井教授（世話人）
    names = {
        name
        for affiliation in one.attendee.affiliations
        for name in _names(affiliation, gazetteer)
    }
    if word in names:
        return True
    return any(
        name.endswith(word) and _is_unit(name.removesuffix(word), gazetteer)
        for name in names
    )


def _is_unit(before: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a whole unit stands before the office's own words."""
    run = _RUN_BY.search(before) is not None
    return run or bool(gazetteer.ending(before) or gazetteer.organization(before))


def _names(affiliation: Affiliation, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what an office may be called: 課長, 企画課長, 企画部企画課長.

    Unit and post may share a character.
    """
    if affiliation.post is None:
        return
    post = gazetteer.fold(affiliation.post.value)
    units = [gazetteer.fold(unit.value) for unit in affiliation.units]
    yield post
    for start in range(len(units)):
        unit = "".join(units[start:])
        yield unit + post
        for shared in range(1, min(len(unit), len(post))):
            if unit.endswith(post[:shared]):
                yield unit + post[shared:]
