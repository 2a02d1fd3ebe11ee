"""The shapes: each constraint finds what it is for, and nothing else."""

import tomllib

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH, URIRef

from kg.graph.constraint import read_shapes
from kg.graph.store import Store, open_store
from kg.graph.validate import validate_graph
from tests.ontology.results import (
    EXAMPLES,
    GOLD,
    HEAD,
    ONTOLOGY,
    SHAPES,
    files,
    ontology,
    read,
    series,
    short,
    story,
    vocabulary,
)

FOLDERS = sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
BASES = {
    **dict.fromkeys(("term", "code", "scheme"), ontology),
    **dict.fromkeys(("succession", "gap", "tenure", "post-change"), series),
    **dict.fromkeys(("identity-decision", "replaced"), series),
}
"""What the tables of a folder change, where that is not the story of one meeting."""
KINDS = {
    "class": "Class",
    "datatype": "Datatype",
    "disjoint": "Disjoint",
    "hasValue": "HasValue",
    "in": "In",
    "languageIn": "LanguageIn",
    "maxCount": "MaxCount",
    "maxInclusive": "MaxInclusive",
    "minCount": "MinCount",
    "minInclusive": "MinInclusive",
    "minLength": "MinLength",
    "node": "Node",
    "nodeKind": "NodeKind",
    "or": "Or",
    "pattern": "Pattern",
    "qualifiedMaxCount": "QualifiedMaxCount",
    "qualifiedMinCount": "QualifiedMinCount",
    "select": "SPARQL",
    "uniqueLang": "UniqueLang",
}
INSIDE = {"English/LanguageIn", "Japanese/LanguageIn", "Position/Class"}
"""Shapes of counted values: what they miss is reported as a count."""


def shapes():
    """Return all shapes, those for the ontology included."""
    return read_shapes(files("shapes"))


def cases(kind):
    """Return the cases of one kind, conforms or violates, of every folder."""
    for folder in FOLDERS:
        table = tomllib.loads((folder / f"{kind}.toml").read_text(encoding="utf-8"))
        for case in table["case"]:
            base = BASES.get(folder.name, story)
            name = f"{folder.name}-{case['name']}"
            yield pytest.param(base, case["change"], case.get("results", []), id=name)


@pytest.mark.parametrize("base", [story, series])
def test_the_story_conforms(base):
    assert base().results() == []


@pytest.mark.parametrize(("base", "change", "expected"), [*cases("violates")])
def test_a_wrong_graph_gives_exactly_its_results(base, change, expected):
    assert expected
    assert base().results(change) == sorted(expected)


@pytest.mark.parametrize(("base", "change", "expected"), [*cases("conforms")])
def test_another_form_of_record_conforms(base, change, expected):
    assert base().results(change) == expected


def test_every_constraint_has_an_example_that_violates_it():
    declared = {
        f"{str(shape).removeprefix(SHAPES)}/{KINDS[name]}"
        for shape, parameter in shapes().subject_predicates()
        for name in [str(parameter).rpartition("#")[2]]
        if isinstance(shape, URIRef) and name in KINDS
    }
    violated = {
        line.split(" | ")[2] for case in cases("violates") for line in case.values[2]
    }

    assert declared - violated == INSIDE
    assert violated <= declared


def test_no_shape_has_a_term_that_shacl_does_not_know():
    for triple in shapes():
        for term in triple:
            if isinstance(term, URIRef) and term.startswith(str(SH)):
                assert term in SH, term


def test_every_kind_of_constraint_is_counted():
    described = {
        "declare", "message", "namespace", "path", "prefix", "prefixes", "property",
        "qualifiedValueShape", "severity", "sparql", "targetClass",
        "targetObjectsOf", "targetSubjectsOf",
    }  # fmt: skip
    used = {
        str(term).rpartition("#")[2]
        for term in shapes().predicates()
        if term.startswith(str(SH))
    }

    assert used <= described | KINDS.keys()


def test_every_shape_has_a_name():
    """Only lists, and the members of an `sh:or`, are blank."""
    graph = shapes()
    members = {
        member
        for alternatives in graph.objects(None, SH["or"])
        for member in graph.items(alternatives)
    }
    for node in graph.subjects():
        is_list = (node, RDF.first, None) in graph
        assert isinstance(node, URIRef) or is_list or node in members


def test_every_shape_speaks_both_languages():
    graph = shapes()
    for node in graph.subjects(RDF.type, SH.NodeShape):
        assert {one.language for one in graph.objects(node, RDFS.label)} == {"en", "ja"}
    for kind in (SH.PropertyShape, SH.SPARQLConstraint):
        for node in graph.subjects(RDF.type, kind):
            languages = [one.language for one in graph.objects(node, SH.message)]
            assert sorted(languages) == ["en", "ja"], node


def test_every_property_shape_and_constraint_belongs_to_a_node_shape():
    graph = shapes()
    for kind, link in (
        (SH.PropertyShape, SH.property),
        (SH.SPARQLConstraint, SH.sparql),
    ):
        for node in graph.subjects(RDF.type, kind):
            owners = set(graph.subjects(link, node))
            assert owners, node
            assert all((one, RDF.type, SH.NodeShape) in graph for one in owners)


def test_every_shape_has_something_to_look_at():
    graph, data = shapes(), series().graph + vocabulary()
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        found = {
            node
            for class_ in graph.objects(shape, SH.targetClass)
            for node in data.subjects(RDF.type, class_)
        }
        for path in graph.objects(shape, SH.targetSubjectsOf):
            found |= set(data.subjects(path))
        for path in graph.objects(shape, SH.targetObjectsOf):
            found |= set(data.objects(None, path))
        has_target = any(
            graph.value(shape, target)
            for target in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
        )
        assert found or not has_target, shape


def test_the_gold_lacks_only_evidence_of_people_and_organizations():
    found = validate_graph(open_store(GOLD), language="en")

    assert {(finding.shape, finding.severity) for finding in found} == {
        ("Person-evidence", "Violation"),
        ("Organization-evidence", "Violation"),
        ("Organization-repeats-parent", "Info"),
    }


def test_the_program_finds_what_the_tables_say():
    store = ox.Store()
    store.load(path=str(EXAMPLES / "story.ttl"), format=ox.RdfFormat.TURTLE)
    store.update(
        f"{HEAD} INSERT DATA {{ mt:statement-2-01 gjr:speaker p:tachibana }} ;"
        "DELETE WHERE { p:nada rdfs:label ?label }"
    )

    found = validate_graph(Store(store), language="en")

    assert [(short(URIRef(one.focus)), one.shape) for one in found] == [
        ("p:nada", "Person-label"),
        ("mt:statement-2-01", "Withheld-speaker"),
    ]


@pytest.mark.parametrize("names", [["story.ttl"], ["story.ttl", "series.ttl"]])
def test_the_program_finds_nothing_in_the_story(names):
    store = open_store(*(EXAMPLES / name for name in names))

    assert validate_graph(store, language="ja") == ()


def test_any_validator_of_shacl_finds_the_same():
    """The constraints are ordinary SHACL: pySHACL runs them node by node."""
    data = rdflib.Graph(bind_namespaces="none")
    data += story().graph
    statement = URIRef(
        "https://example.org/gijiroku/id/meeting/council/3/statement-2-01"
    )
    speaker = URIRef("https://example.org/gijiroku/id/person/tachibana")
    data.add((statement, URIRef("https://w3id.org/gijiroku/ns#speaker"), speaker))
    withheld = read(ONTOLOGY / "shapes" / "gijiroku.ttl")
    everything = read(*files("shapes"))
    shape = URIRef(f"{SHAPES}Withheld")
    for node in (shape, *everything.objects(shape, SH.sparql)):
        withheld += everything.triples((node, None, None))

    conforms, report, _ = pyshacl.validate(data, shacl_graph=withheld, inplace=True)

    assert not conforms
    assert set(report.objects(None, SH.focusNode)) == {statement}


def test_the_shapes_are_well_formed():
    conforms, _, text = pyshacl.validate(
        rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True
    )

    assert conforms, text
