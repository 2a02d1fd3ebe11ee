"""Faults are found, told in the reader's language, and shown in their line."""

from dataclasses import replace

import pytest

from kg.errors import ResourceError
from kg.graph import build_graph, open_store, validate_graph
from kg.graph.vocabulary import GJR
from kg.resources import data_path
from tests.graph.small_record import BASE, CABINET, COUNCIL, HANAKO, RECORD, TANAKA

PREFIXES = """
@prefix : <https://example.org/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix gjr: <https://w3id.org/gijiroku/ns#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
GRAPH = build_graph((RECORD,), BASE)


def ontology(tmp_path, shapes, modules=""):
    for name, text in (("shapes", shapes), ("modules", modules)):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "all.ttl").write_text(PREFIXES + text, encoding="utf-8")
    return tmp_path


NO_DIGIT = """
:Person sh:targetClass foaf:Person ; sh:property :Person-name .
:Person-name sh:path foaf:name ; sh:pattern "^[^0-9]+$" ;
  sh:message "氏名に数字があります"@ja , "a digit in a name"@en .
"""
BROTHERS = """
:Family sh:targetClass foaf:Person ; sh:severity sh:Warning ; sh:sparql :Family-shared .
:Family-shared sh:message "{?name}も{?family}です"@ja ; sh:select \"\"\"
  SELECT $this ?name ?family WHERE {
    $this foaf:familyName ?family . ?other foaf:familyName ?family ; foaf:name ?name
    FILTER(STR($this) < STR(?other)) }\"\"\" .
"""


def with_name(name):
    person = replace(TANAKA, name=name)
    people = tuple(person if one == TANAKA else one for one in RECORD.people)
    return build_graph((replace(RECORD, people=people),), BASE)


@pytest.mark.parametrize(
    ("language", "message"),
    [("ja", "氏名に数字があります"), ("en", "a digit in a name")],
)
def test_core_constraint(tmp_path, language, message):
    folder = ontology(tmp_path, NO_DIGIT)

    (finding,) = validate_graph(with_name("田中 3"), ontology=folder, language=language)

    assert (finding.shape, finding.severity) == ("Person-name", "Violation")
    assert finding.message == message
    assert finding.value == "田中 3"
    assert finding.path == "http://xmlns.com/foaf/0.1/name"
    (passage,) = finding.passages
    assert passage.text.startswith("田中 実*\t架空省")


def test_sparql_constraint(tmp_path):
    (finding,) = validate_graph(GRAPH, ontology=ontology(tmp_path, BROTHERS))

    assert (finding.shape, finding.severity) == ("Family-shared", "Warning")
    assert finding.message in {"鈴木 一郎も鈴木です", "鈴木 花子も鈴木です"}
    assert finding.passages


def test_graph_that_conforms(tmp_path):
    assert validate_graph(GRAPH, ontology=ontology(tmp_path, NO_DIGIT)) == ()


LABELLED = """
:Any sh:targetClass :Thing ; sh:sparql :Any-label .
:Any-label sh:message "x" ; sh:select "SELECT $this WHERE { $this rdfs:label ?l }" .
"""
CLASSES = """
gjr:Council rdfs:subClassOf :Body ; rdfs:label "会議体" .
:Body rdfs:subClassOf :Thing .
gjr:example a gjr:Council ; rdfs:label "a fault, but not of the graph" .
"""


def test_subclass_is_a_target(tmp_path):
    """The vocabulary tells that a council is a thing; its own faults are not told."""
    findings = validate_graph(GRAPH, ontology=ontology(tmp_path, LABELLED, CLASSES))

    assert {finding.focus for finding in findings} == {
        BASE + organization.id for organization in (COUNCIL, CABINET)
    }


MANY = """
:Many sh:targetClass foaf:Person ; sh:sparql :Many-posts .
:Many-posts sh:message "{?n}" ; sh:select '''
  SELECT $this (COUNT(?m) AS ?n) WHERE { ?m org:member $this }
  GROUP BY $this HAVING (COUNT(?m) > 2)''' .
"""


def test_constraint_with_its_own_groups(tmp_path):
    (finding,) = validate_graph(GRAPH, ontology=ontology(tmp_path, MANY))

    assert finding.value == "3"


def test_worst_comes_first_and_stores_are_taken(tmp_path):
    folder = ontology(tmp_path, NO_DIGIT + BROTHERS)
    store = open_store(with_name("田中 3"), vocabulary=())

    findings = validate_graph(store, ontology=folder)

    assert [finding.severity for finding in findings] == ["Violation", "Warning"]


@pytest.mark.parametrize(
    "shapes",
    [
        pytest.param(
            ":A sh:sparql [ sh:select 'SELECT $this WHERE {}' ] .", id="target"
        ),
        pytest.param(
            ":A sh:targetClass :B ; sh:sparql [ sh:message 'x' ] .", id="select"
        ),
        pytest.param(
            ":A sh:targetClass :B ; sh:sparql [ sh:select 'ASK {}' ] .", id="where"
        ),
    ],
)
def test_shape_that_cannot_run_says_so(tmp_path, shapes):
    with pytest.raises(ResourceError, match="shape"):
        validate_graph(GRAPH, ontology=ontology(tmp_path, shapes))


def test_own_shapes_pass_the_small_record():
    """Proxies, absentees, an organization as attendee, open speakers: all are fine."""
    findings = validate_graph(GRAPH)

    assert [(f.shape, f.focus, f.message) for f in findings] == []


def test_own_shapes_pass_the_gold():
    """But for the words of people and organizations, which the gold has on posts."""
    gold = open_store(data_path() / "gold" / "seed-gold.ttl")

    violations = [
        (finding.shape, finding.focus)
        for finding in validate_graph(gold)
        if finding.severity == "Violation"
        and finding.shape not in {"Person-evidence", "Organization-evidence"}
    ]

    assert violations == []


def test_own_shapes_catch_a_speaker_of_a_withheld_statement():
    """Anonymity is a gate: a speaker, however he got there, is a violation."""
    statement = f"{BASE}meeting/{COUNCIL.id.rpartition('/')[2]}/3/statement-1-01"
    terms = (statement, str(GJR.speaker), BASE + HANAKO.id, f"{BASE}doc/0123456789ab")
    line = " ".join(f"<{term}>" for term in terms) + " .\n"
    store = open_store(GRAPH, line.encode())

    findings = validate_graph(store)

    assert any(f.focus.endswith("statement-1-01") for f in findings)
