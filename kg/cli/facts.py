"""Print the neutral facts of documents, from the graph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import EncodingOption, list_documents, write_files
from kg.cli.terminal import show, warn, working
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
    encoding: EncodingOption = "",
) -> None:
    """Print one neutral JSON object for each document, or a refusal with its reason.

    Exit 1 where a document is refused.
    """
    paths = list_documents(documents)
    _check_names(paths, output)
    with working("読み込み・抽出"):
        found = list(_read(paths, ctx.obj.base, encoding))
    for one in found:
        if one.refusal:
            warn(one.refusal)
    if output is None:
        _check_single(len(found))
        show(found[0].text)
    else:
        write_files(output, _files(found))
        warn(f"{len(found)} → {output}")
    if any(one.refusal for one in found):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The object of one file as *text*, the *name* to write it under, a *refusal*."""

    name: str
    text: str
    refusal: str = ""


def _check_names(paths: Sequence[Path], output: Path | None) -> None:
    """Refuse several documents without a folder, and two that would be one file."""
    if output is None:
        _check_single(len(paths))
    stems = [path.stem for path in paths]
    _check_unlike(stems)


def _check_single(count: int) -> None:
    """Refuse *count* objects where only one can be printed."""
    if count != 1:
        message = f"{count} documents need a folder: kg facts … -o FOLDER"
        raise ConfigError(message)


def _check_unlike(stems: Sequence[str]) -> None:
    """Refuse *stems* of which two are alike."""
    twice = [stem for stem in stems if stems.count(stem) > 1]
    if twice:
        message = f"two documents would be written to {twice[0]}.json; rename one"
        raise ConfigError(message)


def _files(found: Sequence[_Facts]) -> dict[str, str]:
    """Return the text of each file to write, by its name."""
    _check_unlike([one.name for one in found])
    return {f"{one.name}.json": one.text for one in found}


def _read(paths: Sequence[Path], base: str, encoding: str) -> Iterator[_Facts]:
    """Yield the facts of each file at *paths*, and a refusal of what is refused."""
    from kg.cli.batch import prepare, read_documents
    from kg.export import write_facts
    from kg.pipeline import load_tools

    tools = prepare(load_tools(base), encoding)
    for path in paths:
        readings, refusals = read_documents([path], tools)
        yield from _of_files(readings, base)
        for refusal in refusals:
            text = write_facts({"refused": refusal.error.reason})
            name = path.stem if not readings else Path(refusal.error.where).stem
            yield _Facts(name, text, refusal.line)


def _of_files(readings: "Sequence[Reading]", base: str) -> Iterator[_Facts]:
    """Yield the facts of each file; several records in one are several meetings."""
    from kg.export import export_facts, write_facts
    from kg.graph import build_graph, open_store

    files: dict[str, list[Reading]] = {}
    for reading in readings:
        files.setdefault(reading.file, []).append(reading)
    for name, group in files.items():
        records = [record for reading in group for record in reading.records]
        iris = [f"{base}doc/{one.records[0].minutes.document.id}" for one in group]
        store = open_store(build_graph(tuple(records), base))
        yield _Facts(Path(name).stem, write_facts(export_facts(store, *iris)))
