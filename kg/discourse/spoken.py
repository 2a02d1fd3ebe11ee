"""Go through the words of a record, those of statements and the prose beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.discourse.passage import Passage, Sentence, read_passage
from kg.model import Minutes, Span, Statement


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of a statement, or of prose that belongs to none."""

    passage: Passage
    statement: Statement | None = None

    def sentence(self, at: int) -> Sentence:
        """Return the sentence that holds the place *at*, or all there is."""
        for one in self.passage.sentences:
            if one.start <= at < one.end:
                return one
        return Sentence(self.passage, 0, len(self.passage.text))

    def is_quoted(self, at: int, sentence: Sentence) -> bool:
        """Tell whether *at* stands within 「」 or 『』: those are another's words."""
        before = self.passage.text[sentence.start : at]
        return any(before.count(a) > before.count(b) for a, b in ("「」", "『』"))


def read_spoken(minutes: Minutes) -> Iterator[Spoken]:
    """Yield the words of each statement and each line of prose, in their order."""
    every: list[tuple[tuple[Span, ...], Statement | None]] = [
        *((statement.spans, statement) for statement in minutes.statements),
        *(((span,), None) for span in minutes.body_spans),
    ]
    for spans, statement in sorted(every, key=lambda one: one[0][0].start):
        yield Spoken(read_passage(minutes.document, spans), statement)
