"""Run a SPARQL query of the reader's own."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, Data, open_data
from kg.cli.files import write_file
from kg.cli.terminal import show
from kg.errors import DocumentMissingError


class Format(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(
    sparql: Annotated[
        str, typer.Argument(help="A query, a file that holds one, or - for stdin.")
    ],
    *,
    data: Data = OUT,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="The form of the answer.")
    ] = Format.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="--format json.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")
    ] = None,
) -> None:
    """Run a SPARQL query over the graph; the prefixes of the vocabulary are known.

    Every document is a named graph; the default graph is all of them.
    """
    from kg.ask import run_query, write_result

    text = _read(sparql)
    result = run_query(open_data(data), text)
    answer = write_result(result, Format.JSON if as_json else form)
    if output is None:
        show(answer)
    else:
        write_file(output, answer)


def _read(sparql: str) -> str:
    """Return the query that *sparql* is, names or stands for.

    Raises DocumentMissingError for what looks like a file, where there is none.
    """
    if sparql == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    path = Path(sparql)
    if len(sparql.split()) > 1 and "{" in sparql:
        return sparql
    if path.is_file():
        return path.read_text(encoding="utf-8")
    if path.suffix in {".rq", ".sparql"}:
        raise DocumentMissingError(path)
    return sparql
