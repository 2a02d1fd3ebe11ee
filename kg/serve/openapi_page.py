"""Show the description of the service: as OpenAPI, and as a page without script."""

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.serve.api_message import Asked, Reply, reply_html, reply_json
from kg.serve.api_route import Route
from kg.serve.api_site import Holdings
from kg.serve.asset import read_asset
from kg.serve.example import find_examples, with_examples, write_example
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


def show_document(site: Holdings, asked: Asked) -> Reply:
    """Return the description in OpenAPI 3.1."""
    return reply_json(write_openapi(_routes(site), asked.root))


def show_page(site: Holdings, asked: Asked) -> Reply:
    """Return the page that describes the service."""
    routes = _routes(site)
    language = asked.language
    style = page_style() + read_asset("entity.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    text = environment.from_string(read_asset("openapi.html")).render(
        language=language,
        other="en" if language == "ja" else "ja",
        words=_WORDS[language],
        style=Markup(style),  # noqa: S704 - our own files
        root=asked.root,
        example=write_example,
        groups=[
            (tag, [route for route in routes if route.tag == tag])
            for tag in ("api", "reconcile", "pages")
        ],
    )
    return reply_html(text, content_policy(style, ()))


def _routes(site: Holdings) -> tuple[Route, ...]:
    """Return what can be asked of *site*, with examples that it has."""
    from kg.serve.api_table import ROUTES  # noqa: PLC0415 - the table lists this too

    examples = find_examples(site)
    return tuple(with_examples(route, examples) for route in ROUTES.all)
