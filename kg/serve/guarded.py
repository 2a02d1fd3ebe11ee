"""Stand before all routes: the head of every answer, clocks, counts and the log."""

import asyncio
from collections.abc import Callable, Iterable
from time import gmtime, monotonic, strftime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.metrics import Metrics
from kg.serve.reply import Refused

BODY_SECONDS = 10.0
"""Seconds that a body has to arrive in."""

_ROUTES = frozenset(
    ("sparql", "store", "id", "page", "data", "api", "reconcile", "health", "metrics")
)
_SPOKEN = frozenset(("id", "page", "data", "api", "reconcile"))
"""The routes whose data has words in the language that a client would read."""
_PAGE_HEADERS = {
    b"access-control-allow-origin": b"*",
    b"access-control-expose-headers": b"ETag, Location, Retry-After",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-cache",
}
_DATA_POLICY = b"default-src 'none'; frame-ancestors 'none'; sandbox"
_DATA_HEADERS = {**_PAGE_HEADERS, b"content-security-policy": _DATA_POLICY}
_VARY = b"Accept, Accept-Encoding"
_VARY_SPOKEN = b"Accept, Accept-Encoding, Accept-Language"
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
        route = _route(scope["path"])
        answer = _Answer(send, spoken=route in _SPOKEN)
        if scope["method"] == "OPTIONS":
            await _preflight(answer)
        else:
            body = _Body(receive)
            await self._app(scope, body, answer)
        self._metrics.answered(route, answer.status, answer.size)
        if self._log is not None:
            self._log(_line(scope["method"], route, answer))


class _Answer:
    """Sends on what the application sends, with the head that all answers have."""

    def __init__(self, send: Send, *, spoken: bool) -> None:
        """Send by *send*; what is *spoken* is another in another language."""
        self._send = send
        self._spoken = spoken
        self.begun = monotonic()
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        """Send *message*."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = _complete(message["headers"], spoken=self._spoken)
        elif message["type"] == "http.response.body":
            self.size += len(message.get("body", b""))
        await self._send(message)


def _complete(
    headers: Iterable[tuple[bytes, bytes]], *, spoken: bool
) -> list[tuple[bytes, bytes]]:
    """Return *headers*, whose names are in lower case, with those of all answers."""
    given = dict(headers)
    page = given.get(b"content-type", b"").startswith(b"text/html")
    given[b"vary"] = _VARY_SPOKEN if page or spoken else _VARY
    tag = given.get(b"etag", b"")
    if b"content-encoding" in given and tag[:1] == b'"':
        given[b"etag"] = b"W/" + tag  # it marks other bytes
    return [*{**(_PAGE_HEADERS if page else _DATA_HEADERS), **given}.items()]


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
