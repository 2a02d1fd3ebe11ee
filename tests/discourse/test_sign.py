"""Every row of the tables says what it is for, and its examples lead to it."""

import tomllib

import pytest

from kg.discourse.capacity import read_label, read_speakers
from kg.discourse.passage import read_passage
from kg.discourse.sign import UNKNOWN, find_signs, read_signs
from kg.gazetteer import load_gazetteer
from kg.model import ActKind, Document, Role, Source, Span
from kg.resources import data_path

SIGNS = tomllib.loads(
    (data_path() / "discourse" / "signs.toml").read_text(encoding="utf-8")
)["sign"]
SPEAKERS = tomllib.loads(
    (data_path() / "discourse" / "speakers.toml").read_text(encoding="utf-8")
)["speaker"]
SOMEBODY = ("unknown", "member", "chair", "official", "secretariat")


def rules(sentence, who):
    """Return the rules that hold of *sentence*, said by *who*."""
    document = Document("d", Source("d", "", "text/plain", "utf-8"), sentence)
    (whole,) = read_passage(document, [Span(0, len(sentence))]).sentences
    speaker = None if who == UNKNOWN else Role(who)
    return [sign.rule for sign, _ in find_signs(whole.body, speaker)]


def speaker(row):
    """Return somebody who may give the sign of *row*."""
    allowed = row.get("by") or [s for s in SOMEBODY if s not in row.get("not_by", ())]
    return allowed[0]


def rows(key):
    """Yield each row with each of its sentences under *key*."""
    for row in SIGNS:
        for sentence in row.get(key, ()):
            yield pytest.param(row, sentence, id=f"{row['rule']}-{sentence}")


@pytest.mark.parametrize(("row", "sentence"), [*rows("examples")])
def test_an_example_leads_to_its_rule(row, sentence):
    expected = [row["rule"]] if row["kinds"] else []

    assert rules(sentence, speaker(row)) == expected


@pytest.mark.parametrize(("row", "sentence"), [*rows("against")])
def test_what_only_looks_like_it_does_not(row, sentence):
    assert row["rule"] not in rules(sentence, speaker(row))


def test_the_table_is_well_formed():
    known = {"rule", "kinds", "end", "start", "whole", "unless", "by", "not_by"}
    for row in SIGNS:
        assert set(row) <= known | {"examples", "against"}, row["rule"]
        assert row["examples"], row["rule"]
        assert len({"end", "start", "whole"} & set(row)) == 1, row["rule"]
        who = {*row.get("by", ()), *row.get("not_by", ())}
        assert who <= {UNKNOWN, *(role.value for role in Role)}
    names = [sign.rule for sign in read_signs()]
    assert len(names) == len(set(names))
    assert {kind for sign in read_signs() for kind in sign.kinds} == set(ActKind)


@pytest.mark.parametrize("row", SPEAKERS, ids=lambda row: row["role"])
def test_a_label_leads_to_its_speaker(row):
    gazetteer = load_gazetteer(data_path() / "gazetteer")

    for label in row["examples"]:
        bare = label.strip("()").partition("(")[0]
        assert read_label(bare, gazetteer) is Role(row["role"]), label
    assert set(row["words"]) <= set(read_speakers(alone="alone" in row))
