"""Read what the meeting settled, proposed or recommended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.discourse.capacity import CHAIRS
from kg.discourse.outcome import VOTE, find_vote, make_decision, merge_decisions
from kg.discourse.passage import read_passage
from kg.discourse.report import read_reported, read_told
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
    r"^(?:それでは|では|よって)?、?(?:そのよう|そのとおり|その通り|このよう|案のとおり|原案のとおり)(?:に)?"
    r"(?:決定|決し|決ま|取り計ら|いたし|し)[^。]*"
)
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
            found.extend(read_reported(one))
        elif waiting and (assent := _FOUND_NONE.match(one.passage.text)):
            spans = one.passage.spans(*assent.span())
            waiting = _agree(waiting, spans, one, found)
        if waiting and (called := _CALLED.search(one.after.text)):
            spans = one.after.spans(*called.span())
            waiting = [replace(w, called=w.called or spans) for w in waiting]
    _expire(waiting, len(said) + _NEAR, found)
    for span in minutes.body_spans:
        passage = read_passage(minutes.document, [span])
        found.extend(read_told(passage, None))
    return tuple(sorted(found, key=lambda decision: decision.spans))


def _presided(
    one: Said, place: int, waiting: list[_Open], found: list[Decision]
) -> list[_Open]:
    """Read a statement of whoever presides; return what is left open."""
    for sentence in one.passage.sentences:
        called = _CALLED.match(sentence.text)
        none = _FOUND_NONE.match(sentence.body) or _SO_DECIDED.match(sentence.body)
        voted = VOTE.match(sentence.body) if waiting else None
        if voted and "少数" in voted.group():
            voted = None  # 起立少数: what follows says that it is rejected
        assent = called or none or voted
        settled = [] if called else list(read_settled(sentence))
        decided = [each for each in settled if each.decided]
        asks = len(decided) < len(settled)
        if assent and not asks and not any(each.matter for each in decided):
            if waiting:
                waiting = _agree(waiting, sentence.part(*assent.span()), one, found)
            elif not _has_last(found, one):
                found.extend(make_decision(each, one) for each in decided)
            continue
        for each in decided:
            waiting = _restate(each, one, waiting, found)
        waiting += [_Open(s, one, place) for s in settled if not s.decided]
    return waiting


def _restate(
    each: Settled, one: Said, waiting: list[_Open], found: list[Decision]
) -> list[_Open]:
    """Add a decision, with what had put it to the meeting or just agreed to it."""
    wanted = {each.status}
    if each.status is DecisionStatus.REJECTED:
        wanted.add(DecisionStatus.APPROVED)
    same = [w for w in waiting if w.settled.status in wanted]
    decision = make_decision(each, one)
    if len(same) == 1:
        before = make_decision(same[0].settled, same[0].said)
        before = replace(before, spans=(*before.spans, *same[0].called))
        decision = merge_decisions(before, decision)
        waiting = [w for w in waiting if w is not same[0]]
    elif _has_last(found, one) and _says_again(found[-1], decision):
        decision = merge_decisions(found.pop(), decision)
    found.append(decision)
    return waiting


def _has_last(found: list[Decision], one: Said) -> bool:
    """Tell whether the last decision ends in the statement *one*."""
    return bool(found) and found[-1].statements[-1:] == (one.statement,)


def _says_again(last: Decision, decision: Decision) -> bool:
    """Tell whether *decision* only says again what nobody objected to.

    「御異議なしと認めます。よって、本案は可決されました。」
    """
    agreed = last.rule.startswith("agreed")
    return agreed and last.status.value is decision.status.value


def _agree(
    waiting: list[_Open],
    words: tuple[Span, ...],
    one: Said | None,
    found: list[Decision],
) -> list[_Open]:
    """Make decisions of what waits, for nobody objected; nothing waits then."""
    for each in waiting:
        decision = make_decision(each.settled, each.said)
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
                vote=find_vote(one.passage) if one else None,
            )
        )
    return []


def _expire(waiting: list[_Open], place: int, found: list[Decision]) -> list[_Open]:
    """Leave as proposals what nothing has settled for some statements.

    What nobody objected to is settled all the same.
    """
    over = [w for w in waiting if place - w.place > _NEAR]
    _agree([w for w in over if w.called], (), None, found)
    found.extend(make_decision(w.settled, w.said) for w in over if not w.called)
    return [w for w in waiting if w not in over]
