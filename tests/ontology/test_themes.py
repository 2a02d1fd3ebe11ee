"""The themes: the gold's are as they are, the triggers are phrases."""

import json
import re

import pytest
from rdflib import RDF, SKOS, URIRef

from kg.document import read_contents
from kg.evaluate import read_gold
from kg.graph import read_themes
from kg.mention.theme import find_themes, index_scheme
from kg.resources import ontology_path
from tests.mention.record import passages_of
from tests.ontology.results import GOLD, ROOT, files, read

THEME = "https://w3id.org/gijiroku/theme/"
GJR = "https://w3id.org/gijiroku/ns#"
TRIGGER, EXCLUSION = URIRef(f"{GJR}trigger"), URIRef(f"{GJR}triggerExclusion")
CONTEXT, TITLE = URIRef(f"{GJR}contextTrigger"), URIRef(f"{GJR}titleTrigger")
COUNTER = URIRef(f"{GJR}counterExample")
SCHEME = index_scheme(read_themes(ontology_path() / "themes"))
BEYOND = {"think-tank": {(2, 32)}}
"""The gold leaves out a think tank that is only named: 米国のシンクタンク."""
_PATTERN = re.compile(r"[|()\[\]{}*+?^$\\.]")


def scheme():
    """Return the shipped themes."""
    return read(*files("themes"))


def gold():
    """Return the gold facts."""
    return json.loads((GOLD.parent / "seed-gold.json").read_text(encoding="utf-8"))


def found(*texts, title=""):
    """Return the local names of the themes that the line finds in *texts*."""
    passages, titles = passages_of(*texts), passages_of(title)
    hits = find_themes(passages, titles, SCHEME)
    return {hit.target.removeprefix(THEME) for _, hit, _ in hits}


def test_the_concepts_of_the_gold_are_as_they_are():
    ours, theirs = scheme(), read(GOLD)
    concepts = {
        node
        for node in theirs.subjects(RDF.type, SKOS.Concept)
        if str(node).startswith(THEME)
    }

    assert len(concepts) == 26
    for node in concepts:
        for path in (SKOS.prefLabel, SKOS.broader, SKOS.topConceptOf):
            assert set(ours.objects(node, path)) == set(theirs.objects(node, path)), (
                node
            )
        assert set(theirs.objects(node, SKOS.definition)) <= set(
            ours.objects(node, SKOS.definition)
        )


def test_phrases_find_the_gold_themes_in_the_gold_statements():
    facts = gold()
    texts = {(one["agenda"], one["index"]): one["text"] for one in facts["statements"]}
    title = facts["meeting"]["title"]
    touched = {key: found(text, title=title) for key, text in texts.items()}
    for theme in facts["themes"]:
        judged = {(one["agenda"], one["index"]) for one in theme["evidence"]}
        ours = {key for key, themes in touched.items() if theme["id"] in themes}

        assert judged <= ours, theme["id"]
        if theme["id"] != "quantum-technology":
            assert ours - judged == BEYOND.get(theme["id"], set()), theme["id"]


def test_triggers_are_phrases_and_no_patterns():
    graph = scheme()
    for path in (TRIGGER, CONTEXT, TITLE, EXCLUSION):
        for phrase in graph.objects(None, path):
            assert not _PATTERN.search(str(phrase)), phrase
            assert str(phrase) == str(phrase).strip()


def test_every_theme_is_found_by_a_phrase():
    graph = scheme()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert any(graph.value(concept, path) for path in (TRIGGER, TITLE)), concept


def sentences(path):
    """Return the sentences that *path* gives of each concept of our own making."""
    graph = scheme()
    return [
        pytest.param(str(concept).removeprefix(THEME), str(text), id=str(text))
        for concept, text in sorted(graph.subject_objects(path))
    ]


@pytest.mark.parametrize(("theme", "sentence"), sentences(SKOS.example))
def test_an_example_touches_its_theme(theme, sentence):
    assert theme in found(sentence)


@pytest.mark.parametrize(("theme", "sentence"), sentences(COUNTER))
def test_a_counterexample_does_not_touch_its_theme(theme, sentence):
    assert theme not in found(sentence)


def test_every_concept_is_defined_and_shown_in_both_languages():
    graph = scheme()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        for path in (SKOS.prefLabel, SKOS.definition):
            languages = sorted(text.language for text in graph.objects(concept, path))
            assert languages == ["en", "ja"], concept


def test_relations_are_said_both_ways():
    graph = scheme()
    for one, other in graph.subject_objects(SKOS.related):
        assert (other, RDF.type, SKOS.Concept) in graph, (one, other)
        assert (one, SKOS.broader, other) not in graph, (one, other)


def test_top_concepts_and_broader_themes_agree():
    graph = scheme()
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    tops = set(graph.objects(URIRef(f"{THEME}scheme"), SKOS.hasTopConcept))

    assert tops == {one for one in concepts if not graph.value(one, SKOS.broader)}
    assert tops == set(graph.subjects(SKOS.topConceptOf))
    assert set(graph.objects(None, SKOS.broader)) <= concepts


def test_no_theme_is_found_by_what_only_another_is_called():
    """Two themes may share a trigger only if one is broader, or they are related."""
    graph = scheme()
    for phrase in set(graph.objects(None, TRIGGER)):
        bearers = set(graph.subjects(TRIGGER, phrase))
        for one in bearers:
            others = bearers - {one}
            above = set(graph.transitive_objects(one, SKOS.broader))
            below = set(graph.transitive_subjects(SKOS.broader, one))
            beside = {
                *graph.objects(one, SKOS.related),
                *graph.subjects(SKOS.related, one),
            }
            assert others <= above | below | beside, (str(phrase), sorted(bearers))


def test_the_themes_reach_records_of_every_subject():
    records = [
        record
        for record in read_gold(ROOT / "tests" / "cases")
        if not record.expected.refused
    ]

    assert records
    for record in records:
        path = record.document
        lines = [
            line
            for document in read_contents(path.read_bytes(), path.name).documents
            for line in document.text.splitlines()
        ]
        assert found(*lines), record.name


def test_alignments_of_themes_speak_of_concepts_of_the_scheme():
    concepts = set(scheme().subjects(RDF.type, SKOS.Concept))
    matches = (SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.relatedMatch)
    aligned = {
        one
        for file in files("alignments")
        for path in matches
        for one in read(file).subjects(path)
    }

    assert len(aligned) > len(matches)
    assert aligned <= concepts
