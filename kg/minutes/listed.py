"""Cut the words of a list into one piece for each of its people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.minutes.frame import read_frame
from kg.minutes.lattice import part_people
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.listing import read_each, read_joined
from kg.minutes.remark import is_remark
from kg.minutes.stand_in import tells_stand_in
from kg.minutes.told import is_told
from kg.morphology import is_common

_LIST = re.compile(
    r"(?<!Director)(?<!President)(?<!Manager)(?<!Officer)(?<!Head)[、,;]\s*"
    r"(?!(?:[^()]|\([^()]*\))*\))(?![^【】]*】)(?![^<>]*>)"
)
# 1番　橘 一葉　　2番　小暮 律: the seats of an assembly
_SEAT = re.compile(
    r"(?:^|\s)\s*(?:\d{1,3}|[〇一二三四五六七八九十百]{1,4})番(?!町)\s*(?=\S)"
)
# 10番 鈴木、13番 永井  15番 森村: a comma is missing
_AMONG = re.compile(r"(?:^|(?<=[\s、,]))\d{1,3}番(?!町)\s*(?=\S)")
# 橘、小暮（うち橘委員はオンライン） and 橘、小暮、欠席：渚 say no more of the last one
_ASIDE = re.compile(
    r"\((?P<some>(?:うち|※|なお)[^()]{2,}(?:は|が)[^()]*)\)$"
    r"|(?<=[、, ])(?P<absent>(?:ご|御)?欠席(?:者|委員)?:.*)$"
)
# 里見課長　他: nobody is named
_OTHERS = re.compile(
    r"(?:[、,\s]\s*|(?<=[長官員授事)]))(?:他|ほか|外|等)(?:\s*\d+\s*[名人])?$"
)
# 武井 知恵、三好 悟(敬称略、五十音順): of the whole list
_ORDER = re.compile(
    r"\s*\((?:敬称[^()]*|[^()]*順(?:[、,][^()]*)?)\)$|[、,\s]\s*(?:以上|計)\s*\d+\s*[名人]$"
)
# 土岐委員、(欠席:羽生田委員、渡会委員)
_ABSENT = re.compile(
    r"[、,\s]*\((?P<word>(?:ご|御)?欠席)(?:者|委員)?\s*[:、]\s*(?P<list>[^()]+)\)$"
)
# 中里、高野の各委員(後藤副委員長は欠席)
_AWAY = re.compile(
    r"(?<=[員長氏])\s*\((?P<list>[^()。]{2,60}?)は(?P<word>(?:ご|御)?欠席)\)$"
)
# 政策課（課長 小田切、主事 戸田）
_OFFICE = re.compile(
    r"(?P<office>[^()、,]{2,40})\((?P<inside>[^()]*[、,][^()]*)\)(?:[、,]\s*|$)"
)
# 橘委員、小暮委員　10名: how many the list has
# 同局照明課長の橘, 照明課長の橘 一葉
_HOLDER = re.compile(
    r"(?P<office>[^\s()]{2,24})の(?P<name>[一-鿿々ヶ]{1,4}(?:\s\S{1,4})?)"
)
_SURNAMES = re.compile(
    r"(?P<office>[^、()]{3,40}?)\s+(?P<names>[一-鿿々ヶ]{1,4}(?:、[一-鿿々ヶ]{1,4})+)"
)
_MORE = re.compile(r"(?:他|ほか|外)\s*\d*\s*[名人]?")
_COUNT = re.compile(r"(?<=員)\s+(?:以上|計)?\s*\d+\s*[名人]$")
_TITLED = re.compile(r"(?:委員|構成員|議員|長)$")
# 橘一葉君 小暮律君
_TURN = re.compile(r"(?<=君)[\s、]+|(?<=氏)[\s、]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """The people whom a list names; *absent* is 欠席 with those behind it."""

    items: list[Piece]
    absent: list[Piece] = field(default_factory=list)


def cut_list(piece: Piece, lexicon: Lexicon) -> Listed:
    """Return the people of one line: 橘一葉、小暮律 are two, 橘一葉君 小暮律君 too."""
    count = _COUNT.search(piece.text)
    if count:
        piece = piece.part(0, count.start())
    order = _ORDER.search(piece.text)
    if order and order.start() and re.search("[、,]", piece.text[: order.start()]):
        piece = piece.part(0, order.start())
    others = _OTHERS.search(piece.text)
    if others and others.start():
        piece = piece.part(0, others.start())
    away = _AWAY.search(piece.text)
    if away and _TITLED.search(away["list"]):
        front = cut_list(piece.part(0, away.start()), lexicon)
        gone = cut_list(piece.match(away, "list"), lexicon)
        return Listed(front.items, [piece.match(away, "word"), *gone.items])
    sentences = _sentences(piece)
    if sentences:
        return Listed(sentences)
    whole = is_told(piece.text) or tells_stand_in(piece.text)
    if whole or is_remark(piece.text):
        return Listed([piece])
    absent = _ABSENT.search(piece.text)
    if not absent:
        return _cut_present(piece, lexicon)
    before = piece.part(0, absent.start())
    front = cut_list(before, lexicon) if before else Listed([])
    gone = cut_list(piece.match(absent, "list"), lexicon)
    return Listed(
        front.items, [piece.match(absent, "word"), *gone.items, *front.absent]
    )


def _colleagues(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """Return the rows of 「渚総合研究所 計測部　橘、小暮」, each with the office.

    Only surnames stand behind it; [] where the line is built otherwise.
    """
    found = _SURNAMES.fullmatch(piece.text)
    if found is None or not lexicon.ends_organization(found["office"].split()[-1]):
        return []
    names = piece.match(found, "names")
    edges = [-1, *(m.start() for m in re.finditer("、", names.text)), len(names.text)]
    each = [names.part(a + 1, b) for a, b in pairwise(edges)]
    if any(not lexicon.is_surname(one.text) or is_common(one.text) for one in each):
        return []
    return [piece.match(found, "office").beside(one) for one in each]


def _without_of(piece: Piece, lexicon: Lexicon) -> Piece:
    """Return 同局照明課長の橘 as the office and its holder, other words as they are."""
    found = _HOLDER.fullmatch(piece.text)
    if found is None or not lexicon.is_surname(found["name"].split()[0]):
        return piece
    if not lexicon.post_suffix(found["office"]):
        return piece
    return piece.match(found, "office").beside(piece.match(found, "name"))


def _sentences(piece: Piece) -> list[Piece]:
    """Return the sentences of a note below a list, [] where one tells of nobody.

    ※橘委員の代理として、渚 葵氏（架空町課長）が出席。小暮委員は欠席。
    """
    ends = [found.end() for found in re.finditer("。", piece.text)]
    if len(ends) < len("二文") or not piece.text.startswith(("※", "注", "なお", "*")):
        return []
    found = [piece.part(a, b) for a, b in pairwise([0, *ends, len(piece.text)])]
    parts = [part for part in found if part]
    told = all(is_told(one.text) or tells_stand_in(one.text) for one in parts)
    return parts if told else []


def _cut_present(piece: Piece, lexicon: Lexicon) -> Listed:
    """Return the people of a list that no 欠席 in brackets ends."""
    whole = (
        read_each(piece, lexicon)
        or _nested(piece, lexicon)
        or _colleagues(piece, lexicon)
    )
    if whole:
        return Listed(whole)
    aside = _ASIDE.search(piece.text)
    if aside and aside.start():
        front = cut_list(piece.part(0, aside.start()), lexicon)
        note = piece.match(aside, aside.lastgroup or 0)
        return Listed([*front.items, note], front.absent)
    found: list[Piece] = []
    for printed in _parts(piece):
        part = _without_of(printed, lexicon)
        several = (
            _nested(part, lexicon)
            or read_each(part, lexicon)
            or read_joined(part, lexicon)
        )
        whole = [part] if read_frame(part, lexicon).is_framed else []
        found.extend(several or whole or part_people(part, lexicon))
    return Listed(found)


def _parts(piece: Piece) -> Iterator[Piece]:
    """Give what stands between the commas of a list, its 君 or its seats."""
    cuts = [*_LIST.finditer(piece.text), *_TURN.finditer(piece.text)]
    seats = list(_SEAT.finditer(piece.text))
    seated = not cuts and bool(seats) and (len(seats) > 1 or not seats[0].start())
    if seated:
        cuts = seats
    among = [*_AMONG.finditer(piece.text)] if cuts and not seated else []
    if len(among) > len(cuts) and not among[0].start():
        yield from (p for one in _at_seats(piece, among) for p in _parts(one))
        return
    start = 0
    for found in (*sorted(cuts, key=lambda m: m.start()), None):
        part = piece.part(start, found.start() if found else None)
        if found:  # 1番 is of the row that it begins
            start = found.start() if seated else found.end()
        if part:
            yield part


def _at_seats(piece: Piece, seats: list[re.Match[str]]) -> list[Piece]:
    """Return the parts of *piece* that the numbers of seats begin, without commas."""
    edges = sorted({0, *(seat.start() for seat in seats), len(piece.text)})
    parts = [piece.part(a, b) for a, b in pairwise(edges)]
    return [part.part(0, len(part.text.rstrip("、,"))) for part in parts if part]


def _nested(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """Return the rows of 「政策課（課長 小田切、主事 戸田）、緑地課（課長 山田）」.

    Each has the office before its bracket; [] where the line is built otherwise.
    """
    found: list[Piece] = []
    start = 0
    while start < len(piece.text):
        office = _OFFICE.match(piece.text, start)
        if not office or not lexicon.ends_organization(office["office"].split()[-1]):
            return []
        unit = piece.match(office, "office")
        inside = piece.match(office, "inside")
        edges = [-1, *(m.start() for m in re.finditer("[、,]", inside.text))]
        for a, b in pairwise([*edges, len(inside.text)]):
            one = inside.part(a + 1, b)
            if one and not _MORE.fullmatch(one.text):
                found.append(unit.beside(one))
        start = office.end()
    return found
