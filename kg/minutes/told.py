"""Read a sentence below a list that tells how some of it came.

「※うち橘委員、小暮委員はオンラインにより出席」: no mark stands at the names, and the
sentence alone says it. So too 「橘 一葉委員は欠席。」.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.minutes.absence import is_called
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Attendee, Basis, Grounded, Mode, Span, Status

_NAMED = r"(?:[^\s、。,※()「」]{1,5}\s)?[^\s、。,※()「」]{1,12}"
_AND = re.compile(r"[、,]|及び|並びに|と(?=[^、]{1,8}(?:委員|構成員|議員|氏))")
_CAME = r"(?:の|で|にて|により|による|での|を通じた?て?|を利用し?て?)?(?:御|ご)?"
_TOLD = re.compile(
    rf"""(?:※\d*|注\d*[):]?|\*)?\s*(?:なお|また)?[、,]?\s*
    (?:(?:上記の?|この|その)?うち)?[、,]?\s*
    (?P<who>{_NAMED}(?:[、,]{_NAMED})*)(?:は|が)[、,]?\s*
    (?P<how>
      (?:(?P<online>(?:web|ウェブ|オンライン|リモート|テレビ)(?:会議)?(?:システム)?)
        |会場|対面){_CAME}(?:出席|参加)?
        |(?P<absent>(?:御|ご)?欠席))
    (?:した|している|されている|された|です|である)?[。.]?""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_MODE = Grounded(Mode.UNKNOWN, Basis.DEFAULT)
_HONORIFIC = re.compile(r"(?:氏|君|様)$")


@dataclass(frozen=True, slots=True)
class Told:
    """The attendees with what *placed* says of them; *unplaced* says what else."""

    attendees: tuple[Attendee, ...]
    placed: tuple[Span, ...]
    unplaced: tuple[Span, ...]


def is_told(text: str) -> bool:
    """Tell whether *text* is a sentence on how some people came."""
    return _TOLD.fullmatch(text) is not None


def tell_modes(
    attendees: Sequence[Attendee], sentences: Sequence[Piece], lexicon: Lexicon
) -> Told:
    """Return *attendees* with the modes that *sentences* tell.

    A sentence counts as a whole: if one of its names fits nobody present or two,
    or if another mode stands at a name, nobody gets a mode from it.
    """
    known = list(attendees)
    placed: list[Span] = []
    unplaced: list[Span] = []
    for sentence in sentences:
        told = list(_told(known, sentence, lexicon))
        places = [place for place, _ in told]
        if not told or None in places or len(set(places)) < len(places):
            unplaced.append(sentence.span)
            continue
        for place, said in told:
            if place is not None and isinstance(said.value, Status):
                known[place] = replace(known[place], status=said, mode=_NO_MODE)
            elif place is not None and isinstance(said.value, Mode):
                known[place] = replace(known[place], mode=said)
        placed.append(sentence.span)
    return Told(tuple(known), tuple(placed), tuple(unplaced))


def _told(
    attendees: Sequence[Attendee], sentence: Piece, lexicon: Lexicon
) -> Iterator[tuple[int | None, Grounded[Mode] | Grounded[Status]]]:
    """Give the place of each attendee in *sentence*, None if open, and what it says."""
    found = _TOLD.fullmatch(sentence.text)
    if not found:
        return
    mode = Mode.ONLINE if found["online"] else Mode.IN_PERSON
    how = sentence.match(found, "how")
    who = sentence.match(found, "who")
    start = 0
    for cut in (*_AND.finditer(who.text), None):
        part = who.part(start, cut.start() if cut else None)
        start = cut.end() if cut else 0
        suffix = lexicon.role_suffix(part.text) or ""
        name = _HONORIFIC.sub("", part.text.removesuffix(suffix))
        places = [
            i
            for i, one in enumerate(attendees)
            if name
            and is_called(one, name)
            and one.status.value is Status.PRESENT
            and one.mode.basis is Basis.DEFAULT
        ]
        place = places[0] if len(places) == 1 else None
        spans = (part.span, how.span)
        if found["absent"]:
            yield place, Grounded(Status.ABSENT, Basis.STATED, spans)
        else:
            yield place, Grounded(mode, Basis.STATED, spans)
