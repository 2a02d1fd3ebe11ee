"""Read the lines of an agenda, each with the mark before its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.calendar import number
from kg.minutes.era import find_date, find_times
from kg.minutes.line import Piece
from kg.minutes.section import Section

_NUMERAL = r"(?:\d{1,3}|[〇一二三四五六七八九十百]{1,5})"
_BILL = (
    r"(?:[一-鿿]{0,3}議案|陳情|請願|報告|認定|諮問|同意案?|発議案?|意見書案?|決議案?|承認|選挙"
    r"|諮問事項|議員提出議案|委員会提出議案|市長提出議案|推薦|選任)"
)
# (1) …, (l) … as OCR reads it / １．… / 議題１　… / 第一　… / ・…
_ITEM = re.compile(
    rf"""^(?:\#{{1,6}}\s*)?(?:[\-・○●◯〇•■*△]\s*)?(?:
        (?:議題|議事|議案|案件|日程|(?:議決|報告|協議|審議|諮問)事項)\s*第?\s*
          \(?(?P<word>{_NUMERAL})\)?\s*(?:号|について|(?!号))\s*(?:[:：.、)]|\s|(?=[^\s\d\-から]))
      | \(\s*(?P<round>{_NUMERAL}|l)\s*\)
      | 第?\s*(?P<plain>{_NUMERAL})\s*[.、)](?!\d)
      | 第\s*(?P<ordinal>{_NUMERAL})\s
      | (?P<blank>\d{{1,2}}|l|[一二三四五六七八九十]{{1,3}})\s+(?=\D)
      | {_BILL}\s*第\s*(?P<bill>{_NUMERAL})\s*号(?:議案)?
          (?!\s*から|及び|ほか)(?:\s+|(?=\S))
      | 第(?P<bill_number>{_NUMERAL})号(?:議案|諮問|報告|陳情|請願)\s*
    )\s*""",
    re.VERBOSE,
)
# 所管事務調査　水道管の耐震化の状況について; 一七第二八号　夜間小児救急の拡充
_NAMED = re.compile(
    rf"^[・○]?\s*(?:所管事務調査|閉会中の?継続(?:調査|審査)|[議請陳]?{_NUMERAL}?第{_NUMERAL}号(?:議案)?"
    r"|[議請陳]第\d+号(?:議案)?)\s+(?=\S)"
)
_CIRCLED = re.compile("^[①-⑳]")
# ２－１．有害性評価 below ２．リスク評価
_LOWER = re.compile(r"^\d{1,2}-\d{1,2}(?:\s*[.、)]\s*|\s+)(?=\D)")
_BULLET = re.compile(r"^[\-・○●◯〇■□◆◇•*△][\s]*")
_ISSUE = re.compile(rf"\(?(?:議事日程)?\(?第\s*{_NUMERAL}\s*号\)?")
_SITTING = re.compile(r"(?:開|閉|散|延)(?:会|議)|休憩|再開")

_NUMBER = re.compile(r"\(\d{1,2}\)|\d{1,2}[.)]")
_SHORT = 8


@dataclass(frozen=True, slots=True)
class ItemMark:
    """The number at the start of an item's line; *end* is where its words begin."""

    number: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an agenda: its mark as a *style*, and the words behind it."""

    piece: Piece
    words: Piece
    style: str
    indent: int

    @property
    def title(self) -> str:
        """The words without blanks."""
        return re.sub(r"\s", "", self.words.text)


def read_item_mark(text: str) -> ItemMark | None:
    """Return the number that *text* begins with, or None."""
    found = _ITEM.match(text)
    if not found:
        return None
    numeral = next(g for g in found.groups() if g)
    return ItemMark(1 if numeral == "l" else number(numeral), found.end())


def read_entries(section: Section) -> list[Entry]:
    """Return the lines of one section, a value beside the heading first."""
    value = section.head.value if section.head else None
    lines = [(piece, 0) for piece in ([value] if value else [])]
    lines += [(line.piece, line.indent) for line in section.lines]
    return [
        read_entry(part, indent)
        for piece, indent in _with_titles(lines)
        for part in _inline(piece)
        if not _is_when(part) and not _ISSUE.fullmatch(part.text)
    ]


def _with_titles(lines: Sequence[tuple[Piece, int]]) -> list[tuple[Piece, int]]:
    """Return *lines*, a number alone on its line with the title below it: (1)."""
    found: list[tuple[Piece, int]] = []
    for piece, indent in lines:
        if (
            found
            and _NUMBER.fullmatch(found[-1][0].text)
            and not (_NUMBER.fullmatch(piece.text) or read_item_mark(piece.text))
        ):
            found[-1] = (found[-1][0].beside(piece), found[-1][1])
        else:
            found.append((piece, indent))
    return found


def _inline(piece: Piece) -> list[Piece]:
    """Return the items of one line: 「１ 様式について  ２ 規格について」.

    The number of each is the next, or each is a bill of its own. A lower rank begins
    with 1 where 2 comes, too: 「１ 報告事項 (1) 様式 (2) 規格 ２ その他」.
    """
    edges = [0]
    ranks: list[tuple[str, int, bool]] = []
    for found in re.finditer(r"\s+", piece.text):
        before, rest = piece.part(edges[-1], found.start()), piece.part(found.end())
        above, mark = _first_mark(before), _first_mark(rest)
        if not ranks or (len(ranks) == 1 and not ranks[0][2]):
            ranks = [above] if above[0] else []
        levels = [i for i, rank in enumerate(ranks) if _is_next(rank, mark)]
        if levels and above[2]:
            ranks[levels[-1] :] = [mark]
            edges.append(found.end())
        elif ranks and above[2] and _begins_rank(mark, ranks, rest):
            ranks.append(mark)
            edges.append(found.end())
    edges.append(len(piece.text))
    return [piece.part(a, b) for a, b in pairwise(edges)]


def _begins_rank(
    mark: tuple[str, int, bool], ranks: Sequence[tuple[str, int, bool]], rest: Piece
) -> bool:
    """Tell whether *mark* begins items of a lower rank, of which *rest* has two."""
    style, count, words = mark
    if not words or count != 1 or style in {"bill", *(rank[0] for rank in ranks)}:
        return False
    behind = (rest.part(found.end()) for found in re.finditer(r"\s+", rest.text))
    return any(_is_next(mark, _first_mark(other)) for other in behind)


def _first_mark(piece: Piece) -> tuple[str, int, bool]:
    """Return kind and number of the mark before *piece*, and whether words follow."""
    if piece and _CIRCLED.match(piece.raw):
        return "①", ord(piece.raw[0]) - ord("①") + 1, len(piece.text) > 1
    mark = read_item_mark(piece.text)
    if not mark:
        return "", 0, False
    rest = piece.part(mark.end)
    words = bool(rest) and not (read_item_mark(rest.text) and len(rest.text) < _SHORT)
    return _style(piece.text[: mark.end]), mark.number, words


def _is_next(before: tuple[str, int, bool], after: tuple[str, int, bool]) -> bool:
    """Tell whether the item *after* follows the one *before* in one line."""
    if not before[2] or not after[2] or before[0] != after[0]:
        return False
    return before[0] == "bill" or after[1] == before[1] + 1


def read_entry(piece: Piece, indent: int) -> Entry:
    """Return one line, its marks set apart: 第２ 議案第１２３号　補正予算."""
    words, style = piece, ""
    for _ in range(3):
        mark = read_item_mark(words.text)
        named = _NAMED.match(words.text)
        circled = _CIRCLED.match(words.raw) if words else None
        bullet = _BULLET.match(words.text)
        lower = _LOWER.match(words.text)
        if lower:
            end, kind = lower.end(), "1-1"
        elif circled:
            end = len(re.match(r"\d*", words.text).group())  # type: ignore[union-attr]
            kind = "①"
        elif mark:
            end, kind = mark.end, _style(words.text[: mark.end])
        elif named:
            end, kind = named.end(), "bill"
        elif bullet:
            end, kind = bullet.end(), bullet.group().strip()
        else:
            break
        rest = words.part(end)
        if not rest:
            break
        style, words = style or kind, rest
    return Entry(piece, words, style, indent)


def _style(mark: str) -> str:
    """Return the kind of a mark: （２） is (1), 議案第三号 is a bill."""
    if re.search(rf"{_BILL}|号", mark):
        return "bill"
    return re.sub(_NUMERAL, "1", mark.strip())


def _is_when(words: Piece) -> bool:
    """Tell whether a line of a list is its day or hour: 午後一時開議."""
    longest = 30
    text = re.sub(r"^議事日程\s*\(?第?\s*\d*\s*号?\)?\s*", "", words.text)
    if not text:
        return True
    day = find_date(text)
    return len(words.text) < longest and bool(
        (day and day.end - day.start > len(text) // 2)
        or (find_times(text) and _SITTING.search(re.sub(r"\s", "", text)))
    )
