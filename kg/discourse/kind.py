"""Say what a whole statement is, where one kind clearly holds of it."""

from collections.abc import Iterator, Sequence

from kg.discourse.capacity import CHAIRS
from kg.discourse.exchange import mark_of
from kg.discourse.said import Said
from kg.model import Act, ActKind, Basis, Exchange, StatementKind


def read_kinds(
    said: Sequence[Said], exchanges: Sequence[Exchange], decided: Sequence[Act]
) -> Iterator[StatementKind]:
    """Yield the kind of each statement that has one, in order.

    *decided* are the acts that decisions add. A mark or an exchange tells first;
    else all sentences with a sign have to agree, greetings and calls left out.
    """
    answers = {id(one.answer): one for one in exchanges}
    extra: dict[int, list[Act]] = {}
    for act in decided:
        extra.setdefault(id(act.statement), []).append(act)
    for one in said:
        key = id(one.statement)
        kind = (
            _answer(one, answers.get(key))
            or _question(one)
            or _agreed(one, [*one.acts, *extra.get(key, ())])
        )
        if kind:
            yield kind


def _answer(said: Said, exchange: Exchange | None) -> StatementKind | None:
    """Return that a statement is an answer, by an exchange or by its mark.

    An arrow alone replies, but to a remark as well as to a question.
    """
    statement, answer = said.statement, ActKind.ANSWER
    if exchange:
        rule = f"exchange-{exchange.rule}"
        return StatementKind(statement, answer, exchange.basis, exchange.evidence, rule)
    mark = mark_of(said, answer)
    if mark and mark[0] != "arrow":
        return StatementKind(statement, answer, Basis.STATED, mark[1], mark[0])
    return None


def _question(said: Said) -> StatementKind | None:
    """Return that a statement is a question, by its mark."""
    if mark := mark_of(said, ActKind.QUESTION):
        rule, spans = mark
        return StatementKind(
            said.statement, ActKind.QUESTION, Basis.STATED, spans, rule
        )
    return None


def _agreed(said: Said, acts: Sequence[Act]) -> StatementKind | None:
    """Return the one kind that all sentences with a sign have.

    What is procedure yields to a decision, and of whoever is no chair to anything:
    「…を伺います。終わります。」 is a question.
    """
    kinds = {act.kind for act in acts}
    if kinds > {ActKind.PROCEDURE} and (
        said.role not in CHAIRS or kinds == {ActKind.PROCEDURE, ActKind.DECISION}
    ):
        kinds -= {ActKind.PROCEDURE}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    shown = [act for act in acts if act.kind is kind]
    evidence = tuple(dict.fromkeys(span for act in shown for span in act.signs))
    rules = "+".join(dict.fromkeys(act.rule for act in shown))
    return StatementKind(said.statement, kind, Basis.INFERRED, evidence, rules)
