"""Read what was said: statements with their labels, agenda items and questions."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.minutes.cutting import cut_speeches
from kg.minutes.discussion import Discussion, ItemHead, read_item_head, with_head
from kg.minutes.intro import read_intro
from kg.minutes.label import SpeakerLabel, Style, read_labels, read_trailing
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.mark import MarkWord, read_marks
from kg.minutes.opened import Opened
from kg.minutes.sign import (
    ASKED,
    BULLET,
    COLUMNS,
    NOBODY,
    ROLE_BULLET,
    SAME,
    SENTENCE_END,
    STAGE,
    SUBHEAD,
    read_bracketed,
)
from kg.minutes.style import find_styles
from kg.model import AgendaItem, Attribution, Span, Statement


def read_statements(
    lines: Sequence[Line], items: Sequence[AgendaItem], lexicon: Lexicon
) -> Discussion:
    """Return the statements in *lines*, and what else stands there."""
    whole = cut_speeches(lines, lexicon)
    reader = _Reader(items, lexicon, find_styles(whole, lexicon))
    reader.marks = read_marks(whole, lexicon)
    for line in whole:
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
        self.marks: Mapping[str, MarkWord | None] = {}
        self.item: int | None = None
        self.open: Opened | None = None
        self.last: SpeakerLabel | None = None
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
            self._begin_item(head, piece)
        elif label:
            self._begin(label, label.attribution, label.rest)
        elif self._introduces(piece):
            return
        elif self._is_stage(piece):
            self._pass(piece)
        elif Style.CELL in self.styles and (same := SAME.match(piece.text)):
            self._row(same, piece)
        elif self._bullet(piece):
            self._begin_bullet(piece)
        elif Style.TRAILING in self.styles:
            self._gather(line)
        elif self.open and self._continues(line):
            self.open.add(piece, broken=line.after_page or line.after_blank)
        else:
            self._close()
            self._prose(piece)

    def finish(self) -> Discussion:
        """Return everything that was read."""
        self._close()
        said, items = tuple(self.statements), tuple(self.items)
        return Discussion(said, items, tuple(self.prose), tuple(self.placed))

    def _label(self, piece: Piece) -> SpeakerLabel | None:
        """Return the label that begins *piece* in one of the record's styles."""
        if Style.CELL in self.styles and COLUMNS.match(piece.text):
            return None
        labels = [x for x in read_labels(piece, self.lexicon) if x.style in self.styles]
        return labels[0] if labels else None

    def _bullet(self, piece: Piece) -> re.Match[str] | None:
        """Return the bullet that begins *piece*; within a speech ・ is a list."""
        found = BULLET.match(piece.text) or ASKED.match(piece.text)
        if found is None or self.open is None or self.open.label is None:
            return found
        if self.open.meant or piece.text[0] in self.marks:
            return found
        listed = self.open.listed or not self.open.parts
        return found if listed or piece.text[0] in "→⇒" else None

    def _is_stage(self, piece: Piece) -> bool:
        """Tell whether *piece* is a stage direction （異議なし） or a subheading."""
        text = piece.text
        if Style.CELL in self.styles and (COLUMNS.match(text) or NOBODY.match(text)):
            return True
        return STAGE.match(text) is not None or (
            text.startswith("#") or read_bracketed(text)
        )

    def _pass(self, piece: Piece) -> None:
        """Leave out a stage direction; what is only gathered so far ends there."""
        if self.open and self.open.doubtful:
            self._close()
        self.placed.append(piece.span)

    def _begin_item(self, head: ItemHead, piece: Piece) -> None:
        """Go to an item; a record makes its own without an agenda, or behind it."""
        self._close()
        items = with_head(self.items, head, piece.span, known=self.known)
        if items is None:
            self.placed.append(piece.span)
        else:
            self.items, self.item = items, head.number

    def _row(self, same: re.Match[str], piece: Piece) -> None:
        """Take a row without a label of its own: more of the speech, or 同 again."""
        rest = piece.part(same.end(), len(piece.text.rstrip(" |")))
        if same["same"] and self.last:
            self._begin(self.last, self.last.attribution, rest)
        elif self.open:
            self.open.add(rest)
        else:
            self._prose(piece)

    def _begin_bullet(self, piece: Piece) -> None:
        """Begin a statement at a bullet; （委員） behind it gives its role."""
        found = BULLET.match(piece.text) or ASKED.match(piece.text)
        rest = piece.part(found.end()) if found else piece
        above = self.open.label if self.open else None
        meant = self.marks.get(piece.text[0])
        by_mark = meant or (self.open is not None and self.open.meant)
        if above and not by_mark and piece.text[0] not in "→⇒":
            # （橘議員） on a line of its own, and below it each ○ a statement
            self._begin(above, above.attribution, rest)
            if self.open:
                self.open.listed = True
            return
        role = ROLE_BULLET.match(rest.text)
        if role and self.lexicon.role(role["label"]):
            word, said = rest.match(role, "label"), rest.part(role.end())
            label = SpeakerLabel(Style.ROUND, word, Attribution.ROLE, said)
            self._begin(label, Attribution.ROLE, said)
        elif meant:
            label = SpeakerLabel(Style.CIRCLE, meant.piece, meant.attribution, rest)
            self._begin(label, meant.attribution, rest)
            if self.open:
                self.open.meant = True
        else:
            self._begin(None, Attribution.WITHHELD, rest)

    def _begin(
        self, label: SpeakerLabel | None, attribution: Attribution, rest: Piece
    ) -> None:
        """Open a statement."""
        self._close()
        self.open = Opened(label, attribution)
        self.last = label or self.last
        if rest:
            self.open.add(rest)

    def _gather(self, line: Line) -> None:
        """Take a line of a paragraph whose speaker is printed at its end."""
        if self.open is None or line.after_blank:
            self._close()
            self.open = Opened(None, Attribution.WITHHELD, doubtful=True)
        self.open.add(line.piece, broken=line.after_page)
        if read_trailing(line.piece, self.lexicon):
            self._close()

    def _continues(self, line: Line) -> bool:
        """Tell whether *line* goes on with the open statement.

        A speech goes on until the next label. A bullet goes on while its
        sentence is cut by the end of a line or page.
        """
        if self.open is None or (self.open.doubtful and not self.open.parts):
            return False
        if SUBHEAD.match(line.text):
            return False
        if self.open.label is not None and not self.open.listed:
            return True
        last = self.open.parts[-1].text if self.open.parts else ""
        if self.open.listed and SENTENCE_END.search(last):
            return False
        return not SENTENCE_END.search(last) or not (
            line.after_blank or line.after_page
        )

    def _prose(self, piece: Piece) -> None:
        """Keep a line that is nobody's statement."""
        self.prose.append((piece, self.item))

    def _introduces(self, piece: Piece) -> bool:
        """Tell whether *piece* says who speaks in the bullets below it."""
        spoken = self.open and self.open.label and not self.open.listed
        label = None if spoken else read_intro(piece, self.lexicon)
        if label:
            self._close()
            self._prose(piece)
            self.open = Opened(label, label.attribution, listed=True, doubtful=True)
        return label is not None

    def _close(self) -> None:
        """End the open statement; a label may stand behind its words."""
        opened, self.open = self.open, None
        if opened is None or not opened.parts:
            if opened and opened.label:
                self.placed.append(opened.label.piece.span)
            return
        if opened.label is None or opened.meant:
            opened = self._with_trailing(opened)
        if opened.label is None and opened.doubtful:
            self.prose.extend((part, self.item) for part in opened.parts)
            return
        self.counts[self.item] += 1
        self.statements.append(opened.statement(self.item, self.counts[self.item]))

    def _with_trailing(self, opened: Opened) -> Opened:
        """Return a statement without a label with the one that ends it, if any."""
        label = read_trailing(opened.parts[-1], self.lexicon)
        if label is None:
            return opened
        self.placed.append(label.piece.span)
        parts = [*opened.parts[:-1], label.rest]
        return Opened(label, label.attribution, parts, opened.breaks)
