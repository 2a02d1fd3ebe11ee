"""Give the chair whom the labels name: ○議長（橘　一葉君）, ○橘一葉議長.

An assembly lists its members by seat and says nowhere in the list who presides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.minutes.lexicon import Lexicon
from kg.model import Attendee, Basis, Grounded, Role, Span, Statement
from kg.text import key, normalize

_BEFORE = re.compile(r"(?P<word>[^()\s]{2,6})\s*\((?P<name>[^()]+?)(?:君|氏|議員)?\)")
_BEHIND = re.compile(r"(?P<name>\S.+?)(?P<word>副?議長|副?委員長)")
_CHAIRS = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})
# who opens the first sitting until a chair is elected
_FOR_A_WHILE = re.compile(r"臨時|仮|年長|代理|代行")


@dataclass(frozen=True, slots=True)
class _Chair:
    """A label with the word for a chair: the word, whose name it is, the place."""

    word: str
    name: str
    role: Role
    span: Span


def with_chairs(
    attendees: Sequence[Attendee], statements: Sequence[Statement], lexicon: Lexicon
) -> tuple[Attendee, ...]:
    """Return *attendees*, members whom labels call 議長 with that role.

    The label prints the whole name, and no other person is called so: where the chair
    was elected during the meeting, or taken over, nobody is given the role.
    """
    chairs = list(_chairs(statements, lexicon))
    words = {
        word: {c.name for c in chairs if c.word == word} for word in _words(chairs)
    }
    found = list(attendees)
    for chair in chairs:
        places = [i for i, one in enumerate(found) if _name(one, lexicon) == chair.name]
        if len(words[chair.word]) == len(places) == 1:
            found[places[0]] = _as_chair(found[places[0]], chair)
    return tuple(found)


def _words(chairs: Sequence[_Chair]) -> set[str]:
    """Return the words for a chair in the labels."""
    return {chair.word for chair in chairs}


def _chairs(statements: Sequence[Statement], lexicon: Lexicon) -> Iterator[_Chair]:
    """Give each label that names a chair with the name beside it."""
    for statement in statements:
        label = normalize(statement.label or "").text.lstrip("○〇◯●◎ 【")
        for pattern in (_BEFORE, _BEHIND):
            found = pattern.fullmatch(label.rstrip("】 "))
            role = lexicon.title(found["word"]) if found else None
            if found and role in _CHAIRS and statement.speaker:
                if not _FOR_A_WHILE.search(found["word"]):
                    name = lexicon.gazetteer.fold(found["name"])
                    yield _Chair(found["word"], key(name), role, statement.speaker)
                break


def _name(attendee: Attendee, lexicon: Lexicon) -> str:
    """Return the whole name of *attendee* as it is compared."""
    return key(lexicon.gazetteer.fold(attendee.name.text)) if attendee.name else ""


def _as_chair(attendee: Attendee, chair: _Chair) -> Attendee:
    """Return *attendee* with the role of *chair*, if no row gives another."""
    group = attendee.group.evidence if attendee.group else ()
    by_group = attendee.role is None or (
        attendee.role.value is Role.MEMBER and attendee.role.evidence == group
    )
    if not by_group or attendee.affiliations:
        return attendee
    role = Grounded(chair.role, Basis.STATED, (chair.span,))
    return replace(attendee, role=role, role_word=chair.word)
