"""Hold what statements do, and what was settled by them."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.minutes import Statement
from kg.model.span import Basis, Grounded, Span
from kg.model.undertaking import Moment, Reference, Undertaking


class ActKind(StrEnum):
    """What a sentence, or a whole statement, does."""

    OPINION = "opinion"  # …と考える。 …べきではないか。
    QUESTION = "question"  # …はいかがでしょうか。 …をお伺いします。
    ANSWER = "answer"  # 答　… お答えいたします。
    EXPLANATION = "explanation"  # 資料１に基づき御説明いたします。
    DECISION = "decision"  # …を原案のとおり承認した。
    PROCEDURE = "procedure"  # ただいまから開会いたします。


class DecisionStatus(StrEnum):
    """How far a matter was settled: a recommendation is no approval."""

    PROPOSED = "proposed"  # 案のとおり決定してよろしいでしょうか。
    RECOMMENDED = "recommended"  # 認定を推薦したい
    APPROVED = "approved"  # 承認 了承 認定 可決 採択 決定
    REJECTED = "rejected"  # 否決 不採択
    ENTRUSTED = "entrusted"  # 座長一任
    CONTINUED = "continued"  # 継続審議
    POSTPONED = "postponed"  # 次回に先送り
    WITHDRAWN = "withdrawn"  # 取下げ


@dataclass(frozen=True, slots=True)
class Act:
    """What one sentence of a statement does.

    *spans* are the sentence, *signs* the words in it that show its kind, *rule* the
    name of the row in data/discourse that says so. A sentence may do
    two things at once, each an act of its own: 「…べきではありませんか」.
    """

    statement: Statement
    kind: ActKind
    spans: tuple[Span, ...]
    signs: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class StatementKind:
    """What a whole statement is, where one kind clearly holds of it."""

    statement: Statement
    kind: ActKind
    basis: Basis
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer.

    *question* is a statement, or the words that the answer reports:
    『…』の問いに対して.
    """

    question: Statement | Grounded[str]
    answer: Statement
    basis: Basis
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Introduction:
    """A paper that was explained within the statements of a record.

    *presenter* is the label or the name that says by whom; *papers* are labels of
    handouts; *statement* is the one that explains.
    """

    statement: Statement
    presenter: Span
    papers: tuple[Grounded[str], ...]
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting, or who is stated, settled, proposed or recommended.

    *aim* is what a proposal asks for; nothing else has one.
    *matter* is the clause as printed that says what about; *decider* and *entrusted*
    are the words that name who decided, and to whom it was left. *statements* is
    empty where the record reports the decision outside of any statement.
    """

    status: Grounded[DecisionStatus]
    spans: tuple[Span, ...]
    rule: str
    aim: DecisionStatus | None = None
    matter: Grounded[str] | None = None
    item: int | None = None
    decider: Span | None = None
    entrusted: Grounded[str] | None = None
    scope: Grounded[str] | None = None
    condition: Grounded[str] | None = None
    vote: Grounded[str] | None = None
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Discourse:
    """What one record's statements do; sequences are in order of the text."""

    acts: tuple[Act, ...] = ()
    kinds: tuple[StatementKind, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    moments: tuple[Moment, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    references: tuple[Reference, ...] = ()


NOTHING_SAID = Discourse()
"""What is said in a record without statements."""
