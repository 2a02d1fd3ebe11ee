"""Tell rows of data from parts of a page, and find the rows that lost their table."""

from kg.document.markup import (
    CELLS,
    ROW_GROUPS,
    Comment,
    Element,
    elements_below,
    size_of,
)

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LAYOUT = frozenset({"table", "dl", "pre", *_HEADINGS})
_LONG = 400
"""A cell with more characters is a part of the page, not of a table."""
LOOSE_ROW = "#row"
"""The tag of an element made of cells that stand in no table."""


def with_rows(element: Element) -> list[Element | Comment | str]:
    """Return the children of *element*, cells without a table put into a row.

    <td>外務省</td><td>橘 一葉</td><td>参事官</td> is what is left of one.
    """
    if element.tag in {"table", "tr", "#", *ROW_GROUPS}:
        return element.children
    found: list[Element | Comment | str] = []
    for child in element.children:
        last = found[-1] if found else None
        if not isinstance(child, Element) or child.tag not in CELLS:
            found.append(child)
        elif isinstance(last, Element) and last.tag == LOOSE_ROW:
            last.children.append(child)
        else:
            found.append(Element(LOOSE_ROW, children=[child]))
    return found


def lays_out(rows: list[list[Element]]) -> bool:
    """Tell whether the table of *rows* holds parts of a page, and no data."""
    return any(
        size_of(cell) > _LONG or any(one.tag in _LAYOUT for one in elements_below(cell))
        for row in rows
        for cell in row
    ) or all(len(row) <= 1 for row in rows)
