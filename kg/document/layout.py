"""Lay words out as the lines of a text, each with the place it came from."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kg.document.extract import Extract
from kg.model import Omission, Region, Span

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAKS = re.compile(r"\r\n|[\r\n]")


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a *place*; *kept* blanks and line ends are not reduced to one blank."""

    text: str
    place: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line; an *empty* one follows where the page shows a gap."""

    empty: bool = False


Token = Words | Break | Omission


def lay_out(tokens: Iterable[Token], *, lines_kept: bool = False) -> Extract:
    """Return *tokens* as text, one line for each that a reader sees.

    With *lines_kept* the line ends between words are those of a text and count.
    """
    page = _Page()
    omissions: list[Omission] = []
    for token in tokens:
        match token:
            case Omission():
                omissions.append(token)
            case Break():
                page.end_line(empty=token.empty)
            case Words(kept=True):
                first, *others = _BREAKS.split(token.text)
                page.add(first, token.place)
                for line in others:
                    page.end_line(forced=True)
                    page.add(line, token.place)
            case Words() if lines_kept:
                first, *others = _BREAKS.split(token.text)
                page.flow(first, token.place)
                for line in others:
                    page.end_line(forced=not page.broken)
                    page.broken = False
                    page.flow(line, token.place)
            case _:
                page.flow(token.text, token.place)
        page.broken = isinstance(token, Break) or (
            isinstance(token, Words) and token.kept and token.text.endswith("\n")
        )
    return page.extract(tuple(omissions))


def lines_of(tokens: Iterable[Token]) -> tuple[tuple[str, ...], tuple[Omission, ...]]:
    """Return the lines with words that *tokens* make, and what they leave out."""
    extract = lay_out(tokens)
    lines = tuple(line.strip() for line in extract.text.split("\n"))
    return tuple(line for line in lines if line), extract.omissions


def gather(
    lines: Iterable[tuple[str, str]], omissions: tuple[Omission, ...]
) -> Extract:
    """Return *lines*, each with its place, as one text with its regions."""
    parts: list[str] = []
    regions: list[Region] = []
    end = 0
    for line, place in lines:
        start, end = end, end + len(line) + 1
        parts.append(line + "\n")
        if not line.strip() or not place:
            continue
        if regions and regions[-1].place == place:
            start = regions.pop().span.start
        regions.append(Region(Span(start, end - 1), place))
    return Extract("".join(parts), tuple(regions), omissions)


class _Page:
    """The lines as far as they are laid out."""

    def __init__(self) -> None:
        """Begin at the top of an empty page."""
        self.broken = False
        self._lines: list[tuple[str, str]] = []
        self._line: list[str] = []
        self._place = ""
        self._blank = ""

    def add(self, text: str, place: str) -> None:
        """Put *text* as it is at the end of the line."""
        if not text:
            return
        if self._blank and self._line:
            self._line.append(_joint(self._blank, self._line[-1][-1], text[0]))
        self._blank = ""
        self._line.append(text)
        self._place = self._place or place

    def flow(self, text: str, place: str) -> None:
        """Put *text* at the end of the line, each run of blanks being one."""
        for found in re.finditer(r"[ \t\r\n\f]+|[^ \t\r\n\f]+", text):
            if _SPACE.match(found.group()):
                self._blank += found.group()
            else:
                self.add(found.group(), place)

    def end_line(self, *, empty: bool = False, forced: bool = False) -> None:
        """End the line where there are words; *empty* ones follow once, not twice."""
        self._blank = ""
        line = "".join(self._line).rstrip(" \t")
        if line.strip(" \t"):
            self._lines.append((line, self._place))
            self._line, self._place = [], ""
            if empty:
                self._lines.append(("", ""))
        elif (empty or forced) and self._lines and self._lines[-1][0]:
            self._line = []
            self._lines.append(("", ""))

    def extract(self, omissions: tuple[Omission, ...]) -> Extract:
        """Return the text, its last empty lines left away."""
        self.end_line()
        while self._lines and not self._lines[-1][0]:
            self._lines.pop()
        return gather(self._lines, omissions)


def _joint(blank: str, before: str, after: str) -> str:
    """Return what stands for a run of blanks between two characters.

    A line that is broken in the source between two Japanese characters, and not
    indented, goes on without a blank (CSS Text 3, section 4.1.3).
    """
    wide = all(unicodedata.east_asian_width(c) in "WF" for c in (before, after))
    return "" if wide and blank.strip(" \t\r\n\f") == "" and blank in _BARE else " "


_BARE = frozenset({"\n", "\r\n", "\r"})
