"""The themes: the gold's are as they are, the triggers are phrases."""

import json
import re

from rdflib import RDF, SKOS, URIRef

from kg.document import read_contents
from kg.evaluate import read_gold
from tests.ontology.results import GOLD, ROOT, files, read

THEME = "https://w3id.org/gijiroku/theme/"
GJR = "https://w3id.org/gijiroku/ns#"
TRIGGER, EXCLUSION = URIRef(f"{GJR}trigger"), URIRef(f"{GJR}triggerExclusion")
BEYOND = {"think-tank": {(2, 32)}}
"""The gold leaves out a think tank that is only named: 米国のシンクタンク."""
_PATTERN = re.compile(r"[|()\[\]{}*+?^$\\.]")


def scheme():
    """Return the shipped themes."""
    return read(*files("themes"))


def gold():
    """Return the gold facts."""
    return json.loads((GOLD.parent / "seed-gold.json").read_text(encoding="utf-8"))


def touches(graph, concept, text):
    """Tell whether *text* has a trigger of *concept* outside every exclusion."""
    for phrase in graph.objects(concept, EXCLUSION):
        text = text.replace(str(phrase), "")
    return any(str(phrase) in text for phrase in graph.objects(concept, TRIGGER))


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


def test_triggers_find_the_gold_themes_in_the_gold_statements():
    graph, facts = scheme(), gold()
    texts = {(one["agenda"], one["index"]): one["text"] for one in facts["statements"]}
    for theme in facts["themes"]:
        concept = URIRef(THEME + theme["id"])
        found = {key for key, text in texts.items() if touches(graph, concept, text)}

        judged = {(one["agenda"], one["index"]) for one in theme["evidence"]}
        assert judged <= found, theme["id"]
        assert found - judged == BEYOND.get(theme["id"], set()), theme["id"]


def test_triggers_are_phrases_and_no_patterns():
    graph = scheme()
    for path in (TRIGGER, EXCLUSION):
        for phrase in graph.objects(None, path):
            assert not _PATTERN.search(str(phrase)), phrase
            assert str(phrase) == str(phrase).strip()


def test_every_theme_is_found_by_a_phrase_or_by_a_narrower_theme():
    graph = scheme()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        has_trigger = graph.value(concept, TRIGGER) is not None
        assert has_trigger or set(graph.subjects(SKOS.broader, concept)), concept


def test_top_concepts_and_broader_themes_agree():
    graph = scheme()
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    tops = set(graph.objects(URIRef(f"{THEME}scheme"), SKOS.hasTopConcept))

    assert tops == {one for one in concepts if not graph.value(one, SKOS.broader)}
    assert tops == set(graph.subjects(SKOS.topConceptOf))
    assert set(graph.objects(None, SKOS.broader)) <= concepts


def test_no_theme_is_found_by_what_only_another_is_called():
    """Two themes may share a trigger only if one is broader than the other."""
    graph = scheme()
    for phrase in set(graph.objects(None, TRIGGER)):
        bearers = set(graph.subjects(TRIGGER, phrase))
        for one in bearers:
            others = bearers - {one}
            above = set(graph.transitive_objects(one, SKOS.broader))
            below = set(graph.transitive_subjects(SKOS.broader, one))
            assert others <= above | below, phrase


def test_the_themes_reach_records_of_every_subject():
    graph = scheme()
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    records = [
        record
        for record in read_gold(ROOT / "tests" / "cases")
        if not record.expected.refused
    ]

    assert records
    for record in records:
        path = record.document
        text = "".join(
            document.text
            for document in read_contents(path.read_bytes(), path.name).documents
        )
        assert any(touches(graph, one, text) for one in concepts), record.name
