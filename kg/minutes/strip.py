"""Strip a row of a roster of its marks, notes and numbers, down to its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.minutes.legend import MARK
from kg.minutes.letters import join_single
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.note import Order, Row, take_note, take_parts, take_signs
from kg.minutes.office_words import CHARGE

_LEADING = re.compile(rf"^(?:(?:{MARK}|[・\-–—ー―])\s*)+")
_TRAILING = re.compile(rf"(?:\s*{MARK})+$")
_ONE_MARK = re.compile(MARK)
# (西都大学(教授)), 【委員】, 〔代理〕, <座長>, [欠席]
_NOTE = re.compile(
    r"""\((?P<round>(?:[^()]|\([^()]*\))*)\)
    |【(?P<lens>[^】]*)】
    |〔(?P<shell>[^〕]*)〕
    |<(?P<angle>[^<>]*)>
    |\[(?P<square>[^\]]*)\]""",
    re.VERBOSE,
)
# 橘 一葉……西都大学
_DOTS = re.compile(r"\s*(?:…+|・{2,}|\.{3,}|‥+)\s*")
_TOKEN = re.compile(r"\S+")
# a last column: 橘 一葉　西都大学 教授　欠席
_SIGN = re.compile(
    r"""(?:web|ウェブ|オンライン|リモート|zoom|teams|webex)(?:参加|出席)?
    |書面(?:参加|出席)?|遅刻|遅参|早退|代理出席|欠席|出席
    |対面(?:参加|出席)?|会場(?:参加|出席)""",
    re.IGNORECASE | re.VERBOSE,
)
# 3　丹羽 春香, 3.　丹羽 春香: the number of a row
_ROW_NUMBER = re.compile(r"\d{1,3}[.)]?")
_BRACKETED_MARK = re.compile(rf"(?:{MARK})+")
# 1番　橘 一葉, 十六番　木下 ふみ
_SEAT = re.compile(r"(?:\d{1,3}|[〇一二三四五六七八九十百]{1,4})番")
_APPOINTMENT = re.compile(r"(?:非常勤|常勤|兼任|兼務|併任)$")
# 落語家、本名：桂木 修
_ALIAS = re.compile(r"[、,]\s*(?:本名|旧姓|芸名|筆名|ペンネーム)\s*[:、]?\s*.+$")
# 会長：塩谷委員, 図書館 副館長：都丸, 分館 分館長（兼）館長補佐：都丸
_COLON = re.compile(
    r"(?:[^\s:()]+\s+)?(?:[^\s:()]+\([兼併]\))?(?P<post>[^\s:()]{2,12})\s*(?P<colon>:)\s*(?=\S)"
)
_STANDING_IN = re.compile(r"代(?:理(?:出席)?(?:者)?)?")
# （株式会社日野川　専務（欠席））
_NESTED_SIGN = re.compile(r"\((?P<sign>欠席|代理出席|オンライン|(?i:web)(?:参加)?)\)$")


def strip_row(piece: Piece, lexicon: Lexicon) -> tuple[Row, tuple[Piece, ...]]:
    """Return a row with the marks and notes of *piece*, and the words left."""
    row = Row(piece, Order.NAME_FIRST, 0)
    holes: list[tuple[int, int]] = []
    for found in _NOTE.finditer(piece.text):
        inner = piece.match(found, found.lastgroup or "round")
        if inner and _is_unit_between(piece.text, found, inner, lexicon):
            start, end = found.span()
            holes.extend([(start, start + 1), (end - 1, end)])
        elif inner and not _is_of_affiliation(found, inner, lexicon):
            row, hole = _take_bracket(row, found, inner, lexicon)
            holes.append(hole)
    colon = _COLON.match(piece.text)
    if colon and _takes_colon(colon["post"], lexicon):
        holes.append(colon.span("colon"))
    row, tokens = _take_tokens(row, _outside(piece, sorted(holes)), lexicon)
    seatless = [token for token in map(_without_seat, tokens) if token]
    numbered = len(seatless) > 1 and _ROW_NUMBER.fullmatch(seatless[0].text)
    rest = seatless[1:] if numbered else seatless
    return replace(row, seated=seatless != tokens), tuple(rest)


def _takes_colon(word: str, lexicon: Lexicon) -> bool:
    """Tell whether *word* is a role, post or office, whose holder a colon parts."""
    office = lexicon.post_suffix(word) is not None or lexicon.ends_organization(word)
    return office or lexicon.title(word) is not None


def _take_bracket(
    row: Row, found: re.Match[str], inner: Piece, lexicon: Lexicon
) -> tuple[Row, tuple[int, int]]:
    """Return *row* with what a bracket holds, and the place that is then read.

    An affiliation is put to those of the row.
    """
    if found.start() == 0 and _ROW_NUMBER.fullmatch(inner.text):
        return row, found.span()  # (1) 橘 一葉
    if _BRACKETED_MARK.fullmatch(inner.text):
        return replace(row, marks=(*row.marks, inner)), found.span()  # 橘 一葉(※)
    alias = _ALIAS.search(inner.text)
    if alias and alias.start():
        inner = inner.part(0, alias.start())
    before = row.piece.text[: found.start()].rstrip()
    if _is_of_post(before, inner.text, lexicon):
        return row, found.span()
    if _is_behind_principal(row.piece, found, inner, lexicon):
        return take_signs(row, inner, lexicon), (0, found.end())
    for word in ("代理出席", "代理"):
        if before.endswith(word) and not lexicon.role_suffix(before):
            # 代理（危機管理課長 宇田川 実）
            return replace(row, proxy=inner), (len(before) - len(word), found.end())
    within = _NESTED_SIGN.search(inner.text)
    if within:
        row = take_signs(row, inner.match(within, "sign"), lexicon)
        inner = inner.part(0, within.start())
    kept = take_parts(row, inner, lexicon) or take_note(row, inner, lexicon)
    inner = join_single(inner)
    affiliated = replace(row, affiliation=(*row.affiliation, inner))
    return (affiliated if kept is None else kept), found.span()


def _is_of_post(before: str, note: str, lexicon: Lexicon) -> bool:
    """Tell whether a *note* says what the post *before* it is charged with.

    審議官（医療研究担当）, 特命担当大臣（防災）: no organization and no second post.
    """
    minister = before.endswith(("大臣", "政務官", "補佐官"))
    other = lexicon.post_suffix(note) is not None
    charged = CHARGE.search(note) is not None or (minister and not other)
    if note.endswith("担当") and lexicon.ends_organization(before):
        return True  # 河川課（防災担当）　課長補佐
    return charged and lexicon.post_suffix(before) is not None


def _is_unit_between(
    text: str, found: re.Match[str], inner: Piece, lexicon: Lexicon
) -> bool:
    """Tell whether a unit in brackets stands between its body and a post.

    架空研究所（計測部）　部長　渚 葵
    """
    before = text[: found.start()].rstrip()
    words = text[found.end() :].split()
    unit = lexicon.ends_organization(inner.text) and not lexicon.is_top(inner.text)
    return (
        unit
        and lexicon.ends_organization(before)
        and len(words) > 1
        and lexicon.post_suffix(words[0]) == words[0]
    )


def _is_behind_principal(
    piece: Piece, found: re.Match[str], inner: Piece, lexicon: Lexicon
) -> bool:
    """Tell whether 代理 in brackets parts the principal's post from who came.

    警察本部長　（代理出席）警備部長　本間 譲; but 環境課長(代理)　本間 譲 is one post.
    """
    before, after = piece.text[: found.start()], piece.text[found.end() :]
    glued = after[:1].isspace() and not before[-1:].isspace()
    if not _STANDING_IN.fullmatch(inner.text) or glued or not after.strip():
        return False
    return bool(lexicon.post_suffix(before.rstrip()))


def _is_of_affiliation(found: re.Match[str], inner: Piece, lexicon: Lexicon) -> bool:
    """Tell whether words in brackets belong to what they stand by: (株)碧水計測."""
    appointment = _APPOINTMENT.match(inner.text)
    both = inner.text in {"兼", "併"} and found.string[found.end() :][:1].strip()
    if both and lexicon.post_suffix(found.string[: found.start()]):
        return True  # 分館長（兼）館長補佐
    legal = lexicon.is_legal_form(found.group()) or lexicon.is_legal_form(inner.text)
    return bool(appointment) or legal


def _outside(piece: Piece, holes: list[tuple[int, int]]) -> Iterator[Piece]:
    """Give the parts of *piece* that are in no hole."""
    start = 0
    for begin, end in (*holes, (len(piece.text), len(piece.text))):
        part = piece.part(start, begin)
        if part:
            yield part
        start = end


def _take_tokens(
    row: Row, parts: Iterable[Piece], lexicon: Lexicon
) -> tuple[Row, list[Piece]]:
    """Return *row* with the marks and the last column of *parts*, and their words."""
    tokens: list[Piece] = []
    for part in parts:
        for token in _tokens(part):
            bare, marks = _unmark(token)
            row = replace(row, marks=(*row.marks, *marks))
            if bare and tokens and _SIGN.fullmatch(bare.text):
                row = take_signs(row, bare, lexicon)
            elif bare:
                tokens.append(bare)
    if len(tokens) > 1 and tokens[0].text in {"欠席", "出席"}:
        row = take_signs(row, tokens.pop(0), lexicon)  # 欠席　橘 一葉
    if len(tokens) > 1 and tokens[-1].text in {"出", "欠"}:
        row = take_signs(row, tokens.pop(), lexicon)
    return row, tokens


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


def _without_seat(token: Piece) -> Piece:
    """Return *token* without the number of a seat before it: 十六番木下ふみ."""
    found = _SEAT.match(token.text)
    return token.part(found.end()) if found else token
