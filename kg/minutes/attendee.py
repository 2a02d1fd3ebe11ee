"""Turn one reading of a row into attendees: who sat there, and for whom."""

import re
from dataclasses import replace

from kg.minutes.axis import (
    Context,
    read_mode,
    read_proxy,
    read_role,
    read_status,
    said_of,
)
from kg.minutes.employer import read_offices
from kg.minutes.legend import Meaning
from kg.minutes.name import person_name
from kg.minutes.note import Order, Row
from kg.minutes.represent import represented, with_principal, with_proxy
from kg.model import Attendee, Basis, Grounded, Role

_MINISTERS = ("大臣", "政務官")
# 委員長, 勞働委員長 of a joint sitting, 衆議院　委員長; no 農業委員会委員長
_CHAIR = re.compile(r"(?:[衆参]議院)?(?P<word>[^会]{0,8}委員長)")
_GRADES = frozenset({"主査", "副主査"})
_OFFICIALS = frozenset({Role.SECRETARIAT, Role.OFFICIAL})
"""Among officials and proxies 主査 is a grade, and no role in the meeting."""


def make_attendees(row: Row, context: Context) -> tuple[Attendee, ...]:
    """Return the attendee of *row*, and the proxy or principal it names too.

    Positions are 0; the caller counts.
    """
    stands_in = any(sign.meaning is Meaning.PROXY for sign, _ in row.signs)
    graded = stands_in or context.group_role in _OFFICIALS
    if row.title and row.title.text in _GRADES and graded:
        row = replace(row, title=None, post=row.post or row.title)
    if row.title and row.title.text.endswith(_MINISTERS) and not row.post:
        # 川西大臣: it is his office too; below 架空省 it is that alone
        of_ministry = context.group and context.lexicon.is_ministry(context.group.value)
        row = replace(row, post=row.title, title=None if of_ministry else row.title)
    said = tuple(said_of(row, context))
    place = row.piece.extent
    role, word = _as_chair(row, context) or read_role(row, said, context)
    attendee = Attendee(
        position=0,
        row=place,
        as_written=row.piece.view.raw[place.start : place.end],
        name=person_name((row.name,), row.reading)
        if row.name and row.reading
        else None,
        status=read_status(said, context),
        mode=read_mode(said, context),
        proxy=read_proxy(said),
        role=role,
        role_word=word,
        group=context.group,
        affiliations=read_offices(row, context),
    )
    if row.represented_by:
        return (represented(attendee, row.represented_by),)
    if row.proxy:
        return with_proxy(attendee, row.proxy, context)
    if row.represented:
        return with_principal(attendee, row.represented, context)
    return (attendee,)


def _as_chair(row: Row, context: Context) -> tuple[Grounded[Role], str] | None:
    """Return the role of who heads a committee of the Diet among its members.

    衆議院 / 委員長　橘　一葉君 below 出席委員: the house or the field of the committee
    stands before the word, and 君 ends the row.
    """
    member = context.group_role is Role.MEMBER and row.title is None
    words = re.sub(r"\s", "", "".join(piece.text for piece in row.affiliation))
    found = _CHAIR.fullmatch(words)
    called = row.order is Order.NAME_LAST and row.piece.text.endswith("君")
    if not (found and member and called):
        return None
    place = row.affiliation[-1].span
    return Grounded(Role.CHAIR, Basis.STATED, (place,)), found["word"]
