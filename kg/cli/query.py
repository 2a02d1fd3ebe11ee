"""Run a SPARQL query of the reader's own."""

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, Data, open_data
from kg.cli.endpoint import Endpoint, User, remote_store
from kg.cli.files import write_file
from kg.cli.terminal import show
from kg.errors import DocumentMissingError, QueryError

# <http://a/#b>, and # to the end of a line
_ASIDE = re.compile(r"<[^<>\s]*>|#[^\n]*")
# 「PREFIX a: <…> INSERT DATA { … }」, its IRIs taken out
_UPDATE = re.compile(
    r"\s*(?:(?:BASE|PREFIX\s+[^\s:]*:)\s*)*"
    r"(?P<verb>INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)


class Format(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(  # noqa: PLR0913 - the options of a command
    sparql: Annotated[
        str, typer.Argument(help="A query, a file that holds one, or - for stdin.")
    ],
    *,
    data: Data = OUT,
    endpoint: Endpoint = None,
    user: User = None,
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
    if endpoint is None:
        result = run_query(open_data(data), text)
    else:
        with remote_store(endpoint, user) as store:
            result = run_query(store, text)
    answer = write_result(result, Format.JSON if as_json else form)
    if output is None:
        show(answer)
    else:
        write_file(output, answer)


def _read(sparql: str) -> str:
    """Return the query that *sparql* is, names or stands for.

    Raises DocumentMissingError for what looks like a file, where there is none,
    and QueryError for what is no query that reads.
    """
    if sparql == "-":
        return _checked("stdin", _decode("stdin", sys.stdin.buffer.read()))
    if not sparql.strip() or (len(sparql.split()) > 1 and "{" in sparql):
        return _checked("QUERY", sparql)
    path = Path(sparql)
    if path.is_dir():
        message = f"{path}: is a folder; name a file that holds a query"
        raise QueryError(message)
    if path.is_file():
        return _checked(sparql, _decode(sparql, path.read_bytes()))
    if path.suffix in {".rq", ".sparql"}:
        raise DocumentMissingError(path)
    return _checked("QUERY", sparql)


def _decode(where: str, data: bytes) -> str:
    """Return the text of *data*, which was found *where*."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = (
            f"{where}: expected a query in UTF-8, found bytes that are not UTF-8 "
            f"(at byte {error.start}); save it as UTF-8"
        )
        raise QueryError(message) from error


def _checked(where: str, text: str) -> str:
    """Return *text*, found *where*, unless it is empty or would write."""
    if not text.strip():
        message = f"{where}: the query is empty; write SELECT, ASK or CONSTRUCT"
        raise QueryError(message)
    update = _UPDATE.match(_ASIDE.sub(" ", text))
    if update is not None:
        message = (
            f"{where}: kg query only reads, found {update['verb'].upper()}; "
            "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
        )
        raise QueryError(message)
    return text
