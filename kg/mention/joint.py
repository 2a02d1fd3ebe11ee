"""Find names that share one title: 林、森両委員."""

import re
from collections.abc import Iterator

from kg.gazetteer import Gazetteer
from kg.mention.known import Names
from kg.mention.passage import Found
from kg.mention.roster import Roster
from kg.mention.tail import read_tail
from kg.model import Label

_AND = re.compile(r"[、,・]|及び|と")

# 両委員, の三委員, 各氏, ご両名
_BOTH = re.compile(r"の?[ごお御]?(?:両|各|[二三四五六七八九2-9])")


def find_joint(
    text: str,
    names: Names,
    places: frozenset[int],
    roster: Roster,
    gazetteer: Gazetteer,
) -> Iterator[Found]:
    """Yield the people of *text* whose names share the title after the last one."""
    row: list[tuple[int, int]] = []
    for start, end in names.places(text):
        joined = row and _AND.fullmatch(text, row[-1][1], start)
        row = [*row, (start, end)] if joined else [(start, end)]
        both = _BOTH.match(text, end)
        if both is None or len(row) == 1:
            continue
        tail = read_tail(text, both.end(), places | {both.end()}, gazetteer)
        if tail is None:
            continue
        for first, last in row:
            name = text[first:last]
            yield Found(
                first,
                last,
                Label.PERSON,
                f"a name of the roster that shares {tail.word}",
                surname=roster.full.get(name, name),
                post=None if tail.honorific else tail.word,
            )
