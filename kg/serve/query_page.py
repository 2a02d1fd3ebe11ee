"""Show a browser a page where a query is written, sent, and answered as a table.

It has no script and asks for nothing: it works offline, and under any policy.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.graph import PREFIXES
from kg.serve.api_message import weights
from kg.serve.asset import read_asset
from kg.serve.reply import Reply
from kg.view.page import content_policy, page_style

_MOST = 1_000
"""Rows that a page shows; the whole answer is behind its links."""

_EXAMPLE = """\
# 会議ごとの出席者数 / attendees of each meeting
SELECT ?meeting ?name (COUNT(?row) AS ?attendees) WHERE {
  ?row a gjr:Attendance ; gjr:meeting ?meeting .
  ?meeting rdfs:label ?name .
  FILTER(LANG(?name) = "ja")
  FILTER NOT EXISTS { ?row gjr:status code:status-absent }
}
GROUP BY ?meeting ?name ORDER BY DESC(?attendees) ?meeting
LIMIT 50
"""
_FORMATS = (
    ("html", ""),
    ("csv", "CSV"),
    ("tsv", "TSV"),
    ("json", "JSON"),
    ("xml", "XML"),
    ("turtle", "Turtle"),
    ("ntriples", "N-Triples"),
    ("jsonld", "JSON-LD"),
)
_ROWS, _TRIPLES = ("csv", "tsv", "json", "xml"), ("turtle", "ntriples", "jsonld")
LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as a page shows it: *text*, and where it leads, if anywhere."""

    text: str
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown below a query: a table, a verdict, triples, or a problem."""

    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()
    count: int = 0
    verdict: str = ""
    triples: str = ""
    problem: str = ""


def read_words(language: str) -> dict[str, str]:
    """Return the words of the page in *language*."""
    words: dict[str, str] = json.loads(read_asset(f"query-{language}.json"))
    return words


def choose_language(accept_language: str, default: str) -> str:
    """Return ja or en, whichever a client would rather read.

    >>> choose_language("fr, en-GB;q=0.8", "ja"), choose_language("", "ja")
    ('en', 'ja')
    """
    wanted = weights(accept_language)

    def weight(one: str) -> tuple[float, bool]:
        found = (q for tag, q in wanted.items() if tag.partition("-")[0] == one)
        return max(found, default=0.0), one == default

    return max(LANGUAGES, key=weight)


def show_reply(reply: Reply, base: str, language: str) -> Shown:
    """Return an answer, in JSON or Turtle, as it is shown; *base* is the data's."""
    if not reply.media.endswith("json"):
        return Shown(triples=reply.body.decode())
    found: dict[str, Any] = json.loads(reply.body)
    if "boolean" in found:
        word = "yes" if found["boolean"] else "no"
        return Shown(verdict=read_words(language)[word])
    columns = found["head"]["vars"]
    rows = found["results"]["bindings"]
    return Shown(
        columns=columns,
        rows=[[_cell(row.get(c), base) for c in columns] for row in rows[:_MOST]],
        count=len(rows),
    )


def write_page(language: str, query: str = "", shown: Shown | None = None) -> str:
    """Return the page with *query* in it, and what it found."""
    offered = _TRIPLES if shown is not None and shown.triples else _ROWS
    given = f"/sparql?query={quote(query, safe='')}"
    return _template().render(
        language=language,
        words=read_words(language),
        style=Markup(_style()),  # noqa: S704 - our own files
        query=query or _EXAMPLE,
        formats=_FORMATS,
        shown=shown,
        most=_MOST,
        links=[
            (name, f"{given}&format={form}")
            for form, name in _FORMATS
            if form in offered
        ],
    )


def page_policy() -> str:
    """Return what the page may do: show itself, and send its form here."""
    policy = content_policy(_style(), ())
    return policy.replace("form-action 'none'", "form-action 'self'")


def _cell(found: Mapping[str, str] | None, base: str) -> Cell:
    """Return one value; a thing of the data leads to its page, others go out."""
    if found is None:
        return Cell("")
    value = found["value"]
    if found["type"] != "uri":
        return Cell(value, language=found.get("xml:lang", ""))
    if value.startswith(base):
        return Cell(value.removeprefix(base), f"/page?iri={quote(value, safe='')}")
    known = ((p, n) for p, n in PREFIXES.items() if value.startswith(n))
    short = next((f"{p}:{value.removeprefix(n)}" for p, n in known), value)
    return Cell(short, value if value.startswith(("http://", "https://")) else "")


@lru_cache(maxsize=1)
def _style() -> str:
    """Return the style sheet of the page."""
    return page_style() + read_asset("entity.css") + read_asset("query.css")


@lru_cache(maxsize=1)
def _template() -> Template:
    """Return the template of the page."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(read_asset("query.html"))
