"""Take the text out of an HTML page, and say what was left out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.document.charset import decode_page
from kg.document.chrome import find_main, is_navigation, page_title
from kg.document.encoding import Decoded, decode
from kg.document.extract import Extract
from kg.document.grid import Cell, lay_rows
from kg.document.layout import Break, Token, Words, lay_out, lines_of
from kg.document.loose import LOOSE_ROW, lays_out, with_rows
from kg.document.markup import (
    CELLS,
    ROW_GROUPS,
    Comment,
    Element,
    elements_below,
    number_elements,
    reach_of,
    read_markup,
    rows_of,
)
from kg.model import Omission

_BLOCKS = frozenset(
    str.split(
        "address article aside blockquote body caption dd details div dl dt fieldset "
        "figcaption figure footer form header html legend li main menu nav ol option p "
        "pre section select summary table tbody td tfoot th thead tr ul center"
    )
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = {
    "script": "script",
    "style": "script",
    "template": "script",
    "noscript": "script",
    "svg": "image",
    "button": "navigation",
    "select": "navigation",
    "rt": "ruby",
    "rp": "",
    "title": "",
    "del": "deletion",
    "strike": "deletion",
    "s": "deletion",
}
"""Elements whose words are left out, with the kind of the omission; the brackets
that stand around readings for old browsers are not worth telling."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_OF_CELLS = frozenset({"table", "dl", LOOSE_ROW})

# a page has <html>, <head> or <body>; remains are tags within a text
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)\b", re.IGNORECASE)


def read_page(data: bytes, name: str, encoding: str) -> tuple[Extract, ...]:
    """Return the record in the HTML page *data*."""
    return (extract_page(decode_page(data, name, encoding)),)


def read_remains(data: bytes, name: str, encoding: str) -> tuple[Extract, ...]:
    """Return the record in the text *data*, in which there are remains of HTML."""
    return (extract_page(decode(data, name, encoding)),)


def extract_page(decoded: Decoded) -> Extract:
    r"""Return the words of a page, or of a text with remains of HTML.

    >>> extract_page(Decoded("<p>座長<br>佐藤 &amp; 鈴木", "utf-8", "")).text
    '座長\n佐藤 & 鈴木\n'
    """
    root = read_markup(decoded.text)
    places = number_elements(root)
    main = find_main(root)
    is_page = _PAGE.search(decoded.text) is not None
    title = page_title(root)
    head: tuple[Token, ...] = (Words(title, "title"), Break()) if title else ()
    tokens = _outside(root, main, places) if main else _inside(root, places, "")
    extract = lay_out((*head, *tokens), lines_kept=not is_page)
    return replace(
        extract,
        encoding=decoded.encoding,
        basis=decoded.basis,
        confidence=decoded.confidence,
    )


def _outside(
    root: Element, main: Element, places: dict[Element, str]
) -> Iterator[Token]:
    """Yield *main*, and what stands around it as left out."""
    for child in root.children:
        if child is main:
            yield from _inside(main, places, places[main])
        elif isinstance(child, Element) and main in elements_below(child):
            yield from _outside(child, main, places)
        elif isinstance(child, Element) and child.tag not in {"head", *_SILENT}:
            yield from _omit("navigation", child, places[child])
        elif isinstance(child, str) and child.strip():
            yield Omission("navigation", " ".join(child.split()))


def _inside(
    element: Element, places: dict[Element, str], place: str, *, kept: bool = False
) -> Iterator[Token]:
    """Yield what stands in *element*, whose nearest block is at *place*."""
    for child in with_rows(element):
        match child:
            case str():
                yield Words(child, place, kept=kept)
            case Comment(text):
                if text.strip():
                    yield Omission("comment", " ".join(text.split()), place)
            case Element():
                yield from _element(child, places, place, kept=kept)


def _element(
    element: Element, places: dict[Element, str], place: str, *, kept: bool
) -> Iterator[Token]:
    """Yield one element as words, lines or an omission."""
    tag = element.tag
    if tag in _SILENT or tag == "head" or is_navigation(element):
        yield from _omit(_SILENT.get(tag, "navigation"), element, place)
    elif "hidden" in element.attributes or _HIDDEN.search(
        element.attributes.get("style", "").lower()
    ):
        yield from _omit("hidden", element, place)
    elif tag in _OF_CELLS:
        yield from _of_cells(element, places, place)
    elif tag == "br":
        yield Words("\n", place, kept=True)
    elif tag == "hr":
        yield Break(empty=True)
    elif tag == "img" and element.attributes.get("alt", "").strip():
        yield Omission("image", element.attributes["alt"].strip(), place)
    elif tag in _HEADINGS:
        yield Break(empty=True)
        yield from _inside(element, places, places[element])
        yield Break()
    elif tag in _BLOCKS:
        yield Break()
        yield from _inside(element, places, places[element], kept=kept or tag == "pre")
        yield Break()
    else:
        yield from _inside(element, places, place, kept=kept)


def _loose_row(row: Element, places: dict[Element, str], place: str) -> Iterator[Token]:
    """Yield the cells of *row* as one line with tabs between them."""
    cells: list[str] = []
    for cell in row.children:
        if not isinstance(cell, Element):
            continue
        lines, omissions = lines_of(_inside(cell, places, place))
        yield from omissions
        cells.append(" ".join(lines))
    yield Break()
    yield Words("\t".join(cells), place, kept=True)
    yield Break()


def _of_cells(
    element: Element, places: dict[Element, str], place: str
) -> Iterator[Token]:
    """Yield a table, a row that has lost its table, or a list of terms."""
    if element.tag == "table":
        yield from _table(element, places)
    elif element.tag == "dl":
        yield from _pairs(element, places)
    else:
        yield from _loose_row(element, places, place)


def _omit(kind: str, element: Element, place: str) -> Iterator[Omission]:
    """Yield the words of *element* as left out, where it has any."""
    if not kind or element.tag == "head":
        return
    words: list[str] = []
    waiting: list[Element | Comment | str] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            words.append(one)
        elif isinstance(one, Element):
            waiting.extend(reversed(one.children))
    text = " ".join(" ".join(words).split())
    if text:
        yield Omission(kind, text, place)


def _table(table: Element, places: dict[Element, str]) -> Iterator[Token]:
    """Yield a table row by row, or as blocks where it only lays out the page."""
    rows = list(rows_of(table))
    yield Break(empty=True)
    if lays_out(rows):
        yield from _inside(table, places, places[table])
    else:
        yield from _captions(table, places)
        cells: list[list[Cell]] = []
        for row in rows:
            cells.append([])
            for cell in row:
                lines, omissions = lines_of(_inside(cell, places, places[cell]))
                yield from omissions
                cells[-1].append(Cell(lines, *reach_of(cell), head=cell.tag == "th"))
        for number, line in lay_rows(cells):
            yield Words(line, f"{places[table]}/tr[{number}]", kept=True)
            yield Break()
    yield Break(empty=True)


def _pairs(element: Element, places: dict[Element, str]) -> Iterator[Token]:
    """Yield a list of terms, a term and the one line that it has as one line."""
    waiting = [
        child
        for child in element.children
        if not isinstance(child, str) or child.strip()
    ]
    yield Break()
    while waiting:
        term, *waiting = waiting
        tags = [one.tag if isinstance(one, Element) else "" for one in waiting[:2]]
        if isinstance(term, Element) and term.tag == "dt" and tags[:1] == ["dd"]:
            value = Element("#", children=waiting[:1])
            lines, omissions = lines_of(_inside(value, places, places[term]))
            if len(lines) == 1 and tags != ["dd", "dd"]:
                waiting = waiting[1:]
                yield Break()
                yield from _inside(term, places, places[term])
                yield Words(f"\t{lines[0]}", places[term], kept=True)
                yield from omissions
                yield Break()
                continue
        yield from _inside(Element("#", children=[term]), places, places[element])
    yield Break()


def _captions(table: Element, places: dict[Element, str]) -> Iterator[Token]:
    """Yield what stands in *table* outside of its cells, such as a caption."""
    for child in table.children:
        if isinstance(child, Element) and child.tag in ROW_GROUPS:
            yield from _captions(child, places)
        elif not isinstance(child, Element) or child.tag not in CELLS:
            yield from _inside(Element("#", children=[child]), places, places[table])
    yield Break()
