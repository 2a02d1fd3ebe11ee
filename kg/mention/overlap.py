"""Make one list of what several recognizers found, and say who won."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from kg.model import Label, Mention

ORDER = (
    "post",
    "gazetteer",
    "record",
    "alias",
    "compound",
    "municipal",
    "nominal",
    "ginza",
    "repeated",
)
"""Who is believed first about the same words: what knows more comes before."""


def merge(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return *mentions* in order of the text, people and bodies without overlap.

    The longest words win, since 北川理事 says more than 北川; of equal words the
    recognizer that is earlier in `ORDER`. All that saw the winner's words, or a
    part of them as the same sort, are named with it. Themes may lie in names.
    """
    kept: list[Mention] = []
    themes: list[Mention] = []
    names: list[Mention] = []
    for mention in mentions:
        (themes if mention.label is Label.THEME else names).append(mention)
    starts: list[int] = []  # of those kept, which stand apart and in order
    for mention in sorted(names, key=_strength):
        end = bisect_left(starts, mention.span.end)
        first = bisect_right(starts, mention.span.start, hi=end)
        if first and kept[first - 1].span.overlaps(mention.span):
            first -= 1
        if first == end:
            kept.insert(end, mention)
            starts.insert(end, mention.span.start)
        elif end - first == 1 and kept[first].label is mention.label:
            kept[first] = _joined(kept[first], mention)
    return tuple(sorted((*kept, *_once(themes)), key=_place))


def _strength(mention: Mention) -> tuple[int, int, int, str]:
    """Return what sorts the strongest reading first."""
    length = mention.span.end - mention.span.start
    rank = ORDER.index(mention.recognizers[0])
    return (-length, rank, mention.span.start, mention.label)


def _place(mention: Mention) -> tuple[int, int, str, str]:
    """Return what sorts by place."""
    return (
        mention.span.start,
        mention.span.end,
        mention.label,
        mention.target or "",
    )


def _joined(winner: Mention, other: Mention) -> Mention:
    """Return *winner* with *other*'s recognizer, and why *other* lost."""
    new = [
        name
        for name in other.recognizers
        if name not in winner.recognizers and name != "repeated"
    ]
    if not new:
        return winner
    same = winner.span == other.span
    why = "saw the same words" if same else f"saw only {other.text}"
    return replace(
        winner,
        recognizers=(*winner.recognizers, *new),
        reason=f"{winner.reason}; {', '.join(new)} {why}",
        target=winner.target or (other.target if same else None),
    )


def _once(themes: Iterable[Mention]) -> list[Mention]:
    """Return *themes* without doubles of one place and concept."""
    return list({(m.span, m.target): m for m in themes}.values())
