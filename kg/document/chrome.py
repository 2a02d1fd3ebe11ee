"""Tell what of a page is its record, and what only leads around the site."""

import re
from collections.abc import Iterator

from kg.document.markup import Element

_NAVIGATION_TAGS = frozenset({"nav", "aside", "header", "footer"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
# class="topicpath"   id="gnav"   class="page-top"
_NAVIGATION_NAME = re.compile(
    r"""(?:^|[-_])(?:
        breadcrumbs? | topic-?path | pankuzu | g?nav(?:i|igation)? | gnavi? | lnavi?
      | side-?(?:bar|menu|nav)? | site-?map | page-?top | sns | share | skip(?:link)?
      | (?:global|local|foot|head|main|site)-?(?:nav(?:i)?|menu) | footer | menu
    )(?:$|[-_])""",
    re.VERBOSE | re.IGNORECASE,
)
_MAIN_TAGS = frozenset({"main", "article"})
_MAIN_IDS = frozenset(
    str.split(
        "contents content main maincontents maincontent main-contents main-content "
        "main_contents main_content tmp_contents tmp_main honbun contentsarea"
    )
)
_RECORD = re.compile(
    r"出席|欠席|開\s*会|閉\s*会|議\s*題|議\s*事|議事録|委員|座長|○|第\s*[\d０-９]+\s*回|令和|平成"
)
_SIGNS = 2
_LINKED = 0.5
_ENOUGH = 0.8
# 第3回架空会議 議事録｜架空省
_SITE = re.compile(r"\s*[|｜／]\s*|\s+[-–—:：]\s+|\s*【")
_TITLE = re.compile(r"議事|会議|委員会|審議会|部会|会\s*第")


def is_navigation(element: Element) -> bool:
    """Tell whether *element* only leads around the site.

    In doubt it is kept: a menu too many does less harm than a lost roster. So what
    holds signs of a record outside of links stays, whatever it is called.
    """
    names = [element.attributes.get("id", "")]
    names += element.attributes.get("class", "").split()
    if not (
        (element.tag in _NAVIGATION_TAGS and not _is_own(element))
        or element.attributes.get("role", "") in _ROLES
        or (
            element.tag in {"div", "ul", "ol", "p", "section", "dl", "table"}
            and any(_NAVIGATION_NAME.search(name) for name in names)
        )
    ):
        return False
    words, linked = _words(element)
    if linked >= _LINKED * len(words):
        return True
    return len(set(_RECORD.findall(words))) < _SIGNS


def _is_own(element: Element) -> bool:
    """Tell whether *element* is the header or footer of the record itself."""
    return element.in_main and element.tag in {"header", "footer"}


def find_main(root: Element) -> Element | None:
    """Return the element that holds the whole record, if the page marks one.

    None where the page marks none, or where signs of a record stand outside of it.
    """
    total = _record(root)
    for element in _elements(root):
        is_main = (
            element.tag in _MAIN_TAGS
            or element.attributes.get("role") == "main"
            or element.attributes.get("id", "").lower() in _MAIN_IDS
        )
        if is_main and total and _record(element) >= _ENOUGH * total:
            outside = _signs(root) - _signs(element)
            if not outside:
                return element
    return None


def page_title(root: Element) -> str:
    """Return the title of the page without the site's name, if only it names a meeting.

    >>> from kg.document.markup import read_markup
    >>> page_title(read_markup("<title>第3回架空会議｜架空省</title><p>日時"))
    '第3回架空会議'
    """
    titles = [one for one in _elements(root) if one.tag == "title"]
    if not titles:
        return ""
    title = _SITE.split(" ".join(_words(titles[0])[0].split()))[0]
    bare = re.sub(r"\s", "", title)
    seen = re.sub(r"\s", "", _words(root)[0])
    return title if _TITLE.search(title) and seen.count(bare) == 1 else ""


def _record(element: Element) -> int:
    """Count the signs of a record in *element*, those in links left out."""
    return len(_RECORD.findall(_words(element, links=False)[0]))


def _signs(element: Element) -> set[str]:
    """Return the signs that only rosters have, outside of links."""
    words = _words(element, links=False)[0]
    return set(re.findall(r"出\s*席\s*者|欠\s*席|委\s*員\s*名|構\s*成\s*員", words))


def _words(element: Element, *, links: bool = True) -> tuple[str, int]:
    """Return the text of *element*, and how much of it is links."""
    parts: list[str] = []
    linked = 0
    waiting: list[tuple[object, bool]] = [(element, False)]
    while waiting:
        one, in_link = waiting.pop()
        if isinstance(one, str):
            linked += len(one.strip()) if in_link else 0
            if links or not in_link:
                parts.append(one.strip())
        elif isinstance(one, Element) and one.tag not in {"script", "style"}:
            below = in_link or one.tag == "a"
            waiting.extend((child, below) for child in reversed(one.children))
    return "".join(parts), linked


def _elements(root: Element) -> Iterator[Element]:
    """Yield all elements below *root* in the order of the page."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one is not root:
            yield one
        waiting.extend(c for c in reversed(one.children) if isinstance(c, Element))
