"""A fact is right once, in any form that says the same, and nothing else is."""

import pytest

from kg.evaluate.post import affiliation_forms, position_forms
from kg.evaluate.score import Score, compare, fact, found, wanted

ONE = fact("北川 進")
OTHER = fact("北川 勝浩")


@pytest.mark.parametrize(
    ("wanted_facts", "found_facts", "right", "wrong", "missing"),
    [
        pytest.param([ONE], [ONE], 1, 0, 0, id="right"),
        pytest.param([ONE], [OTHER], 0, 1, 1, id="another name is wrong and missing"),
        pytest.param([ONE], [], 0, 0, 1, id="missing"),
        pytest.param([], [ONE], 0, 1, 0, id="invented"),
        pytest.param([ONE], [fact("北川　進")], 1, 0, 0, id="blanks do not matter"),
        pytest.param([ONE], [ONE, ONE], 1, 0, 0, id="said twice counts once"),
        pytest.param([ONE, ONE], [ONE], 1, 0, 1, id="wanted twice"),
        pytest.param([fact("（株）架空")], [fact("株式会社架空")], 1, 0, 0, id="form"),
        pytest.param([fact("髙橋")], [fact("高橋")], 0, 1, 1, id="variants differ"),
    ],
)
def test_compare(wanted_facts, found_facts, right, wrong, missing):
    score = compare(
        "people", [wanted(one) for one in wanted_facts], [found(f) for f in found_facts]
    )

    assert (score.right, len(score.wrong), len(score.missing)) == (
        right,
        wrong,
        missing,
    )


def test_any_form_is_right():
    post = wanted(fact("張", "金融庁/総合政策局"), fact("張", "金融庁"))

    assert compare("posts", [post], [found(fact("張", "金融庁"))]).right == 1


def test_an_optional_fact_is_neither_missing_nor_wrong():
    post = wanted(ONE, optional=True)

    assert compare("people", [post], []) == Score("people", 0)
    assert compare("people", [post], [found(ONE)]) == Score("people", 0)


def test_an_allowed_fact_is_not_counted():
    assert compare("people", [], [found(ONE)], frozenset({ONE})) == Score("people", 0)


@pytest.mark.parametrize(
    ("right", "wrong", "missing", "precision", "recall"),
    [(0, 0, 0, 1.0, 1.0), (3, 1, 0, 0.75, 1.0), (3, 0, 1, 1.0, 0.75), (0, 0, 2, 1, 0)],
)
def test_precision_and_recall(right, wrong, missing, precision, recall):
    score = Score("people", right, (ONE,) * wrong, (ONE,) * missing)

    assert (score.precision, score.recall) == (precision, recall)


def test_a_shared_character_may_stand_once():
    path = (("架空省", "架空省"), ("政策局", "政策局"))

    forms = position_forms(path, ["局長"])

    assert {"局長", "政策局長", "架空省政策局長"} <= forms
    assert affiliation_forms(path) == {"架空省", "架空省政策局"}
