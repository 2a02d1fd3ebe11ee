"""Gather the lines of one statement, and make it when it is whole."""

import re
from dataclasses import dataclass, field

from kg.minutes.label import SpeakerLabel
from kg.minutes.line import Piece
from kg.model import Attribution, Basis, Grounded, Span, Statement

_QUESTION = re.compile(
    r"^\s*[(（]\s*『(?P<question>[^』]+)』\s*(?:と)?の(?:御|ご)?(?:問い?|質問)に(?:対し(?:て)?|答えて)?[)）]\s*"
)
_NOTE = re.compile(
    r"^\s*[(（](?P<note>[^()（）]{1,40}(?:について|に関して|に対して|に関し|として))[)）]\s*"
)
_CELL_BREAK = re.compile(r"\s*<br\s*/?>\s*")


@dataclass(slots=True)
class Opened:
    """A statement whose lines are being gathered.

    *listed* tells that each bullet below the label is a statement of its own,
    *doubtful* that the lines are prose unless a label ends them, and *meant* that the
    label is the word of a legend for the bullet.
    """

    label: SpeakerLabel | None
    attribution: Attribution
    parts: list[Piece] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    listed: bool = False
    doubtful: bool = False
    meant: bool = False

    def add(self, piece: Piece, *, broken: bool = False) -> None:
        """Add words; *broken* where a page or an empty line cuts the statement."""
        if piece.text.endswith("|"):
            piece = piece.part(0, len(piece.text.rstrip("| ")))  # the end of a row
        if broken and self.parts:
            self.breaks.add(len(self.parts))
        start = 0
        for cut in (*_CELL_BREAK.finditer(piece.text), None):
            part = piece.part(start, cut.start() if cut else None)
            start = cut.end() if cut else 0
            if part:
                self.parts.append(part)

    def statement(self, item: int | None, position: int) -> Statement:
        """Return the statement of the lines that were gathered."""
        text = "".join(part.raw for part in self.parts)
        first = self.parts[0]
        question = _QUESTION.match(first.text)
        asked = first.match(question, "question") if question else None
        note = None if question else _NOTE.match(first.text)
        noted = first.match(note, "note") if note else None
        return Statement(
            position=position,
            text=re.sub(r"\s*[\r\n]+\s*", "", text),
            spans=self._spans(),
            attribution=self.attribution,
            label=self.label.piece.raw if self.label else None,
            speaker=self.label.piece.span if self.label else None,
            agenda_item=item,
            reported_question=_as_printed(asked),
            context_note=_as_printed(noted),
        )

    def _spans(self) -> tuple[Span, ...]:
        """Return one span for each run of lines that nothing interrupts."""
        spans: list[Span] = []
        for i, part in enumerate(self.parts):
            if not spans or i in self.breaks:
                spans.append(part.span)
            else:
                spans[-1] = Span(spans[-1].start, part.span.end)
        return tuple(spans)


def _as_printed(piece: Piece | None) -> Grounded[str] | None:
    """Return the words of *piece* as they stand in the document."""
    return Grounded(piece.raw, Basis.STATED, (piece.span,)) if piece else None
