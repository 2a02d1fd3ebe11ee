"""Plot what many meetings show, as a picture or as its table."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.data import OUT, Data, open_data
from kg.cli.files import write_file
from kg.cli.terminal import show, warn
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.model import Chart


class Plot(StrEnum):
    """What can be plotted."""

    MEMBERS = "members"
    ATTENDANCE = "attendance"
    THEMES = "themes"
    MEASURES = "measures"


_FORMS = (".svg", ".png")


def plot(  # noqa: PLR0913 - one for each option of the command
    ctx: typer.Context,
    kind: Annotated[Plot, typer.Argument(help="What to plot.")],
    *,
    data: Data = OUT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file that ends in .svg or .png."),
    ] = None,
    council: Annotated[
        str | None, typer.Option(help="Its meetings alone; members: who sat together.")
    ] = None,
    table: Annotated[
        bool,
        typer.Option("--table", help="The table as CSV: stdout, with -o FILE.csv."),
    ] = False,
    people: Annotated[
        bool, typer.Option("--people", help="measures: of people, not of councils.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, max=200, help="The most rows of a picture.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--lang", help="ja or en; else as `kg --lang`.")
    ] = None,
) -> None:
    """Plot shared members, attendance, themes by year, or counts of the network.

    A picture needs gijiroku-kg[plot]; the table has also what the picture leaves
    out. A measure counts attendance; it is no influence.
    """
    _check(
        output,
        table=table,
        people=people,
        kind=kind,
        council=council,
        language=language,
    )
    chosen = language or ctx.obj.language
    chart = read_chart(data, kind, council, chosen, people=people, limit=limit)
    csv = _csv(chart)
    if output is None:
        show(csv)
        warn("\n".join((*chart.notes, chart.source)))
        return
    from kg.plot import draw_chart

    write_file(output, draw_chart(chart, output.suffix[1:].lower(), chosen))
    show(f"{output}\n")
    if table:
        beside = output.with_suffix(".csv")
        write_file(beside, csv)
        show(f"{beside}\n")


def _check(  # noqa: PLR0913 - the options of the command
    output: Path | None,
    *,
    table: bool,
    people: bool,
    kind: Plot,
    council: str | None,
    language: str | None,
) -> None:
    """Refuse what cannot be meant, before anything is read."""
    if language not in {None, "ja", "en"}:
        message = f"--lang: expected ja or en, got {language!r}"
        raise ConfigError(message)
    if output is None and not table:
        message = "name a picture with -o FILE.svg or FILE.png, or ask for --table"
        raise ConfigError(message)
    if output is not None and output.suffix.lower() not in _FORMS:
        message = f"-o: expected a name that ends in .svg or .png, got {str(output)!r}"
        raise ConfigError(message)
    if people and kind is not Plot.MEASURES:
        message = f"--people goes with `kg plot measures`, not with {kind}"
        raise ConfigError(message)
    if council is not None and kind is Plot.MEASURES:
        message = "measures are of the whole network: leave --council out"
        raise ConfigError(message)


def read_chart(  # noqa: PLR0913 - what the command was given
    data: Path,
    kind: Plot,
    council: str | None,
    language: str,
    *,
    people: bool = False,
    limit: int | None = None,
) -> "Chart":
    """Return the chart of one *kind* of the data in a folder or file."""
    from kg.api import read_chart as read
    from kg.ask import find_entity
    from kg.graph import data_version, read_seating

    store = open_data(data)
    subject = council and find_entity(store, "council", council, language)
    seating = read_seating(store, data_version(data))
    return read(seating, kind, language, council=subject, people=people, limit=limit)


def _csv(chart: "Chart") -> str:
    """Return the table of *chart* as CSV, safe for spreadsheets."""
    from kg.ask import write_csv

    return write_csv(chart.columns, chart.rows)
