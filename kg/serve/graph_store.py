"""Give whole graphs by the SPARQL 1.1 Graph Store HTTP Protocol; nothing is written.

/store?default is the default graph, /store?graph=IRI a document's, and so is
/store/doc/…, whose rest stands below the base of the data.
"""

import re
from urllib.parse import urljoin

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.serve.fields import client_of, read_pairs
from kg.serve.negotiate import GRAPH_TYPES, SHORT, accepts_gzip, choose, etag, has
from kg.serve.pool import pool_of
from kg.serve.reply import Refused
from kg.serve.site import Site

PATH = "/store"
_WRITING = ["POST", "PUT", "PATCH", "DELETE"]
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the graph store."""
    pool = pool_of(site)

    async def show(request: Request) -> Response:
        pairs = read_pairs(request.scope["query_string"], "the address")
        accept = request.headers.get("accept", "")
        for name, value in pairs:
            accept = SHORT.get(value.lower(), value) if name == "format" else accept
        media = choose(accept, GRAPH_TYPES)
        if not media:
            raise Refused(406, f"Accept: expected one of {', '.join(GRAPH_TYPES[:4])}")
        name = _name(request, dict(pairs), site)
        tag = etag(pool.version, name, media)
        if has(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        zipped = accepts_gzip(request)
        with site.budget.counted(client_of(request)):
            reply, packed = await pool.graph(name, media, zipped=zipped)
        charset = "; charset=utf-8" if media.startswith("text/") else ""
        headers = {"ETag": tag, "Content-Type": f"{media}{charset}"}
        if packed:
            headers["Content-Encoding"] = "gzip"
        return Response(reply.body, headers=headers)

    async def refuse(_: Request) -> Response:
        detail = "this server only reads; graphs change with the build"
        raise Refused(405, detail, {"Allow": "GET, HEAD, OPTIONS"})

    paths = (PATH, f"{PATH}/{{rest:path}}")
    return [
        *(Route(path, show, methods=["GET"]) for path in paths),
        *(Route(path, refuse, methods=_WRITING) for path in paths),
    ]


def _name(request: Request, given: dict[str, str], site: Site) -> str:
    """Return the name of the graph that a request means, "" for the default one."""
    rest = request.path_params.get("rest", "")
    asked = ("default" in given) + ("graph" in given) + bool(rest)
    if asked != 1:
        detail = f"expected {PATH}?default, {PATH}?graph=IRI or {PATH}/doc/…"
        raise Refused(400, detail)
    if "default" in given:
        return ""
    name = site.base + rest if rest else urljoin(site.address + PATH, given["graph"])
    if _IRI.fullmatch(name) is None:
        raise Refused(400, "graph: expected an IRI")
    return name
