"""Read the theme schemes of the ontology: SKOS concepts with their triggers."""

from pathlib import Path

import rdflib
from rdflib.namespace import RDF, SKOS

from kg.graph.vocabulary import GJR
from kg.model import Theme


def read_themes(folder: Path) -> tuple[Theme, ...]:
    """Return the concepts in the Turtle files of *folder*, by IRI.

    A phrase that must not count although it holds a trigger （輸出規制 of 規制) is a
    trigger with "!" before it.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path, format="turtle")
    themes = []
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        names = [
            str(label)
            for label in graph.objects(concept, SKOS.prefLabel)
            if getattr(label, "language", None) == "ja"
        ]
        triggers = sorted(map(str, graph.objects(concept, GJR.trigger)))
        exclusions = sorted(map(str, graph.objects(concept, GJR.triggerExclusion)))
        themes.append(
            Theme(
                id=str(concept),
                name=min(names, default=str(concept)),
                broader=tuple(sorted(map(str, graph.objects(concept, SKOS.broader)))),
                triggers=(*triggers, *("!" + phrase for phrase in exclusions)),
            )
        )
    return tuple(sorted(themes, key=lambda theme: theme.id))
