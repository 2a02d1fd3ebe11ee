"""What the line reads is scored against minutes annotated by hand, and never falls."""

import tomllib

import pytest

from kg.errors import DocumentRefusedError
from kg.evaluate import (
    add_scores,
    read_gold,
    score_refusal,
    score_store,
    wrong_about_people,
)
from kg.graph import build_graph, open_store
from kg.pipeline import load_tools, run_line

FOLDERS = {"gold": "data/gold", "cases": "tests/cases"}

pytestmark = pytest.mark.model


@pytest.fixture(scope="module", params=sorted(FOLDERS))
def scored(request, root):
    """Return the name of a collection, its scores, and what is wrong about people."""
    tools = load_tools()
    scores, wrong = [], []
    for gold in read_gold(root / FOLDERS[request.param]):
        try:
            store = open_store(run_line(gold.document, tools))
        except DocumentRefusedError:
            scores += score_refusal(gold.expected)
            continue
        scores += score_store(store, gold.expected)
        wrong += [(gold.name, *one) for one in wrong_about_people(store, gold.expected)]
    return request.param, {score.field: score for score in add_scores(scores)}, wrong


def test_no_score_is_below_its_floor(scored, root):
    name, scores, _ = scored
    floors = tomllib.loads(
        (root / "tests/evaluation/floors.toml").read_text(encoding="utf-8")
    )[name]

    below = {
        field: (round(scores[field].f1, 4), scores[field].wrong, scores[field].missing)
        for field, floor in floors.items()
        if scores[field].f1 < floor
    }

    assert below == {}
    assert set(floors) == set(scores) - {"forbidden"}


def test_no_wrong_fact_about_people(scored):
    assert scored[2] == []


def test_no_trap_is_taken(scored):
    assert scored[1]["forbidden"].wrong == ()


def test_an_empty_graph_scores_nothing(root):
    """A scorer that passes without facts would pass anything."""
    (gold,) = read_gold(root / FOLDERS["gold"])
    store = open_store(build_graph((), load_tools().base))

    scores = {score.field: score for score in score_store(store, gold.expected)}

    wanted = [s for s in scores.values() if s.missing]
    assert all(score.right == 0 for score in scores.values())
    assert len(wanted) == len(scores) - len({"principal", "speakers", "forbidden"})
