"""Write what statements do, and what was settled, as triples."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rdflib import URIRef

from kg.graph.agenda import handout_parts
from kg.graph.iris import Iris
from kg.graph.reading import evidence, reading
from kg.graph.statement import statement_iri
from kg.graph.term import Triple, ja, number, plain
from kg.graph.vocabulary import CODE, GJR, RDF, SCHEMA
from kg.model import (
    Act,
    Entities,
    Exchange,
    Grounded,
    Settlement,
    Span,
    Statement,
    StatementKind,
)


def discourse_triples(record: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe kinds, acts, exchanges, explained papers and decisions of *record*."""
    said = record.discourse
    yield from _acts(said.acts, iris)
    for kind in said.kinds:
        yield from _kind(kind, iris)
    for exchange in said.exchanges:
        yield from _exchange(exchange, iris)
    parts = handout_parts(record.minutes.handouts)
    for introduction in said.introductions:
        node = statement_iri("statement", introduction.statement, iris)
        for paper in introduction.papers:
            yield node, GJR.explains, iris.part(parts[paper.value])
        yield from evidence(node, introduction.evidence, iris)
    for place, settlement in enumerate(record.settlements, 1):
        yield from _decision(settlement, place, record.minutes.document.text, iris)


def _acts(acts: Iterable[Act], iris: Iris) -> Iterator[Triple]:
    """Write the acts of each statement, numbered within it."""
    counts: Counter[URIRef] = Counter()
    for act in acts:
        statement = statement_iri("statement", act.statement, iris)
        counts[statement] += 1
        name = f"{_name('act', act.statement)}-{counts[statement]}"
        node = iris.part(name)
        yield statement, GJR.act, node
        yield node, RDF.type, GJR.Act
        yield node, SCHEMA.position, number(counts[statement])
        yield node, GJR.actKind, CODE[f"statement-kind-{act.kind}"]
        yield node, GJR.rule, plain(act.rule)
        yield from evidence(node, act.signs, iris)


def _kind(kind: StatementKind, iris: Iris) -> Iterator[Triple]:
    """Write what a whole statement is, and by which words."""
    statement = statement_iri("statement", kind.statement, iris)
    value = CODE[f"statement-kind-{kind.kind}"]
    yield statement, GJR.statementKind, value
    name = f"{_name('statement', kind.statement)}-kind"
    about = (statement, GJR.statementKind, value)
    yield from reading(name, about, kind.basis, kind.evidence, iris)
    yield iris.part(name), GJR.rule, plain(kind.rule)


def _exchange(exchange: Exchange, iris: Iris) -> Iterator[Triple]:
    """Write that a statement answers a question, and how that is known.

    The node of a question that the answer reports is that of the statement itself.
    """
    answer = statement_iri("statement", exchange.answer, iris)
    if isinstance(exchange.question, Grounded):
        asked = statement_iri("question", exchange.answer, iris)
        if exchange.answer.reported_question is None:
            yield from _reported(exchange.question, asked, iris)
    else:
        asked = statement_iri("statement", exchange.question, iris)
    yield answer, GJR.inResponseTo, asked
    name = f"{_name('statement', exchange.answer)}-answers"
    about = (answer, GJR.inResponseTo, asked)
    yield from reading(name, about, exchange.basis, exchange.evidence, iris)
    yield iris.part(name), GJR.rule, plain(exchange.rule)


def _reported(question: Grounded[str], node: URIRef, iris: Iris) -> Iterator[Triple]:
    """Write a question that its answer reports: （「…」との問いに対して）."""
    yield node, RDF.type, GJR.ReportedQuestion
    yield node, RDF.type, SCHEMA.Question
    yield node, SCHEMA.text, ja(question.value)
    yield node, GJR.speakerDisclosure, CODE["disclosure-undisclosed"]
    yield from evidence(node, question.evidence, iris)


def _decision(
    settlement: Settlement, place: int, text: str, iris: Iris
) -> Iterator[Triple]:
    """Write one decision with its status, its words and who is stated."""
    decision = settlement.decision
    node = iris.part(f"decision-{place}")
    yield iris.meeting, GJR.decision, node
    yield node, RDF.type, GJR.Decision
    yield node, SCHEMA.position, number(place)
    yield node, GJR.decisionStatus, CODE[f"decision-status-{decision.status.value}"]
    if decision.aim is not None:
        yield node, GJR.proposedStatus, CODE[f"decision-status-{decision.aim}"]
    if decision.item is not None:
        yield node, GJR.underAgendaItem, iris.part(f"agenda-{decision.item}")
    for statement in decision.statements:
        yield node, GJR.decidedIn, statement_iri("statement", statement, iris)
    if settlement.decider is not None:
        yield node, GJR.decisionMaker, iris.entity(settlement.decider)
    if settlement.entrusted is not None:
        yield node, GJR.entrustedTo, iris.entity(settlement.entrusted)
    words = {
        GJR.matter: decision.matter,
        GJR.condition: decision.condition,
        GJR.vote: decision.vote,
        GJR.entrustedAsWritten: decision.entrusted,
    }
    spans: list[Span] = [*decision.spans, *decision.status.evidence]
    for term, value in words.items():
        if value is not None:
            yield node, term, ja(_printed(value.evidence, text))
            spans.extend(value.evidence)
    if decision.decider is not None:
        spans.append(decision.decider)
    yield node, GJR.rule, plain(decision.rule)
    yield from evidence(node, spans, iris)


def _printed(spans: Iterable[Span], text: str) -> str:
    """Return the words at *spans* as they are printed, line breaks left out."""
    words = "".join(text[span.start : span.end] for span in spans)
    return "".join(line.strip() for line in words.splitlines())


def _name(kind: str, statement: Statement) -> str:
    """Return the part of the meeting that a statement gives its name: act-2-10."""
    return f"{kind}-{statement.agenda_item or 0}-{statement.position:02d}"
