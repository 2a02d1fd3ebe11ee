"""The page of the questions is that of the queries, and the examples run."""

import rdflib
from rdflib import RDF, RDFS, SH, Literal, URIRef

from kg.ask import read_questions, show_examples
from kg.ask.page import GROUPS
from kg.graph import Example, build_graph, open_store, write_examples
from kg.graph.vocabulary import PREFIXES
from kg.resources import ontology_path
from tests.graph.small_record import BASE, RECORD

QUESTIONS = read_questions()


def parsed(text):
    """Return what a reader of examples sees: the graph."""
    return rdflib.Graph(bind_namespaces="none").parse(data=text, format="turtle")


def test_the_page_is_that_of_the_questions(kg):
    """After a change of a question: `kg ask --catalogue markdown`, into this file."""
    page = ontology_path() / "questions" / "README.md"

    result = kg("ask", "--catalogue", "markdown")

    assert result.stdout == page.read_text(encoding="utf-8")


def test_all_twenty_five_are_there_and_more():
    numbers = {one.competency for one in QUESTIONS} - {0}
    others = [one for one in QUESTIONS if not one.competency]

    assert numbers == set(range(1, 26))
    assert len(others) >= 15


def test_every_question_is_about_something_that_the_page_has():
    assert {one.group for one in QUESTIONS} == set(GROUPS)


def test_examples_are_queries_with_titles_in_both_languages():
    store = open_store(build_graph((RECORD,), BASE))

    graph = parsed(show_examples(store, QUESTIONS))

    examples = set(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(examples) == len(QUESTIONS)
    for example in examples:
        titles = graph.objects(example, RDFS.comment)
        assert {title.language for title in titles} == {"ja", "en"}
        store.query(str(graph.value(example, SH.select)))


def test_examples_have_the_values_that_the_data_has():
    """京都大学 is in no record here, so that another body stands in the blank."""
    store = open_store(build_graph((RECORD,), BASE))
    one = next(one for one in QUESTIONS if one.name == "people-of-org")

    graph = parsed(show_examples(store, [one]))

    example = URIRef("https://w3id.org/gijiroku/question/people-of-org")
    query = str(graph.value(example, SH.select))
    assert f"VALUES ?organization {{ <{BASE}org/" in query
    assert "# VALUES" not in query


def test_examples_declare_the_prefixes():
    graph = parsed(write_examples([]))

    declared = {
        str(graph.value(node, SH.prefix)): str(graph.value(node, SH.namespace))
        for node in graph.objects(None, SH.declare)
    }
    assert declared == PREFIXES


def test_no_word_of_a_query_leaves_its_literal():
    nasty = 'SELECT ?s {\n  ?s ?p """a\\nb""" . # "\\"\r\n}'
    title = 'a "quoted" \\ title\nin two lines'

    graph = parsed(write_examples([Example("x", title, title, ("k",), nasty)]))

    example = URIRef("https://w3id.org/gijiroku/question/x")
    assert str(graph.value(example, SH.select)) == nasty + "\n"
    assert graph.value(example, RDFS.comment) in {
        Literal(title, lang="ja"),
        Literal(title, lang="en"),
    }
