"""Part the lines of an agenda into its items, with what frames them left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.minutes.era import find_date, find_times, number
from kg.minutes.line import Line, Piece
from kg.minutes.section import Section

_NUMERAL = r"(?:\d{1,3}|[〇一二三四五六七八九十百]{1,5})"
_BILL = (
    r"(?:[一-鿿]{0,3}議案|陳情|請願|報告|認定|諮問|同意案?|発議案?|意見書案?|決議案?|承認|選挙"
    r"|諮問事項|議員提出議案|委員会提出議案|市長提出議案|推薦|選任)"
)
# (1) … / １．… / 議題１　… / 第一　… / ・…
_ITEM = re.compile(
    rf"""^(?:\#{{1,6}}\s*)?(?:[\-・○●◯〇•■*△]\s*)?(?:
        (?:議題|議事|議案|案件|日程)\s*第?\s*(?P<word>{_NUMERAL})
          \s*(?:号|について|(?!号))\s*(?:[:：.、)]|\s|(?=[^\s\d\-から]))
      | \(\s*(?P<round>{_NUMERAL})\s*\)
      | 第?\s*(?P<plain>{_NUMERAL})\s*[.、)](?!\d)
      | 第\s*(?P<ordinal>{_NUMERAL})\s
      | (?P<blank>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s+(?=\D)
      | {_BILL}\s*第\s*(?P<bill>{_NUMERAL})\s*号(?:議案)?(?!から|及び|ほか|\s*から)(?:\s+|(?=\S))
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
_BULLET = re.compile(r"^[\-・○●◯〇■□◆◇•*△][\s]*")
_ISSUE = re.compile(rf"\(?(?:議事日程)?\(?第\s*{_NUMERAL}\s*号\)?")
_SITTING = re.compile(r"(?:開|閉|散|延)(?:会|議)|休憩|再開")

# 開会 and 閉会 are no items where they frame a list of another rank
_FRAME = re.compile(
    r"[(]?(?:開\s*会|閉\s*会|散\s*会|開\s*議|閉\s*議|休憩|再開|点呼|以上|記)"
    r"(?:(?:の)?(?:宣告|宣言|挨拶|あいさつ|ことば|言葉|辞|及び.{2,6}))?[)]?(?:\(.*\))?"
)
_CEREMONY = re.compile(
    r".{0,14}(?:あいさつ|挨拶|自己紹介|委員紹介|委員の紹介|出席者紹介|委嘱状.{0,4}交付|資料(?:の)?確認"
    r"|辞令.{0,4}交付|事務連絡|連絡事項|職員紹介|紹介|その他|次回.{0,12})(?:\(.*\))?"
)
_MATTER = re.compile(
    r"(?:本日の)?(?:議\s*題|議\s*事|議\s*案|案\s*件|(?:審議|協議|報告|検討|答申|諮問|議決|説明|確認|討議)"
    r"(?:事項|案件|議題)?|協議題|付議事件)(?:\(.{0,10}\))?[:：]?"
)
_PART = re.compile(r"(?:関係|事項|案件|の調査|の審査|の聴取|議案|報告)(?:\(.*\))?$")
_REFERENCE = re.compile(
    r"(?:議事)?日程(?:第\S+から\S*第\S+まで|の?とおり|に同じ)|議事日程(?:の?とおり|に同じ)"
    r"|第\d+日|〔.*〕|(?:発言者|氏名|発言者名)(?:名)?(?:主な)?(?:発言|内容|発言内容|意見)(?:等|要旨)?|\S{2,}会議録(?:第\d+号)?|\S*第\S+号から\S*第\S+号(?:まで)?|(?:別紙|上記|次)のとおり"
)
_OUTCOME = re.compile(
    r"^(?:承認|可決|不承認|否決|賛成|反対|了承|異議なし|条件付き).{0,12}(?:\d+名|[→⇒])|^[→⇒]"
)
_COMPLETE = re.compile(
    r"(?:について|の?件|[法条]例?案|条例|予算|の選任|の選挙|の決定|の指名|の報告|請願|陳情|辞任|辞職"
    r"|意見書|\))$"
)
_BESIDE = re.compile(
    r"^(?:\d{1,2}|[一二三四五六七八九十])\s*[.、)]?\s*議\s*[題事](?:\s+(?P<title>\S.*))?$"
)
_SHORT = 8
_GOES_ON = re.compile(r"^[のをにがとはへでやもる)]|^[(]")


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
    return ItemMark(number(numeral), found.end())


def read_items(section: Section) -> list[list[Entry]]:
    """Return the items of a list, each its line and those that go on with it.

    Of a list in two ranks (2. 議題 over （１）…) the lower one holds the items.
    """
    entries = [entry for entry in _entries(section) if not _is_aside(entry)]
    entries = _leaves(entries)
    marked = [entry for entry in entries if entry.style]
    first = entries.index(marked[0]) if marked else 0
    if len(marked) > 1 and (first < len(marked) or _is_order(section)):
        entries = entries[first:]
    listed = bool(entries) and bool(entries[0].style)
    items: list[list[Entry]] = []
    for entry in entries:
        if items and _continues(entry, items[-1], listed=listed, first=entries[0]):
            items[-1].append(entry)
        elif items or entry.style or not listed:
            items.append([entry])
    return items


def _is_order(section: Section) -> bool:
    """Tell whether *section* is the 議事日程 of an assembly: it counts its items."""
    return section.head is not None and "議事日程" in section.head.word


def read_said_items(lines: Sequence[Line]) -> list[list[Entry]]:
    """Return the items that head what was said below a line 「2. 議題」 of its own.

    「３　議題　制度の運用状況について」 is the item itself.
    """
    found: list[list[Entry]] = []
    style, last = "", 0
    for line in lines:
        if re.search("。", line.text):
            continue
        entry = _entry(line.piece, line.indent)
        mark = read_item_mark(line.text)
        beside = _BESIDE.match(line.text)
        if beside:
            words = line.piece.match(beside, "title")
            style, last = ("below", 0) if not words else ("", 0)
            found.extend(
                [[Entry(line.piece, words, "1", line.indent)]] if words else []
            )
        elif mark and style and mark.number == last + 1 and entry.words:
            if style in {"below", entry.style}:
                style, last = entry.style, mark.number
                found.append([entry])
    return found


def _entries(section: Section) -> list[Entry]:
    """Return the lines of one section, a value beside the heading first."""
    value = section.head.value if section.head else None
    lines = [(piece, 0) for piece in ([value] if value else [])]
    lines += [(line.piece, line.indent) for line in section.lines]
    return [
        _entry(part, indent)
        for piece, indent in lines
        for part in _inline(piece)
        if not _is_when(part) and not _ISSUE.fullmatch(part.text)
    ]


def _inline(piece: Piece) -> list[Piece]:
    """Return the items of one line: 「１ 様式について  ２ 規格について」.

    The number of each is the next, or each is a bill of its own.
    """
    edges = [0]
    for found in re.finditer(r"\s+", piece.text):
        before, rest = piece.part(edges[-1], found.start()), piece.part(found.end())
        if _is_next(_first_mark(before), _first_mark(rest)):
            edges.append(found.end())
    edges.append(len(piece.text))
    return [piece.part(a, b) for a, b in pairwise(edges)]


def _first_mark(piece: Piece) -> tuple[str, int, bool]:
    """Return kind and number of the mark before *piece*, and whether words follow."""
    if piece and _CIRCLED.match(piece.raw):
        return "①", ord(piece.raw[0]), len(piece.text) > 1
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


def _entry(piece: Piece, indent: int) -> Entry:
    """Return one line, its marks set apart: 第２ 議案第１２３号　補正予算."""
    words, style = piece, ""
    for _ in range(3):
        mark = read_item_mark(words.text)
        named = _NAMED.match(words.text)
        circled = _CIRCLED.match(words.raw) if words else None
        bullet = _BULLET.match(words.text)
        if circled:
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


def _is_aside(entry: Entry) -> bool:
    """Tell whether a line is no item: 議事日程のとおり, a sentence, a vote."""
    words = entry.title
    sentence = entry.words.text.endswith("。")
    refers = _REFERENCE.fullmatch(words) or _REFERENCE.fullmatch(
        re.sub(r"\s", "", entry.piece.text)
    )
    outcome = not entry.style and _OUTCOME.match(words)
    return bool(sentence or refers or outcome)


def _leaves(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that are items: those below 議題 where it is one of the list.

    Then その他 and greetings beside 議題 are of the frame, too.
    """
    heads = {
        i
        for i, (entry, below) in enumerate(pairwise(entries))
        if _is_head(entry, below)
    }
    over = {entries[i].style for i in heads if _MATTER.fullmatch(entries[i].title)}
    kept = []
    for i, entry in enumerate(entries):
        frames = _FRAME.fullmatch(entry.title) is not None
        ceremony = frames or _CEREMONY.fullmatch(entry.title) is not None
        beside = entry.style in over and ceremony
        beside = beside or (frames and (not entry.style or entry.title[0] == "("))
        empty = entry.style in over and _MATTER.fullmatch(entry.title)
        if i not in heads and not beside and not empty:
            kept.append(entry)
    return kept


def _is_head(entry: Entry, below: Entry) -> bool:
    """Tell whether *entry* heads a part of the list: 2. 議題, 環境局関係."""
    lower = below.style != entry.style
    if _MATTER.fullmatch(entry.title):
        return lower or below.indent > entry.indent
    part = _PART.search(entry.title) is not None and not entry.style
    return part and (bool(below.style) or below.indent > entry.indent)


def _continues(
    entry: Entry, item: Sequence[Entry], *, listed: bool, first: Entry
) -> bool:
    """Tell whether a line goes on with the item above it: a wrapped title.

    「議会運営委員の選任」 below 「日程第９　常任委員の選任」 is whole, and an item.
    """
    if entry.style:
        return False
    whole = _COMPLETE.search(re.sub(r"\s", "", item[-1].words.text)) is not None
    if _GOES_ON.match(entry.words.text) and listed:
        return True
    if not listed:
        return (
            not whole and entry.indent > first.indent and len(item) < len(entry.title)
        )
    return not (
        whole and _COMPLETE.search(entry.title) and entry.indent > item[0].indent
    )
