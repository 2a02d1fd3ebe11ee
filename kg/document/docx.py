"""Take the text out of a DOCX file, and say what was left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.document.extract import Extract
from kg.document.grid import Cell, lay_rows
from kg.document.layout import Break, Token, Words, lay_out, lines_of
from kg.document.package import read_parts
from kg.errors import DocumentRefusedError
from kg.model import Omission

_BODY = "word/document.xml"
_ASIDE = {
    "word/header": "header",
    "word/footer": "footer",
    "word/footnotes": "note",
    "word/endnotes": "note",
    "word/comments": "comment",
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PRINTED = {
    "br": "\n",
    "cr": "\n",
    "tab": "\t",
    "ptab": "\t",
    "noBreakHyphen": "-",
}
_DELETED = frozenset({"del", "moveFrom"})
_SILENT = frozenset(
    {"pPr", "rPr", "instrText", "Fallback", "sectPr", "sdtPr", "fldData"}
)
_LONG = 400


@dataclass(frozen=True, slots=True)
class _Here:
    """Where the walk is: the *place*, and whether what stands there was deleted."""

    place: str
    deleted: bool = False


def read_docx(data: bytes, name: str, encoding: str) -> tuple[Extract, ...]:
    """Return the record in the DOCX file *data*; *encoding* does not matter to it."""
    del encoding
    parts = read_parts(data, name, (_BODY, *_ASIDE))
    if _BODY not in parts:
        raise DocumentRefusedError(name, f"has no {_BODY}; save it again as DOCX")
    tokens = [*_blocks(parts[_BODY], _Numbers())]
    for part, root in sorted(parts.items()):
        for start, kind in _ASIDE.items():
            if part.startswith(start) and part != _BODY:
                tokens += _aside(root, kind, part)
    return (lay_out(tokens),)


class _Numbers:
    """Numbers for the paragraphs and tables, in reading order."""

    def __init__(self) -> None:
        """Begin at the top."""
        self._counts: dict[str, int] = {}

    def place(self, tag: str) -> str:
        """Return the place of the next *tag*."""
        self._counts[tag] = self._counts.get(tag, 0) + 1
        return f"{tag}[{self._counts[tag]}]"


def _tag(element: Element) -> str:
    """Return the local name of *element*."""
    return element.tag.rpartition("}")[2]


def _value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of *element* in either namespace of the format."""
    if element is None:
        return ""
    return element.get(f"{_W}{name}", element.get(f"{_STRICT}{name}", ""))


def _child(element: Element, *path: str) -> Element | None:
    """Return what is found below *element* on the *path* of local names."""
    for name in path:
        found = next((one for one in element if _tag(one) == name), None)
        if found is None:
            return None
        element = found
    return element


def _blocks(element: Element, numbers: _Numbers) -> Iterator[Token]:
    """Yield the paragraphs and tables below *element*, however they are wrapped."""
    for child in element:
        tag = _tag(child)
        if tag == "p":
            yield from _paragraph(child, numbers)
        elif tag == "tbl":
            yield from _table(child, numbers)
        elif tag in _DELETED:
            yield from _inline(child, _Here("", deleted=True), [])
        elif tag not in _SILENT:
            yield from _blocks(child, numbers)


def _paragraph(paragraph: Element, numbers: _Numbers) -> Iterator[Token]:
    """Yield one paragraph as a line, and the text boxes that hang on it after it."""
    here = _Here(numbers.place("p"))
    boxes: list[Element] = []
    tokens = list(_inline(paragraph, here, boxes))
    if _child(paragraph, "pPr", "numPr") is not None:
        words = "".join(token.text for token in tokens if isinstance(token, Words))
        yield Omission("number", words[:20], here.place)
    yield from tokens
    if _child(paragraph, "pPr", "rPr", "del") is None:
        has_words = any(isinstance(t, Words) and t.text.strip() for t in tokens)
        yield Break(empty=not has_words)
    for box in boxes:
        yield from _blocks(box, numbers)


def _inline(element: Element, here: _Here, boxes: list[Element]) -> Iterator[Token]:
    """Yield what stands in a paragraph; text boxes found in it go to *boxes*."""
    for child in element:
        tag = _tag(child)
        if tag in _SILENT:
            continue
        if tag in {"t", "delText"}:
            yield from _text(child.text or "", here)
        elif tag in _PRINTED:
            yield Words(_PRINTED[tag], here.place, kept=True)
        elif tag == "txbxContent":
            boxes.append(child)
        elif tag == "rt":
            yield from _left_out("ruby", child, here)
        elif tag == "r" and _is_hidden(child):
            yield from _left_out("hidden", child, here)
        else:
            deleted = here.deleted or tag in _DELETED
            yield from _inline(child, _Here(here.place, deleted=deleted), boxes)


def _text(text: str, here: _Here) -> Iterator[Token]:
    """Yield *text* as words, or as left out where it was deleted."""
    if not here.deleted:
        yield Words(text, here.place, kept=True)
    elif text.strip():
        yield Omission("deletion", text, here.place)


def _is_hidden(run: Element) -> bool:
    """Tell whether *run* is not to be seen."""
    vanish = _child(run, "rPr", "vanish")
    return vanish is not None and _value(vanish) not in {"0", "false"}


def _left_out(kind: str, element: Element, here: _Here) -> Iterator[Omission]:
    """Yield the words of *element* as left out."""
    text = "".join(one.text or "" for one in element.iter() if _tag(one) == "t")
    if text.strip():
        yield Omission(kind, text, here.place)


def _aside(root: Element, kind: str, part: str) -> Iterator[Omission]:
    """Yield the paragraphs of a header, a footer, notes or comments as left out."""
    for paragraph in root.iter():
        if _tag(paragraph) == "p":
            yield from _left_out(kind, paragraph, _Here(part.rpartition("/")[2]))


def _table(table: Element, numbers: _Numbers) -> Iterator[Token]:
    """Yield a table row by row, or as blocks where it only lays out the page."""
    place = numbers.place("tbl")
    rows = [list(_below(row, "tc")) for row in _below(table, "tr")]
    yield Break(empty=True)
    if _lays_out(rows):
        for row in rows:
            for cell in row:
                yield from _blocks(cell, numbers)
                yield Break()
    else:
        cells, omissions = _cells(rows, numbers)
        yield from omissions
        for number, line in lay_rows(cells):
            yield Words(line, f"{place}/tr[{number}]", kept=True)
            yield Break()
    yield Break(empty=True)


def _lays_out(rows: list[list[Element]]) -> bool:
    """Tell whether the table of *rows* holds parts of a page, and no data."""
    cells = [cell for row in rows for cell in row]
    return all(len(row) <= 1 for row in rows) or any(
        any(_tag(one) == "tbl" for one in cell.iter())
        or sum(len(one.text or "") for one in cell.iter() if _tag(one) == "t") > _LONG
        for cell in cells
    )


def _below(element: Element, tag: str) -> Iterator[Element]:
    """Yield rows or cells, also those within content controls and insertions."""
    for child in element:
        if _tag(child) == tag:
            yield child
        elif _tag(child) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _below(child, tag)


def _cells(
    rows: list[list[Element]], numbers: _Numbers
) -> tuple[list[list[Cell]], list[Omission]]:
    """Return the cells of *rows*, merged ones as one, and what is left out."""
    made: list[list[Cell]] = []
    omissions: list[Omission] = []
    open_cells: dict[int, tuple[int, int]] = {}
    for row in rows:
        made.append([])
        column = 0
        for cell in row:
            lines, left = lines_of(_blocks(cell, numbers))
            omissions += left
            span = _value(_child(cell, "tcPr", "gridSpan"))
            columns = int(span) if span.isdecimal() and len(span) < 4 else 1  # noqa: PLR2004 - 999 columns are enough
            merge = _child(cell, "tcPr", "vMerge")
            if (
                merge is not None
                and _value(merge) != "restart"
                and column in open_cells
            ):
                line, index = open_cells[column]
                above = made[line][index]
                made[line][index] = Cell(above.lines, above.rows + 1, above.columns)
            else:
                open_cells.pop(column, None)
                if merge is not None:
                    open_cells[column] = (len(made) - 1, len(made[-1]))
                made[-1].append(Cell(lines, 1, columns))
            column += columns
    return made, omissions
