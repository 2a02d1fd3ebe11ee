"""Part a section of a roster into blocks: the items under each heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.minutes.flat import join_cells
from kg.minutes.group import GroupHead, read_beside, read_group
from kg.minutes.lattice import part_people
from kg.minutes.legend import is_legend
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.section import Section
from kg.minutes.table import is_table_line, is_tabbed_head
from kg.minutes.stand_in import tells_stand_in
from kg.minutes.told import is_told
from kg.model import Role

SINGLE = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})
"""Roles that a heading gives to the first below it only."""

_LIST = re.compile(r"[、，,;；]\s*(?![^()]*\))(?![^【】]*】)")
# 1番　橘 一葉　　2番　小暮 律: the seats of an assembly
_SEAT = re.compile(r"(?:^|\s)\s*\d{1,3}番\s+")
_ASIDE = re.compile(
    r"\((?P<some>(?:うち|※|なお)[^()]{2,}(?:は|が)[^()]*)\)$"
    r"|(?<=[、, ])(?P<absent>(?:ご|御)?欠席(?:者|委員)?:.*)$"
)
_OTHERS = re.compile(
    r"(?:[、,\s]\s*|(?<=[長官員授事]))(?:他|ほか|外|等)(?:\s*\d+\s*[名人])?$"
)
_TURN = re.compile(r"(?<=君)[\s、]+|(?<=氏)[\s、]+")


@dataclass(slots=True)
class Block:
    """The items under one group heading of one section.

    *outer* is the heading before one that names a single office: below -委員- and
    (委員長) only the first is the chair.
    """

    head: GroupHead | None
    section: Section
    items: list[Piece] = field(default_factory=list)
    table: list[Line] = field(default_factory=list)
    beyond_rule: bool = False
    outer: GroupHead | None = None
    indent: int = 0


def part_blocks(section: Section, lexicon: Lexicon) -> Iterator[Block]:
    """Give the blocks of *section*: the items under each group heading."""
    block = Block(None, section)
    value = section.head.value if section.head else None
    if value and not re.fullmatch(r"\([^()]*\)", value.text):
        beside = read_beside(value, lexicon)
        block.head = beside
        _add(block, (beside.rest if beside else None) or value, lexicon)
        if beside:  # whom a line below lists may be others: 図書館　館長　甲斐
            yield block
            block = Block(None, section)
    for line in join_cells(section.lines, lexicon):
        tabbed = "\t" in line.text and any("\t" in one.text for one in block.table)
        if is_table_line(line) or is_tabbed_head(line) or tabbed:
            block.table.append(line)
            continue
        if line.after_rule and block.items and block.head is None:
            # …… below the members parts them from ministers and clerks
            yield block
            block = Block(None, section, beyond_rule=True)
        legend = is_legend(line, lexicon)
        head = (
            None
            if legend and not _heads(line, lexicon)
            else read_group(line, lexicon, block.head)
        )
        if head and _is_stacked(block, head, line):
            head = None  # 国務大臣 below 財務大臣, both posts of the name that follows
        if head:
            yield block
            block = Block(head, section, outer=_outer(block), indent=line.indent)
            if head.rest:
                _add(block, head.rest, lexicon)
        elif not legend:
            _add_line(block, line, lexicon)
    yield block


def _is_stacked(block: Block, head: GroupHead, line: Line) -> bool:
    """Tell whether *line*, a group word, stands among the posts of one person.

    It is set further in than the heading, below a line that awaits its name.
    """
    last = block.items[-1].text if block.items else ""
    further = block.head is None or line.indent > block.indent
    bare = not head.bracketed and head.rest is None
    return (
        bare
        and further
        and bool(last)
        and not last.endswith("君")
        and is_called(block.section)
    )


def is_called(section: Section) -> bool:
    """Tell whether 君 ends the rows of *section*."""
    ended = sum(line.text.endswith("君") for line in section.lines)
    fewest, share = 2, 3
    return ended >= fewest and share * ended >= len(section.lines)


def _outer(block: Block) -> GroupHead | None:
    """Return the last heading that names no single office."""
    single = block.head is not None and block.head.role in SINGLE
    return block.outer if single else block.head


def _heads(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* is a heading with a legend behind it: <委員> ◎座長."""
    return (
        read_group(line, lexicon) is not None
        and line.text.lstrip("#* ")[0] in "<〈《【[〔■□◆"
    )


def _add_line(block: Block, line: Line, lexicon: Lexicon) -> None:
    """Add *line*: to the item before it, where that has an open bracket."""
    last = block.items[-1] if block.items else None
    proxy = re.fullmatch(r"\(代理[^()]*\)", line.text)
    more = re.match(r"兼(?:任|務|ねて)?\s", line.text)  # 兼　深海観測機構 フェロー
    if last and (proxy or more or last.text.count("(") > last.text.count(")")):
        block.items[-1] = last.joined(line.piece)
    else:
        _add(block, line.piece, lexicon)


def _add(block: Block, piece: Piece, lexicon: Lexicon) -> None:
    """Add the items of one line: 橘一葉、小暮律 are two, 橘一葉君 小暮律君 too."""
    others = _OTHERS.search(piece.text)
    if others and others.start():
        piece = piece.part(0, others.start())  # 里見課長　他: nobody is named
    if is_told(piece.text) or tells_stand_in(piece.text):
        block.items.append(piece)
        return
    aside = _ASIDE.search(piece.text)
    if aside and aside.start():
        # 橘、小暮（うち橘委員はオンライン）: no note of the last one
        _add(block, piece.part(0, aside.start()), lexicon)
        block.items.append(piece.match(aside, aside.lastgroup or 0))
        return
    start = 0
    cuts = [*_LIST.finditer(piece.text), *_TURN.finditer(piece.text)]
    seats = list(_SEAT.finditer(piece.text))
    if not cuts and seats and (len(seats) > 1 or not seats[0].start()):
        cuts = seats
    for found in (*sorted(cuts, key=lambda m: m.start()), None):
        part = piece.part(start, found.start() if found else None)
        start = found.end() if found else 0
        if part:
            block.items.extend(part_people(part, lexicon))
