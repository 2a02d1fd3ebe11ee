"""Read what was said: statements with their labels, agenda items and questions."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.minutes.discussion import Discussion, read_item_head
from kg.minutes.label import SpeakerLabel, Style, read_labels
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.style import find_styles
from kg.model import AgendaItem, Attribution, Basis, Grounded, Span, Statement

_BULLET = re.compile(r"^(?:[・○●◯〇◆◇■□•‣※*\-–→⇒]\s*){1,2}(?=\S)")
_ROLE_BULLET = re.compile(r"^\((?P<label>[^()]{1,12})\)\s*(?=\S)")
# （異議なし） 〔拍手〕 （以上） 以上
_STAGE = re.compile(
    r"^(?:\d{1,2}\s*[.、]?\s*(?:開\s*会|閉\s*会|散\s*会)|(?:開会|散会|閉会|休憩|再開|延会)\s*(?:午前|午後)[^。]{1,10}|(?:午前|午後)[^。]{1,8}(?:開会|開議|休憩|再開|散会|閉会|延会)|[(〔\[【][^)〕\]】]{1,30}[)〕\]】]|以\s*上|―*\s*了\s*―*|\(?了\)?)$"
)
_QUESTION = re.compile(
    r"^\s*[(（]\s*『(?P<question>[^』]+)』\s*(?:と)?の(?:御|ご)?(?:問い?|質問)に(?:対し(?:て)?|答えて)?[)）]\s*"
)
_NOTE = re.compile(
    r"^\s*[(（](?P<note>[^()（）]{1,40}(?:について|に関して|に対して|に関し|として))[)）]\s*"
)
_SENTENCE_END = re.compile(r"[。．？！?!)）」』]$")


@dataclass(slots=True)
class _Open:
    """A statement whose lines are being gathered."""

    label: SpeakerLabel | None
    attribution: Attribution
    parts: list[Piece] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    listed: bool = False


def read_statements(
    lines: Sequence[Line], items: Sequence[AgendaItem], lexicon: Lexicon
) -> Discussion:
    """Return the statements in *lines*, and what else stands there."""
    reader = _Reader(items, lexicon, find_styles(lines, lexicon))
    for line in lines:
        reader.read(line)
    return reader.finish()


class _Reader:
    """Reads a record line by line; `finish` gives what it found."""

    def __init__(
        self, items: Sequence[AgendaItem], lexicon: Lexicon, styles: frozenset[Style]
    ) -> None:
        """Begin before the first item, with nothing open."""
        self.items = list(items)
        self.known = bool(items)
        self.lexicon = lexicon
        self.styles = styles
        self.item: int | None = None
        self.open: _Open | None = None
        self.statements: list[Statement] = []
        self.counts: Counter[int | None] = Counter()
        self.prose: list[tuple[Piece, int | None]] = []
        self.placed: list[Span] = []

    def read(self, line: Line) -> None:
        """Take the next line: a heading, a label, a bullet, or more of the same."""
        piece = line.piece
        head = read_item_head(piece, self.items)
        label = None if head and head.marked else self._label(piece)
        if head and not label:
            self._begin_item(head.number, head.title, piece)
        elif label:
            self._begin(label, label.attribution, label.rest)
        elif self._is_stage(piece):
            self.placed.append(piece.span)
        elif self._bullet(piece):
            self._begin_bullet(piece)
        elif self.open and self._continues(line):
            self._add(piece, broken=line.after_page or line.after_blank)
        else:
            self._close()
            self._prose(piece)

    def finish(self) -> Discussion:
        """Return everything that was read."""
        self._close()
        return Discussion(
            tuple(self.statements),
            tuple(self.items),
            tuple(self.prose),
            tuple(self.placed),
        )

    def _label(self, piece: Piece) -> SpeakerLabel | None:
        """Return the label that begins *piece* in one of the record's styles."""
        labels = [x for x in read_labels(piece, self.lexicon) if x.style in self.styles]
        return labels[0] if labels else None

    def _bullet(self, piece: Piece) -> re.Match[str] | None:
        """Return the bullet that begins *piece*; within a speech ・ is a list."""
        found = _BULLET.match(piece.text)
        if found is None or self.open is None or self.open.label is None:
            return found
        listed = self.open.listed or not self.open.parts
        return found if listed or piece.text[0] in "→⇒" else None

    def _is_stage(self, piece: Piece) -> bool:
        """Tell whether *piece* is a stage direction （異議なし） or a subheading."""
        return _STAGE.match(piece.text) is not None or (
            piece.text.startswith("#") or read_bracketed(piece.text)
        )

    def _begin_item(self, number: int, title: str, piece: Piece) -> None:
        """Go to an item; a record without an agenda makes its own."""
        self._close()
        for i, item in enumerate(self.items):
            if item.number == number:
                self.items[i] = AgendaItem(
                    item.number,
                    item.title,
                    (*item.spans, piece.span),
                    item.presenters,
                    item.used,
                )
                break
        else:
            if self.known or not title:
                self.placed.append(piece.span)
                return
            self.items.append(AgendaItem(number, title, (piece.span,)))
        self.item = number

    def _begin_bullet(self, piece: Piece) -> None:
        """Begin a statement at a bullet; （委員） behind it gives its role."""
        found = _BULLET.match(piece.text)
        rest = piece.part(found.end()) if found else piece
        above = self.open.label if self.open else None
        if above and piece.text[0] not in "→⇒":
            # （橘議員） on a line of its own, and below it each ○ a statement
            self._begin(above, above.attribution, rest)
            if self.open:
                self.open.listed = True
            return
        role = _ROLE_BULLET.match(rest.text)
        if role and self.lexicon.role(role["label"]):
            label = SpeakerLabel(
                Style.ROUND,
                rest.match(role, "label"),
                Attribution.ROLE,
                rest.part(role.end()),
            )
            self._begin(label, Attribution.ROLE, label.rest)
        else:
            self._begin(None, Attribution.WITHHELD, rest)

    def _begin(
        self, label: SpeakerLabel | None, attribution: Attribution, rest: Piece
    ) -> None:
        """Open a statement."""
        self._close()
        self.open = _Open(label, attribution)
        if rest:
            self._add(rest, broken=False)

    def _add(self, piece: Piece, *, broken: bool) -> None:
        """Add words to the open statement; *broken* where a page or blank cuts it."""
        if self.open is None:
            return
        if broken and self.open.parts:
            self.open.breaks.add(len(self.open.parts))
        self.open.parts.append(piece)

    def _continues(self, line: Line) -> bool:
        """Tell whether *line* goes on with the open statement.

        A speech goes on until the next label. A bullet goes on while its
        sentence is cut by the end of a line or page.
        """
        if self.open is None:
            return False
        if self.open.label is not None:
            return True
        last = self.open.parts[-1].text if self.open.parts else ""
        return not _SENTENCE_END.search(last) or not (
            line.after_blank or line.after_page
        )

    def _prose(self, piece: Piece) -> None:
        """Keep a line that is nobody's statement."""
        self.prose.append((piece, self.item))

    def _close(self) -> None:
        """End the open statement."""
        opened, self.open = self.open, None
        if opened is None or not opened.parts:
            if opened and opened.label:
                self.placed.append(opened.label.piece.span)
            return
        self.counts[self.item] += 1
        self.statements.append(_statement(opened, self.item, self.counts[self.item]))


def read_bracketed(text: str) -> bool:
    """Tell whether *text* is a heading in brackets: 【意見交換】."""
    longest = 24
    return (
        bool(re.match(r"^[【<〈《]", text)) and len(text) < longest and "。" not in text
    )


def _statement(opened: _Open, item: int | None, position: int) -> Statement:
    """Return a statement of the lines that were gathered."""
    text = "".join(part.raw for part in opened.parts)
    first = opened.parts[0]
    question = _QUESTION.match(first.text)
    asked = first.match(question, "question") if question else None
    note = None if question else _NOTE.match(first.text)
    noted = first.match(note, "note") if note else None
    return Statement(
        position=position,
        text=re.sub(r"\s*[\r\n]+\s*", "", text),
        spans=_spans(opened),
        attribution=opened.attribution,
        label=opened.label.piece.raw if opened.label else None,
        speaker=opened.label.piece.span if opened.label else None,
        agenda_item=item,
        reported_question=_as_printed(asked),
        context_note=_as_printed(noted),
    )


def _as_printed(piece: Piece | None) -> Grounded[str] | None:
    """Return the words of *piece* as they stand in the document."""
    return Grounded(piece.raw, Basis.STATED, (piece.span,)) if piece else None


def _spans(opened: _Open) -> tuple[Span, ...]:
    """Return one span for each run of lines that nothing interrupts."""
    spans: list[Span] = []
    for i, part in enumerate(opened.parts):
        if not spans or i in opened.breaks:
            spans.append(part.span)
        else:
            spans[-1] = Span(spans[-1].start, part.span.end)
    return tuple(spans)
