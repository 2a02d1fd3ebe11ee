"""Ask the graph one of the prepared questions."""

import json
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.data import OUT, Data, open_data
from kg.cli.endpoint import Endpoint, User, remote_store
from kg.cli.terminal import show
from kg.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.graph import Askable
    from kg.model import Parameter, Question

_ANY = {"ja": "（任意の語や数）", "en": "(any text or number)"}


class Catalogue(StrEnum):
    """The forms in which all questions can be taken away."""

    TURTLE = "turtle"
    MARKDOWN = "markdown"


def ask(  # noqa: PLR0913 - the options of a command
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="The question; without it, all are listed.")
    ] = None,
    blanks: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BLANK=VALUE]...", help="組織=京都大学, organization=京都大学"
        ),
    ] = None,
    *,
    data: Data = OUT,
    endpoint: Endpoint = None,
    user: User = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    values: Annotated[
        bool, typer.Option("--values", help="List what may stand in the blanks.")
    ] = False,
    catalogue: Annotated[
        Catalogue | None,
        typer.Option(help="All questions: as SPARQL examples, or as a page."),
    ] = None,
) -> None:
    """Ask one of the prepared questions, or list them with their blanks."""
    from kg.ask import (
        ask_question,
        fill_blanks,
        find_question,
        read_questions,
        show_examples,
        write_page,
        write_table,
    )

    questions = read_questions()
    language = ctx.obj.language
    if catalogue is Catalogue.MARKDOWN:
        show(write_page(questions))
        return
    if catalogue is Catalogue.TURTLE:
        with _opened(data, endpoint, user) as store:
            show(show_examples(store, questions))
        return
    if name is None:
        show(_list(questions, language, as_json=as_json))
        return
    question = find_question(questions, name, language)
    filled = fill_blanks(question, [_blank(one) for one in blanks or []], language)
    with _opened(data, endpoint, user) as store:
        if values:
            show(_values(store, question, language, as_json=as_json))
            return
        answer = ask_question(store, question, filled, language)
    if as_json:
        show(_json(answer.columns, answer.rows, note=answer.note))
    elif answer.rows:
        show(write_table(answer.columns, answer.rows))
    else:
        show(answer.note + "\n")


@contextmanager
def _opened(data: Path, endpoint: str | None, user: str | None) -> "Iterator[Askable]":
    """Give what is asked: the build at *data*, or the store at *endpoint*."""
    if endpoint is None:
        yield open_data(data)
        return
    with remote_store(endpoint, user) as store:
        yield store


def _values(
    store: "Askable", question: "Question", language: str, *, as_json: bool
) -> str:
    """Return the names that may stand in each blank of *question*, each once."""
    from kg.ask import list_values, write_table

    japanese = language == "ja"

    def names(parameter: "Parameter") -> dict[str, None]:
        found = list_values(store, parameter.kind)
        return dict.fromkeys(name for _, name in found) or {_ANY[language]: None}

    rows = tuple(
        (parameter.label_ja if japanese else parameter.name, name)
        for parameter in question.parameters
        for name in names(parameter)
    )
    columns = ("空欄", "値") if japanese else ("blank", "value")
    return _json(columns, rows) if as_json else write_table(columns, rows)


def _blank(given: str) -> tuple[str, str]:
    """Return the name and the value of a blank that was filled in."""
    name, equals, value = given.partition("=")
    if not equals or not name or not value:
        message = f"expected BLANK=VALUE (組織=京都大学), got {given!r}"
        raise QuestionError(message)
    return name, value


def _list(questions: "tuple[Question, ...]", language: str, *, as_json: bool) -> str:
    """Return the questions with their blanks and an example of each."""
    from kg.ask import show_example, write_table

    japanese = language == "ja"
    rows = [
        (
            question.name,
            question.title_ja if japanese else question.title_en,
            " ".join(
                f"[{blank}]" if not parameter.required else blank
                for parameter in question.parameters
                for blank in (f"{parameter.label_ja if japanese else parameter.name}=",)
            ),
            show_example(question, language),
        )
        for question in questions
    ]
    columns = (
        ("名前", "質問", "空欄", "例")
        if japanese
        else ("name", "question", "blanks", "example")
    )
    return _json(columns, rows) if as_json else write_table(columns, rows)


def _json(
    columns: tuple[str, ...],
    rows: "Sequence[Sequence[str | None]]",
    *,
    note: str = "",
) -> str:
    """Return a table as JSON, its note only where there is one."""
    value: dict[str, object] = {"columns": columns, "rows": rows}
    if note:
        value["note"] = note
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
