"""Terms are those of the ontology."""

import pytest
import rdflib

from kg.errors import TermError
from kg.graph import vocabulary
from kg.graph.vocabulary import CODE, GJR, Vocabulary
from kg.resources import ontology_path


@pytest.mark.parametrize("name", ["Meting", "evidenceBy", "statemnt", "__len__"])
def test_misspelt_term_raises(name):
    with pytest.raises(TermError, match="no such term"):
        getattr(GJR, name)


def test_name_with_a_hyphen():
    assert (
        str(CODE["status-present"]) == "https://w3id.org/gijiroku/code/status-present"
    )


def test_own_terms_are_those_of_the_ontology():
    graph = rdflib.Graph()
    for file in sorted((ontology_path() / "modules").glob("*.ttl")):
        graph.parse(file)
    terms = {
        str(term).removeprefix(GJR.base)
        for term in graph.subjects(rdflib.RDFS.isDefinedBy, None)
        if str(term).startswith(GJR.base)
    }

    assert terms == GJR.names


def test_codes_are_those_of_the_ontology():
    """Every code that is written is defined; more may be defined."""
    graph = rdflib.Graph()
    for file in sorted(ontology_path().rglob("*.ttl")):
        if "code" in file.name or "code" in file.parent.name:
            graph.parse(file)
    codes = {
        str(term).removeprefix(CODE.base)
        for term in graph.subjects()
        if str(term).startswith(CODE.base)
    }

    assert codes >= CODE.names


def test_prefixes_are_all_known():
    bases = {
        value.base
        for value in vars(vocabulary).values()
        if isinstance(value, Vocabulary)
    }

    used = set(vocabulary.PREFIXES.values())
    assert used - bases == {vocabulary.THEME_BASE, vocabulary.REGISTER_BASE}
