"""Answer queries as the SPARQL 1.1 Protocol says."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.serve.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """Return the route of the endpoint."""

    async def query(request: Request) -> Response:
        reply = await site.graph.ask(
            request.query_params["query"], request.headers.get("accept", "*/*")
        )
        return Response(reply.body, media_type=reply.media)

    return [Route("/sparql", query, methods=["GET", "POST"])]
