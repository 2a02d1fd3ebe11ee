"""Answer in a worker what is asked of the API; loaded there, without a server."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.gazetteer import load_gazetteer
from kg.graph import Documents, Store
from kg.reconcile import read_index
from kg.resources import data_path
from kg.serve.api_message import Asked
from kg.serve.api_site import Holdings
from kg.serve.api_table import ROUTES


def prepare(store: Store) -> Holdings:
    """Return what the API answers from: the index of names is dear to make."""
    index = read_index(store, load_gazetteer(data_path() / "gazetteer"))
    return Holdings(store, index, Documents(store))


def answer(holdings: Holdings, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to a request, both as JSON holds them."""
    asked = Asked(
        method=arguments["method"],
        path=arguments["path"],
        query=tuple((name, value) for name, value in arguments["query"]),
        headers=arguments["headers"],
        body=arguments["body"].encode("latin-1"),
        root=arguments["root"],
    )
    reply = ROUTES.answer(replace(holdings, base=arguments["base"]), asked)
    return {
        "status": reply.status,
        "media_type": reply.media_type,
        "body": reply.body.decode("utf-8", "replace"),
        "headers": dict(reply.headers),
    }
