"""Write the graph in the formats of others."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, Data, open_data
from kg.cli.files import write_file, write_files
from kg.cli.terminal import show
from kg.errors import ConfigError


class Format(StrEnum):
    """The formats that the graph can be taken away in."""

    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"


def export(
    *,
    form: Annotated[Format, typer.Option("--format", "-f", help="The format.")],
    data: Data = OUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file, for csv a folder; else stdout."),
    ] = None,
) -> None:
    """Write the graph as N-Triples, JSON-LD, tables in CSV, GraphML or GEXF."""
    from kg.export import (
        export_csv,
        export_gexf,
        export_graphml,
        export_jsonld,
        export_ntriples,
    )

    store = open_data(data, labels=form in {Format.CSV, Format.GRAPHML, Format.GEXF})
    match form:
        case Format.CSV:
            if output is None:
                message = "csv is several tables: name a folder with -o"
                raise ConfigError(message)
            for path in write_files(output, export_csv(store)):
                show(f"{path}\n")
            return
        case Format.NTRIPLES:
            text = export_ntriples(store)
        case Format.JSONLD:
            text = export_jsonld(store)
        case Format.GRAPHML:
            text = export_graphml(store)
        case Format.GEXF:
            text = export_gexf(store)
    if output is None:
        show(text)
    else:
        write_file(output, text)
        show(f"{output}\n")
