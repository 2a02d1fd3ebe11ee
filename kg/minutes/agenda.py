"""Read the agenda: its items, and who is printed to introduce them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.minutes.era import find_times, number
from kg.minutes.headword import Topic
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.note import Order
from kg.minutes.row import read_rows
from kg.minutes.section import Section
from kg.model import AgendaItem, Span

# (1) … / １．… / 議題１　… / 第一　… / ・…
_ITEM = re.compile(
    r"""^(?:\#{1,6}\s*)?(?:[\-・○●■*]\s*)?(?:
        (?:議題|議事|議案|案件|日程)\s*第?\s*(?P<word>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:号|について)?\s*[:：.、)\s]?
      | \(\s*(?P<round>\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)
      | 第?\s*(?P<plain>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、)]
      | 第\s*(?P<ordinal>\d{1,2}|[一二三四五六七八九十]{1,3})\s
      | (?P<blank>\d{1,2}|[一二三四五六七八九十]{1,3})\s+(?=\D)
      | (?:議案|陳情|請願|報告|認定|諮問|同意案?|発議|意見書案?|決議案?)
        第(?P<bill>\d{1,3}|[〇一二三四五六七八九十百]+)号\s*
    )\s*""",
    re.VERBOSE,
)
_BULLET = re.compile(r"^[\-・○●◯〇■□◆*•]\s*")
_SURE = 6
_PRESENTER = re.compile(
    r"\s*\((?:話題提供|説明|発表|報告|ヒアリング|講演)(?:者)?\s*:\s*(?P<who>[^():、]+)\)$"
)


@dataclass(frozen=True, slots=True)
class ItemMark:
    """The number at the start of an item's line; *end* is where its words begin."""

    number: int
    end: int


def read_item_mark(text: str) -> ItemMark | None:
    """Return the number that *text* begins with, or None."""
    found = _ITEM.match(text)
    if not found:
        return None
    numeral = next(g for g in found.groups() if g)
    return ItemMark(number(numeral), found.end())


def read_agenda(
    sections: Sequence[Section], lexicon: Lexicon
) -> tuple[AgendaItem, ...]:
    """Return the items of the agenda sections among *sections*, numbered from 1."""
    pieces = [
        part
        for section in sections
        if section.topic is Topic.AGENDA
        for piece in _pieces(section)
        for part in _inline(piece)
    ]
    numbered = any(read_item_mark(piece.text) for piece in pieces)
    items: list[AgendaItem] = []
    for piece in pieces:
        mark = read_item_mark(piece.text)
        if mark or not numbered:
            words = piece.part(mark.end) if mark else _unbulleted(piece)
            if words:
                items.append(_item(len(items) + 1, words, piece))
        elif items and not find_times(piece.text):
            items[-1] = _continued(items[-1], piece, lexicon)
    return tuple(items)


def _pieces(section: Section) -> list[Piece]:
    """Return the lines of one section, a value beside the heading first."""
    value = section.head.value if section.head else None
    return [*([value] if value else []), *(line.piece for line in section.lines)]


def _inline(piece: Piece) -> list[Piece]:
    """Return the items of one line: 「１ 様式について  ２ 規格について」."""
    cuts = [
        found.end()
        for found in re.finditer(r"\s{2,}", piece.text)
        if read_item_mark(piece.text) and read_item_mark(piece.text[found.end() :])
    ]
    edges = [0, *cuts, len(piece.text)]
    return [piece.part(a, b) for a, b in pairwise(edges)]


def _unbulleted(piece: Piece) -> Piece:
    """Return *piece* without the bullet before it."""
    found = _BULLET.match(piece.text)
    return piece.part(found.end()) if found else piece


def _item(number: int, words: Piece, piece: Piece) -> AgendaItem:
    """Return one item; a presenter in brackets （話題提供：小暮敦子） is set apart."""
    found = _PRESENTER.search(words.text)
    if not found:
        return AgendaItem(number, words.title, (piece.span,))
    title = words.part(0, found.start())
    return AgendaItem(
        number, title.title, (piece.span,), (words.match(found, "who").span,)
    )


def _continued(item: AgendaItem, piece: Piece, lexicon: Lexicon) -> AgendaItem:
    """Return *item* with a line below it: a presenter, or more of the title.

    京都大学 教授 竹内 繁樹 below an item names who introduces it.
    """
    words = _unbulleted(piece)
    rows = [
        row
        for row in read_rows(words, lexicon)
        if row.name and row.affiliation and row.score >= _SURE
    ]
    row = max(rows, key=lambda r: (r.score, r.order is Order.NAME_LAST), default=None)
    if row and row.name:
        return replace(
            item,
            presenters=(*item.presenters, row.name.span),
            spans=(*item.spans, piece.span),
        )
    span = Span(item.spans[-1].start, piece.span.end)
    return replace(item, title=item.title + words.title, spans=(*item.spans[:-1], span))
