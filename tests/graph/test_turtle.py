"""The files are one sequence of bytes, and both readers read the same in them."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.graph import build_graph, turtle_of_lines, write_nquads, write_turtle
from kg.graph.nquads import sorted_lines, write_ntriples
from tests.graph.small_record import BASE, RECORD

ROOT = Path(__file__).parents[2]
GRAPH = build_graph((RECORD,), BASE)
OTHER = replace(
    RECORD,
    minutes=replace(
        RECORD.minutes, document=replace(RECORD.minutes.document, id="ba9876543210")
    ),
)
BOTH = build_graph((RECORD, OTHER), BASE)

PROGRAM = """
from kg.graph import build_graph, write_nquads, write_turtle
from tests.graph.small_record import BASE, RECORD
graph = build_graph((RECORD,), BASE)
text = write_turtle(graph) + write_turtle(graph, evidence=True) + write_nquads(graph)
import hashlib
print(hashlib.sha256(text.encode()).hexdigest())
"""


def lines_of(graph):
    return sorted_lines({ox.Triple(_term(s), _term(p), _term(o)) for s, p, o in graph})


def _term(term):
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(
        str(term), datatype=ox.NamedNode(term.datatype) if term.datatype else None
    )


@pytest.mark.parametrize("graph", [GRAPH, BOTH], ids=["one document", "two"])
@pytest.mark.parametrize("evidence", [False, True], ids=["facts", "evidence"])
def test_both_readers_read_the_same(graph, evidence):
    text = write_turtle(graph, evidence=evidence)

    by_rdflib = lines_of(rdflib.Graph(bind_namespaces="none").parse(data=text))
    by_oxigraph = sorted_lines({q.triple for q in ox.parse(text, ox.RdfFormat.TURTLE)})

    written = lines_of(graph.evidence if evidence else graph.facts)
    assert by_rdflib == written
    assert by_oxigraph == written


def test_nquads_hold_all_that_turtle_holds():
    quads = list(ox.parse(write_nquads(GRAPH), ox.RdfFormat.N_QUADS))

    lines = sorted_lines({quad.triple for quad in quads})

    assert lines == sorted(lines_of(GRAPH.facts) + lines_of(GRAPH.evidence))
    assert {str(quad.graph_name) for quad in quads} == {f"<{BASE}doc/0123456789ab>"}
    assert write_ntriples(GRAPH).splitlines() == lines


def test_lines_are_sorted_and_unique():
    lines = write_nquads(BOTH).splitlines()

    assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    "text", ["\t", "\r\n", '"""', "\\", "\x00\x1b", "髙\U000e0100"]
)
def test_any_character_of_a_record_survives(text):
    document = replace(
        RECORD.minutes.document, text=RECORD.minutes.document.text + text
    )
    record = replace(RECORD, minutes=replace(RECORD.minutes, document=document))
    graph = build_graph((record,), BASE)

    turtle = write_turtle(graph, evidence=True)

    found = rdflib.Graph(bind_namespaces="none").parse(data=turtle)
    assert lines_of(found) == lines_of(graph.evidence)
    quads = sorted_lines({q.triple for q in ox.parse(turtle, ox.RdfFormat.TURTLE)})
    assert quads == lines_of(graph.evidence)


def test_turtle_is_readable():
    text = write_turtle(GRAPH)

    assert text.startswith(f"@base <{BASE}doc/0123456789ab> .\n")
    assert "gjr:evidencedBy <#char=" in text
    assert "\np:" in text
    assert "\nmt:attendance-01 a gjr:Attendance" in text
    assert "schema1:" not in text


@pytest.mark.parametrize("text", [write_turtle(BOTH), write_nquads(BOTH)])
def test_no_blank_node_and_no_path(text):
    assert "_:" not in text
    assert "[]" not in text
    assert str(ROOT) not in text
    assert "file:" not in text


def test_same_bytes_under_every_hash_seed():
    digests = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "UTC"))
    }

    assert len(digests) == 1


def test_triples_of_a_query_as_turtle():
    text = turtle_of_lines(
        ['<https://example.org/a> <http://schema.org/name> "三"@ja .']
    )

    assert 'schema:name "三"@ja' in text
