"""Score the line against minutes that were annotated by hand."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.terminal import show, warn

if TYPE_CHECKING:
    from kg.evaluate import Score


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
    from kg.cli.batch import name_refusals, read_documents
    from kg.evaluate import add_scores, read_gold, score_store, wrong_about_people
    from kg.graph import build_graph, open_store
    from kg.pipeline import load_tools

    records = read_gold(gold)
    tools = load_tools(ctx.obj.base)
    scores: list[Score] = []
    wrong: list[str] = []
    failed = False
    for record in records:
        readings, refusals = read_documents([record.document], tools)
        name_refusals(refusals)
        failed |= bool(refusals)
        for reading in readings:
            store = open_store(build_graph(reading.records, tools.base))
            scores += score_store(store, record.expected)
            facts = wrong_about_people(store, record.expected)
            wrong += [f"{record.name}: {' '.join(one)}" for one in facts]
    total = add_scores(scores)
    show(_as_json(total, wrong) if as_json else _as_text(total, wrong))
    if errors:
        for score in total:
            for sign, facts in (("+", score.wrong), ("-", score.missing)):
                for one in facts:
                    warn(f"{sign} {score.field}: {' | '.join(one)}")
    if wrong or failed:
        raise typer.Exit(1)


def _as_text(scores: "Sequence[Score]", wrong: Sequence[str]) -> str:
    """Return the scores as a table, and what is wrong about people."""
    from kg.ask import write_table

    rows = [
        (
            score.field,
            f"{score.precision:.3f}",
            f"{score.recall:.3f}",
            f"{score.f1:.3f}",
            f"{score.right}",
            f"{len(score.wrong)}",
            f"{len(score.missing)}",
        )
        for score in scores
    ]
    columns = ("field", "precision", "recall", "F1", "right", "wrong", "missing")
    lines = "".join(f"  {line}\n" for line in wrong)
    return write_table(columns, rows) + f"wrong about people: {len(wrong)}\n{lines}"


def _as_json(scores: "Sequence[Score]", wrong: Sequence[str]) -> str:
    """Return the scores for programs."""
    value = {
        "fields": {
            score.field: {
                "precision": round(score.precision, 4),
                "recall": round(score.recall, 4),
                "f1": round(score.f1, 4),
                "right": score.right,
                "wrong": score.wrong,
                "missing": score.missing,
            }
            for score in scores
        },
        "wrong_about_people": wrong,
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
