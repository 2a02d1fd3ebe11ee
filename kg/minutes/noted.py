"""Read names with what is said of them in a bracket: 橘 一葉・橘 律（いずれも農業）."""

import re
from itertools import pairwise

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name

_BOTH = re.compile(
    r"(?P<names>[^()/:]{3,40})(?P<open>\()(?:いずれも|ともに|共に|両[名氏人]とも|全員)、?"
    r"(?P<office>[^()]+\))"
)
_NOTED = re.compile(
    r"(?P<names>[^()/、。:]{2,20}?)[▲△※*○◎●]?\s*\((?:[^()]|\([^()]*\))+\)"
)


def sharing_note(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """Return the rows of 「橘 一葉・橘 律（ともに農業）」, each with the office."""
    found = _BOTH.fullmatch(piece.text)
    if found is None:
        return []
    names = piece.match(found, "names")
    edges = [-1, *(m.start() for m in re.finditer("[・、]", names.text))]
    parts = [names.part(a + 1, b) for a, b in pairwise([*edges, len(names.text)])]
    if len(parts) == 1 or not all(is_full_name(part, lexicon) for part in parts):
        return []
    opening, office = piece.match(found, "open"), piece.match(found, "office")
    return [part.joined(opening).joined(office) for part in parts]


def is_noted(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether names and what is said of them in a bracket make up *piece*.

    橘 一葉▲（西都大学 教授）, 橘 一葉・橘 律（農業）.
    """
    found = _NOTED.fullmatch(piece.text)
    names = re.split("・", found["names"]) if found else []
    return bool(names) and all(
        lexicon.is_surname(word) or " " in name
        for name in names
        for word in name.split()[:1]
    )


def is_full_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* is a name with a blank between its parts."""
    reading = read_name(piece, lexicon)
    return " " in piece.text and reading.given is not None
