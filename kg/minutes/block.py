"""Part a section of a roster into blocks: the items under each heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.minutes.group import GroupHead, read_group
from kg.minutes.legend import is_legend
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.row import read_rows
from kg.minutes.section import Section
from kg.minutes.table import is_table_line

_LIST = re.compile(r"[、，,;；]\s*(?![^()]*\))(?![^【】]*】)")
# 1番　橘 一葉　　2番　小暮 律: the seats of an assembly
_SEAT = re.compile(r"(?:^|\s)\s*\d{1,3}番\s+")
_WIDE = re.compile(r"\s{2,}")
_TURN = re.compile(r"(?<=君)[\s、]+|(?<=氏)[\s、]+")


@dataclass(slots=True)
class Block:
    """The items under one group heading of one section."""

    head: GroupHead | None
    section: Section
    items: list[Piece] = field(default_factory=list)
    table: list[Line] = field(default_factory=list)


def part_blocks(section: Section, lexicon: Lexicon) -> Iterator[Block]:
    """Give the blocks of *section*: the items under each group heading."""
    block = Block(None, section)
    if section.head and section.head.value:
        _add(block, section.head.value, lexicon)
    for line in section.lines:
        if is_table_line(line):
            block.table.append(line)
            continue
        legend = is_legend(line, lexicon)
        head = (
            None if legend and not _heads(line, lexicon) else read_group(line, lexicon)
        )
        if head:
            yield block
            block = Block(head, section)
            if head.rest:
                _add(block, head.rest, lexicon)
        elif not legend:
            _add_line(block, line, lexicon)
    yield block


def _heads(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* is a heading with a legend behind it: <委員> ◎座長."""
    return (
        read_group(line, lexicon) is not None
        and line.text.lstrip("#* ")[0] in "<〈《【[〔■□◆"
    )


def _add_line(block: Block, line: Line, lexicon: Lexicon) -> None:
    """Add *line*: to the item before it, where that has an open bracket."""
    last = block.items[-1] if block.items else None
    if last and last.text.count("(") > last.text.count(")"):
        block.items[-1] = last.joined(line.piece)
    else:
        _add(block, line.piece, lexicon)


def _add(block: Block, piece: Piece, lexicon: Lexicon) -> None:
    """Add the items of one line: 橘一葉、小暮律 are two, 橘一葉君 小暮律君 too."""
    start = 0
    cuts = [*_LIST.finditer(piece.text), *_TURN.finditer(piece.text)]
    cuts = cuts or list(_SEAT.finditer(piece.text)) or _columns(piece, lexicon)
    for found in (*sorted(cuts, key=lambda m: m.start()), None):
        part = piece.part(start, found.start() if found else None)
        start = found.end() if found else 0
        if part:
            block.items.append(part)


def _columns(piece: Piece, lexicon: Lexicon) -> list[re.Match[str]]:
    """Return the wide blanks between people that stand side by side on one line.

    環境部長　橘 一葉　　環境課長　小暮 律: each part is a row with a name and a post.
    """
    for gaps in (list(_WIDE.finditer(piece.text)), _before_posts(piece, lexicon)):
        edges = [0, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), len(piece.text)]
        parts = [piece.part(a, b) for a, b in zip(edges, ends, strict=True)]
        if len(parts) > 1 and all(_is_row(part, lexicon) for part in parts):
            return gaps
    return []


def _before_posts(piece: Piece, lexicon: Lexicon) -> list[re.Match[str]]:
    """Return the blanks before each post but the first: 町 長 橘 一葉 教 育 長 渚."""
    blanks = list(re.finditer(r"\s+", piece.text))
    starts = [0, *(blank.end() for blank in blanks)]
    ends = [*(blank.start() for blank in blanks), len(piece.text)]
    found: list[re.Match[str]] = []
    place = 0
    while place < len(starts):
        size = _post_size(piece.text, starts[place:], ends[place:], lexicon)
        if size and place:
            found.append(blanks[place - 1])
        place += max(size, 1)
    return found


def _post_size(text: str, starts: list[int], ends: list[int], lexicon: Lexicon) -> int:
    """Return how many words at the start are one post: 教 育 長 has three."""
    for size in range(min(4, len(starts)), 0, -1):
        words = re.sub(r"\s", "", text[starts[0] : ends[size - 1]])
        post = lexicon.post_suffix(words)
        if post == words or (post and size == 1 and len(words) > len(post)):
            return size
    return 0


def _is_row(part: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *part* alone is a row: a name with a post or a role."""
    sure = 4  # family and given name are known as such
    return any(
        row.reading and row.reading.score >= sure and (row.affiliation or row.title)
        for row in read_rows(part, lexicon)
    )
