"""Measure labels before anything is drawn."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

FONT_SIZE = 24
"""Size of labels in units of the picture: 12 px where it is drawn at half size."""
LINE_HEIGHT = 26

_WIDE = frozenset("MWmw@%&—―…‥")
"""Characters outside East Asian width that fill nearly a whole em."""
_CLOSING = frozenset(
    "、。，．,.・：；:;？！?!）)」』】〕〉》］]｝}ー々ゝゞ゛゜ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""Characters that no line begins with (行頭禁則)."""
_OPENING = frozenset("（(「『【〔〈《［[｛{")
"""Characters that no line ends with (行末禁則)."""
_UNIT_ENDS = frozenset("省庁府局部課室会院社人所")
"""Ends of units, after which a name breaks best: 内閣府｜知的財産戦略推進事務局."""
_SURPLUS = 6.0
"""What a line more costs."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Tell whether this box and *other* share more than a border."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def around(boxes: tuple[Box, ...], margin: float = 0) -> Box:
    """Return the box that holds all of *boxes* with *margin* on each side."""
    return Box(
        min(box.left for box in boxes) - margin,
        min(box.top for box in boxes) - margin,
        max(box.right for box in boxes) + margin,
        max(box.bottom for box in boxes) + margin,
    )


def ems(text: str) -> float:
    """Return the width of *text* in ems, rather too much than too little.

    >>> ems("総務省"), ems("内閣府（CAO）")
    (3.0, 7.25)
    """
    return sum(_advance(character) for character in text)


def wrap(text: str, limit: float) -> tuple[str, ...]:
    """Cut *text* into lines of about equal length, none wider than *limit* ems.

    Nothing is left out: an ellipsis could hide 代理 or 非常勤.

    >>> wrap("国立研究開発法人産業技術総合研究所", 9)
    ('国立研究開発法人', '産業技術総合研究所')
    """
    words = " ".join(text.split()) or "–"
    cuts = _cheapest_cuts(words, limit)
    return tuple(words[a:b].strip() for a, b in pairwise(cuts))


def _cheapest_cuts(text: str, limit: float) -> list[int]:
    """Return where the lines of *text* begin and the last one ends.

    A line costs the square of what it lacks of the mean width, and a break the more
    the worse its place.
    """
    ends = [0.0]
    for character in text:
        ends.append(ends[-1] + _advance(character))
    mean = ends[-1] / math.ceil(max(ends[-1], 1) / limit)
    best = [0.0]
    starts = [0]
    for end in range(1, len(text) + 1):
        costs = [
            (best[start] + _SURPLUS + (mean - ends[end] + ends[start]) ** 2, start)
            for start in _starts(ends, end, limit)
        ]
        cost, start = min(costs)
        best.append(cost + _break_cost(text, end))
        starts.append(start)
    cuts = [len(text)]
    while cuts[-1]:
        cuts.append(starts[cuts[-1]])
    return cuts[::-1]


def _starts(ends: Sequence[float], end: int, limit: float) -> Iterator[int]:
    """Return where a line that ends at *end* may begin, one character at least."""
    yield end - 1
    start = end - 2
    while start >= 0 and ends[end] - ends[start] <= limit:
        yield start
        start -= 1


def _advance(character: str) -> float:
    """Return the width of one character in ems."""
    # U+3099, the sound mark of か + ゛, is wide by its property.
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA" or character in _WIDE:
        return 1.0
    if not character.isascii():
        return 1.0
    return 0.75 if character.isupper() else 0.625


def _break_cost(text: str, end: int) -> float:
    """Return how bad it is to begin a line of *text* at *end*."""
    if end == len(text):
        return 0
    before, after = text[end - 1], text[end]
    if after in _CLOSING or before in _OPENING:
        return 400
    if before in " ・" or after in " （(「":
        return 0
    if before in _UNIT_ENDS and after not in _UNIT_ENDS:
        return 2
    scripts = (_script(before), _script(after))
    if scripts[0] == scripts[1]:
        return 8 if scripts[0] == "CJK" else 60
    return 60 if scripts[1] == "HIRAGANA" else 4


def _script(character: str) -> str:
    """Return the first word of the character's name: CJK, KATAKANA, LATIN."""
    if character.isascii():
        return "LATIN"
    # ー is KATAKANA-HIRAGANA PROLONGED SOUND MARK.
    return unicodedata.name(character, "?").split(maxsplit=1)[0].split("-")[0]
