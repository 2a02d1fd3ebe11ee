"""Answer OpenRefine: the reconciliation API 0.2 over HTTP.

No JSONP: a callback would run what the client names, and browsers have CORS.
"""

import json

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.reconcile import (
    extend,
    manifest,
    preview,
    propose_properties,
    read_queries,
    reconcile,
    suggest,
    suggest_properties,
    suggest_types,
    write_candidates,
    write_entity,
    write_extension,
)
from kg.serve.api_message import (
    Asked,
    Json,
    ProblemError,
    Reply,
    reply_html,
    reply_json,
)
from kg.serve.api_site import Holdings
from kg.serve.entity_path import page_url
from kg.view.page import content_policy

_MOST_QUERIES = 500
"""Names of one batch; OpenRefine sends ten."""
_MOST_IDS = 2_000
_SHOWN = 6
_STYLE = """
body { margin: 8px; font: 14px/1.5 sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 16px; } p { margin: 0 0 6px; color: #555; }
dl { margin: 0; } dt { color: #555; } dd { margin: 0 0 4px 12px; }
"""
_PREVIEW = """<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>{{ shown.name }}</title>
<style>{{ style }}</style></head><body>
<h1><a href="{{ page }}" target="_blank" rel="noopener">{{ shown.name }}</a></h1>
<p>{{ shown.description }}</p>
<dl>{% for name, values in shown.lines %}<dt>{{ name }}</dt>
{%- for value in values[:most] %}<dd>{{ value }}</dd>{% endfor %}
{%- if values|length > most %}<dd>… {{ values|length - most }}</dd>{% endif %}
{%- endfor %}</dl></body></html>
"""


def answer_service(site: Holdings, asked: Asked) -> Reply:
    """Answer a batch of queries, values of properties, or what the service is.

    All three come by GET or as a form; of `queries` and `extend` one is taken.
    """
    fields = dict(asked.query)
    if asked.method == "POST":
        fields |= dict(asked.form())
    if "callback" in fields:
        detail = "JSONP is not spoken here; the answers have CORS headers"
        raise ProblemError(400, detail)
    if "queries" in fields:
        return reply_json(_batch(site, _read(fields["queries"], "queries")))
    if "extend" in fields:
        return reply_json(_extension(site, _read(fields["extend"], "extend")))
    return reply_json(_manifest(site, asked))


def suggest_entity(site: Holdings, asked: Asked) -> Reply:
    """Complete what somebody writes to the name of an entity."""
    prefix, cursor = asked.one("prefix"), asked.number("cursor", 0, 10_000)
    kind = asked.one("type") or None
    found = suggest(site.index, prefix, type_id=kind, limit=cursor + 10)
    return reply_json({"result": [_entity(one) for one in found[cursor:]]})


def suggest_property(site: Holdings, asked: Asked) -> Reply:  # noqa: ARG001 - a route
    """Complete what somebody writes to the name of a property."""
    return reply_json({"result": _pairs(suggest_properties(asked.one("prefix")))})


def suggest_type(site: Holdings, asked: Asked) -> Reply:  # noqa: ARG001 - a route
    """Complete what somebody writes to the name of a type."""
    return reply_json({"result": _pairs(suggest_types(asked.one("prefix")))})


def propose(site: Holdings, asked: Asked) -> Reply:  # noqa: ARG001 - a route
    """Return the properties that entities of a type may have."""
    kind = asked.one("type")
    limit = asked.number("limit", 100, 100)
    found = propose_properties(kind)[:limit]
    return reply_json({"type": kind, "limit": limit, "properties": _pairs(found)})


def show_preview(site: Holdings, asked: Asked) -> Reply:
    """Return a small page that tells an entity from its namesakes."""
    shown = preview(site.index, asked.one("id"))
    if shown is None:
        raise ProblemError(404, f"no such entity: {asked.one('id')}")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    text = environment.from_string(_PREVIEW).render(
        shown=shown,
        most=_SHOWN,
        style=Markup(_STYLE),  # noqa: S704 - our own words
        page=page_url(site, asked.root, shown.id),
    )
    return reply_html(text, content_policy(_STYLE, ()))


def _manifest(site: Holdings, asked: Asked) -> Json:
    """Return what the service says of itself, its pages being those served here."""
    found = manifest(f"{asked.root}/reconcile", site.base)
    found["view"] = {"url": f"{asked.root}/page?iri={{{{id}}}}"}
    return found  # type: ignore[return-value] # plain values


def _batch(site: Holdings, message: object) -> Json:
    """Return the candidates for each query; one that is wrong has an error alone."""
    if isinstance(message, dict) and len(message) > _MOST_QUERIES:
        detail = f"queries: {_MOST_QUERIES} at most in one batch, got {len(message)}"
        raise ProblemError(413, detail)
    found: dict[str, object] = {
        name: write_candidates(reconcile(site.index, query))
        for name, query in read_queries(message).items()
    }
    return found  # type: ignore[return-value] # plain values


def _extension(site: Holdings, message: object) -> Json:
    """Return the values that a data extension asks for."""
    if not isinstance(message, dict):
        raise ProblemError(400, 'extend: expected an object with "ids", "properties"')
    ids, wanted = message.get("ids"), message.get("properties")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise ProblemError(400, 'extend: "ids" must be a list of ids')
    if not isinstance(wanted, list) or not all(
        isinstance(one, dict) and isinstance(one.get("id"), str) for one in wanted
    ):
        detail = 'extend: "properties" must be a list of objects with "id"'
        raise ProblemError(400, detail)
    if len(ids) > _MOST_IDS:
        raise ProblemError(413, f"extend: {_MOST_IDS} ids at most, got {len(ids)}")
    found = extend(site.index, ids, [one["id"] for one in wanted])
    return write_extension(found)  # type: ignore[return-value] # plain values


def _read(words: str, name: str) -> object:
    """Return the JSON in the field *name*."""
    try:
        return json.loads(words)
    except (ValueError, RecursionError) as error:
        raise ProblemError(400, f"{name}: is no JSON ({error})") from error


def _entity(entry: object) -> Json:
    """Return an entity as suggestions have it."""
    return write_entity(entry)  # type: ignore[arg-type, return-value]


def _pairs(rows: tuple[tuple[str, str], ...]) -> list[Json]:
    """Return ids with their names."""
    return [{"id": one, "name": name} for one, name in rows]
