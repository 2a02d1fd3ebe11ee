"""Try the whole line on the minutes that come with the program."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.build import build_documents
from kg.resources import data_path


def trial(
    ctx: typer.Context,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write.")
    ] = Path("out"),
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as JSON.")
    ] = False,
) -> None:
    """Build the bundled minutes into ./out: from the document to the page."""
    paths = sorted((data_path() / "minutes").glob("*.txt"))
    build_documents(paths, output, ctx.obj, as_json=as_json)
