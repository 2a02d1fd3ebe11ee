"""Write small pieces of HTML for a notebook; words never become markup."""

from collections.abc import Iterable, Sequence
from html import escape

# Colours are those of the notebook, dark or light; only the marks have their own.
_STYLE = (
    "<style>"
    ".kg{font-family:'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic UI',"
    "Meiryo,sans-serif;font-size:14px;line-height:1.6;color:inherit}"
    ".kg table{border-collapse:collapse;margin:.3em 0}"
    ".kg caption,.kg th,.kg td{text-align:left;padding:.2em .8em .2em 0;"
    "vertical-align:top;white-space:normal}"
    ".kg th{border-bottom:1px solid currentColor}"
    ".kg p{margin:.2em 0}.kg small{font-size:12px}"
    ".kg mark{background:#ffe58a;color:#111;padding:0 .1em}"
    "</style>"
)


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, *content: str, **attributes: str) -> Markup:
    """Return an element; content that is no markup is escaped.

    >>> tag("p", "架空 <b>", tag("mark", "会議"))
    '<p>架空 &lt;b&gt;<mark>会議</mark></p>'
    """
    words = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    inner = "".join(
        one if isinstance(one, Markup) else escape(one, quote=False) for one in content
    )
    return Markup(f"<{name}{words}>{inner}</{name}>")


def block(*content: str) -> Markup:
    """Return what a notebook shows: Japanese, in its own colours."""
    return tag("div", Markup(_STYLE), *content, lang="ja", **{"class": "kg"})


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str | None]], caption: str = ""
) -> Markup:
    """Return a table with the names of its *columns* as headings."""
    head = tag("tr", *(tag("th", name, scope="col") for name in columns))
    body = [tag("tr", *(tag("td", cell or "") for cell in row)) for row in rows]
    above = [tag("caption", caption)] if caption else []
    return tag("table", *above, tag("thead", head), tag("tbody", *body))
