"""Put the routes together: how a module of routes is written, and where it is named.

A module of routes has one function, `routes(site)`, that returns routes of Starlette;
its name stands in `MODULES` below. It may have `TASKS`, a mapping of names to `Task`,
for what it wants to run beside the graph. For example::

    TASKS = {"entity": Task("kg.serve.entity_task:describe")}

    def routes(site: Site) -> list[BaseRoute]:
        async def show(request: Request) -> Response:
            found = await site.graph.call("entity", dict(request.query_params))
            return JSONResponse(found)

        return [Route("/api/entity", show, methods=["GET"])]

Three ways to ask, all of them in a worker with limits, none of them in this process:

- `await site.graph.rows(query)`: rows as texts, for small lookups. Values are put
  into a query as terms (`kg.graph.bind` with `kg.graph.iri` and `kg.graph.literal`).
- `await site.graph.ask(query, accept)`: a `Reply` with the bytes and their media type.
- `await site.graph.call(name, arguments)`: a function `(store, arguments)` of ours,
  such as `kg.ask.ask_question`, with the store itself (`kg.graph.Store`). What is
  dear to make (an index of names) is made once by the task's `prepare`. A module
  with such functions must not import Starlette: it is loaded in the workers.

Errors: raise `Refused(404, "…")`; everything refused comes out as problem+json, and
Starlette's own 404 and 405 too. Files: `site.current() / "explorer.html"`. ETags:
`kg.serve.negotiate.etag(site.graph.version, …)`. Every answer gets the head of all
(CORS, nosniff, gzip …) from here: a route sets none but its own Content-Security-
Policy, where it sends a page. Only GET and POST reach a route.
"""

import importlib
from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve.negotiate import accepts_gzip
from kg.serve.protocol import PATHS
from kg.serve.reply import PROBLEM, Refused
from kg.serve.site import Site, Task

MODULES = (
    "kg.serve.protocol",
    "kg.serve.description",
    "kg.serve.graph_store",
    "kg.serve.health",
    "kg.serve.pages_mount",
)
"""The modules of routes; the first route that fits a path is taken."""

_SMALL = 1400
"""Bytes that fit one packet, and gain nothing from being made smaller."""

_LEVEL = 5
_READING = frozenset(("GET", "HEAD", "POST"))

_OURS = "the mistake is in the log of the server; tell its operator"


class _Packed(GZipMiddleware):
    """Sends gzip to who reads it; gzip;q=0 says that the client does not."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        packed = scope["type"] == "http" and accepts_gzip(Request(scope))
        await (super().__call__ if packed else self.app)(scope, receive, send)


class _Application(Starlette):
    """Takes the paths that are asked most past all that the others need."""

    shortcuts: Mapping[str, Callable[[Request], Awaitable[Response]]]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        answer = self.shortcuts.get(scope["path"]) if scope["type"] == "http" else None
        if answer is None or scope["method"] not in _READING:
            await super().__call__(scope, receive, send)
            return
        request = Request(scope, receive, send)
        fault: Exception | None = None
        try:
            response = await answer(request)
        except Exception as error:  # noqa: BLE001 - it is answered, and told further
            fault = None if isinstance(error, Refused) else error
            response = await _refuse(request, error)
        await _sent(response, request)(scope, receive, send)
        if fault is not None:
            raise fault


def _sent(response: Response, request: Request) -> ASGIApp:
    """Return *response* as it goes out, smaller where its client reads gzip."""
    small = len(response.body) < _SMALL or "content-encoding" in response.headers
    if small or not accepts_gzip(request):
        return response
    return GZipMiddleware(response, minimum_size=_SMALL, compresslevel=_LEVEL)


def create_application(site: Site) -> Starlette:
    """Return the application that serves *site*."""
    routes = [route for name in MODULES for route in _routes(name, site)]
    application = _Application(
        routes=routes,
        middleware=[Middleware(_Packed, minimum_size=_SMALL, compresslevel=_LEVEL)],
        exception_handlers={
            Refused: _refuse,
            HTTPException: _refuse_route,
            Exception: _refuse,
        },
    )
    application.shortcuts = {
        route.path: route.endpoint
        for route in routes
        if isinstance(route, Route) and route.path in PATHS
    }
    return application


def tasks() -> Mapping[str, Task]:
    """Return the tasks of all modules by their names."""
    return {
        name: task
        for module in MODULES
        for name, task in getattr(importlib.import_module(module), "TASKS", {}).items()
    }


def _routes(name: str, site: Site) -> list[BaseRoute]:
    """Return the routes of the module called *name*."""
    found: list[BaseRoute] = importlib.import_module(name).routes(site)
    return found


async def _refuse(_: Request, error: Exception) -> Response:
    """Answer with the problem that *error* tells."""
    refused = error if isinstance(error, Refused) else Refused(500, _OURS)
    return Response(
        refused.body(), refused.status, dict(refused.headers), media_type=PROBLEM
    )


async def _refuse_route(request: Request, error: Exception) -> Response:
    """Answer with the problem that Starlette itself found."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    words = {404: "no page has this address", 405: "the address is only read"}
    return await _refuse(
        request, Refused(status, words.get(status, "cannot be answered"), headers or {})
    )
