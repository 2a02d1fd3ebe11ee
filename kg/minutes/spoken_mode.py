"""Find who is said in a speech to have come online: 「橘委員はウェブでの御参加」."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.minutes.absence import is_called
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Attendee, Basis, Grounded, Mode, Status
from kg.text import key

_TITLE = (
    r"(?:委員長代理|座長代理|部会長代理|会長代理|主査代理|副委員長|副座長|副会長|副部会長"
    r"|委員長|座長|部会長|分科会長|会長|主査|委員|構成員|議員|会員|幹事|検討員|参考人|オブザーバー)"
)
_LETTER = r"[^\s。、,はがもと「」()]"
_ONE = rf"(?:{_LETTER}{{1,5}}\s)?{_LETTER}{{1,8}}?(?:\([^()]{{1,3}}\))?{_TITLE}"
_JOINT = r"、|,|と、?|及び|並びに|・"
_WEB = (
    r"(?:(?:web|ウェブ|オンライン|リモート|テレビ|ビデオ|zoom|teams)"
    r"(?:会議)?(?:システム)?(?:の方法)?)"
)
# 橘委員と小暮委員は、本日、オンラインでの御参加です
_SAID = re.compile(
    rf"(?P<who>{_ONE}(?:(?:{_JOINT}){_ONE})*)"
    r"(?:の(?:\d+|[二三四五六])(?:名|人|委員))?"
    r"(?:は|が|も|におかれ(?:まして)?は|につき?まして(?:は|も)|には)、?(?:本日|今回)?(?:は|も)?、?"
    rf"{_WEB}(?:から|で|にて|により|による|を(?:通じ|利用し|用い)た?て?)?(?:の|、)?(?:御|ご)?"
    r"(?:出席|参加|入室)(?!し(?:ません|ない)|でき|の?予定でし)",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(r"前回|次回|昨年|以前|前々回|第\d+回")
_LEAD = re.compile(r"^(?:本日は?|なお|また|それから|今回は?|今日は?|うち)[、,]?")
_ONLY_TITLE = re.compile(_TITLE)


def with_spoken_modes(
    attendees: Sequence[Attendee], pieces: Iterable[Piece], lexicon: Lexicon
) -> tuple[Attendee, ...]:
    """Return *attendees* with the modes that *pieces* of what was said tell.

    A name counts where it is that of one who was there, and of whom nothing else
    says how he came; words on another meeting (前回) say nothing.
    """
    known = list(attendees)
    for piece in pieces:
        for said in _SAID.finditer(piece.text):
            start = piece.text.rfind("。", 0, said.start()) + 1
            if _OTHER_TIME.search(piece.text[start : said.end()]):
                continue
            for name in _names(piece.match(said, "who")):
                place = _place(known, name, lexicon)
                if place is not None:
                    spans = (name.span, piece.match(said).span)
                    mode = Grounded(Mode.ONLINE, Basis.STATED, spans)
                    known[place] = replace(known[place], mode=mode)
    return tuple(known)


def _names(who: Piece) -> Iterator[Piece]:
    """Give 橘委員 and 小暮委員 of a list of them."""
    start = 0
    for cut in (*re.finditer(_JOINT, who.text), None):
        part = who.part(start, cut.start() if cut else None)
        lead = _LEAD.match(part.text)
        part = part.part(lead.end()) if lead else part
        if part and _ONLY_TITLE.search(part.text):
            start = cut.end() if cut else 0
            yield part


def _place(attendees: Sequence[Attendee], who: Piece, lexicon: Lexicon) -> int | None:
    """Return the place of the one whom *who* calls, None where it is not one."""
    suffix = lexicon.role_suffix(who.text) or ""
    bare = who.text.removesuffix(suffix)
    noted = re.fullmatch(r"(?P<name>[^()]+)\((?P<initial>[^()]+)\)", bare)
    name = noted["name"] if noted else bare
    places = [
        i
        for i, one in enumerate(attendees)
        if name
        and is_called(one, name)
        and (not noted or _begins(one, noted["initial"]))
    ]
    if len(places) != 1:
        return None
    one = attendees[places[0]]
    there = one.status.value is Status.PRESENT
    return places[0] if there and one.mode.basis is Basis.DEFAULT else None


def _begins(one: Attendee, initial: str) -> bool:
    """Tell whether the given name of *one* begins with *initial*."""
    given = one.name.given if one.name else None
    return given is not None and key(given).startswith(key(initial))
