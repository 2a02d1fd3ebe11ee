"""Gather a discussion: what was said under which agenda item, and the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kg.minutes.agenda import read_item_mark
from kg.minutes.line import Piece
from kg.model import AgendaItem, Span, Statement
from kg.text import key

_AROUND = re.compile(r"^[(（【<〈#*\s■□◆○●・\-]+|[)）】>〉*\s]+$")
_ITEM = re.compile(r"(?:議題|議事|議案|案件|日程)\s*第?\s*[（(]?\s*\d")
_QUOTED = re.compile(r"^「([^「」]+)」$")
_LIKE = 0.62
_SHORTEST = 4
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Discussion:
    """The statements, the headings of items, and the prose between them."""

    statements: tuple[Statement, ...]
    items: tuple[AgendaItem, ...]
    prose: tuple[tuple[Piece, int | None], ...]
    placed: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ItemHead:
    """A heading in the record that begins an item; *title* without its number."""

    number: int
    title: str
    marked: bool


def read_item_head(piece: Piece, items: Sequence[AgendaItem]) -> ItemHead | None:
    """Return the heading of an agenda item that *piece* is, or None.

    （議題1：電源の確保） names its item by number, 「（２）電源の確保」 by number and
    title, a title alone by likeness; a sentence is no heading.
    """
    text = _AROUND.sub("", piece.text)
    if len(text) > _LONGEST or text.endswith("。") or "。" in text:
        return None
    mark = read_item_mark(text) or read_item_mark(piece.text)
    title = text[mark.end :].strip() if mark and read_item_mark(text) else text
    title = _QUOTED.sub(r"\1", _AROUND.sub("", title))
    liked = match_item(title, items)
    if mark and _ITEM.match(text):
        number = mark.number if any(i.number == mark.number for i in items) else 0
        if liked and not number:
            number = liked.number
        return ItemHead(number or mark.number, title, marked=True)
    if liked and (mark or piece.text != text or key(liked.title) == key(title)):
        return ItemHead(liked.number, title, marked=False)
    return None


def with_head(
    items: Sequence[AgendaItem], head: ItemHead, span: Span, *, known: bool
) -> list[AgendaItem] | None:
    """Return *items*, that of *head* with its heading in the record at *span*.

    A heading of no item is a new one where none was *known* before, or where it goes
    on with them (「議事（２）…」 behind an agenda printed as far as （１）); else None.
    """
    if any(item.number == head.number for item in items):
        return [
            replace(item, spans=(*item.spans, span))
            if item.number == head.number
            else item
            for item in items
        ]
    goes_on = head.marked and head.number == len(items) + 1
    if (known and not goes_on) or not head.title:
        return None
    return [*items, AgendaItem(head.number, head.title, (span,))]


def match_item(title: str, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Return the one item whose title is most like *title*, if one is."""
    words = key(title)
    if not words:
        return None
    scored = []
    for item in items:
        other = key(item.title)
        shorter = min(len(words), len(other))
        contained = shorter >= _SHORTEST and (words in other or other in words)
        ratio = SequenceMatcher(None, words, other, autojunk=False).ratio()
        scored.append((1.0 if words == other else 0.9 if contained else ratio, item))
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < _LIKE:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    return scored[0][1]
