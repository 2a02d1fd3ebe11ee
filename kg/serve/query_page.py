"""Show a browser a page where a query can be written and sent; it has no script."""

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from kg.serve.api_message import weights
from kg.serve.asset import read_asset
from kg.view.page import content_policy, page_style

_STYLE = """
textarea { width: 100%; box-sizing: border-box; font: 14px/1.5 monospace; padding: 8px;
  border: 1px solid var(--heading); background: inherit; color: inherit; }
select, button { font: inherit; padding: 4px 12px; }
"""
_EXAMPLE = """\
# 会議ごとの出席者数 / attendees of each meeting
SELECT ?meeting (COUNT(?row) AS ?attendees) WHERE {
  ?row a gjr:Attendance ; gjr:meeting/rdfs:label ?meeting .
  FILTER(LANG(?meeting) = "ja")
  FILTER NOT EXISTS { ?row gjr:status code:status-absent }
}
GROUP BY ?meeting ORDER BY DESC(?attendees)
LIMIT 50
"""
_FORMATS = (
    ("csv", "CSV"),
    ("tsv", "TSV"),
    ("json", "JSON"),
    ("xml", "XML"),
    ("turtle", "Turtle (CONSTRUCT, DESCRIBE)"),
    ("ntriples", "N-Triples (CONSTRUCT, DESCRIBE)"),
)
WORDS = {
    "ja": {
        "title": "SPARQL で尋ねる",
        "lead": "SPARQL 1.1 Protocol の窓口です。"
        "語彙の接頭辞（gjr:, org:, foaf: など）は書かなくても使えます。",
        "query": "問い合わせ",
        "format": "形式",
        "ask": "尋ねる",
        "note": "読み取りだけができます。時間・行数・大きさには上限があります。"
        "文書ごとに名前付きグラフがあり、既定のグラフはその全部です。",
    },
    "en": {
        "title": "Ask in SPARQL",
        "lead": "This is an endpoint of the SPARQL 1.1 Protocol. The prefixes of the "
        "vocabulary (gjr:, org:, foaf: …) need not be declared.",
        "query": "Query",
        "format": "Format",
        "ask": "Ask",
        "note": "It only reads; time, rows and bytes have limits. Each document is a "
        "named graph, and the default graph is all of them.",
    },
}


def write_page(accept_language: str, default: str) -> Response:
    """Return the page in the language that the client would rather read."""
    wanted = weights(accept_language)
    best = max(
        ("ja", "en"),
        key=lambda one: (
            max((q for tag, q in wanted.items() if tag[:2] == one), default=0.0),
            one == default,
        ),
    )
    style = page_style() + read_asset("entity.css") + _STYLE
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    text = environment.from_string(read_asset("query.html")).render(
        language=best,
        words=WORDS[best],
        style=Markup(style),  # noqa: S704 - our own files
        example=_EXAMPLE,
        formats=_FORMATS,
    )
    policy = content_policy(style, ()).replace(
        "form-action 'none'", "form-action 'self'"
    )
    headers = {"Content-Security-Policy": policy, "Vary": "Accept, Accept-Language"}
    return HTMLResponse(text, headers=headers)
