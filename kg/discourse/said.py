"""Hold a statement with its words, its speaker's capacity and its acts."""

from dataclasses import dataclass

from kg.discourse.act import read_acts
from kg.discourse.capacity import read_capacities
from kg.discourse.passage import Passage, read_passage
from kg.gazetteer import Gazetteer
from kg.model import Act, ActKind, Document, Minutes, Role, Span, Statement

_AFTER = 200
"""Characters behind the last statement that may belong to it."""
_NOTHING = Passage("", (), frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A statement as this stage reads it.

    *lead* is what stands before it on its line, its label left out, and *after*
    what stands between it and the next statement: （「異議なし」と呼ぶ者あり）.
    """

    statement: Statement
    passage: Passage
    role: Role | None
    acts: tuple[Act, ...]
    lead: Passage
    after: Passage

    def has(self, kind: ActKind) -> bool:
        """Tell whether one of the sentences is of *kind*."""
        return any(act.kind is kind for act in self.acts)

    def signs(self, kind: ActKind) -> tuple[Span, ...]:
        """Return the words that show *kind*."""
        return tuple(s for act in self.acts if act.kind is kind for s in act.signs)


def read_said(minutes: Minutes, gazetteer: Gazetteer) -> tuple[Said, ...]:
    """Return the statements of *minutes* in order, with what they do."""
    roles = read_capacities(minutes, gazetteer)
    document = minutes.document
    begins = [_first(statement) for statement in minutes.statements]
    said: list[Said] = []
    for place, statement in enumerate(minutes.statements):
        passage = read_passage(document, statement.spans)
        acts = tuple(read_acts(statement, passage, roles[place]))
        end = statement.spans[-1].end
        later = [begin for begin in begins[place + 1 : place + 2] if begin > end]
        lead = _between(
            document, _line_start(document.text, begins[place]), begins[place]
        )
        after = _between(document, end, min([*later, end + _AFTER, len(document.text)]))
        said.append(Said(statement, passage, roles[place], acts, lead, after))
    return tuple(said)


def _first(statement: Statement) -> int:
    """Return where a statement, or its label, begins."""
    starts = [statement.spans[0].start]
    if statement.speaker and statement.speaker.end <= starts[0]:
        starts.append(statement.speaker.start)
    return min(starts)


def _line_start(text: str, at: int) -> int:
    """Return where the line of *at* begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _between(document: Document, start: int, end: int) -> Passage:
    """Return the words from *start* to *end*, which may be none."""
    if not document.text[start:end].strip():
        return _NOTHING
    return read_passage(document, [Span(start, end)])
