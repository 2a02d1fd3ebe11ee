"""Read HTML into a tree, with the end tags that authors leave out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    str.split("area base br col embed hr img input link meta param source track wbr")
)
ROW_GROUPS = frozenset({"thead", "tbody", "tfoot", "tr"})
CELLS = frozenset({"td", "th"})
_DEEPEST = 200
"""Deeper elements are taken as part of the one they stand in: no text is lost."""

_CLOSED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr", "caption", "colgroup"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "rt": (frozenset({"rt", "rp", "rb"}), frozenset({"ruby"})),
    "rp": (frozenset({"rt", "rp", "rb"}), frozenset({"ruby"})),
    "rb": (frozenset({"rt", "rp", "rb"}), frozenset({"ruby"})),
    **{
        tag: (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"}))
        for tag in ("thead", "tbody", "tfoot")
    },
}
"""For each start tag, the open elements that it ends, and where to look no further."""

_ENDS_PARAGRAPH = frozenset(
    str.split(
        "address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 "
        "h6 header hr main nav ol p pre section table ul li dt dd tr td th"
    )
)
_PARAGRAPH_SCOPE = frozenset({"td", "th", "table", "div", "li", "dd", "body"})
_TABLE_SCOPE = frozenset({"td", "th", "table"})
_TABLE_TAGS = frozenset(str.split("table thead tbody tfoot tr td th caption"))


@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes, and what it holds: text, elements, comments.

    *in_main* tells that it stands in the main part of the page, as far as one is
    marked.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | Comment | str"] = field(default_factory=list)
    in_main: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands in a comment."""

    text: str


def read_markup(text: str) -> Element:
    """Return the tree of the HTML *text*; whatever it is, it is read to its end."""
    builder = _Builder(convert_charrefs=True)
    builder.feed(text)
    builder.close()
    return builder.root


def number_elements(root: Element) -> dict[Element, str]:
    """Return the place of each element, as its name and its number in the page."""
    counts: dict[str, int] = {}
    places: dict[Element, str] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        counts[element.tag] = counts.get(element.tag, 0) + 1
        places[element] = f"{element.tag}[{counts[element.tag]}]"
        waiting.extend(c for c in reversed(element.children) if isinstance(c, Element))
    return places


def size_of(element: Element) -> int:
    """Return how many characters stand in *element*."""
    return sum(
        len(child.strip())
        for one in (element, *elements_below(element))
        for child in one.children
        if isinstance(child, str)
    )


def elements_below(element: Element) -> Iterator[Element]:
    """Yield all elements within *element*."""
    waiting = [child for child in element.children if isinstance(child, Element)]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(child for child in one.children if isinstance(child, Element))


def reach_of(cell: Element) -> tuple[int, int]:
    """Return over how many rows and columns *cell* goes."""
    found = (cell.attributes.get(name, "") for name in ("rowspan", "colspan"))
    rows, columns = (int(n) if n.isdecimal() and len(n) < 4 else 1 for n in found)  # noqa: PLR2004 - 999 rows are enough
    return max(rows, 1), max(columns, 1)


def rows_of(table: Element) -> Iterator[list[Element]]:
    """Yield the cells of each row of *table*, not those of tables in it."""
    loose: list[Element] = []
    for child in table.children:
        if not isinstance(child, Element):
            continue
        if child.tag in CELLS:
            loose.append(child)
            continue
        if loose:
            yield loose
            loose = []
        if child.tag in ROW_GROUPS:
            yield from rows_of(child)
    if loose:
        yield loose


class _Builder(HTMLParser):
    """The tree as far as it is read."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        """Begin with an empty root."""
        super().__init__(convert_charrefs=convert_charrefs)
        self.root = Element("#root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open the element *tag*, ending those that cannot hold it."""
        if tag in _CLOSED_BY:
            self._close(*_CLOSED_BY[tag])
        if tag in _ENDS_PARAGRAPH:
            self._close(frozenset({"p"}), _PARAGRAPH_SCOPE)
        element = Element(tag, {name: value or "" for name, value in attrs})
        element.in_main = self._open[-1].in_main or tag in {"main", "article"}
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<br/>` as it is meant, and `<td/>` as HTML takes it: as a start."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the element *tag*, if it is open in this cell."""
        scope = frozenset[str]() if tag in _TABLE_TAGS else _TABLE_SCOPE
        if tag == "br":
            self.handle_starttag(tag, [])
        else:
            self._close(frozenset({tag}), scope)

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        """Keep a comment apart."""
        self._open[-1].children.append(Comment(data))

    def unknown_decl(self, data: str) -> None:
        """Keep `<![CDATA[…]]>`, which only XML knows, as a comment."""
        self._open[-1].children.append(Comment(data))

    def _close(self, tags: frozenset[str], scope: frozenset[str]) -> None:
        """End the innermost open element of *tags*, unless one of *scope* is nearer."""
        for depth in range(len(self._open) - 1, 0, -1):
            tag = self._open[depth].tag
            if tag in tags:
                del self._open[depth:]
                return
            if tag in scope:
                return
