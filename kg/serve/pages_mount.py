"""Give the routes of the service to Starlette."""

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response
from starlette.routing import Route as Mounted

from kg.serve.api_message import Asked, Reply, reply_problem
from kg.serve.api_table import ROUTES
from kg.serve.pages import finish

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.api_site import Site

_LONGEST = 4_000_000
"""Bytes of a form; a batch of 500 queries has some 100,000."""
_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]


def page_routes(site: "Site") -> list[Mounted]:
    """Return the routes that answer from *site*; they come after all others.

    Entity pages, the API, reconciliation and the files of the build: whatever path
    no other route takes.
    """

    async def answer(request: "Request") -> Response:
        if request.method == "OPTIONS":
            return _preflight()
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _LONGEST:
                problem = reply_problem(413, f"a form may have {_LONGEST} bytes")
                return _send(problem, Asked(request.method, request.url.path))
        asked = _asked(request, body)
        reply = await run_in_threadpool(ROUTES.answer, site, asked)
        return _send(reply, asked)

    return [Mounted("/{path:path}", answer, methods=_METHODS)]


def _asked(request: "Request", body: bytes) -> Asked:
    """Return what was asked, as values."""
    return Asked(
        method=request.method,
        path=request.scope["path"],
        query=tuple(request.query_params.multi_items()),
        headers={name.lower(): value for name, value in request.headers.items()},
        body=body,
        root=str(request.base_url).rstrip("/"),
    )


def _send(reply: Reply, asked: Asked) -> Response:
    """Return *reply* as it goes out."""
    status, headers, body = finish(reply, asked)
    if reply.file is not None and status == reply.status:
        return FileResponse(reply.file, status, headers)
    return Response(body, status, headers)


def _preflight() -> Response:
    """Answer a browser that asks what it may send."""
    return Response(
        status_code=204,
        headers={
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
            "Access-Control-Allow-Headers": "Content-Type, Accept, If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )
