"""Pair questions with their answers, where the record leaves no doubt."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.discourse.capacity import ANSWERERS, CHAIRS
from kg.discourse.said import Said
from kg.model import ActKind, Basis, Exchange, Grounded, Role, Span
from kg.resources import data_path

# 「…」との問いに対して: as 『…』の問いに対して, in another bracket
_REPORTED = re.compile(
    r"^\s*[(][「『](?P<question>[^」』]+)[」』](?:と)?の(?:御|ご)?(?:問い?|質問)に(?:対し(?:て)?|答えて)?[)]"
)
# 溝口参考人にお尋ねします。 三浦大臣、御存じでしょうか。
_ADDRESSED = re.compile(
    r"(?P<name>[一-龥々ァ-ヴー]{1,8}?)(?:参考人|委員|構成員|先生|議員|さん|氏)(?:に|は|、|から|の(?:お考え|御意見|御見解))"
)
_OFFICES = frozenset({Role.SECRETARIAT, Role.OFFICIAL})
"""Those who ask each other nothing that a pair could be made of."""
_BEGUN = re.compile(r"^\s*[(〔\[【](?:回答|答弁|質問|質疑|問|答)\d{0,3}[)〕\]】]")
_CALL = 60
"""A chair's call between question and answer is no longer than this."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of the table of marks."""

    rule: str
    kind: ActKind
    lead: re.Pattern[str]


@lru_cache(maxsize=1)
def read_marks() -> tuple[Mark, ...]:
    """Return the rows of data/discourse/marks.toml in order."""
    path = data_path() / "discourse" / "marks.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Mark(row["rule"], ActKind(row["kind"]), re.compile(row["lead"]))
        for row in table["mark"]
    )


def find_mark(lead: str) -> tuple[Mark, re.Match[str]] | None:
    """Return the mark that ends *lead*, what stands before a statement."""
    for mark in read_marks():
        if found := mark.lead.search(lead):
            return mark, found
    return None


def mark_of(said: Said, kind: ActKind) -> tuple[str, tuple[Span, ...]] | None:
    """Return the rule and the words of a mark that makes a statement of *kind*.

    A word in brackets may also begin the statement: （回答）歓迎する。
    """
    begun = _BEGUN.match(said.passage.text)
    places = [
        (said.passage, begun.group() if begun else ""),
        (said.lead, said.lead.text),
    ]
    for passage, text in places:
        found = find_mark(text)
        if found and found[0].kind is kind:
            mark, words = found
            start = words.start() + len(words.group()) - len(words.group().lstrip())
            end = words.start() + len(words.group().rstrip())
            return mark.rule, passage.spans(start, end)
    return None


def read_exchanges(said: Sequence[Said]) -> Iterator[Exchange]:
    """Yield the pairs of question and answer, by the answer's place.

    A reported question stands within its answer; a mark pairs a reply with what is
    above it; else the next statement answers, if its speaker is one who is asked.
    """
    for place, answer in enumerate(said):
        exchange = _reported(answer) or _marked(said, place) or _adjacent(said, place)
        if exchange:
            yield exchange


def _reported(answer: Said) -> Exchange | None:
    """Return the pair of （『…』の問いに対して） and what follows."""
    statement = answer.statement
    asked = statement.reported_question
    found = _REPORTED.match(answer.passage.text)
    if asked is None and found:
        spans = answer.passage.spans(*found.span("question"))
        asked = Grounded(found["question"], Basis.STATED, spans)
    if asked is None:
        return None
    lead = answer.passage.spans(*found.span()) if found else asked.evidence
    return Exchange(asked, statement, Basis.STATED, lead, "reported")


def _marked(said: Sequence[Said], place: int) -> Exchange | None:
    """Return the pair of a reply with a mark and the question right above it."""
    answer = said[place]
    mark = mark_of(answer, ActKind.ANSWER)
    if mark is None or not place:
        return None
    asked = said[place - 1]
    question = mark_of(asked, ActKind.QUESTION)
    signs = question[1] if question else asked.signs(ActKind.QUESTION)
    above = mark_of(asked, ActKind.ANSWER)
    if not signs or above or not _together(asked, answer):
        return None
    rule, words = mark
    return Exchange(
        asked.statement, answer.statement, Basis.STATED, (*signs, *words), rule
    )


def _adjacent(said: Sequence[Said], place: int) -> Exchange | None:
    """Return the pair of a question and the next statement, of one who is asked.

    The chair's call in between (「議長　建設部長。」) is passed over.
    """
    answer = said[place]
    asked = _before(said, place)
    if asked is None or not _together(asked, answer):
        return None
    signs = _open_question(asked)
    if not signs or not _may_answer(asked, answer):
        return None
    if answer.role not in ANSWERERS and asked is not said[place - 1]:
        return None  # a member answers the chair who called, not the one before
    label = answer.statement.speaker
    evidence = (*signs, *([label] if label else []))
    return Exchange(
        asked.statement, answer.statement, Basis.INFERRED, evidence, "adjacent"
    )


def _before(said: Sequence[Said], place: int) -> Said | None:
    """Return the statement before *place*, a chair's call left out."""
    if not place:
        return None
    before = said[place - 1]
    call = (
        before.role in CHAIRS
        and len(before.passage.text) <= _CALL
        and before.acts
        and all(act.kind is ActKind.PROCEDURE for act in before.acts)
    )
    if call and place > 1 and said[place - 2].role not in CHAIRS:
        return said[place - 2]
    return before


def _together(asked: Said, answer: Said) -> bool:
    """Tell whether both stand under one item and are of different speakers."""
    one, other = asked.statement, answer.statement
    return one.agenda_item == other.agenda_item and (
        one.label is None or one.label != other.label
    )


def _open_question(asked: Said) -> tuple[Span, ...]:
    """Return the words of the question with which a statement leaves the floor.

    Only a question that no later sentence with another sign follows is open.
    """
    rest = [act for act in asked.acts if act.kind is not ActKind.PROCEDURE]
    last = rest[-1].spans if rest else ()
    kinds = {act.kind for act in rest if act.spans == last}
    if kinds != {ActKind.QUESTION}:
        return ()
    return asked.signs(ActKind.QUESTION)


def _may_answer(asked: Said, answer: Said) -> bool:
    """Tell whether the speaker of *answer* is who was asked.

    One of those who answer by their capacity, or a member whom the question names;
    nobody else where it names somebody.
    """
    label = answer.statement.label or ""
    named = [found["name"] for found in _ADDRESSED.finditer(_last_words(asked))]
    if answer.role is None or answer.has(ActKind.QUESTION):
        return False
    if asked.role in _OFFICES and answer.role in _OFFICES:
        return False
    if answer.role in ANSWERERS:
        return not named or any(name in label for name in named)
    if answer.role in CHAIRS or asked.role in CHAIRS:
        return False
    return bool(named) and named[-1] in label


def _last_words(asked: Said) -> str:
    """Return the sentences of a statement that ask."""
    spans = {act.spans for act in asked.acts if act.kind is ActKind.QUESTION}
    sentences = [s for s in asked.passage.sentences if s.spans in spans]
    return "".join(sentence.text for sentence in sentences)
