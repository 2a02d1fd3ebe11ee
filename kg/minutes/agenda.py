"""Read the agenda: its items, and who is printed to introduce them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.minutes.entry import Entry, read_item_mark
from kg.minutes.era import find_times
from kg.minutes.headword import Topic
from kg.minutes.items import read_items, read_said_items
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.note import Order
from kg.minutes.row import read_rows
from kg.minutes.section import Section
from kg.model import AgendaItem, Span
from kg.text import key

__all__ = ["read_agenda", "read_item_mark"]

_SURE = 6
# 財政及び金融等に関する調査: in brackets below stands what was asked about
_INQUIRY = re.compile(r"調査$")
# 【平成17年3月2日 諮問第4号】 behind a title says where it comes from
_CALLED_UP = re.compile(
    r"日程第\s*[\d一二三四五六七八九十]+、?\s*「(?P<title>[^「」]{2,80})」を(?:議題|上程)"
)
_SOURCE = re.compile(r"\s*[【\[〔][^】\]〕]*第\d+号[^】\]〕]*[】\]〕]$")
# …の一部改正について(可決): what became of it
_OUTCOME = re.compile(
    r"\s*\((?:原案(?:どおり)?|修正)?(?:可決|否決|承認|了承|同意|議決|採択|不採択|継続審[議査])\)$"
)
# 議事(2)「指針の改定について」
_QUOTED = re.compile(r"「(?P<title>[^「」]{4,})」")
_PRESENTER = re.compile(
    r"\s*\((?:話題提供|説明|発表|報告|ヒアリング|講演)(?:者)?\s*:\s*(?P<who>[^():、]+)\)$"
)


def read_agenda(
    sections: Sequence[Section], lexicon: Lexicon
) -> tuple[AgendaItem, ...]:
    """Return the items of the agenda sections among *sections*, numbered from 1.

    A second list (本日の会議に付した案件 below 議事日程) adds what the first lacks.
    Where none is printed, the headings of what was said are the items.
    """
    items: list[AgendaItem] = []
    for section in sections:
        if section.topic is Topic.AGENDA:
            before = tuple(items)
            for item in _read_section(section, lexicon):
                if not any(_is_same(item, other) for other in before):
                    items.append(replace(item, number=len(items) + 1))
    if items or any(section.topic is Topic.AGENDA for section in sections):
        return tuple(items)
    said = [line for s in sections if s.topic is Topic.RECORD for line in s.lines]
    found = tuple(_made(read_said_items(said), lexicon))
    return found or _called_up(line.piece for line in said)


def _called_up(said: Iterable[Piece]) -> tuple[AgendaItem, ...]:
    """Return the items that the chair calls up where no list of them is printed.

    日程第１「会期の決定」を議題といたします。 names the item and its number.
    """
    items: dict[int, AgendaItem] = {}
    for piece in said:
        for found in _CALLED_UP.finditer(piece.text):
            title = piece.match(found, "title")
            which = len(items) + 1
            if all(title.title != item.title for item in items.values()):
                items[which] = AgendaItem(which, title.title, (title.span,))
    return tuple(items.values())


def _is_same(item: AgendaItem, other: AgendaItem) -> bool:
    """Tell whether two lists name one item: 日程第二　…法案 is …法案."""
    shorter, longer = sorted((key(item.title), key(other.title)), key=len)
    least = 6
    return shorter == longer or (len(shorter) >= least and shorter in longer)


def _read_section(section: Section, lexicon: Lexicon) -> list[AgendaItem]:
    """Return the items of one list."""
    return _made(read_items(section), lexicon)


def _made(read: Sequence[Sequence[Entry]], lexicon: Lexicon) -> list[AgendaItem]:
    """Return the items whose lines were *read*."""
    items: list[AgendaItem] = []
    for first, *others in read:
        if items and _is_heard(first, lexicon):
            continue
        item = _item(len(items) + 1, first.words, first.piece)
        for entry in others:
            inquiry = _INQUIRY.search(item.title) and entry.words.text.startswith(
                ("(", ")")
            )
            if not find_times(entry.words.text) and not inquiry:
                item = _continued(item, entry.words, lexicon)
        items.append(item)
    return items


def _is_heard(entry: Entry, lexicon: Lexicon) -> bool:
    """Tell whether ①　渚商会合同会社 below an item says who is heard, and is none."""
    return entry.style == "①" and lexicon.legal_form(entry.title) is not None


def _item(number: int, words: Piece, piece: Piece) -> AgendaItem:
    """Return one item; a presenter in brackets （話題提供：小暮敦子） is set apart."""
    source = _SOURCE.search(words.text)
    if source and source.start():
        words = words.part(0, source.start())
    outcome = _OUTCOME.search(words.text)
    if outcome and outcome.start():
        words = words.part(0, outcome.start())
    quoted = _QUOTED.fullmatch(words.text)
    words = words.match(quoted, "title") if quoted else words
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
    words = piece
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
