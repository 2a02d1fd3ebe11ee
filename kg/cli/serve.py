"""Serve a build to the network, only for reading."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, naming_nothing_built
from kg.cli.terminal import show, warn
from kg.errors import ConfigError

_NEEDED = ("starlette", "uvicorn", "httptools")
_MEGABYTE = 1 << 20
_CALLED = """\
{address}/  pages
{address}/sparql  SPARQL 1.1, only for reading
{address}/api/v1  JSON API
{address}/reconcile  reconciliation, for OpenRefine
"""


def serve(  # noqa: PLR0913 - options of a command
    ctx: typer.Context,
    out: Annotated[
        Path, typer.Argument(metavar="[OUT]", help="A folder that kg build wrote.")
    ] = OUT,
    *,
    host: Annotated[
        str,
        typer.Option(help="The address to listen on; 0.0.0.0 lets other machines ask."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8080,
    url: Annotated[
        str,
        typer.Option(metavar="URL", help="How clients call it, behind a proxy."),
    ] = "",
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Queries that run at once.")
    ] = 4,
    seconds: Annotated[
        float, typer.Option(min=0.1, max=600, help="Seconds that a query may take.")
    ] = 2.0,
    rows: Annotated[
        int, typer.Option(min=1, help="Rows that an answer may have.")
    ] = 100_000,
    memory: Annotated[
        int,
        typer.Option(min=64, metavar="MB", help="Memory of a query beside the graph."),
    ] = 1024,
    log: Annotated[
        bool,
        typer.Option("--log", help="A line for each request; no query, no client."),
    ] = False,
) -> None:
    """Serve OUT, only for reading: SPARQL at /sparql, pages, entities, a JSON API.

    It answers this machine alone, unless --host says otherwise. A new build in OUT
    is taken up within seconds. Ctrl-C ends it.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        message = (
            f"kg serve needs {', '.join(missing)}, which is not installed: "
            'pip install "gijiroku-kg[serve]"'
        )
        raise ConfigError(message)
    from kg.serve.limits import Limits
    from kg.serve.server import Manner, Place, serve_build

    warn(f"{out}: loading")
    limits = Limits(
        seconds=seconds, rows=rows, memory=memory * _MEGABYTE, workers=workers
    )
    manner = Manner(
        base=ctx.obj.base,
        language=ctx.obj.language,
        started=lambda address: show(_CALLED.format(address=address)),
        say=warn,
        log=warn if log else None,
        limits=limits,
    )
    with naming_nothing_built():
        serve_build(out, Place(host, port, url), manner)
