"""Draw one thing of the graph as a page."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, Data, open_data
from kg.cli.files import write_file
from kg.cli.terminal import show
from kg.errors import QuestionError

_MOST = 2000
"""Above this many nodes no picture is of use, and drawing one takes long."""


class Kind(StrEnum):
    """What can be drawn."""

    MEETING = "meeting"
    PERSON = "person"
    ORGANIZATION = "organization"


def draw(  # noqa: PLR0913 - one for each option of the command
    ctx: typer.Context,
    kind: Annotated[Kind, typer.Argument(help="What to draw.")],
    name: Annotated[
        str | None, typer.Argument(help="Its name; a meeting may be left open.")
    ] = None,
    *,
    data: Data = OUT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, max=_MOST, help="The most nodes; above 2000, kg export."),
    ] = None,
) -> None:
    """Draw a meeting, a person or an organization as a page that works offline."""
    page = draw_page(data, kind, name, limit or ctx.obj.limit, ctx.obj.language)
    if output is None:
        show(page)
    else:
        write_file(output, page)
        show(f"{output}\n")


def draw_page(
    data: Path, kind: Kind, name: str | None, limit: int, language: str
) -> str:
    """Return the page of the one thing of this *kind* that bears *name*."""
    from kg.ask import find_entity
    from kg.graph import project_meeting, project_organization, project_person
    from kg.view import draw_network

    store = open_data(data)
    subject = None if name is None else find_entity(store, kind, name, language)
    match kind, subject:
        case Kind.MEETING, _:
            network = project_meeting(store, subject, limit=limit)
        case Kind.PERSON, str():
            network = project_person(store, subject, limit=limit)
        case Kind.ORGANIZATION, str():
            network = project_organization(store, subject, limit=limit)
        case _:
            message = f"kg draw {kind} needs a name: kg draw {kind} NAME"
            raise QuestionError(message)
    return draw_network(network, language=language)
