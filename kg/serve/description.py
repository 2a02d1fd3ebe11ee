"""Describe the service and its dataset to programs, at the endpoint and for VoID."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.api_message import prefer
from kg.serve.negotiate import GRAPH_TYPES, choose, etag, has
from kg.serve.pool import pool_of
from kg.serve.query_page import choose_language, page_policy, write_page
from kg.serve.reply import Refused
from kg.serve.site import Site

VOID = "/.well-known/void"
HTML = "text/html"


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the description of the dataset."""

    async def show(request: Request) -> Response:
        return await _describe(site, request, "void")

    return [Route(VOID, show, methods=["GET"])]


async def describe_service(site: Site, request: Request) -> Response:
    """Return what the endpoint can; for a browser, a page where one may ask."""
    accept = request.headers.get("accept", "")
    if prefer(accept, (*GRAPH_TYPES, HTML)) == HTML:
        wanted = request.headers.get("accept-language", "")
        text = write_page(choose_language(wanted, site.language))
        return send_page(text, 200)
    return await _describe(site, request, "service")


def send_page(text: str, status: int) -> Response:
    """Return a page on which queries are written."""
    return HTMLResponse(text, status, {"Content-Security-Policy": page_policy()})


async def _describe(site: Site, request: Request, what: str) -> Response:
    """Return the description of *what*, in a format that the client takes."""
    pool = pool_of(site)
    media = choose(request.headers.get("accept", ""), GRAPH_TYPES)
    if not media:
        raise Refused(406, f"Accept: expected one of {', '.join(GRAPH_TYPES[:4])}")
    tag = etag(pool.version, what, media, site.address)
    if has(request, tag):
        return Response(status_code=304, headers={"ETag": tag})
    about = {
        "address": site.address,
        "endpoint": f"{site.address}/sparql",
        "base": site.base,
    }
    reply = await pool.describe(what, about, media)
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    headers = {"ETag": tag, "Content-Type": f"{media}{charset}"}
    return Response(reply.body, headers=headers)
