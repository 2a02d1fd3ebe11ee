"""Undertakings bind whom the text names, and nobody else."""

from dataclasses import replace

import pytest

from kg.graph import build_graph, open_store, validate_graph
from kg.mention import recognise_nothing
from kg.minutes import parse_minutes
from kg.pipeline import load_tools, open_documents, read_entities

RECORD = """干潟再生検討会（第2回）議事録

日時　令和7年2月19日（水）10:00～11:00
場所　架空会館

出席者
座長　橘 一葉　架空大学 教授
委員　小暮 律　架空協会 理事
委員　小暮 敦子　架空データ株式会社 社長
環境省　環境課長　葛生 太一

議題
（1）干潟の再生について

議事

○橘座長　ただいまから始めます。{chair}

○小暮委員　{open}

○葛生課長　{official}

○委員　{nobody}

○事務局　{office}
"""
SILENT = dict.fromkeys(
    ("chair", "open", "official", "nobody", "office"), "賛成である。"
)


@pytest.fixture(scope="module")
def tools():
    return replace(load_tools(), recognise=recognise_nothing)


def read(tools, **words):
    """Return the entities of the record in which *words* were said."""
    text = RECORD.format(**{**SILENT, **words})
    (document,) = open_documents(text.encode(), "record.txt", tools)
    (minutes,) = parse_minutes(document, tools.gazetteer)
    return read_entities(minutes, tools)


def bound(entities):
    """Return whom each undertaking binds or asks, by name."""
    names = {one.id: one.name for one in (*entities.people, *entities.organizations)}
    return [names.get(one.agent) for one in entities.obligations]


@pytest.mark.parametrize(
    ("who", "sentence", "expected"),
    [
        ("official", "年内に考え方をお示しします。", "葛生 太一"),
        ("chair", "座長案は次回お示しします。", "橘 一葉"),
        ("open", "次回お示しします。", None),  # which 小暮?
        ("nobody", "年内にお示しします。", None),
        ("office", "資料は後日お送りします。", "干潟再生検討会 事務局"),
        ("chair", "次回までに事務局で整理します。", "干潟再生検討会 事務局"),
        ("official", "環境省において年内に公表する。", "環境省"),
        ("official", "県において年内に公表する。", None),  # which?
        ("chair", "葛生課長が次回説明します。", None),  # he does not say so
        ("chair", "次回は5月に開催します。", None),
        ("chair", "次回までに事務局で案を作ってください。", "干潟再生検討会 事務局"),
    ],
)
def test_whom_an_undertaking_binds(tools, who, sentence, expected):
    entities = read(tools, **{who: sentence})

    assert bound(entities) == [expected]


def test_the_graph_of_undertakings_conforms(tools):
    entities = read(
        tools,
        chair="次回までに事務局で案を作ってください。",
        official="年内に干潟保全基本計画の改定案をお示しします。",
        office="資料は追ってお送りします。8月に公表しました。",
    )
    store = open_store(build_graph((entities,), tools.base))

    assert [f for f in validate_graph(store) if f.severity == "Violation"] == []
    (row,) = store.rows(
        "SELECT ?when ?first ?last ?who ?basis { "
        "?u gjr:boundParty ?p ; gjr:due ?m . ?p a foaf:Person ; rdfs:label ?who . "
        "?m gjr:asWritten ?when ; gjr:firstDay ?first ; gjr:lastDay ?last . "
        "?r gjr:of ?u ; gjr:basis ?basis }"
    )
    assert (row["when"], row["first"], row["last"]) == (
        "年内",
        "2025-01-01",
        "2025-12-31",
    )
    assert row["who"] == "葛生太一"
    assert row["basis"].endswith("basis-inferred")


def test_a_body_is_no_reference_but_may_be_part_of_one(tools):
    entities = read(tools, official="環境省再生基本計画を環境省で改めた。")

    assert [one.name for one in entities.references] == ["環境省再生基本計画"]
