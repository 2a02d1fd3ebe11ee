"""Part a section of a roster into blocks: the items under each heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from kg.minutes.abreast import part_groups
from kg.minutes.bare import is_called
from kg.minutes.between import join_between
from kg.minutes.bracket import read_bracketed
from kg.minutes.carry_on import go_on
from kg.minutes.flat import join_cells
from kg.minutes.group import read_beside, read_group
from kg.minutes.group_head import BESIDE, SINGLE, GroupHead, is_office_within
from kg.minutes.headword import Topic
from kg.minutes.legend import is_legend
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.listed import cut_list
from kg.minutes.listing import join_lists, read_list_head, read_mode_prefix
from kg.minutes.merged import holds_groups, read_merged
from kg.minutes.organ import read_organ_head
from kg.minutes.parallel import part_parallel
from kg.minutes.section import Section
from kg.minutes.subgroup import heads_legend, read_subgroup
from kg.minutes.table import is_celled, is_tabbed_head, is_table_line


@dataclass(slots=True)
class Block:
    """The items under one group heading of one section.

    *outer* is the heading before one that names a single office: below -委員- and
    (委員長) only the first is the chair. *mode* are the words before a list on how
    it came: (テレビ会議)橘委員、…. *apart* tells of a group below 欠席 and those whom
    it lists: it is of those present again. *absent* holds 欠席 in brackets within a
    list, and whom it names.
    """

    head: GroupHead | None
    section: Section
    items: list[Piece] = field(default_factory=list)
    table: list[Line] = field(default_factory=list)
    beyond_rule: bool = False
    outer: GroupHead | None = None
    indent: int = 0
    mode: Piece | None = None
    apart: bool = False
    absent: list[Piece] = field(default_factory=list)

    def add(self, piece: Piece, lexicon: Lexicon) -> None:
        """Add the people of the list *piece*."""
        listed = cut_list(piece, lexicon)
        self.items.extend(listed.items)
        self.absent.extend(listed.absent)


def part_blocks(section: Section, lexicon: Lexicon) -> Iterator[Block]:
    """Give the blocks of *section*: the items under each group heading."""
    parter = _Parter(section, lexicon)
    parter.take_value()
    parts = part_parallel(section.lines, lexicon)
    for i, part in enumerate(parts):
        if part.head:
            parter.take_column(part.head, part.lines)
            continue
        if i:  # what stands below the columns is in none of them
            parter.take_column(None, ())
        cut = join_between(part.lines, lexicon)
        lines = join_lists(join_cells(cut, lexicon), lexicon)
        for line, following in zip_longest(lines, lines[1:]):
            parter.take(line, following)
    yield from parter.finish()


class _Parter:
    """Takes a section line by line, and holds the blocks that it makes."""

    def __init__(self, section: Section, lexicon: Lexicon) -> None:
        """Begin with a block that no heading of its own has."""
        self.section = section
        self.lexicon = lexicon
        self.block = Block(None, section)
        self.blocks: list[Block] = []
        self.called = is_called(section.lines)
        self.merged = holds_groups(section.lines, lexicon)

    def take_value(self) -> None:
        """Take what stands beside the heading of the section."""
        value = self.section.head.value if self.section.head else None
        if value and self.section.line:
            line = replace(self.section.line, piece=value)
            parts = part_groups(line, self.lexicon, beside=True)
            if len(parts) > 1:
                self.block.head = self._note_head()
                for part in parts:
                    self._take(part, None)
                return
        if not value or re.fullmatch(r"\([^()]*\)", value.text):
            return
        if value and self.section.line and self._heads_beside(value):
            self._take(replace(self.section.line, piece=value), None)
            return
        beside = read_beside(value, self.lexicon)
        self.block.head = beside
        self.block.add((beside.rest if beside else None) or value, self.lexicon)
        if beside:  # whom a line below lists may be others: 図書館　館長　甲斐
            self._open(None)

    def _heads_beside(self, value: Piece) -> bool:
        """Tell whether *value* is a heading for lines below it: 出席者⇥【委員】."""
        head = read_bracketed(value, self.lexicon, alike=False)
        return head is not None and head.rest is None and bool(self.section.lines)

    def _note_head(self) -> GroupHead | None:
        """Return the group in brackets behind the heading: 出席者　（委員）天野会長."""
        note = self.section.head.note if self.section.head else None
        inside = note.part(1, len(note.text) - 1) if note else None
        role = self.lexicon.group_role(inside.text) if inside else None
        if inside is None or role is None:
            return None
        return GroupHead(inside.text, inside, role, None, bracketed=True)

    def take_column(self, head: GroupHead | None, cells: Sequence[Line]) -> None:
        """Take a column of people below *head*, which stands beside others."""
        self._open(head)
        self.block.items.extend(cell.piece for cell in cells)

    def take(self, line: Line, following: Line | None) -> None:
        """Take the next line; each group that it names begins a part of it."""
        for part in part_groups(line, self.lexicon):
            self._take(part, following)

    def _take(self, line: Line, following: Line | None) -> None:
        """Take a line or a part of it: a cell, a heading, or more of the list."""
        tabbed = is_celled(line) and any(is_celled(one) for one in self.block.table)
        if is_table_line(line) or is_tabbed_head(line) or tabbed:
            self.block.table.append(line)
            return
        if line.after_rule and self.block.items and self.block.head is None:
            # …… below the members parts them from ministers and clerks
            self._open(None)
            self.block.beyond_rule = True
        prefix = read_mode_prefix(line.piece)
        if prefix:
            self._open(self.block.head)
            self.block.mode, rest = prefix
            if rest:
                self.block.add(rest, self.lexicon)
            return
        merged = read_merged(line, self.lexicon) if self.merged else None
        if merged and merged.rest:
            self._open(merged, line.indent)
            self.block.add(merged.rest, self.lexicon)
            return
        legend = is_legend(line, self.lexicon)
        head = self._find_head(line, following, legend=legend)
        if head:
            self._open(head, line.indent)
            if head.rest:
                self.block.add(head.rest, self.lexicon)
        elif not legend:
            self._go_on(line)

    def _find_head(
        self, line: Line, following: Line | None, *, legend: bool
    ) -> GroupHead | None:
        """Return the heading that *line* is, by its words or by where it stands."""
        if legend:
            return self._head(line) if heads_legend(line, self.lexicon) else None
        above = self.block.head, self.block.indent, self.block.items[-1:]
        return (
            self._head(line)
            or read_subgroup(line, following, above, self.lexicon)
            or read_organ_head(line, following, self.block.head, self.lexicon)
            or read_list_head(line, following or line, self.lexicon)
        )

    def _go_on(self, line: Line) -> None:
        """Take a line with more of the list, or with more of its last row."""
        if self._is_out_of_list(line):
            self._open(None)
        rest = go_on(self.block.items, line, self.lexicon, called=self.called)
        if rest:
            self.block.add(rest, self.lexicon)

    def _is_out_of_list(self, line: Line) -> bool:
        """Tell whether *line* is no more of the list beside 「委員　荒井、太田」.

        Its rows stand further in; 受託業者 in the column of 委員 is of another.
        """
        head = self.block.head
        if head is None or head.bracketed or head.rest is None or head.sign == BESIDE:
            return False
        wide = re.search(r"\s{2,}\S", line.piece.raw) is not None
        return wide and line.indent <= self.block.indent and ":" not in head.piece.text

    def finish(self) -> list[Block]:
        """Return the blocks, those whom a list calls absent in ones of their own."""
        self._open(None)
        return self.blocks

    def _head(self, line: Line) -> GroupHead | None:
        """Return the group heading that *line* is, if it is no post of a person."""
        head = read_group(line, self.lexicon, self.block.head)
        # 国務大臣 below 財務大臣, both posts of the name that follows
        stacked = head and self.called and _is_stacked(self.block, head, line)
        return None if stacked else head

    def _open(self, head: GroupHead | None, indent: int = 0) -> None:
        """Close the open block and begin another below *head*."""
        done = self.block
        self.blocks.append(done)
        if done.absent:
            role = done.head.role if done.head else None
            words = done.absent[0]
            label = GroupHead("欠席", words, role, None, bracketed=True)
            self.blocks.append(Block(label, self.section, items=done.absent[1:]))
        listed = self.section.topic is Topic.ABSENCE and any(
            block.head is None and block.items for block in self.blocks
        )
        self.block = Block(head, self.section, outer=_outer(done), indent=indent)
        self.block.apart = listed


def _is_stacked(block: Block, head: GroupHead, line: Line) -> bool:
    """Tell whether *line*, a group word, stands among the posts of one person.

    It is set further in than the heading, below a line that awaits its name.
    """
    last = block.items[-1].text if block.items else ""
    further = block.head is None or line.indent > block.indent
    bare = not head.bracketed and head.rest is None
    return bare and further and bool(last) and not last.endswith("君")


def _outer(block: Block) -> GroupHead | None:
    """Return the last heading that names no single office, and no part of one."""
    head = block.head
    single = head is not None and head.role in SINGLE
    return block.outer if single or is_office_within(head, block.outer) else head
