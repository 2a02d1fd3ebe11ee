"""Show the description of the service: as OpenAPI, and as a page without script."""

from urllib.parse import unquote, urlencode

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.serve.api_message import Asked, Reply, escaped, reply_html, reply_json
from kg.serve.api_route import Route
from kg.serve.api_site import Holdings
from kg.serve.asset import read_asset
from kg.serve.openapi import write_openapi
from kg.view.page import content_policy, page_style

_WORDS = {
    "ja": {
        "title": "議事録 KG の API",
        "lead": "答えは JSON です。誤りは application/problem+json で返ります。",
        "parameter": "引数",
        "meaning": "意味",
        "example": "例",
        "needed": "必須",
        "other": "English",
        "api": "API",
        "reconcile": "突き合わせ（OpenRefine）",
        "pages": "ページとデータ",
        "none": "引数はありません",
        "home": "最初のページ",
        "try": "試す",
    },
    "en": {
        "title": "API of the knowledge graph of minutes",
        "lead": "Answers are JSON; errors are application/problem+json.",
        "parameter": "parameter",
        "meaning": "meaning",
        "example": "example",
        "needed": "required",
        "other": "日本語",
        "api": "API",
        "reconcile": "Reconciliation (OpenRefine)",
        "pages": "Pages and data",
        "none": "no parameters",
        "home": "first page",
        "try": "try",
    },
}
"""The words of the page, by language and key."""


def show_document(site: Holdings, asked: Asked) -> Reply:  # noqa: ARG001 - a route
    """Return the description in OpenAPI 3.1."""
    from kg.serve.api_table import ROUTES  # noqa: PLC0415 - the table lists this too

    return reply_json(write_openapi(ROUTES.all, asked.root))


def show_page(site: Holdings, asked: Asked) -> Reply:  # noqa: ARG001 - a route
    """Return the page that describes the service."""
    from kg.serve.api_table import ROUTES  # noqa: PLC0415 - the table lists this too

    language = asked.language
    style = page_style() + read_asset("entity.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    text = environment.from_string(read_asset("openapi.html")).render(
        language=language,
        other="en" if language == "ja" else "ja",
        words=_WORDS[language],
        style=Markup(style),  # noqa: S704 - our own files
        root=asked.root,
        example=show_example,
        groups=[
            (tag, [route for route in ROUTES.all if route.tag == tag])
            for tag in ("api", "reconcile", "pages")
        ],
    )
    return reply_html(text, content_policy(style, ()))


def show_example(route: Route, *, decoded: bool = False) -> str:
    """Return the path of a request such as *route* answers; "" where none is known.

    Only what must be given is given. *decoded* is as people read it.

    >>> from kg.serve.api_table import ROUTES
    >>> show_example(ROUTES.all[0], decoded=True)
    '/api/v1/search?q=架空'
    """
    needed = [one for one in route.fields if one.required]
    if route.method != "GET" or any(one.example is None for one in needed):
        return ""
    path, query = route.path.replace("*}", "}"), []
    for one in needed:
        values = one.example if isinstance(one.example, list) else [one.example]
        if one.place == "path":
            path = path.replace(f"{{{one.name}}}", str(values[0]))
        else:
            query += [(one.name, str(value)) for value in values]
    words = urlencode(query)
    shown = unquote(words) if decoded else words
    return (path if decoded else escaped(path)) + (f"?{shown}" if shown else "")
