"""Put a line to the item of a list that it goes on, or begin with it."""

import re

from kg.minutes.below import with_posts_below
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import read_name

_LONGEST = 400
"""Characters that no row of one person has."""


def go_on(
    items: list[Piece], line: Line, lexicon: Lexicon, *, called: bool
) -> Piece | None:
    """Put *line* to the one of *items* that it is part of; return what begins others.

    It goes on an item with an open bracket, or is a bracket below it. *called* tells
    of a list where 君 ends each row.
    """
    below = None if called else with_posts_below(items, line.piece, lexicon)
    if below:
        items[:] = below
        return None
    last = items[-1] if items else None
    if last and len(last.text) > _LONGEST:
        last = None  # a bracket that is never closed
    proxy = re.fullmatch(r"\((?:代理[^()]*|[^()]{2,16}代理(?:出席)?)\)", line.text)
    more = re.match(r"兼(?:任|務|ねて)?\s", line.text)  # 兼　深海観測機構 フェロー
    if more and last and last.text.endswith("君"):
        return line.piece.part(more.end())  # 兼務　小田原 潔志君 is one more
    bracketed = re.fullmatch(r"\(.*\)", line.text) is not None
    if last and bracketed and _is_bare_name(last, lexicon):
        items[-1] = last.beside(line.piece)  # 佐藤 一郎 / （浜名大学教授）
    elif last and (proxy or more or last.text.count("(") > last.text.count(")")):
        items[-1] = last.joined(line.piece)
    else:
        return line.piece
    return None


def _is_bare_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* is a full name and nothing else."""
    reading = read_name(piece, lexicon)
    return reading.given is not None and not lexicon.post_suffix(piece.text)
