"""Write what is about which theme as triples."""

from collections.abc import Iterator, Mapping

from rdflib import URIRef

from kg.graph.agenda import handout_names
from kg.graph.iris import Iris
from kg.graph.reading import evidence
from kg.graph.statement import statement_iri
from kg.graph.term import Triple, weight
from kg.graph.vocabulary import CODE, DCTERMS, GJR, RDF
from kg.model import (
    About,
    AgendaItem,
    Entities,
    Handout,
    Heading,
    Salience,
    Statement,
)
from kg.model.identifier import mint


def discussion_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Say what the meeting and its parts are about, and what they only mention.

    Every theme has a node with its words, ways and weight; the flat triple stays
    for queries. A meeting has it only for what it is about.
    """
    parts = handout_names(entities.minutes.handouts)
    for discussion in entities.discussions:
        about = _about(discussion.about, parts, iris)
        theme = iris.entity(discussion.theme)
        node = iris.entity(mint("discussion", f"{about} {theme}"))
        yield node, RDF.type, GJR.Discussion
        yield node, GJR.discussedIn, about
        yield node, GJR.theme, theme
        yield node, GJR.salience, CODE[f"salience-{discussion.salience}"]
        yield node, GJR.weight, weight(discussion.score)
        for method in discussion.methods:
            yield node, GJR.themeMethod, CODE[f"theme-method-{method}"]
        yield from evidence(node, discussion.evidence, iris)
        if about != iris.meeting or discussion.salience is Salience.ABOUT:
            yield about, DCTERMS.subject, theme


def _about(about: About, parts: Mapping[Handout, str], iris: Iris) -> URIRef:
    """Return the IRI of what touches a theme."""
    match about:
        case Heading():
            return iris.meeting
        case AgendaItem():
            return iris.part(f"agenda-{about.number}")
        case Handout():
            return iris.part(parts[about])
        case Statement():
            return statement_iri("statement", about, iris)
