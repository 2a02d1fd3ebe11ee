"""Read what marks mean: 「◎座長 ○座長代理 ※オンライン参加 *代理出席」."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.model import LegendEntry, Role

MARKS = "◎○〇◯●☆★※*＊#†‡△▲□■◇◆▽▼×"
MARK = rf"(?:※\s?\d{{1,2}}|\\?[{re.escape(MARKS)}]{{1,2}}+|\(?(?:注|\*)?\d{{1,2}}\))"

UNMARKED = "無印"
"""What a legend calls the rows without a mark: 「○：会場、無印：オンライン」."""

# ◎座長、*Web参加 / ※はオンライン参加 / ○印は座長代理 / *:代理出席
_ENTRY = re.compile(
    rf"(?P<mark>{MARK}|{UNMARKED}|[-ー―](?=は|…|[:=])|※?\s*\((?:代|欠|書|W|w)\))\s*(?:印)?\s*(?P<is>[:：=＝]|は|が|…|・・・|-)?\s*"
    rf"(?P<meaning>[^\s、,，;；()（）。{re.escape(MARKS)}\\]+(?:による[^\s、,()]+)?)"
)

# ※2　代理出席（副町長　西 勉）: whoever has the mark was not there, another was
_NAMED = re.compile(r"\s*\([^()]*\S\s+\S+\s+\S+[^()]*\)")
# ○出席説明員 heads a list, and explains no mark
_HEADS_LIST = re.compile(r"[○◯〇◎●]\s*(?:出席|欠席|応招|列席).{2,}")
_REPRESENTED = "本人欠席"
# （３）その他の出席者 heads a list, too
_OTHERS = re.compile(r"その他の?(?:出席|列席|参加)者")
_ROW_NOTE = re.compile(r"[^\s(（】>〉、]\S*\s+\S.*\s※\s*(?P<meaning>\S+)$")
_ONE = re.compile(MARK)
# ※・*はオンライン参加: two marks of one meaning
_SAME_AS = re.compile(rf"(?:{MARK}\s*[・、,/]\s*)+$")

ONLINE = re.compile(
    r"web|ウェブ|ウエブ|オンライン|リモート|遠隔|teams|zoom|webex|ビデオ会議|テレビ会議",
    re.IGNORECASE,
)
IN_PERSON = re.compile(r"対面|来場|会場|現地|来庁|会議室")
# 会場, サテライト会場: the whole cell of a column 参加方法
IN_ROOM = re.compile(r"(?:サテライト|第\d+|本|メイン)?会場|対面|来場|現地")
PROXY = re.compile(r"代理|^代$")
ABSENT = re.compile(r"欠席|^欠$|^×$")
PRESENT = re.compile(r"出席|参加|^出$|^[○〇◯]$")


# written opinions, coming late: they say of no axis where somebody was
_REMARK = re.compile(r"^書面|^途中|遅れ|遅参|早退|退席|退室|^議題\d|まで$|から$")


class Meaning(StrEnum):
    """What a mark or a note can say of an attendee."""

    ROLE = "role"
    ONLINE = "online"
    IN_PERSON = "in-person"
    PROXY = "proxy"
    ABSENT = "absent"
    PRESENT = "present"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Sign:
    """One meaning of a mark; *role* and *word* where it is a role."""

    meaning: Meaning
    word: str
    role: Role | None = None


def read_signs(words: str, lexicon: Lexicon) -> tuple[Sign, ...]:
    """Return everything that *words* say: 「代理出席（オンライン）」 says two things.

    Words that say nothing of an attendee give nothing.
    """
    text = re.sub(r"\s", "", words)
    role = _role_of(text, lexicon)
    if role:
        return (Sign(Meaning.ROLE, text, role),)
    signs = []
    if ONLINE.search(text):
        signs.append(Sign(Meaning.ONLINE, text))
    elif IN_ROOM.fullmatch(text) or (
        IN_PERSON.search(text) and re.search(r"出席|参加", text)
    ):
        signs.append(Sign(Meaning.IN_PERSON, text))
    if PROXY.search(text) and "職務代理" not in text:
        signs.append(Sign(Meaning.PROXY, text))
    if ABSENT.search(text):
        signs.append(Sign(Meaning.ABSENT, text))
    elif not signs and PRESENT.search(text):
        signs.append(Sign(Meaning.PRESENT, text))
    elif not signs and _REMARK.search(text):
        signs.append(Sign(Meaning.REMARK, text))
    return tuple(signs)


def _role_of(words: str, lexicon: Lexicon) -> Role | None:
    """Return the role that *words* name, one for each of two bodies included.

    ◎：部会長・小委員長 in the record of a joint sitting.
    """
    roles = [lexicon.role(part) for part in re.split("[・/]", words)]
    one = len(set(roles)) == 1 and len(roles) > 1
    return lexicon.role(words) or (roles[0] if one else None)


def says_how(words: str) -> bool:
    """Tell whether *words* say where or how somebody came, and name nobody."""
    patterns = (ONLINE, IN_PERSON, PROXY, ABSENT, _REMARK)
    return any(pattern.search(words) for pattern in patterns)


def read_legend(lines: Iterable[Line], lexicon: Lexicon) -> tuple[LegendEntry, ...]:
    """Return the legends in *lines* of a roster, in order of the text.

    An entry counts only where its meaning is a role, a mode, a proxy or an
    absence, and where the line holds nothing but entries, brackets and a
    heading: ○ before a name is a mark and no legend.
    """
    entries: list[LegendEntry] = []
    notes: list[LegendEntry] = []
    for line in lines:
        found = _line_entries(line, lexicon)
        entries.extend(found)
        ends = len(found) == 1 and found[0].mark == "※" and _ends_row(line, found[0])
        notes.extend(found if ends else ())
    if len({entry.meaning for entry in notes}) > 1:
        entries = [entry for entry in entries if entry not in notes]
    return tuple(entries)


def _ends_row(line: Line, entry: LegendEntry) -> bool:
    """Tell whether ※ of *entry* ends a row: 橘　一葉（西都大学教授）　※委員長.

    Where another row ends with ※委員長代理, each is a note on its own row.
    """
    found = _ROW_NOTE.search(line.text)
    return found is not None and found["meaning"] == entry.meaning


def is_legend(line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* holds legend entries and nothing else: ◎座長 ※欠席."""
    entries = read_legend((line,), lexicon)
    if len(entries) == 1 and lexicon.group_role(entries[0].meaning):
        return False  # ○参考人 alone heads a list, ○座長代理 explains a mark
    slack = 3
    return bool(entries) and len(line.text) <= sum(
        len(entry.mark) + len(entry.meaning) + slack for entry in entries
    )


def _line_entries(line: Line, lexicon: Lexicon) -> list[LegendEntry]:
    """Return the entries in one line."""
    entries: list[LegendEntry] = []
    for found in _ENTRY.finditer(line.text):
        meaning = found["meaning"].rstrip("。.を示す")
        mark = found["mark"].lstrip("\\")
        numbered = mark[-1] == ")" and lexicon.role(
            meaning
        )  # （１）構成員 is a heading
        numbered = numbered or (mark[-1] == ")" and _OTHERS.fullmatch(meaning))
        placed = found["is"] and IN_ROOM.fullmatch(meaning)  # ○：会場
        if numbered or not (placed or _explains(meaning, lexicon)):
            continue
        if _HEADS_LIST.fullmatch(line.text[found.start("mark") :]):
            continue
        if PROXY.search(meaning) and _NAMED.match(line.text, found.end()):
            meaning = _REPRESENTED
        span = line.piece.part(found.start(), found.end("meaning")).span
        same = _SAME_AS.search(line.text, 0, found.start("mark"))
        marks = _ONE.findall(same.group()) if same else []
        entries.extend(LegendEntry(one, meaning, span) for one in (*marks, mark))
    return entries


def _explains(meaning: str, lexicon: Lexicon) -> bool:
    """Tell whether *meaning* is the whole of a role word or an attendance note."""
    if _role_of(meaning, lexicon):
        return True
    if ONLINE.fullmatch(meaning):
        return True
    online = ONLINE.match(meaning) and re.fullmatch(r".{4,24}(?:参加|出席)者?", meaning)
    if online:
        return True  # Web会議システムにより出席
    noted = re.fullmatch(r".{0,8}(?:参加|出席|代理|欠席|出席者)(?:者)?", meaning)
    return noted is not None and bool(read_signs(meaning, lexicon))
