"""Show the words of a statement as one text that knows its places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import Document, Span
from kg.text import Normalized, normalize

_BREAK = re.compile(r"\s*[\r\n\f]+\s*")
_STOPS = "。?!"
_CLOSING = {"「": "」", "『": "』", "(": ")", "【": "】", "“": "”", "〈": "〉"}
_LONGEST = 240
"""Characters within which a bracket has to close, or it is a slip."""


@dataclass(frozen=True, eq=False)
class Passage:
    """Words of a document in NFKC, line breaks left out.

    *places* has for each character its span, *cuts* the characters at which a new
    part of the document begins: a page break cuts a statement.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    cuts: frozenset[int]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where `text[start:end]` stands in the document."""
        words: list[tuple[int, int]] = []
        for at in range(start, end):
            first, last = self.places[at]
            if words and at not in self.cuts:
                words[-1] = (words[-1][0], max(last, words[-1][1]))
            else:
                words.append((first, last))
        return tuple(Span(*one) for one in words)

    def span(self, start: int, end: int) -> Span:
        """Return the first part of the document that `text[start:end]` stands in."""
        return self.spans(start, end)[0]

    @cached_property
    def sentences(self) -> tuple["Sentence", ...]:
        """The sentences, and the remarks in brackets between them: （異議なし）."""
        return tuple(
            Sentence(self, start, end) for start, end in _sentence_places(self.text)
        )


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a passage: `passage.text[start:end]`, blanks left out."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words with their stop."""
        return self.passage.text[self.start : self.end]

    @cached_property
    def body(self) -> str:
        """The words without their stop."""
        return self.text.rstrip(f"{_STOPS} \t")

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands in the document."""
        return self.passage.spans(self.start, self.end)

    def part(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where `text[start:end]` stands in the document."""
        return self.passage.spans(self.start + start, self.start + end)


def read_passage(document: Document, spans: Sequence[Span]) -> Passage:
    """Return the words at *spans* of *document* as one passage."""
    text: list[str] = []
    places: list[tuple[int, int]] = []
    cuts: set[int] = set()
    for span in spans:
        view = normalize(document.text[span.start : span.end])
        if text:
            cuts.add(len(places))
        last = 0
        for found in (*_BREAK.finditer(view.text), None):
            end = found.start() if found else len(view.text)
            text.append(view.text[last:end])
            places.extend(_places(view, last, end, span.start))
            last = found.end() if found else end
    return Passage("".join(text), tuple(places), frozenset(cuts))


def _places(
    view: Normalized, start: int, end: int, offset: int
) -> Iterator[tuple[int, int]]:
    """Yield the place in the document of each character of `view.text[start:end]`."""
    if view.text == view.raw:
        for at in range(offset + start, offset + end):
            yield at, at + 1
        return
    for at in range(start, end):
        place = view.to_source(at, at + 1)
        yield offset + place.start, offset + place.end


def _sentence_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of *text* starts and ends.

    A stop within brackets ends none: 「次に示す。」と述べた. What stands in brackets
    between two sentences is by itself.
    """
    start, at = 0, 0
    while at < len(text):
        character = text[at]
        if character.isspace() and at == start:
            start = at = at + 1
            continue
        closing = _close(text, at) if character in _CLOSING else 0
        alone = closing and at == start and character in "(【"
        at = closing or at + 1
        if alone or character in _STOPS:
            yield start, at
            start = at
    if start < len(text) and text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def _close(text: str, at: int) -> int:
    """Return the place behind the bracket that closes the one at *at*, or 0."""
    opening, depth = text[at], 0
    closing = _CLOSING[opening]
    for place in range(at, min(len(text), at + _LONGEST)):
        if text[place] == opening:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if not depth:
                return place + 1
    return 0
