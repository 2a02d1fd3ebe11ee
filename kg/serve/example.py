"""Find examples in the graph that is served, so that each of them can be tried."""

import json
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlencode

from kg.reconcile import Entry
from kg.serve.api_message import Json, escaped
from kg.serve.api_route import Field, Route
from kg.serve.api_site import Holdings


def find_examples(site: Holdings) -> Mapping[tuple[str, str], Json]:
    """Return an example for each parameter, by its place and name, that has one here.

    The first person and the first council by IRI are taken, so that the same graph
    always has the same examples.
    """
    found: dict[tuple[str, str], Json] = {}
    shown = _first(site, "foaf:Person") or _first(site, "org:Organization")
    if shown is not None:
        queries = json.dumps({"q0": {"query": shown.name}}, ensure_ascii=False)
        found |= {
            ("query", "q"): shown.name,
            ("query", "prefix"): shown.name[:2],
            ("query", "iri"): shown.id,
            ("query", "id"): shown.id,
            ("query", "person"): shown.id,
            ("query", "queries"): queries,
        }
        if shown.id.startswith(site.base):
            found["path", "id"] = shown.id.removeprefix(site.base)
    council = _first(site, "gjr:Council")
    if council is not None:
        found["query", "council"] = council.id
    document = min(site.documents, default=None)
    if document is not None:
        found["query", "span"] = [f"{document}#char=0,4"]
    return found


def with_examples(route: Route, examples: Mapping[tuple[str, str], Json]) -> Route:
    """Return *route* with those of *examples* that are of its parameters."""
    fields = tuple(_with_example(one, examples) for one in route.fields)
    return replace(route, fields=fields)


def write_example(route: Route, *, decoded: bool = False) -> str:
    """Return the path of a request such as *route* answers; "" where none is known.

    Only what must be given is given. *decoded* is as people read it.

    >>> from kg.serve.api_table import ROUTES
    >>> write_example(ROUTES.all[0], decoded=True)
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


def _first(site: Holdings, kind: str) -> Entry | None:
    """Return the first entity of a *kind* by IRI."""
    found = (e for e in site.index.entries.values() if kind in e.types)
    return min(found, key=lambda entry: entry.id, default=None)


def _with_example(one: Field, examples: Mapping[tuple[str, str], Json]) -> Field:
    """Return a parameter with the example that is its own, if there is one."""
    found = examples.get((one.place, one.name))
    return one if found is None else replace(one, example=found)
