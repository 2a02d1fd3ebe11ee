"""Score the line against minutes that were annotated by hand."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.terminal import show, warn, working

if TYPE_CHECKING:
    from kg.evaluate import Score

Fact = tuple[str, ...]
"""One fact as words; where it is wrong, the document and the field come first."""


def evaluate(
    ctx: typer.Context,
    *,
    gold: Annotated[
        Path, typer.Option("--gold", help="A folder of minutes annotated by hand.")
    ] = Path("data/gold"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what is wrong and what is missing.")
    ] = False,
) -> None:
    """Score what the graph says against minutes annotated by hand, field by field.

    Exit 1 where a fact about a person is wrong, or a document is refused.
    """
    with working("比較"):
        scores, wrong, refused = _score(gold, ctx.obj.base)
    show(_as_json(scores, wrong) if as_json else _as_text(scores, wrong))
    if errors:
        for score in scores:
            for sign, facts in (("+", score.wrong), ("-", score.missing)):
                for one in facts:
                    warn(f"{sign} {score.field}: {' | '.join(one)}")
    if wrong or refused:
        raise typer.Exit(1)


def _score(folder: Path, base: str) -> "tuple[tuple[Score, ...], list[Fact], bool]":
    """Return the scores, what is wrong about people, and was a document refused."""
    from kg.cli.batch import name_refusals, read_documents
    from kg.evaluate import (
        add_scores,
        read_gold,
        score_refusal,
        score_store,
        wrong_about_people,
    )
    from kg.graph import build_graph, open_store
    from kg.pipeline import load_tools

    tools = load_tools(base)
    scores: list[Score] = []
    wrong: list[Fact] = []
    refused = False
    for gold in read_gold(folder):
        readings, refusals = read_documents([gold.document], tools)
        records = tuple(record for reading in readings for record in reading.records)
        if not gold.expected.refused:
            name_refusals(refusals)
            refused |= bool(refusals)
        if not records:
            scores += score_refusal(gold.expected)
            continue
        store = open_store(build_graph(records, base))
        scores += score_store(store, gold.expected)
        facts = wrong_about_people(store, gold.expected)
        wrong += [(gold.name, *one) for one in facts]
    return add_scores(scores), wrong, refused


def _as_text(scores: "Sequence[Score]", wrong: Sequence[Fact]) -> str:
    """Return the scores as a table, and what is wrong about people."""
    from kg.ask import write_table
    from kg.evaluate import COUNTED, count_about_people

    about = count_about_people(fact for _, *fact in wrong)
    rows = [
        (
            score.field,
            *(
                "" if score.field in COUNTED else f"{share:.3f}"
                for share in (score.precision, score.recall, score.f1)
            ),
            f"{score.right}",
            f"{len(score.wrong)}",
            f"{len(score.missing)}",
            f"{about.get(score.field, 0)}",
        )
        for score in scores
    ]
    columns = ("field", "precision", "recall", "F1", "right", "wrong", "missing")
    lines = "".join(f"  {_line(one)}\n" for one in wrong)
    table = write_table((*columns, "about people"), rows)
    return f"{table}wrong about people: {len(wrong)}\n{lines}"


def _line(wrong: Fact) -> str:
    """Return where something is *wrong* about people, and what."""
    document, *fact = wrong
    return f"{document}: {' '.join(fact)}"


def _as_json(scores: "Sequence[Score]", wrong: Sequence[Fact]) -> str:
    """Return the scores for programs."""
    from kg.evaluate import count_about_people

    about = count_about_people(fact for _, *fact in wrong)
    value = {
        "fields": {
            score.field: {
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
                "right": score.right,
                "wrong": score.wrong,
                "missing": score.missing,
                "about_people": about.get(score.field, 0),
            }
            for score in scores
        },
        "wrong_about_people": [_line(one) for one in wrong],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
