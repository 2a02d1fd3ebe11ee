"""Read what the meeting settled, proposed or recommended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.discourse.capacity import CHAIRS
from kg.discourse.passage import Passage, read_passage
from kg.discourse.said import Said
from kg.discourse.settle import Settled, read_settled
from kg.model import (
    Attribution,
    Basis,
    Decision,
    DecisionStatus,
    Grounded,
    Minutes,
    Span,
)

# （異議なし） 〔「異議なし」と呼ぶ者あり〕 （一同了承）
_CALLED = re.compile(
    r"[(〔\[「『][^()〔〕\[\]。]{0,10}(?:異議な[しく]|一同了承|全員了承|全員賛成)[^。()〔〕\[\]]{0,12}[)〕\]」』]?"
)
# 御異議なしと認めます。 異議がないようなので、 御異議がありませんので、
_FOUND_NONE = re.compile(
    r"^(?:それでは、?|では、?)?(?:御|ご)?異議(?:は|が|も)?(?:なし|ないもの|ない|ありません|ございません)"
    r"(?:と認め|ので|よう|もの|。|$|の声)[^。]{0,8}"
)
# では、そのように決定します。 それでは承認とします。
_SO_DECIDED = re.compile(
    r"^(?:それでは|では)?、?(?:そのよう|そのとおり|その通り|このよう|案のとおり|原案のとおり)(?:に)?"
    r"(?:決定|決し|決ま|取り計ら|いたし|し)[^。]*"
)
_VOTE = re.compile(
    r"全会一致|満場一致|賛成多数|賛成少数|賛成全員|起立全員|起立総員|起立多数|起立少数|挙手全員|挙手総員|挙手多数|挙手少数|全員賛成|全員一致"
    r"|(?:出席[^、。]{0,8})?[\d一二三四五六七八九十]{1,3}(?:名|人|票)(?:中|のうち)、?[\d一二三四五六七八九十]{1,3}(?:名|人|票)の賛成"
    r"|賛成[\d一二三四五六七八九十]{1,3}(?:名|人|票)?[、・]?反対[\d一二三四五六七八九十]{1,3}(?:名|人|票)?"
)
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
_NEAR = 3
"""Statements within which what was put to the meeting is settled."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What was put to the meeting and waits for its outcome.

    *called* is where the members call that they do not object; the chair's words
    follow as a rule.
    """

    settled: Settled
    said: Said
    place: int
    called: tuple[Span, ...] = ()


def read_decisions(minutes: Minutes, said: Sequence[Said]) -> tuple[Decision, ...]:
    """Return the decisions in order of the text, those only proposed among them.

    Whoever presides decides and proposes; what is nobody's statement, and short
    anonymous bullets, report. What others say of decisions decides nothing.
    """
    found: list[Decision] = []
    waiting: list[_Open] = []
    for place, one in enumerate(said):
        waiting = _expire(waiting, place, found)
        if one.role in CHAIRS:
            waiting = _presided(one, place, waiting, found)
        elif one.statement.attribution is Attribution.WITHHELD:
            found.extend(_reported(one))
        elif waiting and (assent := _FOUND_NONE.match(one.passage.text)):
            spans = one.passage.spans(*assent.span())
            waiting = _agree(waiting, spans, one, found)
        if waiting and (called := _CALLED.search(one.after.text)):
            spans = one.after.spans(*called.span())
            waiting = [replace(w, called=w.called or spans) for w in waiting]
    _expire(waiting, len(said) + _NEAR, found)
    for span in minutes.body_spans:
        passage = read_passage(minutes.document, [span])
        found.extend(_told(passage, None))
    return tuple(sorted(found, key=lambda decision: decision.spans))


def _presided(
    one: Said, place: int, waiting: list[_Open], found: list[Decision]
) -> list[_Open]:
    """Read a statement of whoever presides; return what is left open."""
    for sentence in one.passage.sentences:
        called = _CALLED.match(sentence.text)
        none = _FOUND_NONE.match(sentence.body) or _SO_DECIDED.match(sentence.body)
        settled = [] if called else list(read_settled(sentence))
        decided = [each for each in settled if each.decided]
        if called or none or (waiting and _VOTE.match(sentence.body)):
            agreed = sentence.part(
                *(called or none or _VOTE.match(sentence.body)).span()
            )
            named = [each for each in decided if each.matter]
            if not named:
                waiting = _agree(waiting, agreed, one, found)
                if none and not found and decided:
                    found.extend(_decision(each, one) for each in decided)
                continue
        for each in decided:
            waiting = _restate(each, one, waiting, found)
        waiting += [_Open(s, one, place) for s in settled if not s.decided]
    return waiting


def _restate(
    each: Settled, one: Said, waiting: list[_Open], found: list[Decision]
) -> list[_Open]:
    """Add a decision, with what had put it to the meeting or just agreed to it."""
    same = [w for w in waiting if w.settled.status is each.status]
    decision = _decision(each, one)
    if len(same) == 1:
        before = _decision(same[0].settled, same[0].said)
        before = replace(before, spans=(*before.spans, *same[0].called))
        decision = _merge(before, decision)
        waiting = [w for w in waiting if w is not same[0]]
    elif (
        found
        and found[-1].rule.startswith("agreed")
        and _again(found[-1], decision, one)
    ):
        decision = _merge(found.pop(), decision)
    found.append(decision)
    return waiting


def _again(last: Decision, decision: Decision, one: Said) -> bool:
    """Tell whether *decision* only says again what was agreed in the same statement.

    「御異議なしと認めます。よって、本案は可決されました。」
    """
    return (
        last.status.value is decision.status.value
        and bool(last.statements)
        and last.statements[-1] is one.statement
    )


def _merge(first: Decision, again: Decision) -> Decision:
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


def _agree(
    waiting: list[_Open],
    words: tuple[Span, ...],
    one: Said | None,
    found: list[Decision],
) -> list[_Open]:
    """Make decisions of what waits, for nobody objected; nothing waits then."""
    for each in waiting:
        decision = _decision(each.settled, each.said)
        assent = (*each.called, *words)
        status = Grounded(
            each.settled.status, Basis.INFERRED, (*each.settled.sign, *assent)
        )
        after = (one.statement,) if one else ()
        found.append(
            replace(
                decision,
                status=status,
                aim=None,
                rule=f"agreed-{each.settled.status}",
                spans=tuple(dict.fromkeys((*decision.spans, *assent))),
                statements=tuple(dict.fromkeys((*decision.statements, *after))),
                vote=_vote(one.passage) if one else None,
            )
        )
    return []


def _expire(waiting: list[_Open], place: int, found: list[Decision]) -> list[_Open]:
    """Leave as proposals what nothing has settled for some statements.

    What nobody objected to is settled all the same.
    """
    over = [w for w in waiting if place - w.place > _NEAR]
    _agree([w for w in over if w.called], (), None, found)
    found.extend(_decision(w.settled, w.said) for w in over if not w.called)
    return [w for w in waiting if w not in over]


def _reported(one: Said) -> Iterator[Decision]:
    """Yield what a statement of nobody reports, or wishes in the council's name."""
    sentences = one.passage.sentences
    if len(sentences) <= _SHORT:
        yield from _told(one.passage, one)
        return
    for sentence in sentences:
        for each in read_settled(sentence):
            if not each.decided:
                yield from _wished(each, one)


def _told(passage: Passage, one: Said | None) -> Iterator[Decision]:
    """Yield the decisions that *passage* reports; the first sentence tells them."""
    sentences = passage.sentences
    for place, sentence in enumerate(sentences):
        for each in read_settled(sentence):
            if not each.decided:
                yield from _wished(each, one)
            elif (one is None or place == 0) and _is_told(each):
                decision = _decision(each, one, passage)
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
        decision = _decision(each, one)
        status = Grounded(DecisionStatus.RECOMMENDED, Basis.STATED, each.sign)
        yield replace(decision, status=status, aim=None, rule="wishes-to-recommend")
    elif each.status is DecisionStatus.ENTRUSTED and each.entrusted:
        yield _decision(each, one)


def _provided(decision: Decision, later: Sequence) -> Decision:
    """Return *decision* with the condition that the next sentence adds: ただし…."""
    for sentence in later:
        found = _PROVIDED.match(sentence.body)
        if found and decision.condition is None:
            spans = sentence.part(*found.span("condition"))
            condition = Grounded(found["condition"], Basis.STATED, spans)
            spans = (*decision.spans, *sentence.spans)
            return replace(decision, condition=condition, spans=spans)
    return decision


def _decision(
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
        vote=_vote(words) if words and each.decided else None,
        statements=(one.statement,) if one else (),
    )


def _vote(passage: Passage) -> Grounded[str] | None:
    """Return the words that tell of the vote: 賛成多数."""
    found = _VOTE.search(passage.text)
    if found is None:
        return None
    return Grounded(found.group(), Basis.STATED, passage.spans(*found.span()))
