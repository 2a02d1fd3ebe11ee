"""Keep the answers that were asked for last: pages ask the same again and again."""

from collections import OrderedDict
from dataclasses import dataclass, field

from kg.serve.reply import Reply

_PART = 16
"""An answer may fill this part of what is kept, and no more."""

_BESIDE = 1_000
"""Bytes that an answer takes beside its own, at the most."""

Answer = tuple[Reply, bool]
"""An answer, and whether it is compressed."""


@dataclass(slots=True)
class Kept:
    """Answers by their marks, up to *size* bytes; the one unused longest goes first.

    A mark names the build and the formats too, so that an answer is never too old.
    """

    size: int
    _answers: OrderedDict[tuple[str, bool], Answer] = field(default_factory=OrderedDict)
    _held: int = 0

    def find(self, tag: str, *, zipped: bool) -> Answer | None:
        """Return the answer that *tag* marks, if it is here."""
        found = self._answers.get((tag, zipped))
        if found is not None:
            self._answers.move_to_end((tag, zipped))
        return found

    def keep(self, tag: str, answer: Answer, *, zipped: bool) -> None:
        """Keep *answer*, to a client that reads gzip or does not."""
        size, key = len(answer[0].body) + _BESIDE, (tag, zipped)
        if size > self.size // _PART or key in self._answers:
            return
        self._answers[key] = answer
        self._held += size
        while self._held > self.size:
            _, (reply, _) = self._answers.popitem(last=False)
            self._held -= len(reply.body) + _BESIDE
