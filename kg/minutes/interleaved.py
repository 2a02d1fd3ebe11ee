"""Part two columns of a page that were flattened line by line.

    第2 会期決定の件 市 長 橘 一 葉 君
    第3 議長報告 ◎事務局職員出席者

The left column holds the order of the day, the right one those who attended; a list
may end at the top of the right column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.minutes.headword import Topic, read_head
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import read_name

_LISTS = frozenset({Topic.ATTENDANCE, Topic.ABSENCE})
_ENOUGH = 2
"""Headings of lists behind other words that no page of one column has."""

_MARKS = "◎●■◆"
_MARKED = re.compile(rf"(?<=\S)\s+(?P<right>[{_MARKS}]\S.*)$")
_SPEECH = re.compile(r"[●○◯〇◎]\S+君\s+\S")
_SEAT = re.compile(r"\d{1,3}番|副?議長")
# 1番 橘 一 葉 君 開きます。
_SEATED = re.compile(r"(?:\d{1,3}番|副?\s?議\s?長)\s[^。]{2,14}?君(?=\s+\S)")
_OPENS = re.compile(r"(?<=\S)\s+(?P<right>午[前後]\s?\S{1,8}\s開[会議])$")
_HEADING = re.compile(r"[◎■◆]\S+(?=\s+\S)")
_ITEM = re.compile(r"第?\d|[◎●■◆(]")
_LONGEST_POST = 10
_SURE = 3


@dataclass(slots=True)
class _Columns:
    """The two columns of a page; *listing* tells that the left one lists people."""

    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    listing: bool = False

    def add(self, line: Line, lexicon: Lexicon) -> None:
        """Add *line* to the columns in which its parts stand."""
        cut = _cut(line.piece, lexicon)
        if cut:
            left, right = line.piece.part(0, cut), line.piece.part(cut)
            self._add_left(replace(line, piece=left))
            self.right.append(replace(line, piece=right, indent=0, after_blank=False))
        elif self._is_right(line.piece, lexicon):
            self.right.append(line)
        else:
            self._add_left(line)

    def _add_left(self, line: Line) -> None:
        """Add *line* to the left column."""
        head = read_head(line)
        if head and line.text[0] in _MARKS:
            self.listing = head.topic in _LISTS
        self.left.append(line)

    def _is_right(self, piece: Piece, lexicon: Lexicon) -> bool:
        """Tell whether a line that is one row or one sentence is of the right column.

        Those with a seat are of the list in the left column, if there is one.
        """
        row = _row_start(piece, lexicon) == 0
        if self._is_speaking() and not row and not _ITEM.match(piece.text):
            return True
        if not self.listing:
            return row or _SPEECH.match(piece.text) is not None
        return (row and not _SEAT.match(re.sub(r"\s", "", piece.text))) or (
            "。" in piece.text or _SPEECH.match(piece.text) is not None
        )

    def _is_speaking(self) -> bool:
        """Tell whether a speech at the end of the right column goes on below."""
        spoken = any(_SPEECH.match(line.text) for line in self.right)
        return spoken and not self.right[-1].text.endswith("。")


def part_columns(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return *lines*, on each page with two columns the left one before the right.

    Such a page has headings of lists of people behind other words.
    """
    found: list[Line] = []
    for page in _pages(lines):
        if sum(map(_has_list_behind, page)) < _ENOUGH:
            found.extend(page)
            continue
        columns = _Columns()
        for line in page:
            columns.add(line, lexicon)
        found.extend((*columns.left, *columns.right))
    return tuple(found)


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines of each page."""
    page: list[Line] = []
    for line in lines:
        if page and line.after_page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _has_list_behind(line: Line) -> bool:
    """Tell whether the heading of a list stands behind other words of *line*."""
    found = _MARKED.search(line.text)
    if not found or len(line.text) > len("市") * 60:
        return False
    head = read_head(replace(line, piece=line.piece.match(found, "right")))
    return head is not None and head.topic in _LISTS and head.value is None


def _cut(piece: Piece, lexicon: Lexicon) -> int:
    """Return where the right column begins in *piece*, 0 where it is of one column."""
    for pattern in (_MARKED, _OPENS):
        found = pattern.search(piece.text)
        if found:
            return found.start("right")
    for pattern in (_SEATED, _HEADING):
        found = pattern.match(piece.text)
        if found:
            return found.end()
    return max(_row_start(piece, lexicon), 0)


def _row_start(piece: Piece, lexicon: Lexicon) -> int:
    """Return where the row of a post or seat, a name and 君 begins that ends *piece*.

    -1 where none does.
    """
    words = list(re.finditer(r"\S+", piece.text))
    if len(words) < len("職姓名") or words[-1].group() != "君":
        return -1
    for first in range(len(words) - 2):
        for end in range(first + 1, len(words) - 1):
            post = [word.group() for word in words[first:end]]
            name = piece.part(words[end].start(), words[-2].end())
            if _is_post(post, lexicon) and _is_name(name, lexicon):
                return words[first].start()
    return -1


def _is_post(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether *words* are a seat, one post, or the letters of one."""
    joined = "".join(words)
    if _SEAT.fullmatch(joined):
        return True
    letters = all(len(word) == 1 for word in words)
    one = len(words) == 1 or (letters and len(joined) <= _LONGEST_POST)
    plain = re.fullmatch(r"[^\W\d]+", joined) is not None
    return one and plain and lexicon.post_suffix(joined) is not None


def _is_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* is a name whose letters or halves stand apart."""
    reading = read_name(piece, lexicon)
    return " " in piece.text and reading.score >= _SURE
