"""List who may be one person, and write down what the reader rules."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.data import OUT, NothingBuiltError
from kg.cli.files import append_line
from kg.cli.terminal import show
from kg.config import Config
from kg.errors import DocumentMissingError, QuestionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.corpus import People
    from kg.identity import Review

_SHOWN = 20
Built = Annotated[Path, typer.Option("--data", "-d", help="A folder of kg build.")]


def review(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(help="Only candidates whose lines hold these words.")
    ] = "",
    *,
    data: Built = OUT,
    everything: Annotated[
        bool, typer.Option("--all", help="All of them, not the first 20.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List who may be one person and was not merged, the most probable first.

    Each has a number, two lines of the records, and the clues with what they weigh.
    `kg judge NUMBER same --judge NAME` rules on one; `kg build` replays it.
    """
    found = [
        (number, one)
        for number, one in enumerate(_candidates(_people(data)), start=1)
        if name in one.left_line or name in one.right_line
    ]
    if as_json:
        rows = [{"number": number, **asdict(one)} for number, one in found]
        show(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return
    shown = found if everything else found[:_SHOWN]
    entries = [_entry(number, one, ctx.obj.language) for number, one in shown]
    if len(shown) < len(found):
        entries.append(f"…他 {len(found) - len(shown)}（--all で全件）\n")
    show("".join(entries or ["未決の候補はありません\n"]))


def judge(  # noqa: PLR0913 - the options of a command
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(help="NUMBER of kg review, or LEFT RIGHT; then the verdict."),
    ],
    *,
    judge_name: Annotated[str, typer.Option("--judge", help="Who rules.")],
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    date: Annotated[
        str, typer.Option("--date", help="The day, 2026-01-31; without it, today.")
    ] = "",
    data: Built = OUT,
) -> None:
    """Write down that two are the same, different, or not decided (unsure).

    The line is added to the ledger of judgements (kg.toml: judgements), which is
    never changed otherwise: a later line about the same two outranks it, and that
    is how a judgement is undone. The next `kg build` goes by it.
    """
    from kg.identity import format_judgement, make_judgement

    *who, verdict = words
    left, right = _meant(who, _people(data))
    # the day is that of the ruling; nothing that a build writes depends on it
    day = date or dt.date.today().isoformat()  # noqa: DTZ011, TID251
    try:
        ruling = make_judgement(
            left, right, verdict, judge=judge_name, date=day, note=note
        )
    except ValueError as error:
        raise QuestionError(str(error)) from error
    place = Path(_ledger(ctx.obj))
    append_line(place, format_judgement(ruling))
    show(f"{place}: {format_judgement(ruling).strip()}\n")


def _ledger(config: Config) -> str:
    """Return where the judgements are."""
    return config.judgements


def _people(data: Path) -> "People":
    """Return who is who in the build at *data*."""
    from kg.corpus import read_people

    try:
        return read_people(data)
    except DocumentMissingError:
        raise NothingBuiltError(data) from None


def _candidates(people: "People") -> "Sequence[Review]":
    """Return the candidates left open, the most probable first."""
    from kg.identity import review as list_candidates

    return list_candidates(people.identities, people.sightings)


def _meant(who: "Sequence[str]", people: "People") -> tuple[str, str]:
    """Return the two whom the words before the verdict mean.

    Raises QuestionError where they mean nobody.
    """
    from kg.identity import find_judged

    if len(who) == 1 and who[0].isdigit():
        candidates = _candidates(people)
        number = int(who[0])
        if not 1 <= number <= len(candidates):
            message = f"candidate {number}: there are {len(candidates)}; see kg review"
            raise QuestionError(message)
        one = candidates[number - 1]
        return one.left, one.right
    if len(who) != len(("left", "right")):
        message = "expected NUMBER VERDICT or LEFT RIGHT VERDICT; see kg judge --help"
        raise QuestionError(message)
    found = [find_judged(word, people.identities, people.sightings) for word in who]
    for word, meant in zip(who, found, strict=True):
        if meant is None:
            message = (
                f"{word}: neither a person's id (person/…) nor the key of a row here"
            )
            raise QuestionError(message)
    left, right = found
    return left or "", right or ""


def _entry(number: int, one: "Review", language: str) -> str:
    """Return one candidate as lines."""
    clues = one.clues_en if language == "en" else one.clues_ja
    lines = [
        f"{number}  {one.probability:.2f}",
        f"   {one.left_line}",
        f"   {one.right_line}",
        *(f"     {clue}" for clue in clues),
    ]
    return "".join(f"{line}\n" for line in lines)
