"""Add who attended by speaking: a label prints a name that no list has.

Records of a whole house list no members: ○議長（榎本昭二君）, ○関麻里子君.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.minutes.affiliation import read_affiliations
from kg.minutes.attribution import attribute
from kg.minutes.foreign import NameReading
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import person_name, read_name
from kg.minutes.unlisted import with_unlisted
from kg.model import (
    Attendee,
    Attribution,
    Basis,
    Grounded,
    Mode,
    Statement,
    Status,
)
from kg.text import Normalized, key

_HONORIFIC = re.compile(r"\s*(?P<honorific>君|氏|議員)?\)?$")
_BRACKETED = re.compile(r"(?P<word>[^()]*)\((?P<name>[^()]+)\)?$")
_SEAT = re.compile(r"^[○◯〇]?\s*\d{1,3}番(?:議員)?\s*")
_MARKED = re.compile(r"(?:君|氏|議員|\))$")
_KANA = re.compile(r"[ァ-ヶー]+")
_SHORTEST = 3


def with_speakers(
    attendees: Sequence[Attendee],
    statements: Sequence[Statement],
    lines: Sequence[Line],
    printed: Sequence[Line],
    lexicon: Lexicon,
) -> tuple[Attendee, ...]:
    """Return *attendees* with those whom a label of *statements* names.

    *lines* are those of what was said, *printed* all of the record. A whole name
    adds somebody whom the list does not have, with or without the given name; a
    surname does only where the list says nothing of that side of the table.
    """
    known = list(attendees)
    labels = tuple(_labels(statements, lines))
    for piece in labels:
        added = _speaker(piece, lexicon)
        if added and not any(_is_same(added, one, lexicon) for one in known):
            known.append(replace(added, position=len(known) + 1))
    return with_unlisted(known, labels, printed, lexicon)


def _labels(statements: Sequence[Statement], lines: Sequence[Line]) -> Iterator[Piece]:
    """Give each label that names somebody, once, as a piece of the record."""
    seen: set[str] = set()
    for statement in statements:
        label, span = key(statement.label or ""), statement.speaker
        named = statement.attribution is Attribution.NAMED
        if not named or span is None or label in seen:
            continue
        seen.add(label)
        view: Normalized = lines[0].piece.view
        start = bisect_left(view.origins, span.start)
        yield Piece(view, start, bisect_left(view.origins, span.end)).part(0)


def _speaker(label: Piece, lexicon: Lexicon) -> Attendee | None:
    """Return whom *label* names in full, or None."""
    bracketed = _BRACKETED.match(label.text)
    if bracketed:
        word = label.match(bracketed, "word")
        alone = not word or attribute(word, lexicon) is Attribution.ROLE
        name = _whole(label.match(bracketed, "name"), lexicon) if alone else None
        return _attendee(label, word, *name, lexicon) if name else None
    if not _MARKED.search(label.text):
        return None
    seat = _SEAT.match(label.text)
    rest = label.part(seat.end()) if seat else label
    role = lexicon.gazetteer.role_prefix(rest.text)
    start = role.end if role else 0
    name = _whole(rest.part(start), lexicon)
    return _attendee(label, rest.part(0, start), *name, lexicon) if name else None


def _whole(piece: Piece, lexicon: Lexicon) -> tuple[Piece, NameReading] | None:
    """Return the name in *piece* where it is a whole one: 橘一葉君, アンナ・リンド君.

    橘君 and 長谷川君 are surnames.
    """
    found = _HONORIFIC.search(piece.text)
    name = piece.part(0, found.start()) if found else piece
    reading = read_name(name, lexicon)
    words = key(name.text)
    titled = lexicon.role_suffix(words) or lexicon.post_suffix(words)
    if reading.score <= 0 or titled:
        return None  # 小田切課長, 岡主幹
    alone = lexicon.is_surname(words) or _KANA.fullmatch(words)
    honoured = found and found["honorific"] in {"君", "氏"}
    long = honoured and len(words) >= _SHORTEST and not alone
    return (name, reading) if reading.given or long else None


def _attendee(
    label: Piece, word: Piece, name: Piece, reading: NameReading, lexicon: Lexicon
) -> Attendee:
    """Return somebody who spoke, with the role or the post that *word* prints."""
    seat = _SEAT.match(word.text)
    word = word.part(seat.end()) if seat else word
    role = lexicon.role(key(word.text)) if word else None
    posts = read_affiliations((word,), (), lexicon) if word and not role else ()
    return Attendee(
        position=0,
        row=label.span,
        as_written=label.raw,
        name=person_name((name,), reading),
        status=Grounded(Status.PRESENT, Basis.INFERRED, (label.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=Grounded(value=False, basis=Basis.DEFAULT),
        role=Grounded(role, Basis.STATED, (word.span,)) if role else None,
        role_word=word.text if role else None,
        affiliations=posts,
    )


def _is_same(added: Attendee, one: Attendee, lexicon: Lexicon) -> bool:
    """Tell whether *one* of the list may be the speaker: 橘 一葉, 橘, 髙橋 for 高橋."""
    if added.name is None or one.name is None:
        return False
    fold = lexicon.gazetteer.fold
    whole, listed = fold(added.name.text), fold(one.name.text)
    if whole == listed:
        return True
    family = fold(added.name.family or "")
    short = not one.name.given and listed in {family, whole[: len(listed)]}
    return short or (len(listed) > len(whole) and whole in listed)
