"""Print what the floors and ceilings of tests/evaluation/floors.toml could be now.

Each floor is a little below what is measured. Only raise floors and lower ceilings.
"""

import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.errors import DocumentRefusedError
from kg.evaluate import (
    COUNTED,
    Gold,
    Score,
    add_scores,
    read_gold,
    score_refusal,
    score_store,
    wrong_about_people,
)
from kg.graph import open_store
from kg.mention import recognise_nothing
from kg.pipeline import Tools, load_tools, run_line

ROOT = Path(__file__).parents[2]
MARGIN = 0.005


def measure(gold: Gold, tools: Tools, rules: Tools) -> tuple[tuple[Score, ...], int]:
    """Return the scores of *gold*, and how much is wrong about people.

    The model reads only where mentions were annotated, as in the tests.
    """
    chosen = tools if "mentions" in gold.expected.wanted else rules
    try:
        store = open_store(run_line(gold.document, chosen))
    except DocumentRefusedError:
        return score_refusal(gold.expected), 0
    wrong = wrong_about_people(store, gold.expected)
    return score_store(store, gold.expected), len(wrong)


def show(name: str, results: Iterable[tuple[tuple[Score, ...], int]]) -> None:
    """Print the limits of the collection *name*."""
    results = tuple(results)
    scores = add_scores(one for found, _ in results for one in found)
    print(f"[{name}]")
    for score in scores:
        if score.field not in COUNTED:
            f1 = score.f1
            floor = f1 if f1 == 1 else math.floor((f1 - MARGIN) * 1000) / 1000
            print(f"{score.field} = {floor}")
    print(f"\n[ceilings.{name}]\nabout_people = {sum(n for _, n in results)}")
    for score in scores:
        if score.field in COUNTED:
            print(f"{score.field} = {len(score.wrong)}")
    print()


def main() -> None:
    """Measure the minutes of gold and the cases, each once."""
    tools = load_tools()
    rules = replace(tools, recognise=recognise_nothing)
    gold = read_gold(ROOT / "data/gold")
    show("gold", (measure(one, tools, rules) for one in gold))
    cases = read_gold(ROOT / "tests/cases")
    results = [measure(one, tools, rules) for one in cases]
    annotated = (
        result
        for one, result in zip(cases, results, strict=True)
        if "mentions" in one.expected.wanted
    )
    show("annotated", annotated)
    show("cases", results)


if __name__ == "__main__":
    main()
