"""Compare the widths of the blanks between words: letters apart may be one word."""

from collections.abc import Sequence
from itertools import pairwise

from kg.minutes.line import Piece


def is_uniform(words: Sequence[Piece]) -> bool:
    """Tell whether all blanks have one width, so that none of them tells anything."""
    return len({b.start - a.end for a, b in pairwise(words)}) == 1


def goes_on(words: Sequence[Piece], end: int) -> bool:
    """Tell whether another letter follows as closely: the name may be longer."""
    if end >= len(words) or len(words[end].text) > 1:
        return False
    inner = words[end - 1].start - words[end - 2].end
    return words[end].start - words[end - 1].end <= inner


def is_apart(words: Sequence[Piece], first: int, end: int) -> bool:
    """Tell whether the blanks around words are wider than those between them."""
    gaps = {b.start - a.end for a, b in pairwise(words[first:end])} or {0}
    inner = max(gaps)
    if len(gaps) > 1:
        return False
    before = words[first].start - words[first - 1].end if first else inner + 1
    after = words[end].start - words[end - 1].end if end < len(words) else inner + 1
    return min(before, after) > inner


def is_torn(words: Sequence[Piece], first: int, end: int, *, slack: int = 0) -> bool:
    """Tell whether letters apart are cut off from more of the same: 企 画 | 課 長.

    The blank around them is then no wider than the narrowest between them; for a
    known role or post (委 員 萩 京子) it may be as wide, with *slack* 1.
    """
    if is_uniform(words):
        return False
    inner = -slack + min(b.start - a.end for a, b in pairwise(words[first:end]))
    letter = [len(word.text) == 1 for word in words]
    before = first > 0 and letter[first - 1]
    after = end < len(words) and letter[end]
    return (before and words[first].start - words[first - 1].end <= inner) or (
        after and words[end].start - words[end - 1].end <= inner
    )
