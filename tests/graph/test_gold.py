"""The prepared queries give their rows on the gold graph."""

import json
import re

import pytest

from kg.graph import open_store
from kg.resources import data_path

GOLD = data_path() / "gold"
QUERIES = (GOLD / "queries.rq").read_text(encoding="utf-8")
HEAD, *BLOCKS = re.split(r"^#@ ", QUERIES, flags=re.MULTILINE)
PREFIXES = "".join(
    line for line in HEAD.splitlines(keepends=True) if line.startswith("PREFIX")
)
ANSWERS = json.loads((GOLD / "queries-answers.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def gold():
    return open_store(GOLD / "seed-gold.ttl", vocabulary=())


@pytest.mark.parametrize(
    ("block", "answer"),
    list(zip(BLOCKS, ANSWERS, strict=True)),
    ids=[answer["id"] for answer in ANSWERS],
)
def test_rows(gold, block, answer):
    query = PREFIXES + block.partition("\n")[2]

    result = gold.query(query)

    rows = [
        [None if term is None else term.text for term in row] for row in result.rows
    ]
    expected = [
        [None if cell is None else str(cell) for cell in row] for row in answer["rows"]
    ]
    assert list(result.columns) == answer["columns"]
    assert rows == expected


def test_the_gold_points_to_the_bundled_document():
    gold = json.loads((GOLD / "seed-gold.json").read_text(encoding="utf-8"))
    file = data_path().parent / gold["source"]["file"]

    assert len(file.read_text(encoding="utf-8")) == gold["source"]["characters"]
