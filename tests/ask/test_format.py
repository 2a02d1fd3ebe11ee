"""Answers are written in the format that is asked for."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from kg.ask import guard_cell, write_csv, write_result, write_table
from kg.errors import QueryError
from kg.graph import build_graph, open_store
from tests.graph.small_record import BASE, RECORD

SELECT = """SELECT ?name ?family ?none {
  ?p foaf:name ?name ; foaf:familyName ?family
} ORDER BY ?name"""
CONSTRUCT = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }"


@pytest.fixture(scope="module")
def store():
    return open_store(build_graph((RECORD,), BASE), vocabulary=())


def test_table_is_as_wide_as_its_kanji(store):
    text = write_result(store.query(SELECT))

    lines = text.splitlines()
    assert lines[0] == "name       family  none"
    assert lines[1] == "山本 次郎  山本"


def test_csv(store):
    text = write_result(store.query(SELECT), "csv")

    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["name", "family", "none"]
    assert rows[1] == ["山本 次郎", "山本", ""]


def test_json_is_that_of_the_standard(store):
    text = write_result(store.query(SELECT), "json")

    read = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    names = [solution["name"] for solution in read]
    assert names[0] == ox.Literal("山本 次郎", language="ja")
    assert "none" not in json.loads(text)["results"]["bindings"][0]


def test_typed_values_and_iris_in_json(store):
    query = "SELECT ?m ?n { ?m gjr:sessionNumber ?n }"

    (row,) = json.loads(write_result(store.query(query), "json"))["results"]["bindings"]

    assert row["m"]["type"] == "uri"
    assert row["n"]["datatype"].endswith("#integer")


@pytest.mark.parametrize("form", ["table", "turtle"])
def test_triples_are_turtle(store, form):
    text = write_result(store.query(CONSTRUCT), form)

    assert len(list(ox.parse(text, ox.RdfFormat.TURTLE))) == len(RECORD.people)


@pytest.mark.parametrize(
    ("form", "expected"),
    [("table", "ask\ntrue\n"), ("csv", "ask\ntrue\n"), ("json", '"boolean": true')],
)
def test_yes_or_no(store, form, expected):
    assert expected in write_result(store.query("ASK {}"), form)


@pytest.mark.parametrize(
    ("query", "form"),
    [(SELECT, "turtle"), (CONSTRUCT, "csv"), (CONSTRUCT, "json"), (SELECT, "xml")],
)
def test_format_that_cannot_hold_it(store, query, form):
    with pytest.raises(QueryError):
        write_result(store.query(query), form)


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("＝１", "'＝１"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("架空=1", "架空=1"),
        ("", ""),
    ],
)
def test_cells_are_guarded(cell, guarded):
    assert guard_cell(cell) == guarded
    rows = list(csv.reader(io.StringIO(write_csv(("a",), [(cell,)]), newline="")))
    assert rows[1:] in ([[guarded]], [[]])


def test_terminal_is_not_at_the_mercy_of_a_record():
    text = write_table(("a",), [("\x1b[31m赤\u202e\n次",), (None,)])

    assert text == "a\n␦[31m赤␦ 次\n\n"
