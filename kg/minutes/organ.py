"""Read a ministry on a line of its own that heads the people below it."""

from kg.minutes.group_head import GroupHead, heading_sign, unspaced
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.minutes.row import read_rows
from kg.model import Role

_MEMBERS = frozenset({Role.MEMBER, Role.EXPERT, Role.CHAIR, Role.DEPUTY_CHAIR})
"""Roles that nobody of a ministry below has, as those of 関係省庁 may."""

_SURE = 3


def read_organ_head(
    line: Line, following: Line | None, before: GroupHead | None, lexicon: Lexicon
) -> GroupHead | None:
    """Return the heading that a ministry alone on *line* is, or None.

    「架空省」 below the members, apart from them, and above 「医政局長　橘 一葉」:
    those of the ministry are no members. *before* is the heading of the list so far.
    """
    if before is None or before.role not in _MEMBERS or following is None:
        return None
    apart = line.after_blank or line.indent < following.indent
    words = unspaced(line.text)
    if not apart or following.after_blank or not lexicon.is_ministry(words):
        return None
    rows = [row for row in read_rows(following.piece, lexicon) if row.name]
    row = max(rows, key=lambda one: one.score, default=None)
    office = row.affiliation[0].text if row and row.affiliation else ""
    if row is None or row.score < _SURE or not office:
        return None
    first = office.split()[0]
    if lexicon.known_start(first) or lexicon.is_top(first):
        return None  # the next is of an organization of his own
    return GroupHead(
        words,
        line.piece,
        Role.OFFICIAL,
        None,
        bracketed=False,
        organization=line.piece,
        sign=heading_sign(line.text),
    )
