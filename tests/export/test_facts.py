"""The neutral object says what the record says, in the record's words."""

import json
from dataclasses import replace

import pytest

from kg.export import export_facts, write_facts
from kg.export.post import Post, affiliation, printed_post
from kg.graph import build_graph, open_store
from kg.resources import data_path
from tests.graph.small_record import (
    BASE,
    RECORD,
    YAMAMOTO,
    change,
    change_row,
    stated,
)


def facts_of(*records):
    return export_facts(open_store(build_graph(records, BASE)))


FACTS = facts_of(RECORD)


def person(facts, name):
    (found,) = [one for one in facts["people"] if one["name"] == name]
    return found


def test_meeting():
    assert FACTS["meeting"] == {
        "body": "架空技術会議",
        "ordinal": 3,
        "date": "2024-05-14",
        "start": "13:00",
        "end": "14:30",
        "venue": "Web会議+架空合同庁舎 第1会議室",
    }
    assert "meetings" not in FACTS


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param({"start": None}, ("2024-05-14", None, "14:30"), id="no start"),
        pytest.param({"end": None}, ("2024-05-14", "13:00", None), id="no end"),
        pytest.param({"date": None}, (None, "13:00", None), id="a time without a day"),
        pytest.param(
            {"date": None, "start": None, "end": None}, (None, None, None), id="nothing"
        ),
    ],
)
def test_nothing_is_invented_about_the_time(heading, expected):
    meeting = facts_of(change(**heading))["meeting"]

    assert (meeting["date"], meeting["start"], meeting["end"]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "鈴木花子",
            {"affiliation": "国立大学法人架空大学", "positions": ["教授"],
             "role": "座長", "group": "構成員", "mode": "in_person", "proxy": False},
            id="座長",
        ),
        pytest.param(
            "鈴木一郎",
            {"affiliation": "株式会社架空電機",
             "positions": ["相談役", "架空総合会議議員(非常勤)"],
             "role": "構成員", "mode": "web"},
            id="two bodies",
        ),
        pytest.param(
            "田中実",
            {"affiliation": "架空省", "positions": ["政策局企画課長"],
             "role": "政府関係者", "mode": "web", "proxy": True, "proxy_for": None},
            id="proxy, and a post that shares a character with its unit",
        ),
        pytest.param(
            "山本次郎",
            {"affiliation": None, "positions": [], "role": None, "group": None,
             "mode": "absent", "status": "attendance"},
            id="absent by name",
        ),
    ],
)  # fmt: skip
def test_people(name, expected):
    found = person(FACTS, name)

    assert {key: found[key] for key in expected} == expected


def test_principal_of_a_proxy():
    """He is named, and was not there."""
    record = change_row(2, principal=YAMAMOTO.id)
    record = replace(record, attendances=record.attendances[:-1])

    facts = facts_of(record)

    assert person(facts, "田中実")["proxy_for"] == "山本次郎"
    assert person(facts, "山本次郎")["mode"] == "absent"


def test_somebody_only_written_about():
    record = replace(RECORD, attendances=RECORD.attendances[:-1])

    assert person(facts_of(record), "山本次郎") == {
        "name": "山本次郎",
        "status": "mentioned",
    }


def test_the_rest():
    assert FACTS["agenda"] == ["光技術の推進について"]
    assert FACTS["materials"] == [
        {"title": "光技術の資料", "public": True},
        {"title": "光技術の計画", "public": False},
        {"title": "名簿", "public": True},
    ]
    assert FACTS["speakers"] == [
        {"label": "○鈴木", "person": None, "attribution": "named"},
        {"label": "○鈴木座長", "person": "鈴木花子", "attribution": "role"},
    ]
    assert FACTS["mentions"] == [
        {"text": "鈴木教授", "person": "鈴木花子", "candidates": []},
        {"text": "鈴木", "person": None, "candidates": ["鈴木一郎", "鈴木花子"]},
    ]
    assert FACTS["aliases"] == [{"form": "KKK", "organization": "架空研究所"}]
    assert FACTS["absent_unnamed_count"] == 2
    assert FACTS["statement_count"] == 4
    assert "架空省 政策局 企画課" in FACTS["orgs"]


def test_round_trip():
    assert json.loads(write_facts(FACTS)) == FACTS


def test_several_meetings():
    number = RECORD.minutes.heading.number.evidence[0]
    other = change(number=stated(4, number))

    facts = facts_of(RECORD, other)

    assert [meeting["ordinal"] for meeting in facts["meetings"]] == [3, 4]
    assert {one.get("meeting_index") for one in facts["people"]} == {0, 1}


def test_document_among_others():
    document = replace(RECORD.minutes.document, id="ba9876543210")
    other = replace(RECORD, minutes=replace(RECORD.minutes, document=document))
    store = open_store(build_graph((RECORD, other), BASE))

    assert export_facts(store, f"{BASE}doc/0123456789ab") == FACTS


def test_empty_store_is_a_refusal():
    assert set(export_facts(open_store())) == {"refused"}


@pytest.mark.parametrize(
    ("post", "line", "expected"),
    [
        pytest.param(
            Post("架空省", ("政策局",), "局長"),
            "甲\t架空省政策局長",
            "政策局長",
            id="shared",
        ),
        pytest.param(
            Post("架空庁", ("総合課",), "課長補佐"),
            "架空庁総合課課長補佐",
            "総合課課長補佐",
            id="printed twice",
        ),
        pytest.param(
            Post("架空機構", ("量子センター",), "研究センター長"),
            "架空機構 量子センター 研究センター長",
            "量子センター研究センター長",
            id="blanks",
        ),
        pytest.param(
            Post("架空官房", ("補室",), "参事官"),
            "架空官房補室付参事官",
            "補室付参事官",
            id="付",
        ),
        pytest.param(
            Post("架空大学", (), "教授"), "架空大学　教　授", "教授", id="no unit"
        ),
        pytest.param(Post("架空省", ("局",), None), "架空省局", "局", id="no post"),
        pytest.param(Post(None, (), "弁護士"), "甲 弁護士", "弁護士", id="no body"),
        pytest.param(
            Post("架空省", ("同局",), "部長"), "同 部長", "同局部長", id="not there"
        ),
    ],
)
def test_printed_post(post, line, expected):
    assert printed_post(post, line) == expected


def test_second_body_stands_with_its_post():
    posts = [
        Post("架空大学", (), "理事"),
        Post("架空大学", (), "副学長"),
        Post("乙会", (), "会長"),
    ]

    places, positions = affiliation(posts, "架空大学 理事・副学長 乙会会長")

    assert (places, positions) == (["架空大学"], ["理事", "副学長", "乙会会長"])


def test_gold_graph_gives_the_gold_facts():
    gold = json.loads(
        (data_path() / "gold" / "seed-gold.json").read_text(encoding="utf-8")
    )
    facts = export_facts(open_store(data_path() / "gold" / "seed-gold.ttl"))

    modes = {"web": "online", "in_person": "in-person"}
    found = {
        (one["name"], modes[one["mode"]], one["proxy"])
        for one in facts["people"]
        if one["status"] == "attendance"
    }

    assert found == {(p["name"], p["mode"], p["proxy"]) for p in gold["people"]}
    assert facts["statement_count"] == gold["totals"]["statements"]
    assert [one["public"] for one in facts["materials"]].count(False) == 3
