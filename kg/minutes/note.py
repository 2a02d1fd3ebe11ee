"""Take the marks and the notes off a row of a roster."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.minutes.called import surname_cuts
from kg.minutes.legend import MARK, Meaning, Sign, read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import NameReading
from kg.model import Role

_LEADING = re.compile(rf"^(?:(?:{MARK}|[・\-–—ー―])\s*)+")
_TRAILING = re.compile(rf"(?:\s*{MARK})+$")
_ONE_MARK = re.compile(MARK)
_NOTE = re.compile(
    r"\((?P<round>(?:[^()]|\([^()]*\))*)\)|【(?P<lens>[^】]*)】|〔(?P<shell>[^〕]*)〕|<(?P<angle>[^<>]*)>|\[(?P<square>[^\]]*)\]"
)
_DOTS = re.compile(r"\s*(?:…+|・{2,}|\.{3,}|‥+)\s*")
_TOKEN = re.compile(r"\S+")
_COUNT = re.compile(
    r"^計?\s*\d+\s*(?:名|人)$|\d+名中\d+名|^(?:再掲|前掲|再出|随行|司会|進行|元|前|新任|新|再任)$"
    r"|^(?:前任|後任).*|(?:のため|[着退]席|\d+分|まで出席|から出席)$|の(?:前任|後任)$|^委任状|^議長委任|^名簿順|^(?:順不同|敬称略|五十音順|.*順)$"
    r"|^(?![代欠出書正副兼])[\u3041-\u30ff\u4e00-\u9fff]$"  # 馬場(二)委員 is told from 馬場(一)委員
)
_READING = re.compile(r"^[\u3041-\u309fー\s]+$|^旧姓")
# a last column: 橘 一葉　西都大学 教授　欠席
_SIGN = re.compile(
    r"(?:web|ウェブ|オンライン|リモート|zoom|teams|webex)(?:参加|出席)?|書面(?:参加|出席)?|遅刻|遅参|早退|代理出席|欠席|出席|対面(?:参加|出席)?|会場(?:参加|出席)",
    re.IGNORECASE,
)
# 3　丹羽 春香, 1番　橘 一葉: the number of a row or of a seat
_ROW_NUMBER = re.compile(r"\d{1,3}[.)]?")
_BRACKETED_MARK = re.compile(rf"(?:{MARK})+")
_SEAT = re.compile(r"(?:\d{1,3}|[〇一二三四五六七八九十百]{1,4})番")
_APPOINTMENT = re.compile(r"^(?:非常勤|常勤|兼任|兼務|併任)$")
_ALIAS = re.compile(r"[、,]\s*(?:本名|旧姓|芸名|筆名|ペンネーム)\s*[:、]?\s*.+$")
_COLON = re.compile(r"(?:[^\s:()]+\s+)?(?P<post>[^\s:()]{2,12})\s*(?P<colon>:)\s*(?=\S)")
_STANDING_IN = re.compile(r"代(?:理(?:出席)?(?:者)?)?")
_NESTED_SIGN = re.compile(r"\((?P<sign>欠席|代理出席|オンライン|(?i:web)(?:参加)?)\)$")
_LONGEST = 6
_SUBSTITUTED = re.compile(r"(?:委員|構成員|議員)代理\s*\(")
_HONORIFIC = re.compile(r"(?:氏|様|さん)$")
_SUBSTITUTE = re.compile(
    r"^(?:[^()]*[、,]\s*)?※?代(?:理(?:出席)?(?:者|人)?)?\s*(?:[:・、,]|(?<=理|席|者|人)\s)\s*(?P<proxy>.+)$|^(?P<principal>.+?)\s*(?:の)?代理(?:出席)?$"
)


class Order(StrEnum):
    """In which order a row has name and affiliation."""

    NAME_FIRST = "name first"
    NAME_LAST = "name last"


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of one row; what is not there is empty.

    *title* is a role word beside the name (座長), *signs* what notes say, *proxy* and
    *represented* the words of （代理：小暮部長） and （橘委員代理）; *ditto* is a 同
    in the first column; *represented_by* says that an unnamed proxy sat there, *seated* that
    the number of a seat precedes (３番). *rival* is another reading that fits as well: 委員長谷川　一郎
    is 委員長 谷川 or 委員 長谷川.
    """

    piece: Piece
    order: Order
    score: int
    name: Piece | None = None
    reading: NameReading | None = None
    affiliation: tuple[Piece, ...] = ()
    title: Piece | None = None
    post: Piece | None = None
    marks: tuple[Piece, ...] = ()
    signs: tuple[tuple[Sign, Piece], ...] = ()
    proxy: Piece | None = None
    ditto: Piece | None = None
    represented: Piece | None = None
    rival: "Row | None" = None
    represented_by: Piece | None = None
    seated: bool = False


def strip_row(piece: Piece, lexicon: Lexicon) -> tuple[Row, tuple[Piece, ...]]:
    """Return a row with the marks and notes of *piece*, and the tokens left."""
    marks: list[Piece] = []
    row = Row(piece, Order.NAME_FIRST, 0)
    notes: list[Piece] = []
    holes: list[tuple[int, int]] = []
    for found in _NOTE.finditer(piece.text):
        group = found.lastgroup or "round"
        inner = piece.match(found, group)
        if not inner or _is_of_affiliation(found, inner, lexicon):
            continue
        number = found.start() == 0 and _ROW_NUMBER.fullmatch(inner.text)
        if number or _BRACKETED_MARK.fullmatch(inner.text):
            marks.extend(() if number else (inner,))  # (1) 橘 一葉, 橘 一葉(※)
            holes.append(found.span())
            continue
        alias = _ALIAS.search(inner.text)
        if alias and alias.start():
            inner = inner.part(0, alias.start())  # 落語家、本名：桂木 修
        behind = piece.text[: found.start()].rstrip()
        after = piece.text[found.end() :].strip()
        apart = piece.text[found.end() : found.end() + 1].isspace()
        glued = apart and not piece.text[found.start() - 1 : found.start()].isspace()
        stands = _STANDING_IN.fullmatch(inner.text) and not glued
        if stands and after and lexicon.post_suffix(behind):
            # 警察本部長　（代理出席）警備部長　本間 譲: the first is the principal's post
            said = tuple((one, inner) for one in read_signs(inner.text, lexicon))
            row = replace(row, signs=(*row.signs, *said))
            holes.append((0, found.end()))
            continue
        if behind.endswith("代理") and not lexicon.role_suffix(behind):
            row = replace(row, proxy=inner)  # 代理（危機管理課長 宇田川 実）
            holes.append((len(behind) - 2, found.end()))
            continue
        within = _NESTED_SIGN.search(inner.text)
        if within:  # （株式会社日野川　専務（欠席））
            sign = inner.match(within, "sign")
            said = tuple((one, sign) for one in read_signs(sign.text, lexicon))
            row = replace(row, signs=(*row.signs, *said))
            inner = inner.part(0, within.start())
        kept = take_note(row, inner, lexicon)
        if kept is None:
            notes.append(inner)
        else:
            row = kept
        holes.append(found.span())
    colon = _COLON.match(piece.text)
    if colon and (lexicon.title(colon["post"]) or lexicon.post_suffix(colon["post"])):
        holes.append(colon.span("colon"))  # 会長：塩谷委員, 副館長：都丸
    holes.sort()
    tokens: list[Piece] = []
    for part in _outside(piece, holes):
        for token in _tokens(part):
            bare, found_marks = _unmark(token)
            marks.extend(found_marks)
            if bare and tokens and _SIGN.fullmatch(bare.text):
                said = tuple((s, bare) for s in read_signs(bare.text, lexicon))
                row = replace(row, signs=(*row.signs, *said))
            elif bare:
                tokens.append(bare)
    seatless = [token for token in map(_without_seat, tokens) if token]
    row = replace(row, seated=len(seatless) < len(tokens) or seatless != tokens)
    tokens = seatless
    numbered = len(tokens) > 1 and _ROW_NUMBER.fullmatch(tokens[0].text)
    rest = tokens[1:] if numbered else tokens
    return replace(row, marks=tuple(marks), affiliation=tuple(notes)), tuple(rest)


def _without_seat(token: Piece) -> Piece:
    """Return *token* without the number of a seat before it: 十六番木下ふみ."""
    found = _SEAT.match(token.text)
    return token.part(found.end()) if found else token


def _is_of_affiliation(found: re.Match[str], inner: Piece, lexicon: Lexicon) -> bool:
    """Tell whether words in brackets belong to what they stand by: (株)碧水計測."""
    appointment = _APPOINTMENT.match(inner.text)
    return bool(appointment) or lexicon.is_legal_form(found.group())


def take_note(row: Row, inner: Piece, lexicon: Lexicon) -> Row | None:
    """Return *row* with what the note *inner* says, None if it is an affiliation."""
    if _COUNT.match(inner.text) or _READING.match(inner.text):
        return row
    if _SUBSTITUTED.search(row.piece.text) and _HONORIFIC.search(inner.text):
        return replace(row, proxy=inner)  # 鰐淵委員代理（東海林氏）
    substitute = _SUBSTITUTE.match(inner.text)
    if substitute and "職務代理" not in inner.text and not lexicon.role(inner.text):
        return _take_substitute(row, inner, substitute, lexicon)
    signs = tuple((sign, inner) for sign in read_signs(inner.text, lexicon))
    return replace(row, signs=(*row.signs, *signs)) if signs else None


def _take_substitute(
    row: Row, inner: Piece, found: re.Match[str], lexicon: Lexicon
) -> Row | None:
    """Return *row* with the proxy of （代理：小暮） or the principal of （橘代理）.

    None where the note is a post: 事業部長 兼 館長代理.
    """
    if found["proxy"]:
        return replace(row, proxy=inner.match(found, "proxy"))
    principal = inner.match(found, "principal")
    called = re.sub(r"\s", "", principal.text)
    suffix = lexicon.role_suffix(called)
    office = suffix is None or lexicon.title(suffix) is Role.OFFICIAL
    if office and (lexicon.post_suffix(called) or suffix):
        whom = (
            lexicon.called(called) > 0
            or bool(surname_cuts(called, lexicon))
            or " " in principal.text
        )
        if inner.text.endswith("出席") and whom:
            return replace(row, proxy=principal)  # 早川供給部長代理出席: who came
        return None if len(called) > _LONGEST else row  # 事業部長 兼 館長代理 is a post
    if read_signs(principal.text, lexicon):
        signs = tuple((sign, inner) for sign in read_signs(inner.text, lexicon))
        return replace(row, signs=(*row.signs, *signs))
    said = (Sign(Meaning.PROXY, inner.text), inner)
    return replace(row, represented=principal, signs=(*row.signs, said))


def _outside(piece: Piece, holes: list[tuple[int, int]]) -> Iterator[Piece]:
    """Give the parts of *piece* that are in no hole."""
    start = 0
    for begin, end in (*holes, (len(piece.text), len(piece.text))):
        part = piece.part(start, begin)
        if part:
            yield part
        start = end


def _tokens(part: Piece) -> Iterator[Piece]:
    """Give the words of *part* between blanks and dotted lines."""
    start = 0
    for found in (*_DOTS.finditer(part.text), None):
        end = found.start() if found else len(part.text)
        section = part.part(start, end)
        for word in _TOKEN.finditer(section.text):
            yield section.match(word)
        start = found.end() if found else end


def _unmark(token: Piece) -> tuple[Piece, list[Piece]]:
    """Return *token* without the marks at its edges, and those marks."""
    text = token.text
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    trail = _TRAILING.search(text, start)
    end = trail.start() if trail else len(text)
    marks = [
        token.match(found)
        for found in _ONE_MARK.finditer(text)
        if found.end() <= start or found.start() >= end
    ]
    return token.part(start, end), marks
