"""Find who is said to be absent in a speech: 「橘委員は所用により御欠席」."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import person_name, read_name
from kg.model import Attendee, Basis, Grounded, Mode, Span, Status
from kg.text import key

# 波多江委員と灘委員から欠席の御連絡 / なお、蓮沼委員は所用により御欠席とのこと
_TITLED = r"[^\s。、とはが「」]{1,10}?(?:委員|構成員|議員|会員|分科員|検討員|幹事)"
_SAID = re.compile(
    rf"(?P<who>{_TITLED}(?:(?:、|と|及び){_TITLED})*)"
    r"(?:、?(?:以上)?の?(?:計|合計)?\d+\s*(?:名|人)(?:の委員)?)?"
    r"(?:(?:は|が|も|から(?:は|も)?|より|におかれ(?:まして)?は|につき?まして(?:は|も)|については)"
    r"(?:(?!委員|構成員|議員|会員|出席|。).){0,24}?)(?:御|ご)?欠席"
    r"(?!しません|の場合|した場合|者の|した際|しない)"
    rf"|欠席の(?P<other>{_TITLED})"
)
_OTHER_TIME = re.compile(r"前回|次回|昨年|以前|前々回|第\d+回")
_AND = re.compile(r"、|と|及び|並びに|・")
_LEAD = re.compile(r"^(?:\d+番|本日は?|なお|また|それから|今回は?|今日は?)[、,]?")


def absences(pieces: Iterable[Piece], lexicon: Lexicon) -> tuple[Attendee, ...]:
    """Return those whom *pieces* call absent, whether the roster lists them or not.

    Only a name with a role of the meeting counts （橘委員）; words on another
    meeting （前回） do not. Positions are 0; the caller counts.
    """
    found: dict[str, Attendee] = {}
    for piece in pieces:
        for said in _SAID.finditer(piece.text):
            start = piece.text.rfind("。", 0, said.start()) + 1
            sentence = piece.part(start, said.end())
            if _OTHER_TIME.search(sentence.text):
                continue
            group = "who" if said["who"] else "other"
            for attendee in _named(piece.match(said, group), sentence, lexicon):
                name = attendee.name.text if attendee.name else ""
                found.setdefault(name, attendee)
    return tuple(found.values())


def _named(who: Piece, sentence: Piece, lexicon: Lexicon) -> Iterator[Attendee]:
    """Give an attendee for each 橘委員 in *who*."""
    start = 0
    for cut in (*_AND.finditer(who.text), None):
        part = who.part(start, cut.start() if cut else None)
        start = cut.end() if cut else 0
        lead = _LEAD.match(part.text)
        part = part.part(lead.end()) if lead else part
        suffix = lexicon.role_suffix(part.text)
        if not suffix or suffix == part.text:
            continue
        bare = part.part(0, len(part.text) - len(suffix))
        title = part.part(len(bare.text))
        reading = read_name(bare, lexicon)
        role = lexicon.role(suffix)
        if reading.score > 1 and role and bare:
            yield Attendee(
                position=0,
                row=Span(part.span.start, part.span.end),
                as_written=part.raw,
                name=person_name((bare,), reading),
                status=Grounded(Status.ABSENT, Basis.STATED, (sentence.span,)),
                mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
                proxy=Grounded(value=False, basis=Basis.DEFAULT),
                role=Grounded(role, Basis.STATED, (title.span,)),
                role_word=suffix,
            )


def with_absences(
    attendees: Sequence[Attendee], absent: Sequence[Attendee]
) -> tuple[Attendee, ...]:
    """Return *attendees* with those who are said to be *absent*.

    Somebody whom a heading 出席者 lists stays present: the record says two things of
    him. Where no heading says so, the speech decides; others are added.
    """
    known = list(attendees)
    for one in absent:
        name = one.name.text if one.name else ""
        places = [i for i, other in enumerate(known) if is_called(other, name)]
        if not places:
            known.append(one)
        elif len(places) == 1 and known[places[0]].status.basis is Basis.DEFAULT:
            known[places[0]] = replace(known[places[0]], status=one.status)
    return tuple(replace(one, position=i) for i, one in enumerate(known, 1))


def is_called(attendee: Attendee, name: str) -> bool:
    """Tell whether *attendee* may be meant by *name*, a name or a surname."""
    if attendee.name is None:
        return False
    whole = key(attendee.name.text)
    return key(name) in {whole, key(attendee.name.family or "")} or (
        attendee.name.family is None and whole.startswith(key(name))
    )
