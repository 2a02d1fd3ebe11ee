"""Tell a heading from an item or a row that looks like one, by rank and order."""

import re
from collections.abc import Sequence

from kg.calendar import number
from kg.minutes.column import is_column_head
from kg.minutes.headword import Head, Topic, read_decoration, read_head
from kg.minutes.line import Line, Piece
from kg.minutes.listing import read_mode_prefix

_TALK = re.compile(r"意見交換|質疑|質疑応答|討議|主な意見|意見聴取|その他")
_BOTH = frozenset({Topic.ATTENDANCE, Topic.ABSENCE})
_ROSTERS = re.compile(r"名簿$|一覧$")
_PAPER = re.compile(
    r"\s*(?:参考|追加|当日|机上)?(?:資料|議題|議案|案件|別添|別紙|参考|日程|諮問|報告)"
    r"\s*[\dA-Za-z一二三四五六七八九十第No\-ー]"
)
_NUMBERED = re.compile(r"^\s*\d")
_CLOSING = re.compile(r"[】〉》>」〕\]]")
# who comes before an assembly's committee, beside its members
_GROUP = re.compile(r"参考人|説明員|説明者|公述人|証人|理事者|執行部|事務局(?:職員)?")
_SENTENCE = re.compile(r"。")
_COUNT = re.compile(
    r"\(?(?:計\s*)?(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})\s*[名人]\)?"
)
_MARKED = re.compile(r"[【〈《<〔\[■□◆◇●○〇◎◯]|\(?\d{1,2}[.)、\s]")
_ELSEWHERE = ("とおり", "通り", "同じ", "同様")
"""Ends of what says that the list is one above: 議事日程のとおり."""
_LONGEST = 30
_SPOKEN = 2


def begins(head: Head, topic: Topic, seen: set[Topic]) -> bool:
    """Tell whether *head* begins a section within a section of *topic*."""
    if head.topic is Topic.NAME:
        return topic in {Topic.TITLE, Topic.NAME} or not seen & {Topic.AGENDA, *_BOTH}
    if head.topic is Topic.RECORD:
        # 議事録 above the date is the title, 意見交換 in the record a part of it
        return bool(seen - {Topic.TITLE, Topic.NAME, Topic.RECORD}) and (
            topic is not Topic.RECORD
        )
    if topic is Topic.RECORD:
        alone = head.value is None
        return alone and (
            head.topic is Topic.ASIDE or (head.strong and head.topic is Topic.HANDOUTS)
        )
    if head.topic is Topic.AGENDA and topic is Topic.AGENDA:
        return head.value is None or head.value.text.endswith(_ELSEWHERE)
    # 資料 1 is the first of the handouts, 会議資料 1 and 資料　資料１ their heading
    heads = head.value is None or _PAPER.match(head.value.text) is not None
    return head.strong or heads or head.word != "資料"


def is_item(
    head: Head, above: Head | None, held: Sequence[Line], seen: set[Topic]
) -> bool:
    """Tell whether *head* is an item of the list above it: 「3. 意見交換」.

    It is where this one has a number and the list's own heading another kind of
    number, or none; where the numbers of the list lead up to it; or where its words
    name what was handed out (・議事次第, 委員名簿).
    """
    if above is None or above.topic not in {Topic.AGENDA, Topic.HANDOUTS}:
        return False
    if head.topic in {Topic.DATE, Topic.VENUE} and head.value:
        return False  # １　日時　令和７年２月１７日
    if above.topic is Topic.AGENDA and head.topic in {*_BOTH, Topic.HANDOUTS}:
        return False  # ３　出席議員 below ○議事日程
    if above.topic is Topic.HANDOUTS:
        bulleted = head.bulleted and head.style != above.style
        again = head.topic in seen and head.value is None and head.style != above.style
        paper = head.topic in {Topic.AGENDA, *_BOTH} or _ROSTERS.search(head.word)
        return (
            bulleted
            or bool(again and paper)
            or bool(head.topic is Topic.ASIDE and _ROSTERS.search(head.word))
        )
    if head.style != above.style:
        talk = head.topic is Topic.RECORD and _TALK.fullmatch(head.word) is not None
        return "1" in head.style or (head.bulleted and talk)
    return head.count is not None and not _follows(head.style, head.count, above, held)


def read_unknown(
    line: Line,
    above: tuple[Head, Line],
    held: Sequence[Line],
    ahead: Sequence[Line],
    seen: set[Topic],
) -> Head | None:
    """Return *line* as a heading where it has the rank of the one *above*, or None.

    「６　公開・非公開の別」 below 「５　資料」, 【結果】 below 【議題】: whatever it
    says, it is no more of the list. What holds sentences is the record, where a list
    of people was *seen*.
    """
    head, head_line = above
    style, count, words = read_decoration(line.text)
    if not style or style != head.style or line.indent > head_line.indent + 1:
        return None
    group = _beside_group(line, words) if count is not None else None
    if group and _follows(style, count or 0, head, held):
        word, value = group
        return Head(
            Topic.ATTENDANCE,
            re.sub(r"\s", "", word.text),
            word,
            None,
            value,
            strong=True,
            bulleted=False,
            style=style,
            count=count,
        )
    if len(words) > _LONGEST or _SENTENCE.search(words):
        return None
    if count is not None:
        if not words or not _follows(style, count, head, held):
            return None
    elif not _CLOSING.search(words) or _PAPER.match(words) or _NUMBERED.match(words):
        return None
    said = _said_below(style, ahead)
    topic = Topic.RECORD if said >= _SPOKEN and seen & _BOTH else Topic.ASIDE
    core = _words_of(line, words, numbered=count is not None)
    return Head(
        topic,
        core.text,
        core,
        None,
        None,
        strong=True,
        bulleted=False,
        style=style,
        count=count,
    )


def _beside_group(line: Line, words: str) -> tuple[Piece, Piece] | None:
    """Return a group and whom *words*, the end of *line*, list beside it.

    「７　参 考 人　　西都大学教授　橘 一葉」 below a heading that lists nobody.
    """
    found = re.match(r"(?P<word>\S+(?:\s\S+)*?)\s{2,}(?P<rest>\S.*)", words)
    if not found or not _GROUP.fullmatch(re.sub(r"\s", "", found["word"])):
        return None
    rest = line.piece.part(len(line.text) - len(words))
    return rest.match(found, "word"), rest.match(found, "rest")


def _words_of(line: Line, words: str, *, numbered: bool) -> Piece:
    """Return *words*, the end of *line*, without the bracket that closes them."""
    start = len(line.text) - len(words)
    close = None if numbered else _CLOSING.search(words)
    return line.piece.part(start, start + close.start() if close else None)


def _said_below(style: str, ahead: Sequence[Line]) -> int:
    """Return how many of the lines up to the next heading hold sentences."""
    said = 0
    for line in ahead:
        mark, count, _ = read_decoration(line.text)
        if read_head(line) or (count is not None and mark == style):
            break
        said += "。" in line.text
    return said


def _follows(style: str, count: int, above: Head, held: Sequence[Line]) -> bool:
    """Tell whether a number goes on from the heading *above*, not from its list."""
    if above.count is None or count != above.count + 1:
        return False
    marks = [read_decoration(line.text)[:2] for line in held]
    counts = [number for mark, number in marks if mark == style and number is not None]
    return count - 1 not in counts or counts[-1] >= count


def is_cell(head: Head, topic: Topic, line: Line, held: Sequence[Line]) -> bool:
    """Tell whether 欠席 alone below a row says how that one came: a flattened table."""
    if topic not in _BOTH or not held or line.after_blank:
        return False
    brackets = [
        re.fullmatch(r"\(.*\)", other.text) is not None
        and read_mode_prefix(other.piece) is None
        for other in held
    ]
    beside = 2 * sum(brackets) >= brackets.count(False) - 1
    if head.word in {"欠席", "出席"} and any(brackets) and not brackets[-1] and beside:
        return True  # 佐藤 一郎 / （浜名大学教授） / 高橋 健 / （欠席）
    if head.strong:
        return False
    heads = any(is_column_head(re.sub(r"\s", "", other.text)) for other in held)
    column = head.word in {"備考", "出欠"} and heads
    # 欠席　消防本部　渚消防長、…: what lists people beside it heads them
    listed = head.value is not None and "、" in head.value.text
    return column or (head.word in {"欠席", "出席"} and not listed)


def is_over(
    head: Head | None,
    head_line: Line | None,
    held: Sequence[Line],
    ahead: Sequence[Line],
) -> bool:
    """Tell whether the next line, the first *ahead*, is no more of the absences.

    「欠席委員　渚」 is one line: only those that stand further in go on with it, others
    are of those present. 「【欠席委員】2名」 counts two names that stand below it.
    """
    line = ahead[0]
    if head is None or head_line is None or head.topic is not Topic.ABSENCE:
        return False
    none = head.note is not None and re.search(r"なし|無し|[(]?0[名人]", head.note.text)
    if none or (head.value is not None and re.match(r"なし|無し", head.value.text)):
        return True
    if head.value is not None and (counted := _COUNT.fullmatch(head.value.text)):
        return _names_below([*held, *ahead]) != number(counted["count"])
    listed = bool(held) and all(above.indent > head_line.indent for above in held)
    beside = head.value is not None or listed
    return beside and line.indent <= head_line.indent


def _names_below(lines: Sequence[Line]) -> int:
    """Return how many names the lines of a list hold, up to a blank or a heading."""
    names = 0
    for i, line in enumerate(lines):
        if (i and line.after_blank) or _MARKED.match(line.text) or read_head(line):
            break
        names += len(re.split("[、,]", line.text.rstrip("、,")))
    return names
