"""Build the graph of documents, and the page of each meeting."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import EncodingOption, list_documents, write_files
from kg.cli.terminal import show, working
from kg.config import Config

if TYPE_CHECKING:
    from kg.cli.batch import Reading
    from kg.graph import Graph, Store

_DECIDING = (
    "gijiroku-kg",
    "ginza",
    "ja_ginza",
    "SudachiDict-core",
    "rdflib",
    "pyoxigraph",
    "pyvis",
)
"""The distributions whose version changes what is written."""


def build(
    ctx: typer.Context,
    documents: Annotated[
        list[Path], typer.Argument(help="Documents, folders of them, or -.")
    ],
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write.")
    ] = Path("out"),
    encoding: EncodingOption = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as JSON.")
    ] = False,
) -> None:
    """Build graph.ttl, evidence.ttl, dataset.nq and index.html from documents.

    Exit 1 where a document is refused or a shape is violated. Lines without a
    place, and names that fit several, are listed and are no error.
    """
    paths = list_documents(documents)
    build_documents(paths, output, ctx.obj, encoding=encoding, as_json=as_json)


def build_documents(
    paths: Sequence[Path],
    output: Path,
    config: Config,
    *,
    encoding: str = "",
    as_json: bool = False,
) -> None:
    """Build what the documents at *paths* say into the folder *output*."""
    with working("読み込み・抽出"):
        from kg.cli.batch import name_refusals, prepare, read_documents
        from kg.cli.summary import summarise
        from kg.graph import build_graph, open_store, validate_graph
        from kg.pipeline import load_tools

        tools = prepare(load_tools(config.base), encoding)
        readings, refusals = read_documents(paths, tools)
    name_refusals(refusals)
    if not readings:
        raise typer.Exit(1)
    with working("検証・出力"):
        records = tuple(record for reading in readings for record in reading.records)
        graph = build_graph(records, config.base)
        store = open_store(graph)
        findings = validate_graph(store, language=config.language)
        made = {
            **_graph_files(graph),
            **_pages(store, config),
            "build.json": _manifest(readings, config),
        }
        written = write_files(output, made)
    summary = summarise(records, store, findings, written)
    show(summary.as_json() if as_json else summary.as_text())
    if refusals or summary.violations:
        raise typer.Exit(1)


def _graph_files(graph: "Graph") -> dict[str, str]:
    """Return the files of the graph: facts, evidence, and all of it by document."""
    from kg.graph import write_nquads, write_turtle

    return {
        "graph.ttl": write_turtle(graph),
        "evidence.ttl": write_turtle(graph, evidence=True),
        "dataset.nq": write_nquads(graph),
    }


def _pages(store: "Store", config: Config) -> dict[str, str]:
    """Return the page of each meeting; index.html is that of the first."""
    from kg.graph import project_meeting
    from kg.view import draw_network

    query = files("kg.cli") / "queries" / "meetings.rq"
    rows = store.rows(query.read_text(encoding="utf-8"))
    return {
        "index.html" if position == 1 else f"meeting-{position}.html": draw_network(
            project_meeting(store, row["meeting"], limit=config.limit),
            language=config.language,
        )
        for position, row in enumerate(rows, start=1)
    }


def _manifest(readings: Sequence["Reading"], config: Config) -> str:
    """Return settings, versions and inputs, by which a build can be repeated."""
    manifest = {
        "settings": {
            "base": config.base,
            "language": config.language,
            "limit": config.limit,
        },
        "versions": {name: version(name) for name in _DECIDING},
        "documents": sorted(
            (
                {"name": source.name, "sha256": source.sha256}
                for source in (
                    reading.records[0].minutes.document.source for reading in readings
                )
            ),
            key=lambda document: document["sha256"],
        ),
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
