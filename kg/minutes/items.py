"""Part the lines of an agenda into its items, with what frames them left out."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.minutes.entry import Entry, read_entries, read_entry, read_item_mark
from kg.minutes.line import Line
from kg.minutes.section import Section

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
    r"|日程第\d+(?:(?:及び|から|、|・|乃至)日程第\d+)*(?:まで)?|[〇○◯]?第\d+日|〔.*〕|(?:発言者|氏名|発言者名)(?:名)?(?:主な)?(?:発言|内容|発言内容|意見)(?:等|要旨)?|\S{2,}会議録(?:第\d+号)?|\S*第\S+号から\S*第\S+号(?:まで)?|(?:別紙|上記|次)のとおり"
)
_OUTCOME = re.compile(
    r"^(?:承認|可決|不承認|否決|賛成|反対|了承|異議なし|条件付き).{0,12}(?:\d+名|[→⇒])|^[→⇒]"
)
_OTHER = re.compile(r"[【<〈《\[〔](?:その他|連絡事項)[】>〉》\]〕]")
_COMPLETE = re.compile(
    r"(?:について|の?件|[法条]例?案|条例|予算|の選任|の選挙|の決定|の指名|の報告|請願|陳情|辞任|辞職"
    r"|意見書|\))$"
)
_BESIDE = re.compile(
    r"^(?:\d{1,2}|[一二三四五六七八九十])\s*[.、)]?\s*議\s*[題事](?:\s+(?P<title>\S.*))?$"
)
_GOES_ON = re.compile(r"^[のをにがとはへでやもる)]|^[(]")


def read_items(section: Section) -> list[list[Entry]]:
    """Return the items of a list, each its line and those that go on with it.

    Of a list in two ranks (2. 議題 over （１）…) the lower one holds the items.
    """
    entries = [entry for entry in read_entries(section) if not _is_aside(entry)]
    frame = entries[0].style if entries else ""
    entries = _leaves(entries)
    if section.head is None:  # 「１　開会」 began it, 「３　議事」 is a section itself
        entries = [e for e in entries if e.style != frame or not _is_ceremony(e)]
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
        entry = read_entry(line.piece, line.indent)
        mark = read_item_mark(line.text)
        beside = _BESIDE.match(line.text)
        if beside:
            words = line.piece.match(beside, "title")
            style, last = ("below", 0) if not words else ("", 0)
            found.extend(
                [[Entry(line.piece, words, "1", line.indent)]] if words else []
            )
        elif mark and style in {"below", entry.style} and mark.number == last + 1:
            style, last = entry.style, mark.number
            found.append([entry])
    return found


def _is_aside(entry: Entry) -> bool:
    """Tell whether a line is no item: 議事日程のとおり, a sentence, a vote, ◇."""
    words = entry.title
    if not re.search(r"\w", words):
        return True
    sentence = entry.words.text.endswith("。")
    refers = _REFERENCE.fullmatch(words) or _REFERENCE.fullmatch(
        re.sub(r"\s", "", entry.piece.text)
    )
    outcome = not entry.style and _OUTCOME.match(words)
    other = not entry.style and _OTHER.fullmatch(words)
    return bool(sentence or refers or outcome or other)


def _leaves(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that are items: those below 議題 where it is one of the list.

    Then その他 and greetings beside 議題 are of the frame, too; beside 報告事項 and
    審議事項 その他 is a matter as they are.
    """
    heads = {
        i
        for i, (entry, below) in enumerate(pairwise(entries))
        if _is_head(entry, below)
    }
    matters = [entries[i] for i in heads if _MATTER.fullmatch(entries[i].title)]
    over = {entry.style for entry in matters}
    parted = sum(entry.title.endswith("事項") for entry in matters) > 1
    kept = []
    for i, entry in enumerate(entries):
        frames = _FRAME.fullmatch(entry.title) is not None
        beside = entry.style in over and _is_ceremony(entry)
        beside = beside and not (parted and entry.title == "その他")
        beside = beside or (frames and (not entry.style or entry.title[0] == "("))
        empty = entry.style in over and _MATTER.fullmatch(entry.title)
        if i not in heads and not beside and not empty:
            kept.append(entry)
    return kept


def _is_ceremony(entry: Entry) -> bool:
    """Tell whether *entry* opens or closes, or greets: no matter to be discussed."""
    return bool(_FRAME.fullmatch(entry.title) or _CEREMONY.fullmatch(entry.title))


def _is_head(entry: Entry, below: Entry) -> bool:
    """Tell whether *entry* heads a part of the list: 2. 議題, 【報告事項】, 局関係."""
    lower = below.style != entry.style
    if _MATTER.fullmatch(entry.title.strip("【】<>〈〉《》[]〔〕")):
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
        whole = whole or _end_alike(item[-1].title, entry.title)
        return (
            not whole and entry.indent > first.indent and len(item) < len(entry.title)
        )
    return not (
        whole and _COMPLETE.search(entry.title) and entry.indent > item[0].indent
    )


def _end_alike(above: str, title: str) -> bool:
    """Tell whether two titles have one ending: 水路に関する検討, 井戸に関する検討."""
    least = 4
    return above[-least:] == title[-least:] and min(len(above), len(title)) > least
