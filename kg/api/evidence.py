"""Show the lines of a record that a fact rests on, its words marked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import overload

from kg.api.markup import Markup, block, tag
from kg.model import Passage


class Evidence(Sequence[Passage]):
    """Passages of records, in order; as HTML their words are marked."""

    def __init__(
        self, passages: Sequence[Passage], titles: Mapping[str, str] | None = None
    ) -> None:
        """Keep *passages*, and what their documents are called."""
        self.passages = tuple(passages)
        self._titles = titles or {}

    @property
    def sentences(self) -> tuple[str, ...]:
        """The lines, whole, as they stand in the record."""
        return tuple(passage.text for passage in self.passages)

    @property
    def words(self) -> tuple[str, ...]:
        """The marked words alone."""
        return tuple(
            passage.text[mark.start : mark.end]
            for passage in self.passages
            for mark in passage.marks
        )

    def title(self, passage: Passage) -> str:
        """Return what the document of *passage* is called, else its IRI."""
        return self._titles.get(passage.document, passage.document)

    @overload
    def __getitem__(self, place: int) -> Passage: ...
    @overload
    def __getitem__(self, place: slice) -> "Evidence": ...
    def __getitem__(self, place: int | slice) -> "Passage | Evidence":
        """Return one passage, or several as evidence."""
        if isinstance(place, slice):
            return Evidence(self.passages[place], self._titles)
        return self.passages[place]

    def __iter__(self) -> Iterator[Passage]:
        """Go through the passages."""
        return iter(self.passages)

    def __len__(self) -> int:
        """Count the passages."""
        return len(self.passages)

    def __repr__(self) -> str:
        """Return a line for each passage, its marked words in 【 】."""
        lines = [
            f"{self.title(passage)} L{passage.line}: "
            + "".join(
                f"【{text}】" if marked else text for text, marked in _cut(passage)
            )
            for passage in self.passages
        ]
        return "\n".join(lines) or "Evidence()"

    def _repr_html_(self) -> str:
        """Return the passages for a notebook."""
        return block(*map(self._line, self.passages))

    def _line(self, passage: Passage) -> Markup:
        """Return one passage, its words marked."""
        words = [
            tag("mark", text) if marked else text for text, marked in _cut(passage)
        ]
        where = f"{self.title(passage)} L{passage.line}"
        return tag("p", tag("small", where), " ", *words)


def _cut(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Cut the line of *passage* into parts, marked or not."""
    ends = [0, *(end for mark in passage.marks for end in (mark.start, mark.end))]
    for number, (start, end) in enumerate(pairwise([*ends, len(passage.text)])):
        if start < end:
            yield passage.text[start:end], number % 2 == 1
