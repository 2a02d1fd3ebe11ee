"""Read decisions that are reported, by nobody who is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.discourse.outcome import make_decision
from kg.discourse.passage import Passage, Sentence
from kg.discourse.said import Said
from kg.discourse.settle import Settled, read_settled
from kg.model import Basis, Decision, DecisionStatus, Grounded

_PROVIDED = re.compile(
    r"^ただし、?(?P<condition>[^。]+?)(?:を|が)条件(?:とする|とします|です|である)$"
)
_REPORTED = frozenset(
    {
        DecisionStatus.ENTRUSTED,
        DecisionStatus.CONTINUED,
        DecisionStatus.WITHDRAWN,
        DecisionStatus.POSTPONED,
    }
)
_PLAIN = re.compile(r"了承|承認|合意")
_FORMAL = re.compile(r"原案|賛成|一致|採決|異議な|答申")
_SHORT = 3
"""A result within anonymous bullets has no more sentences than this."""


def read_reported(one: Said) -> Iterator[Decision]:
    """Yield what a statement of nobody reports, or wishes in the council's name."""
    sentences = one.passage.sentences
    if len(sentences) <= _SHORT:
        yield from read_told(one.passage, one)
        return
    for sentence in sentences:
        for each in read_settled(sentence):
            if not each.decided:
                yield from _wished(each, one)


def read_told(passage: Passage, one: Said | None) -> Iterator[Decision]:
    """Yield the decisions that *passage* reports; the first sentence tells them."""
    sentences = passage.sentences
    for place, sentence in enumerate(sentences):
        for each in read_settled(sentence):
            if not each.decided:
                yield from _wished(each, one)
            elif (one is None or place == 0) and _is_told(each):
                decision = make_decision(each, one, passage)
                yield _provided(decision, sentences[place + 1 : place + 2])


def _is_told(each: Settled) -> bool:
    """Tell whether the words are those of a result, whoever reports them.

    「計画が決定された」 may be of another body; 「原案のとおり決定された」 is not.
    """
    body = each.sentence.body
    if each.status in _REPORTED:
        return each.status is not DecisionStatus.ENTRUSTED or bool(each.entrusted)
    return bool(_PLAIN.search(body) or _FORMAL.search(body) or ":" in body)


def _wished(each: Settled, one: Said | None) -> Iterator[Decision]:
    """Yield a recommendation in the council's name, or what is to be entrusted."""
    if one is None:
        return
    if each.status is DecisionStatus.RECOMMENDED and each.decider:
        decision = make_decision(each, one)
        status = Grounded(DecisionStatus.RECOMMENDED, Basis.STATED, each.sign)
        yield replace(decision, status=status, aim=None, rule="wishes-to-recommend")
    elif each.status is DecisionStatus.ENTRUSTED and each.entrusted:
        yield make_decision(each, one)


def _provided(decision: Decision, later: Sequence[Sentence]) -> Decision:
    """Return *decision* with the condition that the next sentence adds: ただし…."""
    for sentence in later:
        found = _PROVIDED.match(sentence.body)
        if found and decision.condition is None:
            spans = sentence.part(*found.span("condition"))
            condition = Grounded(found["condition"], Basis.STATED, spans)
            spans = (*decision.spans, *sentence.spans)
            return replace(decision, condition=condition, spans=spans)
    return decision
