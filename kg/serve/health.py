"""Say whether the server answers, and what it did, for those who run it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.pool import pool_of
from kg.serve.site import Site

_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of health and metrics."""
    pool = pool_of(site)

    async def health(_: Request) -> Response:
        answers = pool.ready > 0
        state = {
            "status": "ok" if answers else "no worker",
            "build": pool.version,
            "workers": pool.ready,
        }
        return JSONResponse(state, 200 if answers else 503)

    async def metrics(_: Request) -> Response:
        text = pool.metrics.text(workers=pool.ready, waiting=pool.waiting)
        return PlainTextResponse(text, media_type=_PROMETHEUS)

    return [
        Route("/health", health, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
    ]
