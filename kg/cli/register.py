"""Write the register of public bodies that the program ships."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.files import write_file
from kg.cli.terminal import show


def register(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file; without it, stdout."),
    ] = None,
) -> None:
    """Write the register of public bodies and their changes as Turtle."""
    from kg.gazetteer import load_register
    from kg.graph import whole_register, write_turtle
    from kg.resources import data_path

    text = write_turtle(whole_register(load_register(data_path() / "register")))
    if output is None:
        show(text)
    else:
        write_file(output, text)
        show(f"{output}\n")
