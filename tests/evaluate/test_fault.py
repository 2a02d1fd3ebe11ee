"""Faults that no reader forgives are counted: 0 is best."""

from dataclasses import replace

import pytest

from kg.evaluate import count_about_people, score_store, wrong_about_people
from kg.evaluate.case import read_case
from kg.graph import open_store
from kg.mention import recognise_nothing
from kg.pipeline import load_tools, run_line

TEXT = """架空検討会（第２回）議事録
日時　令和６年３月１４日（木）１０時～１１時
場所　架空会議室
出席者
　座長　佐藤　花子　架空大学　教授
　委員　鈴木　一郎　架空市　部長
議事
○佐藤座長　開会します。
○鈴木委員　賛成です。
"""
ROW = {"affiliation": None, "positions": [], "role": None, "group": None}
ROW |= {"mode": None, "proxy": False}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Return the store of a short record."""
    path = tmp_path_factory.mktemp("fault") / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    tools = replace(load_tools(), recognise=recognise_nothing)
    return open_store(run_line(path, tools))


def wrong(store, record, field):
    """Return what is wrong in *field* where *record* is expected."""
    scores = score_store(store, read_case(record))
    return next(score.wrong for score in scores if score.field == field)


def speaker(label, person):
    """Return a label that is given to *person*."""
    return {"label": label, "person": person, "attribution": "named"}


def test_words_that_are_given_to_another_are_a_wrong_attribution(store):
    labels = [speaker("佐藤座長", "佐藤花子"), speaker("鈴木委員", None)]

    found = wrong(store, {"speakers": labels}, "wrong_attributions")

    assert found == (("鈴木委員", "鈴木一郎"),)


def test_a_value_that_is_not_printed_is_an_invented_field(store):
    head = {"body": "架空検討会", "ordinal": 2, "venue": None}

    assert wrong(store, {"meeting": head}, "invented_fields") == (
        ("venue", "架空会議室"),
    )


def test_nobody_attends_where_there_is_no_record(store):
    assert wrong(store, {"refused": True}, "fabrications") == (
        ("佐藤花子",),
        ("鈴木一郎",),
    )


def test_a_name_in_the_text_is_wrong_but_no_fabrication(store):
    record = {"people": [{"name": "佐藤花子", **ROW}]}

    assert wrong(store, record, "people") == (("鈴木一郎",),)
    assert wrong(store, record, "fabrications") == ()


@pytest.mark.parametrize(
    ("rule", "hits"),
    [
        ("speaker:any", 1),
        ("speaker:鈴木委員=鈴木一郎", 1),
        ("speaker:鈴木委員=佐藤花子", 0),
        ("person:鈴木一郎", 1),
        ("mode:鈴木一郎=web", 0),
        ("meeting.ordinal:2", 1),
        ("meeting.ordinal:3", 0),
    ],
)
def test_what_must_not_be_found_is_a_fabrication(store, rule, hits):
    assert len(wrong(store, {"must_not": [rule]}, "forbidden")) == hits
    assert len(wrong(store, {"must_not": [rule]}, "fabrications")) == hits


def test_what_is_left_open_is_not_wrong_about_people(store):
    record = {"people": [{"name": "佐藤花子", **ROW, "mode": "web"}]}

    facts = wrong_about_people(store, read_case(record))

    assert ("mode", "佐藤花子", "unknown") not in facts
    assert count_about_people(facts)["people"] == 1
