"""The questions: each returns its stated rows, with two engines."""

import json
import re
from functools import cache

import pytest

from kg.ask.catalogue import read_questions
from tests.ontology.answers import (
    GRAPHS,
    QUESTIONS,
    SETTLED,
    UNDERTAKEN,
    cell,
    filled,
    open_graph,
    question,
    read_answer,
    registered,
)
from tests.ontology.results import GOLD, read, vocabulary

NAMES = [one.name for one in read_questions(QUESTIONS)]
OF_GOLD = {
    "Q01": "who-chaired",
    "Q02": "attendance-by-group-and-mode",
    "Q03": "who-attended-as-proxy",
    "Q04": "who-holds-several-posts",
    "Q05": "who-came-from",
    "Q06": "who-also-sits-on",
    "Q07": "who-shares-a-family-name",
    "Q08": "agenda-with-presenters-and-handouts",
    "Q09": "handouts-not-public",
    "Q10": "most-discussed-themes",
    "Q11": "question-answer-pairs",
    "Q12": "unit-names-shared",
    "Q13": "spellings-of-an-organization",
    "Q14": "evidence-for-posts",
}
# The gold has the codes of modes; an answer for people has words for them.
WORDS_OF_GOLD = {"Online": "オンライン", "Offline": "会場"}
_WORDS = re.compile(r'"[^"]*"|<[^>]*>|#[^\n]*')


@cache
def store(graph):
    """Return the store of a graph, opened once."""
    return open_graph(graph)


@cache
def union(graph):
    """Return a graph with codes and themes, for rdflib."""
    found = read(GRAPHS[graph]) + vocabulary()
    if graph == "gold":
        found += registered(graph).facts + read(SETTLED, UNDERTAKEN)
    return found


def head(name):
    """Return the lines of a question's head by key."""
    text = (QUESTIONS / f"{name}.rq").read_text(encoding="utf-8")
    return dict(re.findall(r"^# ([a-z_]+): ?(.*)$", text, re.MULTILINE))


def answer(name, graph, values):
    """Return columns and rows of a question with *values* in its blanks."""
    result = store(graph).query(filled(question(name), store(graph), values))
    rows = [
        tuple(cell(term and term.text, graph) for term in row) for row in result.rows
    ]
    return result.columns, rows


@pytest.mark.parametrize("name", NAMES)
def test_a_question_has_its_head_in_both_languages(name):
    lines, one = head(name), question(name)

    assert all(lines[key] for key in ("title_ja", "title_en", "empty_ja", "empty_en"))
    assert len(lines["columns_en"].split(" | ")) == len(one.columns)
    assert one.title_ja != one.title_en
    assert bool(one.parameters) == bool(one.example)


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("name", NAMES)
def test_a_question_returns_its_stated_rows(name, graph):
    stated = read_answer(QUESTIONS / f"{name}.{graph}.tsv")

    columns, rows = answer(name, graph, stated.values)

    assert columns == stated.columns
    assert len(columns) == len(question(name).columns)
    assert rows == list(stated.rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_on_the_gold_is_that_of_the_example(name):
    stated = read_answer(QUESTIONS / f"{name}.gold.tsv")

    assert stated.values == question(name).example


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("name", NAMES)
def test_another_engine_returns_the_same_rows(name, graph):
    stated = read_answer(QUESTIONS / f"{name}.{graph}.tsv")
    query = filled(question(name), store(graph), stated.values)

    rows = [
        tuple(cell(term, graph) for term in row) for row in union(graph).query(query)
    ]

    assert rows == list(stated.rows)


@pytest.mark.parametrize(("number", "name"), OF_GOLD.items())
def test_the_gold_answers_come_back(number, name):
    """Rows and their order are those made by hand.

    The meeting may stand before their columns, and more may follow.
    """
    text = (GOLD.parent / "queries-answers.json").read_text(encoding="utf-8")
    gold = next(one for one in json.loads(text) if one["id"] == number)

    columns, rows = answer(name, "gold", question(name).example)

    first = columns.index(gold["columns"][0])
    part = slice(first, first + len(gold["columns"]))
    assert columns[:first] in {(), ("held",)}
    assert list(columns[part]) == gold["columns"]
    found = [[value or None for value in row[part]] for row in rows]
    said = [[WORDS_OF_GOLD.get(value, value) for value in row] for row in gold["rows"]]
    assert found == said


@pytest.mark.parametrize("name", NAMES)
def test_a_question_can_be_asked_about_all_there_are(name):
    one = question(name)
    if all(not parameter.required for parameter in one.parameters):
        result = store("story").query(one.query)

        assert len(result.columns) == len(one.columns)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_declares_every_prefix_that_it_uses(name):
    text = (QUESTIONS / f"{name}.rq").read_text(encoding="utf-8")
    declared = set(re.findall(r"^PREFIX (\w+):", text, re.MULTILINE))
    body = "\n".join(
        line for line in text.splitlines() if not line.startswith("PREFIX")
    )
    used = set(re.findall(r"(?<![\w?])([a-z]+):[A-Za-z]", _WORDS.sub(" ", body)))

    assert used == declared


@pytest.mark.parametrize("name", NAMES)
def test_every_blank_has_a_place(name):
    one = question(name)
    for parameter in one.parameters:
        assert f"?{parameter.name}" in one.query
    assert bool(one.parameters) == ("# VALUES" in one.query)


@pytest.mark.parametrize(
    ("name", "graph", "values", "expected"),
    [
        pytest.param(
            "who-is-meant-by",
            "gold",
            "words=北川",
            [("北川", "北川 勝浩", "候補"), ("北川", "北川 進", "候補")],
            id="a bare surname has two candidates and no link",
        ),
        pytest.param(
            "who-is-meant-by",
            "story",
            "words=橘座長",
            [("○橘座長", "橘 一葉", "特定")],
            id="a speaker label leads to its speaker",
        ),
        pytest.param(
            "who-is-meant-by",
            "story",
            "words=灘　ひかる",
            [("灘ひかる", "灘 ひかる", "特定")],
            id="a full name is found whatever its blanks",
        ),
        pytest.param(
            "who-was-absent",
            "gold",
            "",
            [("不明", "", "")],
            id="who was absent is not known where the record does not say",
        ),
        pytest.param(
            "handouts-by-agenda-item",
            "story",
            "",
            [
                ("架空技術政策会議（第3回）", "1", "資料1-1", "共通様式（案）"),
                ("架空技術政策会議（第3回）", "", "別添2", "聞き取り結果"),
                ("架空技術政策会議（第3回）", "", "", "前回の議事録"),
            ],
            id="handouts without a number, or without an item, are there",
        ),
    ],
)
def test_answers_about_what_is_open(name, graph, values, expected):
    _, rows = answer(name, graph, values)

    assert [row[: len(expected[0])] for row in rows] == expected
