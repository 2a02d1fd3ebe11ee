"""Read a sentence that tells who sat there for whom.

「※橘委員の代理として、同協会 書記 間宮 陽子 氏が出席」: the list names the principal
only, and the sentence alone names who came.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.minutes.absence import is_called
from kg.minutes.attendee import make_attendees
from kg.minutes.axis import Context
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.row import read_rows
from kg.model import Attendee, Basis, Grounded, Mode, Role, Span, Status

# ※橘委員の代理として、同協会書記の間宮陽子氏がオンラインで出席
_STANDS_IN = re.compile(
    r"""(?:※\s*\d*|注\d*[):]?|\*|・)?\s*(?:なお|また)?[、,]?\s*
    (?P<who>(?:[^\s、。,※()「」]{1,5}\s)?[^\s、。,※()「」]{1,12})の(?:代理|代わり)(?:として|で|に)[、,]?\s*
    (?P<proxy>[^。、※]{2,40}?)\s*(?:氏|様|君|さん)?(?:が|も)(?:代理|代わりに)?
    (?:で|にて|により)?(?:オンラインで|Webで)?(?:御|ご)?(?:出席|参加)
    (?:した|している|されている|された|です|である|しています|しました)?[。.]?""",
    re.VERBOSE,
)
# 同社の 角 幸恵: of the body that the principal is of
_SAME = re.compile(r"同[^\s]{1,6}?の\s*")
_GUESTS = frozenset({Role.WITNESS, Role.OBSERVER, Role.EXPERT})
_ONLINE = re.compile(r"(?i:web)|オンライン|リモート")


def tells_stand_in(text: str) -> bool:
    """Tell whether *text* is a sentence on who sat there for whom."""
    return _STANDS_IN.fullmatch(text) is not None


def with_stand_ins(
    attendees: Sequence[Attendee], sentences: Sequence[Piece], lexicon: Lexicon
) -> tuple[tuple[Attendee, ...], tuple[Span, ...]]:
    """Return *attendees* with the proxies of *sentences*, and the spans that were read.

    A sentence counts where its principal is one of the list, and where whoever
    came has a name; else it says nothing.
    """
    known = list(attendees)
    placed: list[Span] = []
    for sentence in sentences:
        found = _STANDS_IN.fullmatch(sentence.text)
        if not found:
            continue
        place = _principal(known, sentence.match(found, "who"), lexicon)
        proxy = _proxy(sentence, found, known[place], lexicon) if place >= 0 else None
        if proxy is None:
            continue
        known[place] = replace(
            known[place],
            status=Grounded(Status.ABSENT, Basis.INFERRED, (sentence.span,)),
            mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        )
        known.insert(place + 1, proxy)
        placed.append(sentence.span)
    return tuple(known), tuple(placed)


def _principal(attendees: Sequence[Attendee], who: Piece, lexicon: Lexicon) -> int:
    """Return the place of the one whom *who* (橘委員) calls, -1 if not one."""
    suffix = lexicon.role_suffix(who.text) or lexicon.post_suffix(who.text) or ""
    name = who.text.removesuffix(suffix).removesuffix("氏") or who.text
    places = [i for i, one in enumerate(attendees) if is_called(one, name)]
    return places[0] if len(places) == 1 else -1


def _proxy(
    sentence: Piece, found: re.Match[str], principal: Attendee, lexicon: Lexicon
) -> Attendee | None:
    """Return who sat there for *principal*, his mode as *sentence* tells it."""
    attendee = read_stand_in(
        sentence.match(found, "proxy"), sentence, principal, lexicon
    )
    if attendee is None or not _ONLINE.search(sentence.text, found.end("proxy")):
        return attendee
    return replace(attendee, mode=Grounded(Mode.ONLINE, Basis.STATED, (sentence.span,)))


def read_stand_in(
    words: Piece, sentence: Piece, principal: Attendee, lexicon: Lexicon
) -> Attendee | None:
    """Return who sat there for *principal* by *words*, a part of *sentence*.

    He has the seat of the principal, but as 参考人 that of his own, and an office of
    his own; None where the words name nobody.
    """
    same = _SAME.match(words.text)
    words = words.part(same.end()) if same else words
    rows = [row for row in read_rows(words, lexicon) if row.name and row.reading]
    row = max(rows, key=lambda r: r.score, default=None)
    if row is None or principal.name is None:
        return None
    units = principal.affiliations[-1].units if principal.affiliations else ()
    present = Grounded(Status.PRESENT, Basis.STATED, (sentence.span,))
    context = Context(
        lexicon,
        (),
        present,
        principal.group,
        above=(units,),
        inherited=units if same else (),
    )
    found = make_attendees(row, context)[0]
    own = found.role is not None and found.role.value in _GUESTS
    return replace(
        found,
        role=found.role if own else principal.role,
        role_word=found.role_word if own else principal.role_word,
        proxy=Grounded(value=True, basis=Basis.STATED, evidence=(sentence.span,)),
        principal=principal.name,
    )
