"""`kg evaluate` prints every field, and beside it what is wrong about people."""

import json

import pytest

CASE = "tests/cases/study-group-tabs-companies"
FIELDS = {
    "people",
    "affiliation",
    "posts",
    "role",
    "role_word",
    "mode",
    "proxy",
    "principal",
    "speaker_labels",
    "speakers",
    "attribution",
    "agenda_titles",
    "handout_titles",
    "handouts_closed",
    "mentions",
    "mention_entities",
    "meeting_body",
    "meeting_ordinal",
    "meeting_date",
    "meeting_start",
    "meeting_end",
    "meeting_venue",
    "statement_count",
    "wrong_attributions",
    "fabrications",
    "invented_fields",
}


@pytest.mark.usefixtures("without_model")
def test_every_field_is_printed(kg, root):
    result = kg("evaluate", "--gold", root / CASE)

    head, *lines = result.stdout.splitlines()
    assert head.split("  ")[-1].strip() == "about people"
    assert {line.split()[0] for line in lines} >= FIELDS
    assert "wrong about people: 0" in lines


@pytest.mark.usefixtures("without_model")
def test_what_is_wrong_is_counted_beside_its_field(kg, root, tmp_path):
    case = root / CASE
    record = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    gone = record["people"].pop()
    document = (case / "document.txt").read_bytes()
    (tmp_path / "document.txt").write_bytes(document)
    text = json.dumps(record, ensure_ascii=False)
    (tmp_path / "expected.json").write_text(text, encoding="utf-8")

    result = kg("evaluate", "--gold", tmp_path, "--json")

    value = json.loads(result.stdout)
    assert result.exit_code == 1
    assert value["fields"]["people"]["about_people"] == 1
    assert f"{tmp_path.name}: people {gone['name']}" in value["wrong_about_people"]
