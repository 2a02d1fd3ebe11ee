"""Make the attendees of a block, what a row says being carried on to those below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.minutes.affiliation import read_columns
from kg.minutes.attendee import make_attendees
from kg.minutes.axis import Context
from kg.minutes.block import Block
from kg.minutes.carry import carry_title, is_beside, is_bracketed, is_first_line
from kg.minutes.ditto import Columns
from kg.minutes.group_head import SINGLE
from kg.minutes.legend import Meaning
from kg.minutes.line import Piece
from kg.minutes.note import Row
from kg.minutes.vacant import is_vacant, without_vacancy
from kg.model import Attendee, Basis, Grounded, Role

# 政策課　津村課長、寺尾係長: who is of the office before him on the line; a 部長 or
# 審議官 may be of another
_LOWER = re.compile(
    r"(?:総括|主任|首席)?(?:課長補佐|室長補佐|補佐|係長|班長|主査|主任|主事|主幹|係員|専門官|専門職"
    r"|調査官|技師|職員|担当|書記|助教|准教授|講師|(?:主任|特別|上席)?研究員|技官|事務官)(?:級)?"
)


@dataclass(slots=True)
class _Carried:
    """What the rows so far leave for the next: context, role word, last office."""

    state: Context
    title: Piece | None = None
    office: tuple[Grounded[str], ...] = ()

    def hold(self, units: Columns) -> None:
        """Let the units of a line without a name hold for the rows below it."""
        flat = tuple(unit for column in units for unit in column)
        self.state = replace(self.state, inherited=flat, above=(flat,))

    def pass_over(self, units: Columns) -> None:
        """Let 同 below a seat that nobody holds repeat its *units*, or nothing."""
        self.state = replace(self.state, above=units, path=())
        self.office = ()

    def skip(self, item: Piece) -> None:
        """Let go of what an unread row would have said anew, and take its role.

        委員　橘 一葉 / 委員　??? / 同　小暮 律: 同 repeats what stands right above it.
        """
        self.state = replace(self.state, above=(), path=())
        self.office = ()
        word = re.match(r"\S+", item.text)
        if word and self.state.lexicon.title(word.group()) is not None:
            self.title = item.match(word)

    def take(self, found: Sequence[Attendee], units: Columns) -> None:
        """Remember the office of *found*, whose row prints *units* of its own."""
        own = found[0].affiliations[-1].units if found and found[0].affiliations else ()
        if any(units):
            self.state = replace(self.state, above=_in_columns(own, units))
        single = len(found) == len(found[0].affiliations) == 1 if found else False
        self.state = replace(self.state, path=own if single else ())
        self.office = own or self.state.shared


def _in_columns(own: tuple[Grounded[str], ...], units: Columns) -> Columns:
    """Return all units of a row, *own*, in the columns of those that it prints.

    Below ＜架空省＞ 〃 in the column of 河川局 repeats 架空省 河川局, and not the
    section beside it.
    """
    flat = [unit.value for column in units for unit in column]
    if len(own) <= len(flat):
        return units
    if len(units) > 1 and [unit.value for unit in own[-len(flat) :]] == flat:
        first, *others = (column for column in units if column)
        return ((*own[: -len(flat)], *first), *others)
    return (own,)


def read_attendees(
    block: Block, rows: Sequence[Row], context: Context, unread: Sequence[Piece] = ()
) -> list[Attendee]:
    """Return the attendees of *rows*, which stand in *block*.

    What a row says of those below it (its units, for 同 and 〃) is carried on, and
    not past the items of the list that are *unread*.
    """
    attendees: list[Attendee] = []
    carried = _Carried(context)
    for i, printed in enumerate(rows):
        following = rows[i + 1] if i + 1 < len(rows) else None
        for item in _between(rows[i - 1] if i else None, printed, unread):
            carried.skip(item)
        row, carried.title = carry_title(printed, carried.title)
        state = carried.state
        row = without_vacancy(_with_ditto_joined(row, state))
        units = read_columns(row.affiliation, state.above, context.lexicon)
        if is_vacant(row):
            carried.pass_over(units)
            continue
        alone = row.name is None and not _came_itself(row)
        if alone and following and is_first_line(units, following, state):
            carried.hold(units)
            continue
        own = not row.affiliation or row.affiliation[0].text[:1] not in {"同", "〃"}
        if own and units and units[0] and context.lexicon.is_top(units[0][0].value):
            state = replace(state, inherited=context.inherited)
        if block.head and is_bracketed(rows[0]) and not is_bracketed(row):
            # （国土交通省航路局長） 橘一葉君 below 政府参考人: a row without brackets
            # is no longer one of them
            state = replace(state, group=None, group_role=None)
        if block.head and block.head.role in SINGLE and attendees:
            state = _below_single(block, state)
        beside = i > 0 and is_beside(row.piece, rows[i - 1].piece)
        shared = beside and not any(units) and _is_of_office(row, state)
        carried.state = replace(state, shared=carried.office if shared else ())
        found = make_attendees(row, carried.state)
        if attendees and _repeats(row):
            found = _with_office_above(found, attendees[-1], row)
        attendees.extend(found)
        carried.take(found, units)
    return attendees


def _between(above: Row | None, row: Row, unread: Sequence[Piece]) -> Iterator[Piece]:
    """Give the *unread* items that stand between two rows."""
    start = above.piece.span.end if above else 0
    for item in unread:
        if start <= item.span.start and item.span.end <= row.piece.span.start:
            yield item


def _with_ditto_joined(row: Row, state: Context) -> Row:
    """Return *row* with its 同 before the office that stands behind the name.

    同　渚 葵　河川課長 has one office. Where a line above holds for all rows, 同 says
    no more than that line.
    """
    if row.ditto is None or len(row.affiliation) < len("同課"):
        return row
    first, office, *others = row.affiliation
    if first != row.ditto:
        return row
    whole = office if state.inherited else first.beside(office)
    return replace(row, affiliation=(whole, *others))


def _came_itself(row: Row) -> bool:
    """Tell whether *row* says how an organization came: オブザーバー⇥－⇥架空省⇥出席.

    It attended, and heads no rows below.
    """
    empty = re.search(r"(?:^|\t|\|)\s*[－\-―ー]\s*(?:\t|\|)", row.piece.text)
    return bool(row.signs or row.marks or empty)


def _repeats(row: Row) -> bool:
    """Tell whether 同 is all that stands beside the name: it repeats the office."""
    words = [piece.text for piece in row.affiliation]
    return row.post is None and len(words) == 1 and words[0] in {"同", "〃", "同上"}


def _with_office_above(
    found: tuple[Attendee, ...], above: Attendee, row: Row
) -> tuple[Attendee, ...]:
    """Return *found* with the office of the row *above*, the ditto its evidence."""
    ditto = row.affiliation[0]
    offices = tuple(
        replace(
            one,
            post=replace(one.post, evidence=(*one.post.evidence, ditto.span))
            if one.post
            else None,
        )
        for one in above.affiliations
    )
    return (
        tuple(replace(one, affiliations=offices) for one in found) if offices else found
    )


def _is_of_office(row: Row, state: Context) -> bool:
    """Tell whether *row* is of the office before it: 政策課　津村課長、寺尾係長.

    Officials are; others are where a post without an office is printed.
    """
    if any(sign.meaning is Meaning.PROXY for sign, _ in row.signs):
        return False  # 浄水課長（代理）渚 葵: he may be of any office
    words = [row.post, *row.affiliation] if row.post else [*row.affiliation]
    lower = all(_LOWER.fullmatch(piece.text) for piece in words)
    column = state.lexicon.group_role(row.title.text) if row.title else None
    if (column or state.group_role) in {Role.SECRETARIAT, Role.OFFICIAL}:
        return lower
    return lower and bool(words) and row.title is None


def _below_single(block: Block, state: Context) -> Context:
    """Return what holds for those below the one whom （委員長） heads."""
    outer = block.outer
    if outer is None:
        return replace(state, group=None, group_role=None)
    group = Grounded(outer.name, Basis.STATED, (outer.piece.span,))
    return replace(state, group=group, group_role=outer.role)
