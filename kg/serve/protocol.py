"""Answer queries as the SPARQL 1.1 Protocol says, and describe the service."""

import asyncio
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.errors import QueryError
from kg.graph.guard import LONGEST, check_query, update_verb
from kg.serve.description import HTML, describe_service, send_page
from kg.serve.fields import (
    FORM,
    QUERY,
    UPDATE,
    Pairs,
    client_of,
    media_type,
    read_body,
    read_pairs,
    read_text,
)
from kg.serve.kept import Kept
from kg.serve.negotiate import (
    GRAPH_TYPES,
    RESULT_TYPES,
    SHORT,
    accepts_gzip,
    best_of,
    changes,
    choose,
    etag,
    has,
)
from kg.serve.pool import Pool, pool_of
from kg.serve.query import Query
from kg.serve.query_page import Shown, choose_language, show_reply, write_page
from kg.serve.reply import Refused, Reply
from kg.serve.site import JSON, Site

PATHS = ("/sparql", "/sparql/")

_MOST = 4 * LONGEST
"""Bytes of a form: in one, a kanji has nine characters for three bytes."""

_OFFERED = (*RESULT_TYPES, *GRAPH_TYPES, HTML)
_GRAPHS = 100
_WRITES = {"update", "using-graph-uri", "using-named-graph-uri"}
_READ_ONLY = "this server only reads; ask with SELECT, ASK, CONSTRUCT or DESCRIBE"


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of the endpoint."""
    pool = pool_of(site)
    endpoint = _Endpoint(site, pool, Kept(pool.limits.kept))
    methods = ["GET", "POST"]
    return [Route(path, endpoint.answer, methods=methods) for path in PATHS]


@dataclass(frozen=True, slots=True)
class _Endpoint:
    """What queries are answered with."""

    site: Site
    pool: Pool
    kept: Kept

    async def answer(self, request: Request) -> Response:
        """Answer a query, or describe the service where none is asked."""
        pairs = await _pairs(request)
        if any(name in _WRITES for name, _ in pairs):
            raise Refused(403, _READ_ONLY)
        if not any(name == "query" for name, _ in pairs):
            if request.method == "POST" or pairs:
                raise Refused(400, "expected a field called query; there is none")
            return await describe_service(self.site, request)
        accept = _accepted(request, pairs)
        if accept == HTML:
            return await self._show(request, pairs)
        query = _query(request, pairs, accept, self.site.address + PATHS[0])
        tag = "" if changes(query.text) else _tag(query, self.pool.version)
        if tag and request.method != "POST" and has(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        found = self.kept.find(tag, zipped=query.zipped)
        if found is None:
            found = await self._ask(request, query)
            if tag:
                self.kept.keep(tag, found, zipped=query.zipped)
        reply, zipped = found
        headers = {"Content-Type": _with_charset(reply.media)}
        if tag:
            headers["ETag"] = tag
        if zipped:
            headers["Content-Encoding"] = "gzip"
        return Response(reply.body, headers=headers)

    async def _ask(self, request: Request, query: Query) -> tuple[Reply, bool]:
        """Return the answer to *query*, which counts as the client's."""
        with self.site.budget.counted(client_of(request)):
            return await self.pool.answer(query)

    async def _show(self, request: Request, pairs: Pairs) -> Response:
        """Return the page with the query and its answer, or why there is none."""
        wanted = request.headers.get("accept-language", "")
        language = choose_language(wanted, self.site.language)
        text, status = dict(pairs)["query"], 200
        try:
            accept = f"{JSON}, {GRAPH_TYPES[0]}"
            query = _query(request, pairs, accept, self.site.address + PATHS[0])
            reply, _ = await self._ask(request, replace(query, zipped=False))
            shown = await asyncio.to_thread(show_reply, reply, self.site.base, language)
        except Refused as error:
            shown, status = Shown(problem=error.detail), error.status
            text = text[:LONGEST]
        page = await asyncio.to_thread(write_page, language, text, shown)
        return send_page(page, status)


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


def _accepted(request: Request, pairs: Pairs) -> str:
    """Return what the client would have: its header Accept, or ?format= before it.

    A browser, which would rather have a page, is given text/html alone.
    """
    chosen = [value for name, value in pairs if name in {"format", "output"}]
    if chosen:
        return SHORT.get(chosen[-1].lower(), chosen[-1])
    accept = request.headers.get("accept", "")
    return HTML if best_of(accept, _OFFERED) == HTML else accept


def _query(request: Request, pairs: Pairs, accept: str, endpoint: str) -> Query:
    """Return the query in *pairs*; raises Refused for one that may not be asked."""
    texts = [value for name, value in pairs if name == "query"]
    if len(texts) > 1:
        raise Refused(400, f"expected one query, found {len(texts)}; send one")
    _check(texts[0])
    results, graphs = choose(accept, RESULT_TYPES), choose(accept, GRAPH_TYPES)
    if not results and not graphs:
        offered = ", ".join((*RESULT_TYPES[:4], *GRAPH_TYPES[:4]))
        raise Refused(406, f"Accept: expected one of {offered}")
    default, named = (
        tuple(value for name, value in pairs if name == wanted)
        for wanted in ("default-graph-uri", "named-graph-uri")
    )
    if len(default) + len(named) > _GRAPHS:
        raise Refused(413, f"a query may name {_GRAPHS} graphs")
    zipped = accepts_gzip(request)
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
