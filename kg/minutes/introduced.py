"""Give those whom only a label names the post by which the chair calls them.

「外交防衛委員長橘一葉君。」 in the chair's words, then ○橘一葉君　ただいま….
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.minutes.affiliation import read_affiliations
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.model import Attendee
from kg.text import key

# 委員長の報告を求めます。外交防衛委員長橘一葉君。
_CALLED = re.compile(r"(?:^|[。、,\s])(?P<post>[^\s。、,()「」]{2,20}?)$")
_POST = re.compile(r"[^をがはにとの]+(?:委員長|大臣|政務官|長官|会長|主査|理事)")
_NAME = re.compile(r"[\w・]{3,}")


def with_introductions(
    attendees: Sequence[Attendee], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[Attendee, ...]:
    """Return *attendees*, those of no list with the post that *lines* call them by.

    Whom two posts are said of has none: he may have been both, or another have
    his name.
    """
    return tuple(_introduced(one, lines, lexicon) for one in attendees)


def _introduced(one: Attendee, lines: Sequence[Line], lexicon: Lexicon) -> Attendee:
    """Return *one* with the post that stands right before the name, if one does."""
    name = key(one.name.text) if one.name else ""
    if one.affiliations or one.role or one.group or not _NAME.fullmatch(name):
        return one
    found: dict[str, Piece] = {}
    for line in lines:
        for place in re.finditer(re.escape(name) + "君", line.text):
            before = _CALLED.search(line.text[: place.start()])
            if before and _POST.fullmatch(before["post"]):
                found.setdefault(before["post"], line.piece.match(before, "post"))
    if len(found) != 1:
        return one
    (post,) = found.values()
    return replace(one, affiliations=read_affiliations((post,), (), lexicon))
