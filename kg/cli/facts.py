"""Print the neutral facts of documents, from the graph."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.files import list_documents, write_files
from kg.cli.terminal import show, warn, working
from kg.errors import ConfigError


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
    paths = list_documents(documents)
    names = _names(paths, output)
    with working("読み込み・抽出"):
        found, refusals = _read(paths, ctx.obj.base)
    for refusal in refusals:
        warn(refusal)
    if output is None:
        show(found[0])
    else:
        write_files(output, dict(zip(names, found, strict=True)))
        warn(f"{len(found)} → {output}")
    if refusals:
        raise typer.Exit(1)


def _names(paths: Sequence[Path], output: Path | None) -> tuple[str, ...]:
    """Return the name of the file for each of *paths*, no two the same."""
    if output is None and len(paths) != 1:
        message = f"{len(paths)} documents need a folder: kg facts … -o FOLDER"
        raise ConfigError(message)
    names = tuple(f"{path.stem}.json" for path in paths)
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        message = f"two documents would be written to {twice[0]}; rename one"
        raise ConfigError(message)
    return names


def _read(paths: Iterable[Path], base: str) -> tuple[list[str], list[str]]:
    """Return the object of each document as text, and a line for each refusal."""
    from kg.cli.batch import read_documents
    from kg.export import export_facts, write_facts
    from kg.graph import build_graph, open_store
    from kg.pipeline import load_tools

    tools = load_tools(base)
    found: list[str] = []
    lines: list[str] = []
    for path in paths:
        readings, refusals = read_documents([path], tools)
        for refusal in refusals:
            found.append(write_facts({"refused": refusal.error.reason}))
            lines.append(refusal.line)
        for reading in readings:
            store = open_store(build_graph(reading.records, base))
            found.append(write_facts(export_facts(store)))
    return found, lines
