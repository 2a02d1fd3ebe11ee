"""Cut a document into lines that know their place."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Basis, Grounded, Span
from kg.text import Normalized, whole_character

_BREAK = re.compile(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")

# - 12 -   ― 3 ―   3/10   ( 2 )   p.4   12 ページ
_PAGE_NUMBER = re.compile(
    r"""^\s*(?:
        [-‐‑–—―─ー~]\s*\d{1,4}\s*[-‐‑–—―─ー~]
      | \d{1,3}\s*/\s*\d{1,3}
      | \(\s*\d{1,3}\s*/\s*\d{1,3}\s*\)
      | [pP]\.?\s*\d{1,4}
      | \d{1,4}\s*(?:ページ|頁)
    )\s*$""",
    re.VERBOSE,
)
_BARE_NUMBER = re.compile(r"^\s*\d{1,3}\s*$")
_RULE = re.compile(
    r"^[\s\-=_*~─━―—・.◇◆○●ー‥…]{3,}$|^-{3,}\s*\|[\s\-:|]*$"
    r"|^[\s|]*[\u250c-\u254b\u2550-\u257f+][\s\-|=+\u2500-\u257f]{2,}$"
)
_MARKUP = re.compile(r"<br\s*/?>")
# │出席委員│橘 一葉│: the bars of a drawn table
_BARS = str.maketrans("│┃║", "|||")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a line: `view.text[start:end]`, blanks around it left out."""

    view: Normalized
    start: int
    end: int

    @property
    def text(self) -> str:
        """The normalised words."""
        return self.view.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """The place in the document."""
        return self.view.to_source(self.start, self.end)

    @property
    def extent(self) -> Span:
        """The place from the first to the last character, in whatever order they are.

        Of 総務部 / 橘 一葉 / 企画室長, put together as 総務部企画室長 橘 一葉, it is
        all three lines.
        """
        origins, text = self.view.origins, self.view.text
        words = [i for i in range(self.start, self.end) if not text[i].isspace()]
        last = max(words, key=lambda i: origins[i])
        first = min(origins[i] for i in words)
        return Span(first, self.view.to_source(last, last + 1).end)

    @property
    def raw(self) -> str:
        """The words as they stand in the document."""
        return self.view.source(self.start, self.end)

    @property
    def title(self) -> str:
        """The words as printed, in their widths, each blank reduced to one."""
        return re.sub(r"\s+", " ", self.printed)

    @property
    def grounded(self) -> Grounded[str]:
        """The words as a value that the text states."""
        return Grounded(self.text, Basis.STATED, (self.span,))

    def part(self, start: int, end: int | None = None) -> "Piece":
        """Return `text[start:end]` as a piece, blanks around it left out."""
        stop = self.end if end is None else self.start + end
        text = self.view.text[self.start + start : stop]
        lead = len(text) - len(text.lstrip())
        begin = self.start + start + lead
        return Piece(self.view, begin, begin + len(text.strip()))

    def match(self, found: re.Match[str], group: int | str = 0) -> "Piece":
        """Return what *found*, a match in `text`, holds in *group*."""
        return self.part(*found.span(group))

    @property
    def printed(self) -> str:
        """The words as printed, without what a joined piece leaves out."""
        places = sorted({self.view.origins[i] for i in range(self.start, self.end)})
        return "".join(whole_character(self.view.raw, place) for place in places)

    def joined(self, other: "Piece") -> "Piece":
        """Return this piece and *other* as one, with nothing between them.

        A word that the end of a line cuts （航路審 / 議官） is read as one; its span
        in the document runs over the break.
        """
        view = Normalized(
            self.view.raw,
            self.text + other.text,
            (
                *self.view.origins[self.start : self.end],
                *other.view.origins[other.start : other.end],
                other.view.origins[other.end],
            ),
        )
        return Piece(view, 0, len(view.text))

    def beside(self, other: "Piece") -> "Piece":
        """Return this piece and *other*, of a later line, as one with a tab between.

        The cells of a table that was flattened stand below each other; the tab has
        its place at the break between them.
        """
        view = Normalized(
            self.view.raw,
            f"{self.text}\t{other.text}",
            (
                *self.view.origins[self.start : self.end + 1],
                *other.view.origins[other.start : other.end],
                other.view.origins[other.end],
            ),
        )
        return Piece(view, 0, len(view.text))

    def __bool__(self) -> bool:
        """Tell whether there are words."""
        return self.start < self.end


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, and its words without blanks around them.

    *indent* counts the blanks before the words; *after_blank* tells whether an
    empty line, *after_page* whether a page number or form feed precedes it, and
    *after_rule* whether a line of dots or dashes does. *drawn* tells of a row of a
    table that is drawn with bars, where one row may take several lines.
    """

    number: int
    piece: Piece
    indent: int
    after_blank: bool
    after_page: bool
    after_rule: bool = False
    drawn: bool = False

    @property
    def text(self) -> str:
        """The normalised words."""
        return self.piece.text


@dataclass(frozen=True, slots=True)
class Page:
    """The lines with words, and the furniture (page numbers, rules) between."""

    lines: tuple[Line, ...]
    furniture: tuple[Span, ...]


def cut_lines(view: Normalized) -> Page:
    """Return the lines of *view*; empty ones and page furniture are set apart."""
    lines: list[Line] = []
    furniture: list[Span] = []
    blank = page = ruled = False
    running = _running_heads(view.text)
    view = _without_breaks(view)
    drawn = view.text.translate(_BARS)
    bars = drawn != view.text
    view = replace(view, text=drawn) if bars else view
    start = 0
    for number, found in enumerate((*_BREAK.finditer(view.text), None), 1):
        end = found.start() if found else len(view.text)
        piece = Piece(view, start, end).part(0)
        if not piece:
            blank = True
        elif _is_furniture(piece.text, blank=blank) or (page and piece.text in running):
            furniture.append(piece.span)
            page = page or not _RULE.match(piece.text)
            ruled = ruled or _RULE.match(piece.text) is not None
            blank = True
        else:
            lines.append(
                Line(number, piece, piece.start - start, blank, page, ruled, bars)
            )
            blank = page = ruled = False
        if found:
            page = page or "\f" in found.group()
            start = found.end()
    return Page(tuple(lines), tuple(furniture))


def _without_breaks(view: Normalized) -> Normalized:
    """Return *view* with a blank for each <br> that a Markdown table has in a cell."""
    if "<br" not in view.text:
        return view
    text: list[str] = []
    origins: list[int] = []
    start = 0
    for found in (*_MARKUP.finditer(view.text), None):
        end = found.start() if found else len(view.text)
        text.append(view.text[start:end])
        origins.extend(view.origins[start:end])
        if found:
            text.append(" ")
            origins.append(view.origins[end])
            start = found.end()
    return Normalized(view.raw, "".join(text), (*origins, view.origins[-1]))


def _running_heads(text: str) -> frozenset[str]:
    """Return the lines that stand right below a page number and elsewhere too."""
    lines = [line.strip() for line in _BREAK.split(text) if line.strip()]
    below = {line for above, line in pairwise(lines) if _PAGE_NUMBER.match(above)}
    counts = Counter(line for line in lines if line in below)
    return frozenset(line for line, count in counts.items() if count > 1)


def _is_furniture(text: str, *, blank: bool) -> bool:
    """Tell whether *text* is a page number or a rule, no part of the record.

    A bare number counts only after an empty line: in a list it may be a value.
    """
    if _PAGE_NUMBER.match(text) or _RULE.match(text):
        return True
    return blank and _BARE_NUMBER.match(text) is not None
