"""Tell two columns, each read to its end, from the cells of a table."""

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from kg.document.block import Columns, base_of, is_level, text_of
from kg.document.glyph import Rule
from kg.document.run import Line

_FEWEST = 3
_LONGER = 8
"""One of two columns of prose has so many lines at least."""
_ALIGNED = 0.4
_NEAR = 0.3
_REACH = 2.6
_INDENT = 1.3
_WIDE = 0.7
"""A full line fills so much of its column."""
_CELL = 2.4
_KANA = 2
_OFF = 0.25
_DENSE = 0.75
_CENTRED = 0.12
_CENTRAL = 0.2
_ROW_GAP = 1.25
_ROWS = 4
_ALIKE = 0.8
_HIRAGANA = re.compile(r"[\u3041-\u3096]")
# （委員）  【事務局】  ■出席委員   the head of a list
_HEAD = re.compile(
    r"\s*(?:[（(【〔［\[＜<〈《].{1,20}[）)】〕］\]＞>〉》]|[■◆●◎□◇].{1,12})\s*"
)
_FIELD = re.compile(r"氏\s*名|所\s*属|役\s*職|職\s*名|出\s*欠|備\s*考|区\s*分|番\s*号")


def are_columns(columns: Columns, middle: float, rules: Sequence[Rule]) -> bool:
    """Tell whether *columns* are read one after the other, one at least being prose.

    In doubt they are the rows of a table. A column beside prose that is none, such
    as a roster, has its lines at heights of its own, or one for each line of prose;
    the cells beside a long text begin where a paragraph of it begins, and are few.
    """
    sides = columns.left, columns.right
    counts = sorted(map(len, sides))
    if counts[0] < _FEWEST or counts[1] < _LONGER:
        return False
    if not _stand_alike(columns, middle, _CENTRED) or _is_ruled(columns, rules):
        return False
    prose = [_is_prose(side, columns) for side in sides]
    if all(prose):
        return not _is_spaced_table(columns)
    if not any(prose):
        return False
    text, other = sides if prose[0] else sides[::-1]
    return _stand_alone(other, text)


def are_lists(columns: Columns, middle: float, rules: Sequence[Rule]) -> bool:
    """Tell whether *columns* are two lists, each with its head on the first line."""
    heads = columns.left[0], columns.right[0]
    return (
        min(len(columns.left), len(columns.right)) >= _FEWEST
        and is_level(*heads)
        and all(_HEAD.fullmatch(text_of(head)) for head in heads)
        and not any(_FIELD.search(text_of(head)) for head in heads)
        and _stand_alike(columns, middle, _CENTRAL)
        and not _is_ruled(columns, rules)
    )


def _stand_alike(columns: Columns, middle: float, share: float) -> bool:
    """Tell whether the gap is about the *middle*, the right lines begin at its edge."""
    lines = (*columns.left, *columns.right)
    left = min(line[0].left for line in lines)
    right = max(line[-1].right for line in lines)
    gutter = columns.edge - columns.em
    off = min(abs(gutter - middle), abs(gutter - (left + right) / 2))
    near = columns.edge + _NEAR * columns.em
    aligned = sum(line[0].left <= near for line in columns.right)
    return off <= share * (right - left) and aligned >= _ALIGNED * len(columns.right)


def _is_ruled(columns: Columns, rules: Sequence[Rule]) -> bool:
    """Tell whether lines are drawn between the rows, up to the gap from both sides."""
    low, high = columns.edge - 2 * columns.em, columns.edge
    heights = {
        round(rule.height)
        for rule in rules
        if rule.left < high
        and rule.right > low
        and columns.bottom - columns.pitch < rule.height < columns.top + columns.pitch
    }
    return len(heights) >= _FEWEST


def _is_prose(lines: Sequence[Line], columns: Columns) -> bool:
    """Tell whether sentences among *lines* go on from the end of one to the next."""
    left = min(line[0].left for line in lines)
    if lines is columns.left:
        width = columns.edge - columns.em - left
    else:
        width = statistics.median(line[0].left for line in columns.right)
        width -= min(line[0].left for line in columns.left) + columns.em
    ends = sorted((line[-1].right for line in lines), reverse=True)
    size = columns.em
    full = next(
        (x for x in ends if sum(x - 2 * size < end <= x for end in ends) >= _FEWEST),
        None,
    )
    if full is None or full - left < _WIDE * width:
        return False
    wrapped = sum(
        above[-1].right > full - _REACH * size
        and below[0].left < left + _INDENT * size
        and not any(_has_cells(one, size) for one in (above, below))
        and all(len(_HIRAGANA.findall(text_of(one))) >= 1 for one in (above, below))
        and len(_HIRAGANA.findall(text_of(above))) >= _KANA
        for above, below in pairwise(lines)
    )
    return wrapped >= _FEWEST


def _has_cells(line: Line, em: float) -> bool:
    """Tell whether a gap within *line* is wider than between two sentences."""
    return any(
        after.left - before.right > _CELL * em for before, after in pairwise(line)
    )


def _stand_alone(other: Sequence[Line], text: Sequence[Line]) -> bool:
    """Tell whether the lines of *other* are no cells beside the lines of *text*."""
    top, bottom = base_of(text[0]), base_of(text[-1])
    beside = [line for line in other if bottom <= base_of(line) <= top]
    if not beside:
        return False
    level = sum(any(is_level(line, one) for one in text) for line in beside)
    if len(beside) - level >= _OFF * len(beside):
        return True
    low, high = base_of(beside[-1]), base_of(beside[0])
    near = beside[0][0].size / 2
    rows = sum(low - near <= base_of(line) <= high + near for line in text)
    return len(beside) >= _DENSE * rows


def _is_spaced_table(columns: Columns) -> bool:
    """Tell whether gaps across both columns part rows that begin at one height."""
    rows = [one for one in columns.cut(_ROW_GAP) if one.left and one.right]
    level = sum(is_level(row.left[0], row.right[0]) for row in rows)
    return len(rows) >= _ROWS and level >= _ALIKE * len(rows)
