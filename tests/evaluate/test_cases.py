"""The cases themselves are written as tests/cases/README.md says."""

import json
import re
from pathlib import Path

import pytest

from kg.evaluate import read_gold
from kg.evaluate.case import read_case
from kg.model import (
    ActKind,
    DecisionStatus,
    Qualifier,
    ReferenceKind,
    UndertakingKind,
)

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/expected.json"))
RULE = re.compile(
    r"(person|attend|speaker|mode|role|proxy|proxy_for|affiliation|alias):.+"
    r"|meeting\.(body|ordinal|date|start|end|venue):.+"
)
STATEMENT = re.compile(r"\d+-\d{2}|-")
DISCOURSE_KEYS = {
    "kinds",
    "pairs",
    "pairs_accept",
    "decisions",
    "decisions_accept",
}
DISCOURSE = sorted(path.parent.name for path in CASES.glob("*/discourse.json"))
KINDS = {"named", "role", "organization", "withheld"}
MODES = {"web", "in_person", "absent", None}

UNDERTAKEN = sorted(CASES.glob("*/undertakings.json"))
DAYS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def read(name):
    """Return what the case *name* expects, as it is written."""
    return json.loads((CASES / name / "expected.json").read_text(encoding="utf-8"))


def test_every_folder_is_a_case():
    folders = sorted(path.name for path in CASES.iterdir() if path.is_dir())

    assert folders == NAMES == [gold.name for gold in read_gold(CASES)]


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_well_formed(name):
    record = read(name)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert record["form"]
    assert all(RULE.fullmatch(rule) for rule in record.get("must_not", ()))
    assert record.get("refused") or not ("meeting" in record and "meetings" in record)
    for person in record.get("people", ()):
        assert {person["mode"], *person.get("mode_accept", ())} <= MODES, person
        assert isinstance(person["positions"], list), person
    for row in record.get("speakers", ()):
        accepted = row.get("attribution_accept", ())
        assert {row["attribution"], *accepted} <= KINDS, row


@pytest.mark.parametrize("name", NAMES)
def test_whoever_speaks_is_among_the_people(name):
    record = read(name)
    people = {person["name"] for person in record.get("people", ())}

    for row in record.get("speakers", ()):
        assert {*filter(None, [row["person"]]), *row.get("candidates", ())} <= people


@pytest.mark.parametrize("name", NAMES)
def test_no_case_forbids_what_it_wants(name):
    expected = read_case(read(name))
    wanted = dict(expected.wanted)
    wanted["spoken"] = wanted.get("speakers", ())
    wanted["present"] = ()

    clashes = [
        (field, start)
        for field, starts in expected.forbidden.items()
        for start in starts
        for one in wanted.get(field, ())
        if start and any(form[: len(start)] == start for form in one.forms)
    ]

    assert clashes == []


@pytest.mark.parametrize("name", DISCOURSE)
def test_what_statements_do_is_well_formed(name):
    path = CASES / name / "discourse.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    kinds = {kind.value for kind in ActKind} | {None}
    statuses = {status.value for status in DecisionStatus}

    assert set(record) <= DISCOURSE_KEYS
    for statement, value in record["kinds"].items():
        assert STATEMENT.fullmatch(statement), statement
        assert set(value if isinstance(value, list) else [value]) <= kinds, statement
    for asked, answered in (*record["pairs"], *record.get("pairs_accept", ())):
        assert asked
        assert STATEMENT.fullmatch(answered)
    for one in (*record["decisions"], *record.get("decisions_accept", ())):
        assert one["status"] in statuses
        assert STATEMENT.fullmatch(one["statement"])


@pytest.mark.parametrize("path", UNDERTAKEN, ids=lambda path: path.parent.name)
def test_what_is_undertaken_is_well_formed(path):
    record = json.loads(path.read_text(encoding="utf-8"))
    qualifiers = {qualifier.value for qualifier in Qualifier} | {None}

    assert set(record) == {"about", "dates", "undertakings", "references"}
    for row in record["dates"]:
        assert row["text"]
        assert row["qualifier"] in qualifiers
        assert row["value"] is None or DAYS.fullmatch(row["value"]), row
    for row in record["undertakings"]:
        assert row["by"] in row["sentence"]
        assert row["kind"] in {kind.value for kind in UndertakingKind}
        assert row["bound"] in {None, "speaker"} or row["bound"] in row["sentence"]
    for row in record["references"]:
        assert row["kind"] in {kind.value for kind in ReferenceKind}
