"""The terms: each is named, defined and used as it is defined."""

import re

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef, namespace

from kg.graph.vocabulary import CODE, GJR, LEGAL_FORMS
from tests.ontology.results import (
    EXAMPLES,
    GOLD,
    ONTOLOGY,
    files,
    ontology,
    read,
    vocabulary,
)

THEME = "https://w3id.org/gijiroku/theme/"
OPEN_DOMAIN = {
    "asWritten",
    "attestedOn",
    "candidate",
    "evidencedBy",
    "namesMoment",
    "ofCouncil",
    "reason",
    "rule",
    "refersTo",
    "speaker",
    "speakerDisclosure",
    "underAgendaItem",
    "undertaking",
}
REUSED = {
    str(space): space
    for space in (
        namespace.DCTERMS,
        namespace.FOAF,
        namespace.ORG,
        namespace.OWL,
        namespace.PROV,
        namespace.RDFS,
        namespace.SH,
        namespace.SKOS,
        namespace.XSD,
    )
}
REUSED["http://schema.org/"] = namespace.SDO  # rdflib has the https form of it
SPARQL = "\n".join(
    file.read_text(encoding="utf-8")
    for folder in ("questions", "examples", "shapes")
    for file in sorted((ONTOLOGY / folder).rglob("*"))
    if file.suffix in {".rq", ".toml", ".ttl"}
)


def terms():
    """Return the terms that the modules define."""
    return set(vocabulary().subjects(RDFS.isDefinedBy, None))


def local(base):
    """Return the local names of all that the ontology describes below *base*."""
    subjects = {str(node) for node in vocabulary().subjects()}
    return {node.removeprefix(base) for node in subjects if node.startswith(base)}


def test_every_term_code_and_theme_has_its_words_in_both_languages():
    assert ontology().results() == []


def test_program_and_ontology_have_the_same_terms():
    assert {str(term).removeprefix(GJR.base) for term in terms()} == GJR.names


def test_every_code_that_the_program_writes_is_in_the_ontology():
    assert local(CODE.base) >= CODE.names


def test_codes_of_legal_forms_are_called_as_they_are_printed():
    for form, code in LEGAL_FORMS.items():
        name = (CODE[code], SKOS.prefLabel, Literal(form, lang="ja"))

        assert name in vocabulary(), form


def test_terms_of_the_gold_graph_exist():
    used = {
        term for triple in read(GOLD) for term in triple if isinstance(term, URIRef)
    }

    for base in (GJR.base, CODE.base, THEME):
        names = {str(t).removeprefix(base) for t in used if str(t).startswith(base)}
        assert names - {""} <= local(base)


@pytest.mark.parametrize(
    ("prefix", "base"), [("gjr", GJR.base), ("code", CODE.base), ("theme", THEME)]
)
def test_terms_in_shapes_examples_and_questions_exist(prefix, base):
    used = set(re.findall(rf"(?<![\w/]){prefix}:([A-Za-z][\w-]*)", SPARQL))

    assert used
    assert used <= local(base)


@pytest.mark.parametrize(
    "file",
    [*files("modules", "codes", "themes", "shapes"), *sorted(EXAMPLES.glob("*.ttl"))],
    ids=lambda file: f"{file.parent.name}/{file.name}",
)
def test_reused_terms_exist(file):
    used = {
        term for triple in read(file) for term in triple if isinstance(term, URIRef)
    }

    unknown = {
        str(term)
        for term in used
        for base, space in REUSED.items()
        if str(term).startswith(base) and str(term) != base
        if URIRef(str(space) + str(term).removeprefix(base)) not in space
    }
    assert unknown == set()


@pytest.mark.parametrize(
    "file", sorted(ONTOLOGY.rglob("*.ttl")), ids=lambda file: file.name
)
def test_no_literal_is_ill_typed(file):
    for term in read(file).objects():
        assert not (isinstance(term, Literal) and term.ill_typed), term


@pytest.mark.parametrize(
    "file", files("modules", "codes", "themes"), ids=lambda file: file.name
)
def test_names_are_ascii_and_nothing_is_blank(file):
    for term in read(file).all_nodes():
        assert not isinstance(term, rdflib.BNode)
        assert isinstance(term, Literal) or str(term).isascii()


def test_a_property_without_domain_says_why():
    properties = {
        term for term in terms() if (term, RDF.type, RDF.Property) in vocabulary()
    }
    without = {term for term in properties if not vocabulary().value(term, RDFS.domain)}

    assert {str(term).removeprefix(GJR.base) for term in without} == OPEN_DOMAIN
    for term in without:
        said = {str(words) for words in vocabulary().objects(term, RDFS.comment)}
        assert any("No domain" in words for words in said), term
        assert any("定義域は置かない" in words for words in said), term


def test_a_code_belongs_to_the_scheme_that_its_name_begins_with():
    schemes = set(vocabulary().subjects(RDF.type, SKOS.ConceptScheme))
    for code in vocabulary().subjects(RDF.type, SKOS.Concept):
        if not str(code).startswith(CODE.base):
            continue
        scheme = vocabulary().value(code, SKOS.inScheme)
        assert scheme in schemes
        assert str(code).startswith(f"{scheme}-")


def test_the_header_imports_every_module():
    imported = set(vocabulary().objects(None, OWL.imports))
    header = URIRef("https://w3id.org/gijiroku/ns")
    modules = set(vocabulary().subjects(namespace.DCTERMS.isPartOf, header))

    assert imported == modules
    assert {str(one).rpartition("/")[2] for one in imported} == {
        file.stem for file in files("modules") if file.stem not in {"gijiroku", "codes"}
    }


def test_a_term_is_described_in_one_module_only():
    homes = [set(read(file).subjects(RDFS.isDefinedBy)) for file in files("modules")]

    assert sum(map(len, homes)) == len(set().union(*homes))


def test_alignments_speak_of_terms_that_exist():
    for file in files("alignments"):
        for node in read(file).subjects():
            if str(node).startswith(GJR.base):
                assert node in terms()


@pytest.mark.parametrize(
    "file", [GOLD, *sorted(EXAMPLES.glob("*.ttl"))], ids=lambda file: file.stem
)
def test_nothing_is_of_two_classes_that_exclude_each_other(file):
    graph = read(file)
    broader = vocabulary()
    for one, other in vocabulary().subject_objects(OWL.disjointWith):
        for node in graph.subjects(RDF.type):
            classes = {
                above
                for class_ in graph.objects(node, RDF.type)
                for above in broader.transitive_objects(class_, RDFS.subClassOf)
            }
            assert not {one, other} <= classes, node
