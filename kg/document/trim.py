"""Take from two columns what only stands above or below them."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.document.block import Columns, base_of, is_level, text_of
from kg.document.row import SAME
from kg.document.run import Line

_APART = 1.8
_FAR = 2.5
_FURNITURE = 2
_FULL = 2.6
_EVEN = 1.15
_SHORT = 0.72
_INDENT = 0.2
# ４　傍聴人   （2）議題   五、資料
_NUMBERED = re.compile(
    r"\s*(?:第|[(（])?[0-9０-９一二三四五六七八九十]{1,3}(?:[)）．.、\s]|$)"
)


def trim_columns(columns: Columns) -> Columns:
    """Return *columns* without what stands above and below them.

    Lines on the left only, above the right column, are the page's; so are one or two
    lines that a gap parts from the rest: running heads, numbers, signatures.
    Pairs of short lines that a gap parts from the columns below are rows.
    """
    columns = replace(columns, left=_trim_heads(columns))
    if not columns.left:
        return columns
    blocks = columns.cut(_APART)
    while len(blocks) > 1 and (_is_furniture(blocks[0]) or _are_pairs(blocks[0])):
        del blocks[0]
    while len(blocks) > 1 and _is_furniture(blocks[-1]):
        gap = blocks[-2].bottom - blocks[-1].top
        if not blocks[-1].right and gap < _FAR * columns.pitch:
            break
        del blocks[-1]
    return replace(
        columns,
        left=[line for block in blocks for line in block.left],
        right=[line for block in blocks for line in block.right],
    )


def _trim_heads(columns: Columns) -> list[Line]:
    """Return the left column without the lines of the page above both columns.

    A full line or two are the column's own, which begins higher than the right one.
    """
    top = base_of(columns.right[0]) + SAME * columns.em
    own = [line for line in columns.left if base_of(line) <= top]
    above = [line for line in columns.left if base_of(line) > top]
    if not own or len(above) > _FURNITURE:
        return own
    left, right = min(line[0].left for line in own), columns.edge - columns.em
    full = all(
        line[0].left < left + _FULL * columns.em
        and right - _FULL * columns.em < line[-1].right < right
        for line in above
    )
    return [*above, *own] if full else own


def trim_lists(columns: Columns) -> Columns:
    """Return *columns* from the line of their heads to the end of both lists."""
    top = next(
        (
            base_of(line)
            for line in columns.left
            if any(is_level(line, other) for other in columns.right)
        ),
        None,
    )
    if top is None:
        return replace(columns, left=[], right=[])
    near = SAME * columns.em
    left, right = (
        [line for line in side if base_of(line) <= top + near]
        for side in (columns.left, columns.right)
    )
    ends = base_of(left[-1]), base_of(right[-1])
    pitch = columns.pitch
    return replace(
        columns,
        left=_end_list(left, ends[1] - near, pitch),
        right=_end_list(right, ends[0] - near, pitch),
    )


def _end_list(lines: list[Line], last: float, pitch: float) -> list[Line]:
    """Return *lines* to the end of their list, which goes on below *last* evenly.

    A number ends it (４　傍聴人), unless its own lines are numbered.
    """
    own = [line for line in lines if base_of(line) >= last]
    begin = min((line[0].left for line in own), default=0.0)
    numbered = any(_NUMBERED.match(text_of(line)) for line in own)
    for place, (above, line) in enumerate(pairwise(lines), 1):
        goes_on = (
            base_of(above) - base_of(line) <= _EVEN * pitch
            and line[0].left >= begin - _INDENT * line[0].size
            and (numbered or not _NUMBERED.match(text_of(line)))
        )
        if base_of(line) < last and not goes_on:
            return lines[:place]
    return lines


def _is_furniture(block: Columns) -> bool:
    """Tell whether *block* is a line or two on one side."""
    lines = len(block.left) + len(block.right)
    return lines <= _FURNITURE and not (block.left and block.right)


def _are_pairs(block: Columns) -> bool:
    """Tell whether *block* is rows of short cells, left and right on one line."""
    begin = min((line[0].left for line in block.left), default=0.0)
    width = block.edge - block.em - begin
    return len(block.left) == len(block.right) and all(
        is_level(left, right)
        and left[-1].right - left[0].left < _SHORT * width
        and right[-1].right - right[0].left < _SHORT * width
        for left, right in zip(block.left, block.right, strict=True)
    )
