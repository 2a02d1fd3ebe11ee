"""Say what holds of somebody on each axis, with the basis of each value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.minutes.ditto import Columns
from kg.minutes.legend import UNMARKED, Meaning, Sign, read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.note import Row
from kg.model import Basis, Grounded, LegendEntry, Mode, Role, Span, Status

# 地方自治法第121条の規定により説明のため出席した者
_BY_LAW = re.compile(r"^.*?(?:により|によって|に基づき|を受けて)[、,]?(?=.)")
_AND = re.compile("及び|並びに|、")
_CALLED = re.compile(r"(?<=事務局)(?:側?出席者)?の?(?:職・?)?氏名$")
_LISTED = re.compile(r"^(?:出席|欠席|応招|不応招|列席)(?:した)?(?=[^を])")
# who people are, by the heading over them; 出席者 says nothing of that
_PEOPLE = re.compile(
    r"(?!.*(?:出席|欠席|参加者))[^、及]*(?:者|委員|代表|議員|側|アドバイザー)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the surroundings of a row say: its section, its group, the legend.

    *outer* is the heading over that of the group, where it gives the role: 事務局 over
    「統計室:櫻井室長」. *above* are the units of the row before, for 同, and *path*
    leads to its only office; *inherited* those of a heading or a first line that hold
    for every row below it; *shared* those that the row before on the same line prints
    for officials (政策課　津村課長、寺尾係長); *mode* holds for a list that begins
    with it: (テレビ会議)橘委員、….
    """

    lexicon: Lexicon
    legend: tuple[LegendEntry, ...]
    status: Grounded[Status]
    group: Grounded[str] | None = None
    group_role: Role | None = None
    outer: Grounded[str] | None = None
    above: Columns = ()
    path: tuple[Grounded[str], ...] = ()
    inherited: tuple[Grounded[str], ...] = ()
    modes_are_marked: bool = False
    shared: tuple[Grounded[str], ...] = ()
    mode: Grounded[Mode] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of an attendee, how it is known, and where it stands."""

    sign: Sign
    basis: Basis
    evidence: tuple[Span, ...]


def said_of(row: Row, context: Context) -> Iterator[Said]:
    """Give what the marks of *row* mean and what its notes say."""
    for mark in row.marks:
        text = mark.text.lstrip("\\")
        for entry in context.legend:
            if _same_mark(entry.mark, text):
                for sign in read_signs(entry.meaning, context.lexicon):
                    yield Said(sign, Basis.LEGEND, (mark.span, entry.span))
    for entry in context.legend if not row.marks else ():
        if entry.mark == UNMARKED:
            for sign in read_signs(entry.meaning, context.lexicon):
                yield Said(sign, Basis.LEGEND, (entry.span,))
    for sign, piece in row.signs:
        yield Said(sign, Basis.STATED, (piece.span,))


def _same_mark(left: str, right: str) -> bool:
    """Tell whether two marks are one: 〇 ○ ◯ are, and so are * and ＊."""
    circles = str.maketrans("〇◯＊", "○○*")
    return left.translate(circles) == right.translate(circles)


def read_status(said: tuple[Said, ...], context: Context) -> Grounded[Status]:
    """Return the status: a note outranks the heading of the section."""
    marked = {one.sign.meaning for one in said if one.basis is Basis.LEGEND}
    if {Meaning.ABSENT, Meaning.PRESENT} <= marked:
        return context.status  # ○ × ○: on some days of the session, not on others
    for one in said:
        if one.sign.meaning is Meaning.ABSENT:
            return Grounded(Status.ABSENT, one.basis, one.evidence)
        if one.sign.meaning is Meaning.PRESENT:
            return Grounded(Status.PRESENT, one.basis, one.evidence)
    return context.status


def read_mode(said: tuple[Said, ...], context: Context) -> Grounded[Mode]:
    """Return the mode; without a mark it is in person where others are marked."""
    absent = context.status.value is Status.ABSENT
    for one in said:
        if one.sign.meaning is Meaning.ONLINE:
            return Grounded(Mode.ONLINE, one.basis, one.evidence)
        if one.sign.meaning is Meaning.IN_PERSON:
            return Grounded(Mode.IN_PERSON, one.basis, one.evidence)
        absent = absent or one.sign.meaning is Meaning.ABSENT
    if context.mode and not absent:
        return context.mode
    if context.modes_are_marked and not absent:
        return Grounded(Mode.IN_PERSON, Basis.DEFAULT)
    return Grounded(Mode.UNKNOWN, Basis.DEFAULT)


def read_proxy(said: tuple[Said, ...]) -> Grounded[bool]:
    """Return whether the attendee sat for somebody else."""
    for one in said:
        if one.sign.meaning is Meaning.PROXY:
            return Grounded(value=True, basis=one.basis, evidence=one.evidence)
    return Grounded(value=False, basis=Basis.DEFAULT)


def _own_kind(words: str, row: Row) -> str:
    """Return the one of several kinds that the post of *row* is of.

    Below 出席副大臣及び大臣政務官 somebody is 国土交通副大臣, and so 副大臣.
    """
    kinds = _AND.split(words)
    posts = "".join(piece.text for piece in row.affiliation)
    own = [kind for kind in kinds if re.sub(r"\s", "", posts).endswith(kind)]
    return max(own, key=len) if len(kinds) > 1 and own else words


def read_role(
    row: Row, said: tuple[Said, ...], context: Context
) -> tuple[Grounded[Role] | None, str | None]:
    """Return the role and the word for it: beside the name, by mark, by group."""
    marked = [one for one in said if one.sign.meaning is Meaning.ROLE]
    marked.sort(key=lambda one: one.sign.role is Role.MEMBER)
    if row.title:
        word = re.sub(r"\s", "", row.title.text)
        title = context.lexicon.role(word) or Role.MEMBER  # 理事 of a committee
        if title is not Role.MEMBER or not marked:
            return Grounded(title, Basis.STATED, (row.title.span,)), word
    if marked:
        one = marked[0]
        if one.sign.role:
            return Grounded(one.sign.role, one.basis, one.evidence), one.sign.word
    if context.group and context.group_role:
        heading = context.outer or context.group
        word = _LISTED.sub("", _BY_LAW.sub("", heading.value))
        word = _own_kind(_CALLED.sub("", word), row)
        stated = context.lexicon.role(word) is context.group_role
        basis = Basis.STATED if stated else Basis.INFERRED
        return Grounded(context.group_role, basis, heading.evidence), word
    if context.group and _PEOPLE.fullmatch(context.group.value):
        return None, context.group.value  # 事業者, 被保険者代表: of no known kind
    return None, None
