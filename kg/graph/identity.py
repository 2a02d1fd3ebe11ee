"""Write who is who as triples: what was merged, why, and what stays open."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from rdflib import URIRef

from kg.graph.build import Part
from kg.graph.term import Triple, day, en, flag, ja, plain, share
from kg.graph.vocabulary import CODE, DCTERMS, GJR, OWL, RDF, RDFS
from kg.model import Clue, Identities, IdentityDecision, Verdict
from kg.model.identifier import mint

GRAPH = "graph/identity"
"""The path of the graph of all this: it is no document's."""

Explain: TypeAlias = Callable[[Clue, str], str]
"""Says a clue in words of a language, "ja" or "en"."""

_VERDICTS = {
    Verdict.SAME: ("同一人物", "one person"),
    Verdict.DIFFERENT: ("別人", "two people"),
    Verdict.UNSURE: ("未決", "not decided"),
}


def identity_part(
    identities: Identities,
    attendances: Mapping[str, str],
    explain: Explain,
    base: str,
) -> Part:
    """Return what was decided as a graph of its own.

    *attendances* gives for the key of a sighting the path of its row's node; a
    decision about somebody who has no row is left out. *explain* gives the words of
    a clue, whose detail alone (10:00) tells a reader nothing.
    """
    triples = frozenset(_triples(identities, attendances, explain, base))
    return Part(URIRef(base + GRAPH), triples, frozenset())


def _triples(
    identities: Identities,
    attendances: Mapping[str, str],
    explain: Explain,
    base: str,
) -> Iterator[Triple]:
    """Yield all triples of *identities*."""
    for old in sorted(identities.replaced):
        node = URIRef(base + old)
        yield node, OWL.deprecated, flag(value=True)
        yield node, DCTERMS.isReplacedBy, URIRef(base + identities.replaced[old])
    for decision in identities.decisions:
        if decision.left in attendances and decision.right in attendances:
            clues = [explain(clue, "ja") for clue in decision.clues]
            yield from _decision(decision, attendances, clues, base)


def _decision(
    decision: IdentityDecision,
    attendances: Mapping[str, str],
    clues: Iterable[str],
    base: str,
) -> Iterator[Triple]:
    """Describe one decision with its *clues*."""
    node = URIRef(base + mint("decision", f"{decision.left} {decision.right}"))
    japanese, english = _VERDICTS[decision.verdict]
    yield node, RDF.type, GJR.IdentityDecision
    yield node, RDFS.label, ja(japanese)
    yield node, RDFS.label, en(english)
    for sighting in (decision.left, decision.right):
        yield node, GJR.comparedSighting, URIRef(base + attendances[sighting])
    yield node, GJR.probability, share(decision.probability)
    yield node, GJR.verdict, CODE[f"verdict-{decision.verdict}"]
    for clue in clues:
        yield node, GJR.clue, ja(clue)
    judgement = decision.judgement
    decider = "decider-rule" if judgement is None else "decider-judgement"
    yield node, GJR.decidedBy, CODE[decider]
    if judgement is not None:
        yield node, GJR.judge, plain(judgement.judge)
        yield node, DCTERMS.date, day(judgement.date)
