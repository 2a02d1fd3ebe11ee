"""Put together what the statements of one record do."""

from collections.abc import Iterable, Iterator, Mapping

from kg.discourse.decision import read_decisions
from kg.discourse.exchange import read_exchanges
from kg.discourse.introduction import read_introductions
from kg.discourse.kind import read_kinds
from kg.discourse.moment import read_moments
from kg.discourse.reference import read_references
from kg.discourse.said import read_said
from kg.discourse.spoken import read_spoken
from kg.discourse.undertaking import read_undertakings
from kg.gazetteer import Gazetteer
from kg.model import (
    Act,
    ActKind,
    Decision,
    DecisionStatus,
    Discourse,
    Minutes,
    Span,
    Statement,
)


def read_discourse(minutes: Minutes, gazetteer: Gazetteer) -> Discourse:
    """Return the acts, exchanges, papers and decisions that *minutes* hold.

    And the times, undertakings, laws, policies, programmes and events in them.

    *gazetteer* tells the words for roles (座長, 事務局) that labels use.
    """
    said = read_said(minutes, gazetteer)
    exchanges = tuple(read_exchanges(said))
    decisions = read_decisions(minutes, said)
    decided = tuple(_decided(decisions))
    order = {one.statement: place for place, one in enumerate(said)}
    spoken = tuple(read_spoken(minutes))
    timed = tuple(read_moments(minutes, words) for words in spoken)
    acts = _ordered((*(act for one in said for act in one.acts), *decided), order)
    return Discourse(
        acts=acts,
        kinds=tuple(read_kinds(said, exchanges, decided)),
        exchanges=exchanges,
        introductions=tuple(read_introductions(minutes, said)),
        decisions=decisions,
        moments=tuple(one.moment for times in timed for one in times),
        undertakings=tuple(
            undertaking
            for words, times in zip(spoken, timed, strict=True)
            for undertaking in read_undertakings(minutes, words, times)
        ),
        references=read_references(minutes, spoken),
    )


def _decided(decisions: Iterable[Decision]) -> Iterator[Act]:
    """Yield an act for the last statement of each decision; a proposal is none."""
    for decision in decisions:
        if decision.statements and decision.status.value is not DecisionStatus.PROPOSED:
            statement = decision.statements[-1]
            spans = _inside(decision.spans, statement)
            signs = _inside(decision.status.evidence, statement) or spans
            if spans:
                yield Act(statement, ActKind.DECISION, spans, signs, decision.rule)


def _inside(spans: Iterable[Span], statement: Statement) -> tuple[Span, ...]:
    """Return those of *spans* that stand within *statement*."""
    return tuple(s for s in spans if any(s in whole for whole in statement.spans))


def _ordered(acts: Iterable[Act], order: Mapping[Statement, int]) -> tuple[Act, ...]:
    """Return *acts* in order of the text, each once."""
    return tuple(
        sorted(
            dict.fromkeys(acts),
            key=lambda act: (order[act.statement], act.spans, act.kind),
        )
    )
