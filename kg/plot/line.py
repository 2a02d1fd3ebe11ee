"""Measure and cut lines of text before they are drawn, without a font."""

import unicodedata
from collections.abc import Iterable

_CLOSING = frozenset("、。，．・：；？！）」』】〕〉》,.;:!?)”~〜ー")
"""Characters that no line begins with (行頭禁則)."""


def ems(text: str) -> float:
    """Return about how wide *text* is in ems, so that no font decides the layout.

    >>> ems("総務省"), ems("AB")
    (3.0, 1.1)
    """
    return round(sum(_advance(character) for character in text), 3)


def _advance(character: str) -> float:
    """Return about the width of one character in ems."""
    if unicodedata.combining(character):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.55


def cut(text: str, limit: float) -> list[str]:
    """Cut *text* into lines of at most *limit* ems, between words where there are any.

    >>> cut("会議、部会", 2)
    ['会', '議、', '部会']
    """
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and ems(lines[-1] + piece.rstrip()) > limit:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> Iterable[str]:
    """Yield what no line break goes through: words, or a character with its stops."""
    piece = ""
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        joins = character in _CLOSING or not (wide or piece.endswith(" "))
        last_wide = piece[-1:] and unicodedata.east_asian_width(piece[-1]) in "WF"
        if piece and (character in _CLOSING or (joins and not last_wide)):
            piece += character
        else:
            if piece:
                yield piece
            piece = character
    if piece:
        yield piece
