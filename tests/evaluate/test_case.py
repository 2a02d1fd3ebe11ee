"""A case may expect a refusal, or several meetings in one file."""

import json
from dataclasses import replace

import pytest

from kg.evaluate import read_gold, score_refusal, score_store
from kg.evaluate.case import read_case
from kg.evaluate.score import Score
from kg.graph import open_store
from kg.mention import recognise_nothing
from kg.pipeline import load_tools, run_line


@pytest.fixture
def store(tmp_path):
    """Return the store of two meetings in one file."""
    head = {"nameOfHouse": "参議院", "nameOfMeeting": "架空委員会", "session": 213}
    speech = (
        "令和六年三月{}日（木曜日）\n　　出席者は左のとおり。\n　　委員長　　{}君\n"
    )
    meetings = [
        {
            **head,
            "issueID": f"{n}",
            "issue": f"第{n}号",
            "speechRecord": [
                {
                    "speechOrder": 0,
                    "speaker": "会議録情報",
                    "speech": speech.format(d, name),
                }
            ],
        }
        for n, d, name in ((3, "十四", "佐藤　花子"), (4, "二十一", "鈴木　一郎"))
    ]
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"meetingRecord": meetings}), encoding="utf-8")
    tools = replace(load_tools(), recognise=recognise_nothing)
    return open_store(run_line(path, tools))


def test_a_refusal_is_right_where_the_case_expects_it(store):
    expected = read_case({"form": "", "refused": True})

    assert score_refusal(expected) == (Score("refused", 1),)
    scores = {score.field: score for score in score_store(store, expected)}
    assert scores["refused"].missing == (("refused",),)
    assert len(scores["people"].wrong) == 2


def test_a_refusal_is_wrong_where_the_case_expects_facts():
    people = [
        {"name": "佐藤花子", "affiliation": None, "positions": [], "role": None}
        | {"group": None, "mode": None, "proxy": False}
    ]

    scores = {s.field: s for s in score_refusal(read_case({"people": people}))}

    assert scores["refused"].wrong == (("refused",),)
    assert scores["people"].missing == (("佐藤花子",),)


def test_meetings_of_one_file_are_told_apart(store):
    row = {"affiliation": None, "positions": [], "role": None, "group": None}
    row |= {"mode": None, "proxy": False}
    expected = read_case(
        {
            "meetings": [
                {"ordinal": 3, "date": "2024-03-14"},
                {"ordinal": 4, "date": "2024-03-21"},
            ],
            "people": [
                {"name": "佐藤花子", "meeting_index": 0, **row},
                {"name": "鈴木一郎", "meeting_index": 0, **row},
            ],
        }
    )

    scores = {score.field: score for score in score_store(store, expected)}

    assert scores["meeting_ordinal"].right == 2
    assert scores["meeting_date"].missing == ()
    assert scores["attended"].right == 1
    assert len(scores["attended"].wrong) == 1


def test_documents_of_cases_have_any_ending(tmp_path):
    (tmp_path / "document.docx").write_bytes(b"")
    (tmp_path / "expected.json").write_text('{"refused": true}', encoding="utf-8")

    (gold,) = read_gold(tmp_path)

    assert gold.document.name == "document.docx"
    assert gold.expected.refused
