"""Tell people in a page, and not in JSON, why there is no answer."""

from dataclasses import replace

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.serve.api_message import (
    HTML,
    PROBLEM,
    Asked,
    ProblemError,
    Reply,
    prefer,
    reply_html,
)
from kg.serve.asset import read_asset
from kg.view.page import content_policy, page_style

WORDS = {
    "ja": {
        "400": "この要求は読めません",
        "404": "ここには何もありません",
        "405": "この要求はできません",
        "other": "答えられません",
        "next": "次に",
        "home": "最初のページ",
        "api": "API",
    },
    "en": {
        "400": "This request cannot be read",
        "404": "There is nothing here",
        "405": "This cannot be done here",
        "other": "There is no answer",
        "next": "next",
        "home": "first page",
        "api": "API",
    },
}
"""The words of the page, by language and key."""


def as_page(reply: Reply, detail: str, asked: Asked) -> Reply:
    """Return the problem in *reply* as a page if its reader would rather have one.

    *detail* says what is wrong. Without the header Accept it stays as it is.
    """
    accept = asked.headers.get("accept", "")
    offered = (PROBLEM, HTML.partition(";")[0])
    if not accept or prefer(accept, offered) != offered[1]:
        return reply
    try:
        language = asked.language
    except ProblemError:  # ?lang=fr, which may be what is wrong
        language = "ja"
    words, style = WORDS[language], page_style() + read_asset("entity.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    text = environment.from_string(read_asset("problem.html")).render(
        language=language,
        title=words.get(str(reply.status), words["other"]),
        detail=detail,
        words=words,
        style=Markup(style),  # noqa: S704 - our own files
    )
    page = reply_html(text, content_policy(style, ()))
    headers = {**page.headers, **reply.headers, "Vary": "Accept, Accept-Language"}
    return replace(page, status=reply.status, headers=headers)
