"""Put the commands together, and tell errors for people in one line."""

import sys
from dataclasses import replace
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli.ask import ask
from kg.cli.build import build
from kg.cli.diff import diff
from kg.cli.draw import draw
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.facts import facts
from kg.cli.link import link
from kg.cli.parse import parse
from kg.cli.plot import plot
from kg.cli.push import push
from kg.cli.query import query
from kg.cli.register import register
from kg.cli.review import judge, review
from kg.cli.serve import serve
from kg.cli.terminal import warn
from kg.cli.themes import themes
from kg.cli.trial import trial
from kg.cli.validate import validate
from kg.config import read_config
from kg.errors import (
    ConfigError,
    DocumentMissingError,
    KgError,
    OutputError,
    QueryError,
    QuestionError,
)

FINDINGS, USAGE = 1, 2
"""Exit codes: something was found, or the command was called in a wrong way."""

_USAGE_ERRORS = (
    ConfigError,
    DocumentMissingError,
    OutputError,
    QueryError,
    QuestionError,
)


class Commands(TyperGroup):
    """The commands; an error of ours, or of a file, is one line and a code."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer hides click's type
        """Run the command that *ctx* holds."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # `kg ask | head`: typer ends quietly
            raise
        except (KgError, OSError) as error:
            if ctx.params["debug"]:
                raise
            warn(f"kg: {' '.join(str(error).split())}")
            usage = isinstance(error, _USAGE_ERRORS)
            raise typer.Exit(USAGE if usage else FINDINGS) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    """Print the version, and end, when it is *wanted*."""
    if wanted:
        typer.echo(f"gijiroku-kg {version('gijiroku-kg')}")
        raise typer.Exit


@app.callback()
def kg(
    ctx: typer.Context,
    *,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings; without it, ./kg.toml if there."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--lang", help="ja or en, for titles, messages and pages."),
    ] = None,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where an error came from.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - acted on by its callback
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="The version."
        ),
    ] = False,
) -> None:
    """Read minutes of Japanese government councils into a graph of evidence.

    Who sat there, for whom, in what role, and which themes were discussed, each
    fact with the words it rests on. `kg try` shows it on bundled minutes.
    """
    ctx.obj = read_config(config)
    if language is not None:
        ctx.obj = replace(ctx.obj, language=language)
    del debug  # read by Commands.invoke, where errors arrive


for _command, _name in (
    (trial, "try"),
    (build, "build"),
    (ask, "ask"),
    (query, "query"),
    (draw, "draw"),
    (plot, "plot"),
    (diff, "diff"),
    (facts, "facts"),
    (parse, "parse"),
    (themes, "themes"),
    (validate, "validate"),
    (export, "export"),
    (serve, "serve"),
    (review, "review"),
    (judge, "judge"),
    (register, "register"),
    (link, "link"),
    (push, "push"),
    (evaluate, "evaluate"),
):
    app.command(_name)(_command)


def main() -> None:
    """Run the command line; what it writes is UTF-8 in every locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app(prog_name="kg")
