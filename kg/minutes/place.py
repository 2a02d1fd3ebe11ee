"""Read where a meeting was: rooms, buildings, a virtual room."""

import re
from collections.abc import Sequence

from kg.minutes.era import find_date
from kg.minutes.headword import Topic
from kg.minutes.line import Piece
from kg.minutes.section import Section
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
    """Return the first line that says where the meeting was."""
    values = section_values(sections, Topic.VENUE)
    if values:
        return values[0]
    # where the heading words are gone, the room stands below the day
    head = [line.piece for s in sections if s.topic is Topic.TITLE for line in s.lines]
    dated = [i for i, piece in enumerate(head) if find_date(piece.text)]
    below = head[dated[0] + 1 : dated[0] + 3] if dated else []
    rooms = [piece for piece in below if _ROOM.search(piece.text)]
    return rooms[0] if rooms else None


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
