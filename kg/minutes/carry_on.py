"""Put a line to the item of a list that it goes on, or begin with it."""

import re

from kg.minutes.below import with_posts_below
from kg.minutes.continued import continue_item
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece


def go_on(
    items: list[Piece], line: Line, lexicon: Lexicon, *, called: bool
) -> Piece | None:
    """Put *line* to the one of *items* that it is part of; return what begins others.

    *called* tells of a list where 君 ends each row.
    """
    below = None if called else with_posts_below(items, line.piece, lexicon)
    if below:
        items[:] = below
        return None
    last = items[-1] if items else None
    more = re.match(r"兼(?:任|務|ねて)?\s", line.text)
    if more and last and last.text.endswith("君"):
        return line.piece.part(more.end())  # 兼務　小田原 潔志君 is one more
    whole = continue_item(last, line, lexicon) if last else None
    if whole is None:
        return line.piece
    items[-1] = whole
    return None
