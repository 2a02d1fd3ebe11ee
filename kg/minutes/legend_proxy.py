"""Read the proxy whom a legend names: 「※２　代理出席（副学長　渚 葵）」.

The mark stands at the principal, and the legend alone says who came.
"""

import re
from collections.abc import Sequence

from kg.minutes.legend import MARK
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.stand_in import read_stand_in
from kg.model import Attendee, Basis, Span, Status

# ※２ 代理出席（副学長 渚 葵）, ※代：代理出席（架空県 河川課長 渚 葵）
_NAMED = re.compile(
    rf"(?P<mark>{MARK}|※?\s*\(?代\)?(?=\s*[:は…]))\s*(?:印)?\s*[:は…]?\s*"
    r"代理(?:出席)?(?:者)?\s*\((?P<who>[^()]*\S\s+\S+[^()]*)\)[。.]?"
)
# 代 in the column 出欠
_CELL = re.compile(r"(?:^|[\s|(])代(?:理|理出席)?\)?[\s|]*$")


def with_legend_proxies(
    attendees: Sequence[Attendee], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[tuple[Attendee, ...], tuple[Span, ...]]:
    """Return *attendees* with the proxies that *lines* name, and the spans then read.

    A line counts where one row alone has its mark; else it says of nobody.
    """
    known = list(attendees)
    placed: list[Span] = []
    for line in lines:
        found = _NAMED.fullmatch(line.text)
        if not found:
            continue
        places = [i for i, one in enumerate(known) if _is_meant(one, line.piece, found)]
        if len(places) != 1:
            continue
        who = line.piece.match(found, "who")
        proxy = read_stand_in(who, line.piece, known[places[0]], lexicon)
        if proxy is not None:
            known.insert(places[0] + 1, proxy)
            placed.append(line.piece.span)
    return tuple(known), tuple(placed)


def _is_meant(one: Attendee, line: Piece, found: re.Match[str]) -> bool:
    """Tell whether *one* is absent by the mark that *line* explains."""
    if one.status.value is not Status.ABSENT or one.name is None:
        return False
    if "代" in found["mark"]:
        return _CELL.search(one.as_written) is not None
    within = line.span
    return one.status.basis is Basis.LEGEND and any(
        within.start <= span.start and span.end <= within.end
        for span in one.status.evidence
    )
