"""Answer queries as the SPARQL 1.1 Protocol says, and describe the service."""

from time import monotonic

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.errors import QueryError
from kg.graph.guard import LONGEST, check_query, update_verb
from kg.serve.budget import Budget
from kg.serve.description import describe_service
from kg.serve.fields import (
    FORM,
    QUERY,
    UPDATE,
    Pairs,
    media_type,
    read_body,
    read_pairs,
    read_text,
)
from kg.serve.negotiate import (
    GRAPH_TYPES,
    RESULT_TYPES,
    SHORT,
    changes,
    choose,
    etag,
    has,
)
from kg.serve.pool import Query, pool_of
from kg.serve.reply import Refused
from kg.serve.site import Site

PATHS = ("/sparql", "/sparql/")

_MOST = 4 * LONGEST
"""Bytes of a form: in one, a kanji has nine characters for three bytes."""

_GRAPHS = 100
_WRITES = {"update", "using-graph-uri", "using-named-graph-uri"}
_READ_ONLY = "this server only reads; ask with SELECT, ASK, CONSTRUCT or DESCRIBE"


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the endpoint."""
    pool = pool_of(site)
    budget = Budget(pool.limits.budget)

    async def answer(request: Request) -> Response:
        pairs = await _pairs(request)
        if not any(name == "query" for name, _ in pairs):
            if request.method == "POST" or pairs:
                raise Refused(400, "expected a field called query; there is none")
            return await describe_service(site, request)
        query = _query(request, pairs, site.address + PATHS[0])
        tag = "" if changes(query.text) else _tag(query, pool.version)
        if tag and has(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers={"ETag": tag})
        client = request.client.host if request.client else ""
        budget.check(client)
        begun = monotonic()
        try:
            reply, zipped = await pool.answer(query)
        finally:
            budget.spend(client, monotonic() - begun)
        headers = {"Content-Type": _with_charset(reply.media)}
        if tag:
            headers["ETag"] = tag
        if zipped:
            headers["Content-Encoding"] = "gzip"
        return Response(reply.body, headers=headers)

    return [Route(path, answer, methods=["GET", "POST"]) for path in PATHS]


async def _pairs(request: Request) -> Pairs:
    """Return the fields of a request, wherever the protocol lets them stand."""
    given = read_pairs(request.scope["query_string"], "the address")
    if request.method != "POST":
        return given
    kind = media_type(request)
    if kind == UPDATE:
        raise Refused(403, _READ_ONLY)
    if kind not in {FORM, QUERY}:
        found = kind[:80] or "none"
        detail = f"Content-Type: expected {FORM} or {QUERY}, found {found!r}"
        raise Refused(415, detail)
    if any(name == "query" for name, _ in given):
        detail = "the query stands in the address; ask by GET, or move it to the body"
        raise Refused(400, detail)
    body = await read_body(request, _MOST)
    if kind == QUERY:
        return [*given, ("query", read_text(body))]
    return [*given, *read_pairs(body, "the form")]


def _query(request: Request, pairs: Pairs, endpoint: str) -> Query:
    """Return the query in *pairs*; raises Refused for one that may not be asked."""
    if any(name in _WRITES for name, _ in pairs):
        raise Refused(403, _READ_ONLY)
    texts = [value for name, value in pairs if name == "query"]
    if len(texts) > 1:
        raise Refused(400, f"expected one query, found {len(texts)}; send one")
    _check(texts[0])
    accept = request.headers.get("accept", "")
    for name, value in pairs:
        if name in {"format", "output"}:
            accept = SHORT.get(value.lower(), value)
    results, graphs = choose(accept, RESULT_TYPES), choose(accept, GRAPH_TYPES)
    if not results and not graphs:
        detail = f"Accept: expected one of {', '.join(SHORT.values())}"
        raise Refused(406, detail)
    default, named = (
        tuple(value for name, value in pairs if name == wanted)
        for wanted in ("default-graph-uri", "named-graph-uri")
    )
    if len(default) + len(named) > _GRAPHS:
        raise Refused(413, f"a query may name {_GRAPHS} graphs")
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    return Query(texts[0], results, graphs, default, named, endpoint, zipped)


def _check(text: str) -> None:
    """Refuse a query that is too long, would write, or may break the engine."""
    if len(text.encode("utf-8", "replace")) > LONGEST:
        raise Refused(413, f"a query may have {LONGEST} bytes; ask in parts")
    if update_verb(text):
        raise Refused(403, _READ_ONLY)
    try:
        check_query(text)
    except QueryError as error:
        raise Refused(403, str(error)) from None


def _tag(query: Query, version: str) -> str:
    """Return the mark of the answer to *query*, before it is known."""
    graphs = "\1".join((*query.default, "", *query.named))
    return etag(version, query.text, query.results, query.graphs, graphs, query.base)


def _with_charset(media: str) -> str:
    """Return *media* with its encoding, where readers would guess another."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
