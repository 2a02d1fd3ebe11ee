"""The store is asked, and refuses what would harm."""

from dataclasses import replace

import pytest

from kg.errors import DocumentMissingError, DocumentRefusedError, QueryError
from kg.graph import (
    bind,
    build_graph,
    iri,
    literal,
    open_store,
    write_nquads,
    write_turtle,
)
from tests.graph.small_record import BASE, HANAKO, RECORD

GRAPH = build_graph((RECORD,), BASE)
DOCUMENT = replace(RECORD.minutes.document, id="ba9876543210")
OTHER = replace(RECORD, minutes=replace(RECORD.minutes, document=DOCUMENT))
NAMES = "SELECT ?name WHERE { ?person a foaf:Person ; foaf:name ?name } ORDER BY ?name"


def store(*sources):
    return open_store(*sources, vocabulary=())


def test_sources_of_every_kind_say_the_same(tmp_path):
    (tmp_path / "dataset.nq").write_text(write_nquads(GRAPH), encoding="utf-8")
    facts, evidence = tmp_path / "graph.ttl", tmp_path / "evidence.ttl"
    facts.write_text(write_turtle(GRAPH), encoding="utf-8")
    evidence.write_text(write_turtle(GRAPH, evidence=True), encoding="utf-8")

    stores = [
        store(GRAPH),
        store(tmp_path),
        store(tmp_path / "dataset.nq"),
        store(write_nquads(GRAPH).encode()),
        store(facts, evidence),
        store(store(GRAPH)),
    ]

    assert len({one.lines() for one in stores}) == 1
    assert len({tuple(map(str, one.quads())) for one in stores[:2]}) >= 1
    where = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert {one.rows(where)[0]["g"] for one in stores} == {f"{BASE}doc/0123456789ab"}


def test_triple_of_two_documents_counts_once():
    both = store(build_graph((RECORD, OTHER), BASE))

    assert len(both.rows(NAMES)) == len(RECORD.people)
    assert len(both) == len(both.lines())


def test_vocabulary_is_not_what_documents_say(tmp_path):
    file = tmp_path / "codes.ttl"
    file.write_text("<https://example.org/code> a <https://example.org/Code> .")

    with_codes = open_store(GRAPH, vocabulary=[file])

    assert with_codes.rows("SELECT ?x WHERE { ?x a <https://example.org/Code> }")
    assert with_codes.lines() == store(GRAPH).lines()


def test_every_form_of_query():
    small = store(GRAPH)

    assert small.query("ASK { ?person a foaf:Person }").verdict is True
    assert small.query("ASK { ?person a schema:Person }").verdict is False
    triples = small.query("CONSTRUCT WHERE { ?x foaf:familyName ?n }").triples
    assert len(triples) == 4
    result = small.query(NAMES)
    assert result.columns == ("name",)
    assert result.rows[0][0].text == "山本 次郎"
    assert result.rows[0][0].language == "ja"


def test_store_of_nothing():
    nothing = store()

    assert len(nothing) == 0
    assert nothing
    assert nothing.rows(NAMES) == ()


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        pytest.param("SELECT * WHERE {", "error", id="syntax"),
        pytest.param("INSERT DATA { <urn:a> <urn:b> 1 }", "error", id="update"),
        pytest.param(
            "SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }",
            "SERVICE",
            id="another machine",
        ),
        pytest.param("SELECT * {" + "{" * 2000, "brackets", id="too deep"),
        pytest.param("SELECT (1" + "+1" * 3000 + " AS ?x) {}", "operators", id="chain"),
        pytest.param("#" + "x" * 40_000, "bytes", id="too long"),
        pytest.param("SELECT (<urn:f>(1) AS ?x) {}", "", id="unknown function"),
    ],
)
def test_query_that_is_refused(query, reason):
    with pytest.raises(QueryError) as caught:
        store(GRAPH).query(query)

    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_word_service_in_a_text_is_no_service():
    query = 'SELECT ?x { ?x foaf:name "SERVICE" } # SERVICE'

    assert store(GRAPH).rows(query) == ()


def test_values_cannot_change_a_query():
    query = "SELECT ?person WHERE {\n  # VALUES ?name\n  ?person foaf:name ?name }"
    hostile = '" } } INSERT DATA { <urn:a> <urn:b> <urn:c> } #'

    assert store(GRAPH).rows(bind(query, {"name": [literal(hostile)]})) == ()


def test_unbound_marker_leaves_the_query_open():
    query = "SELECT ?name WHERE {\n  # VALUES ?person\n  ?person foaf:name ?name }"
    one = bind(query, {"person": [iri(BASE + HANAKO.id)]})

    assert len(store(GRAPH).rows(bind(query, {}))) == len(RECORD.people)
    assert store(GRAPH).rows(one) == ({"name": "鈴木 花子"},)
    assert store(GRAPH).rows(bind(query, {"person": []})) == ()


def test_file_that_is_missing_or_no_rdf(tmp_path):
    with pytest.raises(DocumentMissingError, match="no such file"):
        store(tmp_path / "graph.ttl")
    (tmp_path / "a.ttl").write_text("議事録")
    with pytest.raises(DocumentRefusedError, match="no RDF"):
        store(tmp_path / "a.ttl")
    (tmp_path / "a.txt").write_text("議事録")
    with pytest.raises(DocumentRefusedError, match="no RDF file"):
        store(tmp_path / "a.txt")
