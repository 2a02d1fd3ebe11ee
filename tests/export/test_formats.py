"""Each format is read back, and says what the graph says."""

import csv
import io
import json
from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import ExportError
from kg.export import (
    export_csv,
    export_gexf,
    export_graphml,
    export_jsonld,
    export_ntriples,
    network_graph,
)
from kg.graph import build_graph, open_store, project_meeting
from kg.graph.nquads import sorted_lines
from tests.graph.small_record import BASE, ICHIRO, RECORD

STORE = open_store(build_graph((RECORD,), BASE))


def lines(text, form):
    return tuple(sorted_lines({quad.triple for quad in ox.parse(text, form)}))


def test_ntriples():
    text = export_ntriples(STORE)

    assert lines(text, ox.RdfFormat.N_TRIPLES) == STORE.lines()
    assert text.splitlines() == sorted(text.splitlines())


def test_jsonld_by_both_readers():
    text = export_jsonld(STORE)

    assert lines(text, ox.RdfFormat.JSON_LD) == STORE.lines()
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(graph) == len(STORE.lines())


def test_jsonld_is_in_one_order():
    document = json.loads(export_jsonld(STORE))

    names = [thing["@id"] for thing in document["@graph"]]
    assert names == sorted(set(names))
    assert all(
        list(thing)[1:] == sorted(list(thing)[1:]) for thing in document["@graph"]
    )
    assert all(isinstance(base, str) for base in document["@context"].values())


@pytest.mark.parametrize(
    "export", [export_ntriples, export_jsonld, export_graphml, export_gexf]
)
def test_order_of_input_does_not_show(export):
    other = replace(RECORD, people=RECORD.people[::-1], links=RECORD.links[::-1])
    again = open_store(build_graph((other,), BASE))

    assert export(again) == export(STORE)


def read(name):
    rows = csv.DictReader(io.StringIO(export_csv(STORE)[f"{name}.csv"], newline=""))
    return list(rows)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("people", len(RECORD.people)),
        ("attendances", len(RECORD.attendances)),
        ("organizations", len(RECORD.organizations)),
        ("memberships", len(RECORD.memberships)),
        ("agenda", len(RECORD.minutes.agenda)),
        ("handouts", len(RECORD.minutes.handouts)),
        ("statements", len(RECORD.minutes.statements)),
    ],
)
def test_every_row_comes_back(name, count):
    assert len(read(name)) == count


def test_axes_come_back():
    row = read("attendances")[2]

    assert row["agent_label"] == "田中実"
    assert (row["status"], row["status_basis"]) == ("present", "stated")
    assert (row["mode"], row["mode_basis"]) == ("online", "legend")
    assert (row["proxy"], row["proxy_basis"]) == ("true", "stated")
    assert row["as_written"] == RECORD.attendances[2].attendee.as_written


def test_texts_come_back():
    texts = {row["text"] for row in read("statements")}

    assert texts == {statement.text for statement in RECORD.minutes.statements}


def test_no_speaker_in_a_table_of_withheld_statements():
    withheld = [row for row in read("statements") if row["attribution"] == "withheld"]

    assert len(withheld) == 2
    assert not any(row["speaker"] or row["speaker_name"] for row in withheld)


def test_formula_in_a_name_is_guarded():
    person = replace(ICHIRO, name="=HYPERLINK(1)")
    people = tuple(person if one == ICHIRO else one for one in RECORD.people)
    store = open_store(build_graph((replace(RECORD, people=people),), BASE))

    rows = csv.DictReader(io.StringIO(export_csv(store)["people.csv"]))

    assert "'=HYPERLINK(1)" in {row["name"] for row in rows}


def test_graphml_comes_back():
    network = project_meeting(STORE)

    graph = nx.parse_graphml(export_graphml(STORE), force_multigraph=True)

    assert {(n, d["name"], d["kind"]) for n, d in graph.nodes(data=True)} == {
        (node.id, node.name, node.kind) for node in network.nodes
    }
    found = {
        (s, t, d["kind"], d["name"], d["basis"], d["proxy"])
        for s, t, d in graph.edges(data=True)
    }
    assert found == {
        (e.source, e.target, e.kind, e.name, e.basis.value, e.proxy)
        for e in network.edges
    }


def test_gexf_comes_back_with_places_and_labels():
    network = project_meeting(STORE)
    text = export_gexf(STORE)

    graph = nx.read_gexf(io.BytesIO(text.encode()))

    assert {(n, d["label"], d["kind"]) for n, d in graph.nodes(data=True)} == {
        (node.id, node.name, node.kind) for node in network.nodes
    }
    places = {tuple(d["viz"]["position"].values()) for _, d in graph.nodes(data=True)}
    assert len(places) == len(network.nodes), "no node upon another"
    assert graph.number_of_edges() == len(network.edges)
    assert {d["basis"] for *_, d in graph.edges(data=True)} == {
        edge.basis.value for edge in network.edges
    }
    assert "lastmodifieddate" not in text


def test_two_posts_in_one_body_are_two_edges():
    graph = network_graph([project_meeting(STORE)])

    assert graph.is_multigraph()
    assert graph.number_of_edges() == len(project_meeting(STORE).edges)


def test_character_that_xml_cannot_hold():
    person = replace(ICHIRO, name="鈴木\x0b一郎")
    people = tuple(person if one == ICHIRO else one for one in RECORD.people)
    store = open_store(build_graph((replace(RECORD, people=people),), BASE))

    for export in (export_graphml, export_gexf):
        with pytest.raises(ExportError, match=r"U\+000B"):
            export(store)
