"""Write statements, and the questions that they report, as triples."""

from collections.abc import Iterator

from rdflib import URIRef

from kg.graph.iris import Iris
from kg.graph.reading import evidence
from kg.graph.term import Triple, en, ja, number
from kg.graph.vocabulary import CODE, GJR, RDF, SCHEMA
from kg.model import (
    Attribution,
    Label,
    Link,
    Speech,
    Statement,
)


def statement_triples(
    speech: Speech, links: tuple[Link, ...], iris: Iris
) -> Iterator[Triple]:
    """Describe one contribution; it has a speaker only where the record has one."""
    statement = speech.statement
    node = statement_iri("statement", statement, iris)
    yield node, RDF.type, GJR.Statement
    yield node, SCHEMA.position, number(statement.position)
    yield node, SCHEMA.isPartOf, iris.part("minutes")
    yield node, SCHEMA.text, ja(statement.text)
    yield from _agenda(node, statement, iris)
    yield from _attribution(node, speech, iris)
    yield from _question(node, statement, iris)
    if statement.context_note is not None:
        yield node, GJR.contextNote, ja(statement.context_note.value)
    for link in links:
        if link.entity is not None and _holds(statement, link):
            yield node, SCHEMA.mentions, iris.entity(link.entity)
    spans = list(statement.spans)
    if statement.speaker is not None:
        spans.append(statement.speaker)
    yield from evidence(node, spans, iris)


def _attribution(node: URIRef, speech: Speech, iris: Iris) -> Iterator[Triple]:
    """Say to whom the record gives the statement.

    That a summary withholds the speaker is a fact of its own. No rule looks for
    the one who might have spoken, and no candidate is written either.
    """
    statement = speech.statement
    withheld = statement.attribution is Attribution.WITHHELD
    disclosure = "disclosure-undisclosed" if withheld else "disclosure-disclosed"
    yield node, GJR.speakerDisclosure, CODE[disclosure]
    yield node, GJR.attribution, CODE[f"attribution-{statement.attribution}"]
    if withheld:
        return
    if statement.label is not None:
        yield node, GJR.speakerLabel, ja(statement.label)
    if speech.speaker is not None:
        yield node, GJR.speaker, iris.entity(speech.speaker)
    else:
        for candidate in speech.candidates:
            yield node, GJR.candidate, iris.entity(candidate)
    if speech.reason:
        yield node, GJR.reason, en(speech.reason)


def _question(node: URIRef, statement: Statement, iris: Iris) -> Iterator[Triple]:
    """Write the question that a statement reports: （『…』の問いに対して）."""
    question = statement.reported_question
    if question is None:
        return
    asked = statement_iri("question", statement, iris)
    yield node, GJR.inResponseTo, asked
    yield asked, RDF.type, GJR.ReportedQuestion
    yield asked, RDF.type, SCHEMA.Question
    yield asked, SCHEMA.text, ja(question.value)
    yield asked, GJR.speakerDisclosure, CODE["disclosure-undisclosed"]
    yield from _agenda(asked, statement, iris)
    yield from evidence(asked, question.evidence, iris)


def _agenda(node: URIRef, statement: Statement, iris: Iris) -> Iterator[Triple]:
    """Put a statement or a question under its agenda item, if that is known."""
    if statement.agenda_item is not None:
        item = iris.part(f"agenda-{statement.agenda_item}")
        yield node, GJR.underAgendaItem, item


def statement_iri(kind: str, statement: Statement, iris: Iris) -> URIRef:
    """Return the IRI of a statement or its question: statement-2-10."""
    item = statement.agenda_item or 0
    return iris.part(f"{kind}-{item}-{statement.position:02d}")


def _holds(statement: Statement, link: Link) -> bool:
    """Tell whether the statement's own words name the entity of *link*."""
    if link.mention.label is Label.THEME:
        return False
    return any(link.mention.span in span for span in statement.spans)
