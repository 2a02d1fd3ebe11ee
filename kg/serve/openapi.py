"""Describe the service in OpenAPI 3.1, from the table that routes its requests."""

from collections.abc import Iterable
from importlib.metadata import version

from kg.serve.api_message import PROBLEM, Json
from kg.serve.api_route import Field, Route
from kg.serve.openapi_schema import SCHEMAS, see


def write_openapi(routes: Iterable[Route], root: str) -> Json:
    """Return the description of *routes*, served at *root*."""
    paths: dict[str, dict[str, Json]] = {}
    for route in routes:
        path = route.path.replace("*}", "}")
        paths.setdefault(path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "gijiroku-kg",
            "version": version("gijiroku-kg"),
            "summary": "Minutes of Japanese councils as a graph of evidence",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": root}],
        "tags": [{"name": one} for one in ("api", "reconcile", "pages")],
        "paths": dict(paths),
        "components": {"schemas": SCHEMAS},
    }


def _operation(route: Route) -> Json:
    """Return one operation."""
    found: dict[str, Json] = {
        "operationId": route.name,
        "tags": [route.tag],
        "summary": route.en,
        "description": route.ja,
        "parameters": [_parameter(one) for one in route.fields],
        "responses": {
            **{
                status: {
                    "description": "the answer",
                    "content": {
                        kind.partition(";")[0]: {"schema": see(schema)}
                        for kind in kinds
                    },
                }
                for status, kinds, schema in route.returns
            },
            "default": {
                "description": "a problem, as RFC 9457 has it",
                "content": {PROBLEM: {"schema": see("Problem")}},
            },
        },
    }
    if route.body:
        content: dict[str, Json] = {kind: {"schema": s} for kind, s in route.body}
        found["requestBody"] = {"required": True, "content": content}
    return found


def _parameter(one: Field) -> Json:
    """Return one parameter."""
    found: dict[str, Json] = {
        "name": one.name,
        "in": one.place,
        "required": one.required,
        "description": f"{one.ja} / {one.en}",
        "schema": one.schema,
    }
    if one.example is not None:
        found["example"] = one.example
    return found
