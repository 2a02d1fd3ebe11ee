"""Put together what the statements of one record do."""

from collections.abc import Iterable, Iterator, Mapping

from kg.discourse.decision import read_decisions
from kg.discourse.exchange import read_exchanges
from kg.discourse.introduction import read_introductions
from kg.discourse.kind import read_kinds
from kg.discourse.said import read_said
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

    *gazetteer* tells the words for roles (座長, 事務局) that labels use.
    """
    said = read_said(minutes, gazetteer)
    exchanges = tuple(read_exchanges(said))
    decisions = read_decisions(minutes, said)
    decided = tuple(_decided(decisions))
    order = {one.statement: place for place, one in enumerate(said)}
    acts = _ordered((*(act for one in said for act in one.acts), *decided), order)
    return Discourse(
        acts=acts,
        kinds=tuple(read_kinds(said, exchanges, decided)),
        exchanges=exchanges,
        introductions=tuple(read_introductions(minutes, said)),
        decisions=decisions,
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
