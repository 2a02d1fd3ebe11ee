"""The dates of the bundled minutes are those that were annotated by hand."""

import json
from datetime import date

import pytest

from kg.calendar import days, whole_year
from kg.discourse import read_discourse
from kg.minutes import parse_minutes
from kg.model import Interval
from kg.pipeline import load_tools, open_documents
from kg.resources import data_path

DATES = json.loads(
    (data_path() / "gold" / "seed-gold.json").read_text(encoding="utf-8")
)["dates"]


@pytest.fixture(scope="module")
def moments():
    tools = load_tools()
    path = data_path() / "minutes" / "ryoshi-23.txt"
    (document,) = open_documents(path.read_bytes(), path.name, tools)
    (minutes,) = parse_minutes(document, tools.gazetteer)
    return document.text, read_discourse(minutes, tools.gazetteer).moments


def meant(value):
    """Return the days of a value of the gold: 2024, 2025-05, a day, or two of them."""
    if "/" in value:
        return Interval(*map(date.fromisoformat, value.split("/")))
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return whole_year(*parts)
    return days(*parts, 1) if len(parts) == 2 else days(*parts, parts[2])


@pytest.mark.parametrize("row", DATES, ids=lambda row: row["surface"])
def test_a_date_of_the_gold_is_found_with_its_value(row, moments):
    """Early May lies in May, the end of 2024 in 2024; what has no value has no days."""
    text, every = moments
    found = [
        one
        for one in every
        if one.text == row["surface"]
        and text.count("\n", 0, one.spans[0].start) + 1 == row["line"]
    ]

    assert found
    for one in found:
        if row["value"] is None:
            assert one.interval is None
            continue
        wanted = meant(row["value"])
        assert wanted.start <= one.interval.start
        assert one.interval.end <= wanted.end
