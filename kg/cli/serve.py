"""Serve a build to the network, only for reading."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, open_data


def serve(
    ctx: typer.Context,
    out: Annotated[
        Path, typer.Argument(metavar="[OUT]", help="A folder that kg build wrote.")
    ] = OUT,
    *,
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than this machine?")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port.")] = 8080,
) -> None:
    """Serve the graph of OUT: SPARQL at /sparql, pages, entities and an API."""
    import uvicorn

    from kg.serve.application import create_application, tasks
    from kg.serve.inline import Inline
    from kg.serve.site import Site

    site = Site(
        out=out,
        graph=Inline(open_data(out), tasks()),
        base=ctx.obj.base,
        address=f"http://{host}:{port}",
        language=ctx.obj.language,
        current=lambda: out,
    )
    uvicorn.run(create_application(site), host=host, port=port, access_log=False)
