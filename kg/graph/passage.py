"""Show the lines of the minutes that spans stand in."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph.answer import Askable
from kg.graph.iris import span_of
from kg.graph.query import read_query
from kg.model import Passage, Span

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text cut into lines: each line's words, and where it starts."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]

    def number(self, offset: int) -> int:
        """Return the number of the line, from 1, that *offset* stands in."""
        return bisect_right(self.starts, offset)


def cut_lines(text: str) -> Lines:
    r"""Cut *text* at every kind of line break.

    >>> cut_lines("議事\r\n一\n").starts
    (0, 4, 6)
    """
    breaks = list(_BREAK.finditer(text))
    starts = (0, *(found.end() for found in breaks))
    ends = (*(found.start() for found in breaks), len(text))
    texts = tuple(text[a:b] for a, b in zip(starts, ends, strict=True))
    return Lines(texts, starts)


def read_lines(store: Askable) -> dict[str, Lines]:
    """Return the lines of every document in *store*."""
    rows = store.rows(read_query("texts"))
    return {row["document"]: cut_lines(row["text"]) for row in rows}


def passages(
    spans: Iterable[str], documents: Mapping[str, Lines]
) -> tuple[Passage, ...]:
    """Return a passage for each line that the IRIs of *spans* touch.

    A document whose text is not at hand has none.
    """
    marks: dict[tuple[str, int], set[Span]] = {}
    for iri in spans:
        found = span_of(iri)
        if found is None or found[0] not in documents:
            continue
        document, span = found
        for line, mark in _marks(span, documents[document]):
            marks.setdefault((document, line), set()).add(mark)
    result = []
    for (document, line), found_marks in sorted(marks.items()):
        text = documents[document].texts[line - 1]
        result.append(Passage(document, line, text, _merge(found_marks, text)))
    return tuple(result)


def cited_spans(text: str) -> tuple[str, ...]:
    """Return the IRIs of spans that *text* consists of; other text has none."""
    words = re.split(r"[\s、]+", text.strip())
    return tuple(words) if all(span_of(word) is not None for word in words) else ()


def cite_lines(text: str, documents: Mapping[str, Lines]) -> str:
    """Return *text* with each IRI of a span as the number of its line: L25.

    Spans in one line are cited once; with several documents at hand the line is
    cited with its document.
    """
    cited: dict[tuple[str, int], None] = {}
    for iri in cited_spans(text):
        found = span_of(iri)
        if found is not None and found[0] in documents:
            document, span = found
            cited[document, documents[document].number(span.start)] = None
    if not cited:
        return text
    several = len(documents) > 1
    return " ".join(
        f"{document.rpartition('/')[2]} L{line}" if several else f"L{line}"
        for document, line in sorted(cited)
    )


def _marks(span: Span, lines: Lines) -> Iterable[tuple[int, Span]]:
    """Return the part of *span* in each of its lines, as offsets in that line."""
    for line in range(lines.number(span.start), lines.number(span.end - 1) + 1):
        start = max(span.start - lines.starts[line - 1], 0)
        end = min(span.end - lines.starts[line - 1], len(lines.texts[line - 1]))
        if start < end:
            yield line, Span(start, end)


def _merge(marks: set[Span], text: str) -> tuple[Span, ...]:
    """Return *marks* in order, none overlapping another.

    The whole of a line says no more than the line itself, so that with it the
    narrower marks (the asterisk of the row) are what is shown.
    """
    whole = len(text.strip())
    narrow = {
        mark for mark in marks if len(text[mark.start : mark.end].strip()) < whole
    }
    merged: list[Span] = []
    for mark in sorted(narrow or marks):
        if merged and mark.start <= merged[-1].end:
            last = merged.pop()
            mark = Span(last.start, max(last.end, mark.end))  # noqa: PLW2901 - grown
        merged.append(mark)
    return tuple(merged)
