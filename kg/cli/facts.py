"""Print the neutral facts of documents, from the graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import list_documents, write_files
from kg.cli.terminal import show, warn
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.cli.batch import Reading


def facts(
    ctx: typer.Context,
    documents: Annotated[
        list[Path], typer.Argument(help="Documents, folders of them, or -.")
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A folder for NAME.json of each document."),
    ] = None,
) -> None:
    """Print one neutral JSON object for each document, or a refusal with its reason.

    Exit 1 where a document is refused.
    """
    from kg.cli.batch import name_refusals, read_documents
    from kg.export import write_facts
    from kg.pipeline import load_tools

    paths = list_documents(documents)
    if output is None and len(paths) != 1:
        message = f"{len(paths)} documents need a folder: kg facts … -o FOLDER"
        raise ConfigError(message)
    stems = [path.stem for path in paths]
    if len(set(stems)) < len(stems):
        twice = next(stem for stem in stems if stems.count(stem) > 1)
        message = f"two documents would be written to {twice}.json; rename one"
        raise ConfigError(message)
    tools = load_tools(ctx.obj.base)
    made: dict[str, str] = {}
    refused = False
    for path in paths:
        readings, refusals = read_documents([path], tools)
        name_refusals(refusals)
        refused |= bool(refusals)
        found = (
            _facts(readings[0], tools.base)
            if readings
            else {"refused": refusals[0].error.reason}
        )
        made[f"{path.stem}.json"] = write_facts(found)
    if output is None:
        show(next(iter(made.values())))
    else:
        write_files(output, made)
        warn(f"{len(made)} → {output}")
    if refused:
        raise typer.Exit(1)


def _facts(reading: "Reading", base: str) -> dict[str, object]:
    """Return the facts of one document, from its graph."""
    from kg.export import export_facts
    from kg.graph import build_graph, open_store

    return export_facts(open_store(build_graph(reading.records, base)))
