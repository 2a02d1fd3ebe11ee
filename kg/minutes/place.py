"""Read where a meeting was: rooms, buildings, a virtual room."""

import re
from collections.abc import Sequence

from kg.minutes.era import find_date, find_times
from kg.minutes.headword import Topic
from kg.minutes.line import Piece
from kg.minutes.section import Section
from kg.minutes.topic import SHARED_PLACE
from kg.model import Place

_VIRTUAL = re.compile(
    r"web\s*会議|ウェブ会議|オンライン|リモート|テレビ会議|ビデオ会議|teams|zoom|webex|web開催",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"(?:会議室|議場|ホール|会館|庁舎|講堂|\d+階|研修室|委員会室|オンライン(?:開催)?|web会議)\S*$",
    re.IGNORECASE,
)
_PLACE_BREAK = re.compile(
    r"\s*(?:[+＋、,/]|及び|および|並びに|と(?=オンライン|Web))\s*"
)
_AT = re.compile(r"^於[て]?[、,:：\s]*")
_MANNER = re.compile(r"方法|形式|形態")
_NOTE = re.compile(r"\s*\([^()]*\)$")
_TOLD = re.compile(r"(?:オンライン|Web|WEB|リモート|ウェブ).{0,8}(?:出席|参加)")
_HYBRID = re.compile(r"\((?P<words>[^()]*)\)")


def section_values(sections: Sequence[Section], topic: Topic) -> list[Piece]:
    """Return the values of the sections about *topic*, in order."""
    values: list[Piece] = []
    for section in sections:
        if section.topic is not topic:
            continue
        if section.head and section.head.value:
            values.append(section.head.value)
        values.extend(line.piece for line in section.lines)
    return values


def read_venue(sections: Sequence[Section]) -> Piece | None:
    """Return the first line that says where the meeting was.

    場所 goes before 開催方法; a sentence (…書面開催とした。) names no place.
    """
    values = [
        (_MANNER.search(section.head.word if section.head else "") is not None, value)
        for section in sections
        if section.topic is Topic.VENUE
        for value in section_values([section], Topic.VENUE)[:1]
    ]
    for _, value in sorted(values, key=lambda pair: pair[0]):
        if not value.text.endswith("。"):
            return _room_alone(value)
    below = _below_day(sections)
    return _room_alone(below[0]) if below else None


def _below_day(sections: Sequence[Section]) -> list[Piece]:
    """Return the lines below the day that are a place, without a heading of it."""
    for section in sections:
        if section.topic is Topic.DATE and section.head:
            shared = SHARED_PLACE.search(section.head.word) is not None
            pieces = section_values([section], Topic.DATE)
            places = [_at(piece) for piece in pieces if _is_place(piece, shared=shared)]
            if places:
                return places
    # where the heading words are gone, the room stands below the day
    head = [line.piece for s in sections if s.topic is Topic.TITLE for line in s.lines]
    dated = [i for i, piece in enumerate(head) if find_date(piece.text)]
    below = head[dated[0] + 1 : dated[0] + 3] if dated else []
    return [piece for piece in below if _ROOM.search(piece.text)]


def _is_place(piece: Piece, *, shared: bool) -> bool:
    """Tell whether a line below the day is the place: 於、第2会議室."""
    if _AT.match(piece.text):
        return True
    dated = find_date(piece.text) or find_times(piece.text)
    return shared and not dated


def _at(piece: Piece) -> Piece:
    """Return *piece* without the word 於 before it."""
    found = _AT.match(piece.text)
    return piece.part(found.end()) if found else piece


def _room_alone(piece: Piece) -> Piece:
    """Return *piece* without a note that is longer than what it is about.

    議会棟（一部の説明員はオンラインにより出席）
    """
    note = _NOTE.search(piece.text)
    if note and note.start() and _TOLD.search(note.group()):
        return piece.part(0, note.start())
    return piece


def read_places(venue: Piece) -> tuple[Place, ...]:
    """Return the rooms of *venue*, the virtual one apart: Web会議+第8号館."""
    places: list[Place] = []
    start = 0
    for found in (*_PLACE_BREAK.finditer(venue.text), None):
        part = venue.part(start, found.start() if found else None)
        start = found.end() if found else 0
        if part:
            places.extend(_place(part))
    return tuple(places)


def _place(part: Piece) -> list[Place]:
    """Return one room, and the virtual one that a note adds （オンライン併用）."""
    note = _HYBRID.search(part.text)
    virtual = _VIRTUAL.search(part.text[: note.start()]) if note else None
    if note and not virtual and _VIRTUAL.search(note["words"]) and note.start():
        room = part.part(0, note.start())
        online = part.match(note, "words")
        return [
            Place(room.text, virtual=False, span=room.span),
            Place(online.text, virtual=True, span=online.span),
        ]
    return [Place(part.text, bool(_VIRTUAL.search(part.text)), part.span)]
