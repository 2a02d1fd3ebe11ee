"""Stand before all routes: the head of every answer, clocks, counts and the log."""

import asyncio
from collections.abc import Callable
from time import gmtime, monotonic, strftime

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.metrics import Metrics
from kg.serve.reply import Refused

BODY_SECONDS = 10.0
"""Seconds that a body has to arrive in."""

_ROUTES = frozenset(
    ("sparql", "store", "id", "page", "data", "api", "reconcile", "health", "metrics")
)
_HEADERS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Location, Retry-After",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}
_VARY = "Accept, Accept-Encoding"
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
_PREFLIGHT = {
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Content-Type, Accept, If-None-Match",
    "access-control-max-age": "86400",
    "allow": "GET, HEAD, POST, OPTIONS",
}


class Guarded:
    """An application with a guard before it."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, log: Callable[[str], None] | None
    ) -> None:
        """Guard *app*; what it answers is counted in *metrics*, and told to *log*."""
        self._app = app
        self._metrics = metrics
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        if scope["method"] == "OPTIONS":
            await _preflight(answer)
        else:
            body = _Body(receive)
            await self._app(scope, body, answer)
        route = _route(scope["path"])
        self._metrics.answered(route, answer.status, answer.size)
        if self._log is not None:
            self._log(_line(scope["method"], route, answer))


class _Answer:
    """Sends on what the application sends, with the head that all answers have."""

    def __init__(self, send: Send) -> None:
        """Send by *send*."""
        self._send = send
        self.begun = monotonic()
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        """Send *message*."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(raw=message["headers"])
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            page = headers.get("content-type", "").startswith("text/html")
            headers["vary"] = _VARY + (", Accept-Language" if page else "")
            if "content-encoding" in headers and headers.get("etag", "")[:1] == '"':
                headers["etag"] = f"W/{headers['etag']}"  # it marks other bytes
            if not page:
                headers.setdefault("content-security-policy", _DATA_POLICY)
            message["headers"] = headers.raw
        elif message["type"] == "http.response.body":
            self.size += len(message.get("body", b""))
        await self._send(message)


class _Body:
    """Receives a body, which must have arrived in time."""

    def __init__(self, receive: Receive) -> None:
        """Receive by *receive*."""
        self._receive = receive
        self._until = 0.0
        self._whole = False

    async def __call__(self) -> Message:
        """Return the next part; raises Refused when time is over."""
        if self._whole:
            return await self._receive()  # it waits for the client to leave
        self._until = self._until or asyncio.get_running_loop().time() + BODY_SECONDS
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            detail = f"the body took longer than {BODY_SECONDS:g} seconds to arrive"
            raise Refused(408, detail, {"Connection": "close"}) from None
        self._whole = not message.get("more_body", False)
        return message


async def _preflight(answer: _Answer) -> None:
    """Answer a browser that asks what it may send."""
    headers = [(name.encode(), value.encode()) for name, value in _PREFLIGHT.items()]
    await answer({"type": "http.response.start", "status": 204, "headers": headers})
    await answer({"type": "http.response.body", "body": b""})


def _route(path: str) -> str:
    """Return the sort of *path*: its rest may name somebody.

    >>> _route("/page/person/xi3ibajcioti"), _route("/explorer.html")
    ('page', 'other')
    """
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in _ROUTES else "other"


def _line(method: str, route: str, answer: _Answer) -> str:
    """Return a line of the log: no query, no name, no address of a client."""
    when = strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())
    taken = (monotonic() - answer.begun) * 1000
    return f"{when} {method} {route} {answer.status} {answer.size} {taken:.1f} ms"
