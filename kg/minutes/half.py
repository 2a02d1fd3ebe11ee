"""Find the surnames that a record prints with the given name, in rows not read."""

import re
from collections.abc import Mapping, Sequence

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.text import key


def printed_whole(
    titles: Mapping[str, frozenset[str]], lines: Sequence[Line], lexicon: Lexicon
) -> frozenset[str]:
    """Return those surnames whom rows print in full.

    *titles* are the words that each surname is called by. A lone row may be of a
    change of members, or of somebody else: two rows are, or one that prints the
    title, too (架空連合会　理事　橘　ﾐﾂ子 for 橘理事).
    """
    fewest = 2
    whole: set[str] = set()
    titled: set[str] = set()
    for surname, called in titles.items():
        rows = [line.text for line in lines if _names(surname, line.text)]
        if any(_prints_whole(surname, text, lexicon) for text in rows):
            whole.add(surname)
        if any(title in key(text) for text in rows for title in called):
            titled.add(surname)
    return frozenset(titled | whole if len(whole) >= fewest else titled)


def _prints_whole(surname: str, text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* has *surname* and a given name as rows have: 橘　　一葉."""
    return any(lexicon.is_given(given) for given in _names(surname, text))


def _names(surname: str, text: str) -> tuple[str, ...]:
    """Return the words that stand in *text* where the given name of *surname* would."""
    letters = r"\s*".join(map(re.escape, surname))
    rows = re.finditer(
        rf"(?:^|[\s、:()○◎]){letters}\s+(?P<given>[^\s、。:()]{{1,4}})(?=$|[\s、()])",
        text,
    )
    return tuple(row["given"] for row in rows)
