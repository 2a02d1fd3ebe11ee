"""Make a decision of what a sentence settles."""

import re
from dataclasses import replace

from kg.discourse.passage import Passage
from kg.discourse.said import Said
from kg.discourse.settle import Settled
from kg.model import Basis, Decision, DecisionStatus, Grounded

VOTE = re.compile(
    r"全会一致|満場一致|賛成多数|賛成少数|賛成全員|起立全員|起立総員|起立多数|起立少数|挙手全員|挙手総員|挙手多数|挙手少数|全員賛成|全員一致"
    r"|(?:出席[^、。]{0,8})?[\d一二三四五六七八九十]{1,3}(?:名|人|票)(?:中|のうち)、?[\d一二三四五六七八九十]{1,3}(?:名|人|票)の賛成"
    r"|賛成[\d一二三四五六七八九十]{1,3}(?:名|人|票)?[、・]?反対[\d一二三四五六七八九十]{1,3}(?:名|人|票)?"
)


def make_decision(
    each: Settled, one: Said | None, passage: Passage | None = None
) -> Decision:
    """Return the decision of one clause; what is only put is a proposal."""
    status = each.status if each.decided else DecisionStatus.PROPOSED
    entrusted = each.status is DecisionStatus.ENTRUSTED
    words = one.passage if one else passage
    return Decision(
        status=Grounded(status, Basis.STATED, each.sign),
        aim=None if each.decided else each.status,
        spans=each.sentence.spans,
        rule=each.rule,
        matter=each.matter,
        item=one.statement.agenda_item if one else None,
        decider=each.decider,
        entrusted=each.entrusted,
        scope=each.matter if entrusted else None,
        condition=each.condition,
        vote=find_vote(words) if words and each.decided else None,
        statements=(one.statement,) if one else (),
    )


def find_vote(passage: Passage) -> Grounded[str] | None:
    """Return the words that tell of the vote: 賛成多数."""
    found = VOTE.search(passage.text)
    if found is None:
        return None
    return Grounded(found.group(), Basis.STATED, passage.spans(*found.span()))


def merge_decisions(first: Decision, again: Decision) -> Decision:
    """Return one decision of what was put to the meeting and what was said of it."""
    return replace(
        again,
        matter=again.matter or first.matter,
        condition=again.condition or first.condition,
        entrusted=again.entrusted or first.entrusted,
        scope=again.scope or first.scope,
        decider=again.decider or first.decider,
        vote=again.vote or first.vote,
        spans=tuple(dict.fromkeys((*first.spans, *again.spans))),
        statements=tuple(dict.fromkeys((*first.statements, *again.statements))),
    )
