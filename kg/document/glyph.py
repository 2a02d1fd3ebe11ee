"""Read the characters of a PDF with their places; no line is known yet."""

import ctypes
import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError
from pypdfium2 import raw

from kg.errors import DocumentRefusedError

GAP = "\x1f"
"""Stands for a blank that is not drawn, but seen as a gap; it is a blank, too."""
_MOST_PAGES = 2_000
_MOST_GLYPHS = 3_000_000
_MOST_DRAWN = 20_000
_THIN, _SHORT = 2.5, 12.0
"""A line is no thicker, and no shorter, in points."""
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""The halves in which a character beyond U+FFFF comes."""
_UNKNOWN = frozenset({"Co", "Cn", "Cs"})
_MOST_UNKNOWN = 0.05
_COMPARED = 12
"""Pages that the second reader reads too; it takes a tenth of a second for one."""
_LOST = 0.005
_MOST_LOST = 0.2


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box, in points from the lower left corner of the page.

    *base* is the height of the line that it stands on; boxes differ from font to font.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height at which the character stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line from *left* to *right* at *height*, in points."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number from 1, its width and height, its glyphs as drawn.

    *rules* are the level lines drawn on it.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the pages of the PDF *data*.

    Raises DocumentRefusedError where it is broken, encrypted, a scan, or its fonts
    do not tell which characters they show.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            reason = "is encrypted; save it without a password"
        else:
            reason = f"is a broken PDF ({error})"
        raise DocumentRefusedError(name, reason) from None
    if len(document) > _MOST_PAGES:
        raise DocumentRefusedError(name, f"more than {_MOST_PAGES:,} pages; split it")
    sheets: list[Sheet] = []
    for number in range(len(document)):
        sheets.append(_sheet(document, number, name))
        if sum(len(sheet.glyphs) for sheet in sheets) > _MOST_GLYPHS:
            raise DocumentRefusedError(name, "holds too much text; split it")
    _refuse_unreadable(sheets, name)
    return tuple(sheets)


def find_lost(data: bytes, sheets: tuple[Sheet, ...], name: str) -> str:
    """Return the characters that a second reader finds in *data* and *sheets* lack.

    A share below one in two hundred is nothing. Raises DocumentRefusedError where
    it is a fifth or more: then neither reader can be trusted.
    """
    step = max(1, len(sheets) // _COMPARED)
    chosen = sheets[::step][:_COMPARED]
    found = Counter(g.text for sheet in chosen for g in sheet.glyphs)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        second = Counter(
            c for sheet in chosen for c in pages[sheet.number - 1].extract_text()
        )
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return ""  # the second reader is the poorer one: it only warns
    seen = _letters(found)
    lost = _letters(second) - seen
    share = lost.total() / max(1, seen.total() + lost.total())
    if share >= _MOST_LOST and len(lost) > 1 and _is_japanese(lost):
        reason = f"loses a part of its text ({share:.0%}); save it again, or as text"
        raise DocumentRefusedError(name, reason)
    return "".join(sorted(lost.elements())) if share >= _LOST else ""


def _sheet(document: pypdfium2.PdfDocument, number: int, name: str) -> Sheet:
    """Return the page with *number* from 0."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        reason = f"page {number + 1} is broken ({error})"
        raise DocumentRefusedError(name, reason) from None
    width, height = page.get_size()
    glyphs: list[Glyph] = []
    high = _HIGH.start
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if raw.FPDFText_IsGenerated(text, place) == 1:
            if code == ord(" ") and glyphs:  # pdfium sees a gap here
                last = glyphs[-1]
                glyphs.append(replace(last, text=GAP, left=last.right))
            continue
        if code in _HIGH:
            high = code
            continue
        if code in _LOW:
            code = 0x10000 + ((high - _HIGH.start) << 10) + (code - _LOW.start)
        high = _HIGH.start
        character = chr(code)
        if code == 0 or (character.isspace() and character not in " \u3000\xa0"):
            character = "\ufffd" if code == 0 else " "
        left, bottom, right, top = text.get_charbox(place, loose=True)
        if right > left and top > bottom:
            base = _base(text, place, bottom)
            glyphs.append(Glyph(character, left, right, bottom, top, base))
    rules = tuple(_rules(page))
    text.close()
    page.close()
    return Sheet(number + 1, width, height, tuple(glyphs), rules)


def _base(text: pypdfium2.PdfTextPage, place: int, bottom: float) -> float:
    """Return the height of the line under the character at *place*."""
    x, y = ctypes.c_double(), ctypes.c_double()
    return y.value if raw.FPDFText_GetCharOrigin(text, place, x, y) else bottom


def _rules(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    """Yield the level lines of *page*, the upper and lower edges of boxes too."""
    for place in range(min(_MOST_DRAWN, raw.FPDFPage_CountObjects(page))):
        drawn = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        box = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(drawn, *box):
            continue
        left, bottom, right, top = (one.value for one in box)
        if right - left < _SHORT:
            continue
        yield Rule(left, right, top)
        if top - bottom > _THIN:
            yield Rule(left, right, bottom)


def _refuse_unreadable(sheets: list[Sheet], name: str) -> None:
    """Refuse a scan, and a text whose characters are not known."""
    visible = [g.text for s in sheets for g in s.glyphs if not g.text.isspace()]
    if not visible:
        reason = (
            "is a scan without a text layer; run OCR first, "
            "for example: ocrmypdf -l jpn in.pdf out.pdf"
        )
        raise DocumentRefusedError(name, reason)
    if sum(map(_is_vertical, (sheet.glyphs for sheet in sheets))) * 2 > len(sheets):
        reason = "is set in vertical lines, which are not read; give it as text"
        raise DocumentRefusedError(name, reason)
    unknown = sum(c == "\ufffd" or unicodedata.category(c) in _UNKNOWN for c in visible)
    if unknown > _MOST_UNKNOWN * len(visible):
        reason = (
            "its fonts do not tell which characters they show; run OCR, "
            "for example: ocrmypdf --force-ocr -l jpn in.pdf out.pdf"
        )
        raise DocumentRefusedError(name, reason)


def _is_vertical(glyphs: Iterable[Glyph]) -> bool:
    """Tell whether most of *glyphs*, as drawn, follow one below the other."""
    below = beside = 0
    for before, after in pairwise(g for g in glyphs if not g.text.isspace()):
        right, down = after.left - before.left, before.middle - after.middle
        level = before.size / 3
        beside += abs(down) < level < right
        below += abs(right) < level < down < 2 * before.size
    return below > 2 * beside


def _letters(counts: Counter[str]) -> Counter[str]:
    """Return the counts of letters and digits in NFKC: readers differ in the rest."""
    letters: Counter[str] = Counter()
    for text, count in counts.items():
        for character in unicodedata.normalize("NFKC", text):
            if character.isalnum():
                letters[character] += count
    return letters


def _is_japanese(counts: Counter[str]) -> bool:
    """Tell whether most of the characters counted are kana or kanji."""
    known = sum(n for c, n in counts.items() if "\u3040" <= c <= "\u9fff")
    return 2 * known > counts.total()
