"""Turn one reading of a row into attendees, every axis with its basis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.minutes.affiliation import Columns, read_affiliations
from kg.minutes.legend import Meaning, Sign, read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import person_name
from kg.minutes.note import Row
from kg.minutes.row import read_rows
from kg.minutes.unit import read_post
from kg.model import (
    Affiliation,
    Attendee,
    Basis,
    Grounded,
    LegendEntry,
    Mode,
    Role,
    Span,
    Status,
)

_MINISTERS = ("大臣", "政務官")
_GRADES = frozenset({"主査", "副主査"})
_OFFICIALS = frozenset({Role.SECRETARIAT, Role.OFFICIAL})
"""Among officials 主査 is a grade, and no role in the meeting."""
# 地方自治法第121条の規定により説明のため出席した者
_BY_LAW = re.compile(r"^.*?(?:により|によって|に基づき|を受けて)[、,]?(?=.)")
_LISTED = re.compile(r"^(?:出席|欠席|応招|不応招|列席)(?:した)?(?=.)")


@dataclass(frozen=True, slots=True)
class Context:
    """What the surroundings of a row say: its section, its group, the legend.

    *above* are the units of the row before, for 同; *inherited* those of a heading
    or a first line that hold for every row below it; *shared* those that the row
    before on the same line prints for officials (政策課　津村課長、寺尾係長); *mode*
    holds for a list that begins with it: (テレビ会議)橘委員、….
    """

    lexicon: Lexicon
    legend: tuple[LegendEntry, ...]
    status: Grounded[Status]
    group: Grounded[str] | None = None
    group_role: Role | None = None
    above: Columns = ()
    inherited: tuple[Grounded[str], ...] = ()
    modes_are_marked: bool = False
    shared: tuple[Grounded[str], ...] = ()
    mode: Grounded[Mode] | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing said of an attendee, how it is known, and where it stands."""

    sign: Sign
    basis: Basis
    evidence: tuple[Span, ...]


def make_attendees(row: Row, context: Context) -> tuple[Attendee, ...]:
    """Return the attendee of *row*, and the proxy or principal it names too.

    Positions are 0; the caller counts.
    """
    if row.title and row.title.text in _GRADES and context.group_role in _OFFICIALS:
        row = replace(row, title=None, post=row.post or row.title)
    if row.title and row.title.text.endswith(_MINISTERS) and not row.post:
        row = replace(row, post=row.title)  # 川西大臣: it is his office too
    said = tuple(_said(row, context))
    affiliations = _affiliations(row, context)
    attendee = Attendee(
        position=0,
        row=row.piece.span,
        as_written=row.piece.raw,
        name=person_name((row.name,), row.reading)
        if row.name and row.reading
        else None,
        status=_status(said, context),
        mode=_mode(said, context),
        proxy=_proxy(said),
        role=_role(row, said, context)[0],
        role_word=_role(row, said, context)[1],
        group=context.group,
        affiliations=affiliations,
    )
    if row.represented_by:
        return (_represented(attendee, row.represented_by),)
    if row.proxy:
        return _with_proxy(attendee, row.proxy, context)
    if row.represented:
        return _with_principal(attendee, row.represented, context)
    return (attendee,)


def _said(row: Row, context: Context) -> Iterator[_Said]:
    """Give what the marks of *row* mean and what its notes say."""
    for mark in row.marks:
        text = mark.text.lstrip("\\")
        for entry in context.legend:
            if _same_mark(entry.mark, text):
                for sign in read_signs(entry.meaning, context.lexicon):
                    yield _Said(sign, Basis.LEGEND, (mark.span, entry.span))
    for sign, piece in row.signs:
        yield _Said(sign, Basis.STATED, (piece.span,))


def _same_mark(left: str, right: str) -> bool:
    """Tell whether two marks are one: 〇 ○ ◯ are, and so are * and ＊."""
    circles = str.maketrans("〇◯＊", "○○*")
    return left.translate(circles) == right.translate(circles)


def _status(said: tuple[_Said, ...], context: Context) -> Grounded[Status]:
    """Return the status: a note outranks the heading of the section."""
    for one in said:
        if one.sign.meaning is Meaning.ABSENT:
            return Grounded(Status.ABSENT, one.basis, one.evidence)
        if one.sign.meaning is Meaning.PRESENT:
            return Grounded(Status.PRESENT, one.basis, one.evidence)
    return context.status


def _mode(said: tuple[_Said, ...], context: Context) -> Grounded[Mode]:
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


def _proxy(said: tuple[_Said, ...]) -> Grounded[bool]:
    """Return whether the attendee sat for somebody else."""
    for one in said:
        if one.sign.meaning is Meaning.PROXY:
            return Grounded(value=True, basis=one.basis, evidence=one.evidence)
    return Grounded(value=False, basis=Basis.DEFAULT)


def _role(
    row: Row, said: tuple[_Said, ...], context: Context
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
        word = _LISTED.sub("", _BY_LAW.sub("", context.group.value))
        stated = context.lexicon.role(word) is context.group_role
        basis = Basis.STATED if stated else Basis.INFERRED
        return Grounded(context.group_role, basis, context.group.evidence), word
    return None, None


def _affiliations(row: Row, context: Context) -> tuple[Affiliation, ...]:
    """Return the affiliations; a post at the name is that of the last one.

    水産庁増殖推進室 瀬戸口室長: the post stands behind the surname.
    """
    found = tuple(
        _below(affiliation, context)
        for affiliation in read_affiliations(
            row.affiliation, context.above, context.lexicon
        )
    )
    if context.shared and not any(one.units for one in found):
        return _shared(row, found, context)
    if not row.post:
        return found
    post = read_post(row.post, context.lexicon)
    if found and found[-1].post is None:
        last = replace(found[-1], post=post, post_as_written=row.post.raw)
        return (*found[:-1], last)
    alone = Affiliation(row.post.span, post=post, post_as_written=row.post.raw)
    return (*found, _below(alone, context))


def _shared(
    row: Row, found: tuple[Affiliation, ...], context: Context
) -> tuple[Affiliation, ...]:
    """Return the affiliations with the units that the row beside prints."""
    units = context.shared
    if found:
        return tuple(replace(one, units=units) for one in found)
    if row.post:
        post = read_post(row.post, context.lexicon)
        return (
            Affiliation(row.post.span, units, post=post, post_as_written=row.post.raw),
        )
    return (Affiliation(units[-1].evidence[0], units),)


def _below(affiliation: Affiliation, context: Context) -> Affiliation:
    """Return *affiliation* with the units that hold for its block before it.

    経済産業省電源政策局 on a line of its own holds for 電力系統課長 below it; a row
    that begins with an organization of its own is left alone.
    """
    first = affiliation.units[0].value if affiliation.units else ""
    own = affiliation.legal_form or context.lexicon.is_top(first)
    if (
        own
        or not context.inherited
        or affiliation.units[: len(context.inherited)] == (context.inherited)
    ):
        return affiliation
    return replace(affiliation, units=(*context.inherited, *affiliation.units))


def _represented(principal: Attendee, words: Piece) -> Attendee:
    """Return somebody for whom another sat, by *words*, as absent."""
    return replace(
        principal,
        status=Grounded(Status.ABSENT, Basis.INFERRED, (words.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=Grounded(value=False, basis=Basis.DEFAULT),
    )


def _with_proxy(
    principal: Attendee, words: Piece, context: Context
) -> tuple[Attendee, ...]:
    """Return the principal, absent, and the proxy of 橘委員（代理：小暮部長）.

    The proxy's own affiliation is not printed, so it stays empty.
    """
    rows = [r for r in read_rows(words, context.lexicon) if r.name]
    absent = _represented(principal, words)
    if not rows or principal.name is None:
        return (absent,)
    row = max(rows, key=lambda r: r.score)
    said = Grounded(value=True, basis=Basis.STATED, evidence=(words.span,))
    proxy = replace(
        principal,
        name=person_name((row.name,), row.reading)
        if row.name and row.reading
        else None,
        proxy=said,
        principal=principal.name,
        affiliations=_affiliations(row, replace(context, above=())),
        status=Grounded(Status.PRESENT, Basis.STATED, (words.span,)),
    )
    return absent, proxy


def _with_principal(
    proxy: Attendee, words: Piece, context: Context
) -> tuple[Attendee, ...]:
    """Return the proxy of 小暮律（橘一葉委員代理）, and the principal, absent."""
    row = max(read_rows(words, context.lexicon), key=lambda r: r.score, default=None)
    if row is None or row.name is None or row.reading is None:
        return (proxy,)
    name = person_name((row.name,), row.reading)
    title = row.title and context.lexicon.role(row.title.text)
    principal = Attendee(
        position=0,
        row=proxy.row,
        as_written=proxy.as_written,
        name=name,
        status=Grounded(Status.ABSENT, Basis.INFERRED, (words.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=Grounded(value=False, basis=Basis.DEFAULT),
        role=Grounded(title, Basis.STATED, (row.title.span,))
        if row.title and title
        else proxy.role,
        role_word=row.title.text if row.title else proxy.role_word,
        group=proxy.group,
    )
    return replace(proxy, principal=name), principal
