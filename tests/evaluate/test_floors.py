"""What the line reads is scored against minutes annotated by hand, and never falls."""

import tomllib
from dataclasses import replace

import pytest

from kg.errors import DocumentRefusedError
from kg.evaluate import (
    COUNTED,
    add_scores,
    count_about_people,
    read_gold,
    score_refusal,
    score_store,
    wrong_about_people,
)
from kg.graph import build_graph, open_store
from kg.mention import recognise_nothing
from kg.pipeline import load_tools, run_line

FOLDERS = {"gold": "data/gold", "cases": "tests/cases"}
COLLECTIONS = ("gold", "annotated", "cases")
"""The minutes of gold, the cases whose every fact is annotated, and all cases."""

pytestmark = [pytest.mark.model, pytest.mark.xdist_group("floors")]


@pytest.fixture(scope="module")
def measured(root):
    """Return each annotated document with its folder, scores and wrong facts.

    The model reads only where mentions were annotated: it says nothing else.
    """
    tools = load_tools()
    rules = replace(tools, recognise=recognise_nothing)
    results = []
    for name, folder in FOLDERS.items():
        for gold in read_gold(root / folder):
            chosen = tools if "mentions" in gold.expected.wanted else rules
            try:
                store = open_store(run_line(gold.document, chosen))
            except DocumentRefusedError:
                results.append((name, gold, score_refusal(gold.expected), ()))
                continue
            wrong = wrong_about_people(store, gold.expected)
            results.append((name, gold, score_store(store, gold.expected), wrong))
    return results


@pytest.fixture(params=COLLECTIONS)
def scored(request, measured):
    """Return the name of a collection, its scores, and what is wrong about people."""
    name = request.param
    chosen = [
        (gold, scores, wrong)
        for folder, gold, scores, wrong in measured
        if folder == name or (name == "annotated" and _is_annotated(folder, gold))
    ]
    scores = add_scores(score for _, scores, _ in chosen for score in scores)
    wrong = [(gold.name, *one) for gold, _, facts in chosen for one in facts]
    return name, {score.field: score for score in scores}, wrong


def _is_annotated(folder, gold):
    """Tell whether *gold* is a case whose every fact is annotated."""
    return folder == "cases" and "statement_count" in gold.expected.wanted


@pytest.fixture(scope="module")
def limits(root):
    """Return what no score may be below, and what no count may be above."""
    path = root / "tests/evaluation/floors.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_no_score_is_below_its_floor(scored, limits):
    name, scores, _ = scored
    floors = limits[name]

    below = {
        field: (round(scores[field].f1, 4), scores[field].wrong, scores[field].missing)
        for field, floor in floors.items()
        if scores[field].f1 < floor
    }

    assert below == {}
    assert set(floors) == set(scores) - set(COUNTED)


def test_no_count_is_above_its_ceiling(scored, limits):
    name, scores, wrong = scored
    ceilings = limits["ceilings"][name]

    counts = {field: len(scores[field].wrong) for field in COUNTED}
    counts["about_people"] = len(wrong)

    above = {field: n for field, n in counts.items() if n > ceilings[field]}
    assert above == {}, wrong
    assert set(ceilings) == set(counts)


def test_what_is_wrong_about_people_is_counted_by_field(scored):
    _, scores, wrong = scored

    counts = count_about_people(fact for _, *fact in wrong)

    assert sum(counts.values()) == len(wrong)
    assert all(count <= len(scores[field].wrong) for field, count in counts.items())


def test_an_empty_graph_scores_nothing(root):
    """A scorer that passes without facts would pass anything."""
    (gold,) = read_gold(root / FOLDERS["gold"])
    store = open_store(build_graph((), load_tools().base))

    scores = {score.field: score for score in score_store(store, gold.expected)}

    wanted = [s for s in scores.values() if s.missing]
    assert all(score.right == 0 for score in scores.values())
    none = {"principal", "speakers", *COUNTED}
    assert {score.field for score in wanted} == set(scores) - none
