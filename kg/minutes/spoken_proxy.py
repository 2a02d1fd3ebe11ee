"""Find who is said to have come for somebody: 「橘委員の代理で渚課長に御出席」."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.minutes.absence import is_called
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.stand_in import read_stand_in
from kg.model import Attendee, Basis, Grounded, Mode, Status

_WHO = r"(?P<who>[^\s。、とはがの「」]{1,8})(?:委員|構成員|議員|会員)"
_NAME = (
    r"(?:(?P<post>[^\s。、はがをに「」]{2,20})の)?"
    r"(?P<proxy>[^\s。、はがをにの「」]{1,10}?)"
    r"(?:様|さん|氏|君|(?<=[長官監員査事佐])(?=[にが]))"
)
_COME = r"(?:来て|お越し|いらし|(?:御|ご)?(?:出席|参加))"
# 橘委員は出張のため課長の渚様に代理で来ていただいて / 橘委員の代理として渚様に御出席
_SAID = (
    re.compile(
        rf"{_WHO}は(?:[^。、]{{0,20}}ため、?)?{_NAME}(?:に|が)"
        rf"(?:代理|代わり)(?:で|に|として)、?{_COME}"
    ),
    re.compile(rf"{_WHO}の(?:代理|代わり)(?:で|に|として)、?{_NAME}(?:に|が){_COME}"),
)
_OTHER_TIME = re.compile(r"前回|次回|昨年|以前|前々回|次期|第\d+回")


def with_spoken_proxies(
    attendees: Sequence[Attendee], pieces: Iterable[Piece], lexicon: Lexicon
) -> tuple[Attendee, ...]:
    """Return *attendees* with those whom *pieces* say to have come for one of them.

    It counts where the principal is one of the list, and no proxy of his is listed;
    words on another meeting (次回) do not.
    """
    known = list(attendees)
    for piece in pieces:
        for found in (one for said in _SAID for one in said.finditer(piece.text)):
            start = piece.text.rfind("。", 0, found.start()) + 1
            sentence = piece.part(start, found.end())
            place = _principal(known, found["who"])
            if place is None or _OTHER_TIME.search(sentence.text):
                continue
            proxy = _proxy(piece, found, known[place], lexicon)
            if proxy is not None:
                known[place] = _absent(known[place], sentence)
                known.insert(place + 1, proxy)
    return tuple(replace(one, position=i) for i, one in enumerate(known, 1))


def _principal(attendees: Sequence[Attendee], name: str) -> int | None:
    """Return the place of the one called *name*, None if not one or represented."""
    places = [i for i, one in enumerate(attendees) if is_called(one, name)]
    if len(places) != 1:
        return None
    principal = attendees[places[0]].name
    taken = any(one.principal == principal for one in attendees)
    return None if taken else places[0]


def _proxy(
    piece: Piece, found: re.Match[str], principal: Attendee, lexicon: Lexicon
) -> Attendee | None:
    """Return who came for *principal*, with the post that the words give."""
    name = piece.match(found, "proxy")
    post = lexicon.post_suffix(name.text) or ""
    bare = name.text.removesuffix(post) or name.text
    if not lexicon.is_surname(bare) and lexicon.split_name(bare) is None:
        return None
    words = piece.match(found, "post").beside(name) if found["post"] else name
    return read_stand_in(words, piece.match(found), principal, lexicon)


def _absent(principal: Attendee, sentence: Piece) -> Attendee:
    """Return *principal* as absent, by *sentence*."""
    return replace(
        principal,
        status=Grounded(Status.ABSENT, Basis.INFERRED, (sentence.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
    )
