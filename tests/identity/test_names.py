"""The frozen table of names: no wrong merge, and floors that never fall."""

import pytest

from tests.bench.calibrate import PAIRS, WEIGHTS, read_pairs, write_weights
from tests.bench.names import NAMES, ours, read_cases, score

RECALL = 0.84


@pytest.fixture(scope="module")
def scores():
    return score(ours(), read_cases())


def test_nothing_is_merged_wrongly(scores):
    precision, _, _, kinds = scores

    assert {kind: one for kind, one in kinds.items() if one["wrong"]} == {}
    assert precision == 1.0


def test_recall(scores):
    assert scores[1] >= RECALL


def test_the_table_is_large_and_no_pair_is_learnt_from():
    learnt = PAIRS.read_text(encoding="utf-8").splitlines()
    asked = NAMES.read_text(encoding="utf-8").splitlines()
    pairs = {tuple(line.split("\t")[1:3]) for line in learnt if " / " in line}
    cases = {tuple(line.split("\t")[2:4]) for line in asked if " / " in line}

    assert len(pairs) > 300
    assert len(cases) > 400
    assert not pairs & cases


def test_weights_are_what_the_pairs_teach():
    assert WEIGHTS.read_text(encoding="utf-8") == write_weights(read_pairs())
