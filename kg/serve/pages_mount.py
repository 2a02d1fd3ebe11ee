"""Give pages, API, reconciliation and the files of the build to the application.

They take whatever path no other module has, and so come last.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.api_message import Asked, Reply
from kg.serve.fields import client_of, read_body
from kg.serve.pages import find_file, finish, list_files
from kg.serve.site import Site, Task

TASKS = {"answer": Task("kg.serve.api_task:answer", "kg.serve.api_task:prepare")}

_LONGEST = 4_000_000
"""Bytes of a form; a batch of 500 queries has some 100,000."""
_HEADERS = ("accept", "accept-language", "content-type", "if-none-match")


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes that answer from *site*."""

    async def show(request: Request) -> Response:
        asked = await _read(request, site)
        file = find_file(_files(site.current().resolve()), asked.path)
        if file is not None and request.method in {"GET", "HEAD"}:
            return _send(file, asked)
        with site.budget.counted(client_of(request)):
            found = await site.graph.call("answer", _arguments(asked, site.base))
        reply = Reply(
            found["status"],
            found["media_type"],
            found["body"].encode(),
            found["headers"],
        )
        return _send(reply, asked)

    return [Route("/{path:path}", show, methods=["GET", "POST"])]


@lru_cache(maxsize=4)
def _files(folder: Path) -> Mapping[str, Path]:
    """Return the files of the build in *folder*, which never change."""
    return list_files(folder)


async def _read(request: Request, site: Site) -> Asked:
    """Return what was asked, as values."""
    body = await read_body(request, _LONGEST)
    return Asked(
        method=request.method,
        path=request.scope["path"],
        query=tuple(request.query_params.multi_items()),
        headers={n: request.headers[n] for n in _HEADERS if n in request.headers},
        body=body,
        root=site.address,
    )


def _arguments(asked: Asked, base: str) -> dict[str, object]:
    """Return what was *asked* as JSON holds it."""
    return {
        "method": asked.method,
        "path": asked.path,
        "query": [list(pair) for pair in asked.query],
        "headers": dict(asked.headers),
        "body": asked.body.decode("latin-1"),
        "root": asked.root,
        "base": base,
    }


def _send(reply: Reply, asked: Asked) -> Response:
    """Return *reply* as it goes out."""
    status, headers, body = finish(reply, asked)
    if reply.file is not None and status == reply.status:
        return FileResponse(reply.file, status, headers)
    return Response(body, status, headers)
