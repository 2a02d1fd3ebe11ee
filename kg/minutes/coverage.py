"""Account for every line of a record: what no rule placed is listed, never lost."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from kg.minutes.line import Line
from kg.model import Document, Span


def find_unplaced(lines: Sequence[Line], placed: Iterable[object]) -> tuple[Span, ...]:
    """Return the lines that share no character with any span within *placed*.

    *placed* are values of the model or spans; every span that they hold counts, so
    a value that cites its words cannot be forgotten here.
    """
    known = sorted(span for value in placed for span in _spans(value))
    reach: list[Span] = []
    for span in known:
        if reach and span.start <= reach[-1].end:
            reach[-1] = Span(reach[-1].start, max(reach[-1].end, span.end))
        else:
            reach.append(span)
    starts = [span.start for span in reach]
    spans = (line.piece.span for line in lines)
    return tuple(span for span in spans if not _touches(span, reach, starts))


def _touches(span: Span, reach: Sequence[Span], starts: Sequence[int]) -> bool:
    """Tell whether *span* overlaps one of *reach*, parted spans that are in order."""
    last = bisect_left(starts, span.end)
    return last > 0 and reach[last - 1].overlaps(span)


def _spans(value: object) -> Iterator[Span]:
    """Give every span within *value*, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value) and not isinstance(value, (type, Document)):
        for name in fields(value):
            yield from _spans(getattr(value, name.name))
