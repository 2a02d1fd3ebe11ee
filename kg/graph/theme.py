"""Read the theme schemes of the ontology: SKOS concepts with their triggers."""

from pathlib import Path

import rdflib
from rdflib.namespace import RDF, SKOS

from kg.graph.vocabulary import GJR
from kg.model import Theme


def read_themes(folder: Path) -> tuple[Theme, ...]:
    """Return the concepts in the Turtle files of *folder*, by IRI."""
    graph = rdflib.Graph(bind_namespaces="none")
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(path, format="turtle")
    concepts = sorted(graph.subjects(RDF.type, SKOS.Concept), key=str)
    return tuple(_theme(graph, concept) for concept in concepts)


def _theme(graph: rdflib.Graph, concept: rdflib.term.Node) -> Theme:
    """Return *concept* with its Japanese labels and its phrases, each in order."""

    def values(term: rdflib.URIRef) -> tuple[str, ...]:
        """Return the plain literals or IRIs that *term* gives the concept."""
        return tuple(sorted(map(str, graph.objects(concept, term))))

    def japanese(term: rdflib.URIRef) -> tuple[str, ...]:
        """Return what *term* calls the concept in Japanese."""
        labels = graph.objects(concept, term)
        return tuple(
            sorted(str(x) for x in labels if getattr(x, "language", None) == "ja")
        )

    return Theme(
        id=str(concept),
        name=min(japanese(SKOS.prefLabel), default=str(concept)),
        broader=values(SKOS.broader),
        triggers=values(GJR.trigger),
        aliases=japanese(SKOS.altLabel),
        context=values(GJR.contextTrigger),
        titles=values(GJR.titleTrigger),
        related=values(SKOS.related),
        exclusions=values(GJR.triggerExclusion),
        crossing="true" in values(GJR.crossCutting),
    )
