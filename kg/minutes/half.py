"""Find the surnames that a record prints with the given name, in rows not read."""

import re
from collections.abc import Iterable, Sequence

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line


def printed_whole(
    surnames: Iterable[str], lines: Sequence[Line], lexicon: Lexicon
) -> frozenset[str]:
    """Return those of *surnames* whom rows print in full, where two or more are.

    A lone row may be of a change of members, or of somebody else.
    """
    fewest = 2
    whole = frozenset(
        surname
        for surname in surnames
        if any(_prints_whole(surname, line.text, lexicon) for line in lines)
    )
    return whole if len(whole) >= fewest else frozenset()


def _prints_whole(surname: str, text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* has *surname* and a given name as rows have: 橘　　一葉."""
    letters = r"\s*".join(map(re.escape, surname))
    rows = re.finditer(
        rf"(?:^|[\s、:()○◎]){letters}\s+(?P<given>[^\s、:()]{{1,4}})(?=$|[\s、()])",
        text,
    )
    return any(lexicon.is_given(row["given"]) for row in rows)
