"""Tell the words of a list that look like the heading of another part of a record."""

import re
from collections.abc import Sequence

from kg.minutes.headword import Head, Topic, read_head
from kg.minutes.line import Line, Piece

# 議事次第（PDF／72KB）
_FILE = re.compile(
    r"PDF|(?:KB|MB|キロバイト|メガバイト)|Word|Excel|PowerPoint", re.IGNORECASE
)
_CLOSED = re.compile(r"(?:散\s*会|閉\s*会|延\s*会|閉\s*議)[)\]]?$")
_CLOSED_AT = re.compile(r"^[\[(]?(?:散\s*会|閉\s*会|延\s*会|閉\s*議)\b.{0,14}\d")
# （出席８名）⇥妻委員、渡部委員
_COUNT_CELL = re.compile(
    r"\((?:出席|欠席|計|うち)?\s*(?:委員|者)?\s*\d{1,3}\s*[名人]\)\s+(?=\S)"
)
_WHOLE = re.compile(r"(?:[員長者氏君事役官授師士\)]|代理|[、,])$")
_PAPER = re.compile(r"(?:参考|追加|当日|机上)?資料\s*[\dA-Za-z]")
_PART = re.compile(
    r"(?:報告|協議|審議|説明|確認|検討|議決|諮問|承認|連絡|その他)(?:事項|案件)?|情報提供|意見交換"
)


def is_paper(head: Head, above: Head | None, ahead: Sequence[Line]) -> bool:
    """Tell whether *head* names a paper among the handouts: 議事次第（PDF／72KB）.

    So does 議事次第 alone above 資料１, of a list headed 資料.
    """
    if above is None or above.topic is not Topic.HANDOUTS or head.count is not None:
        return False
    if head.note and _FILE.search(head.note.text):
        return True
    plain = head.value is None and not head.strong and head.topic is Topic.AGENDA
    return plain and bool(ahead) and _PAPER.match(ahead[0].text) is not None


def read_more(head: Head, topic: Topic, above: Head | None, line: Line) -> Piece | None:
    """Return what stands beside 「（出席８名）」, the second line of a heading's cell.

    It is more of the list beside the heading: the cells of a table have two lines.
    """
    lists = {Topic.ATTENDANCE, Topic.ABSENCE}
    if topic not in lists or above is None or above.value is None:
        return None
    found = _COUNT_CELL.match(line.text)
    return line.piece.part(found.end()) if found and head.topic in lists else None


def continue_list(above: Piece, more: Piece) -> Piece | None:
    """Return *more* joined to the list *above* that a line's end cuts, or None.

    佐和委員、我 / 妻委員: a list whose last one is whole goes on on its own line.
    """
    whole = _WHOLE.search(above.text) is not None
    return None if whole else above.joined(more)


def is_part(head: Head) -> bool:
    """Tell whether *head* says what is done with the items below it: ＜報告事項＞."""
    return (
        head.count is None and _PART.fullmatch(re.sub(r"\s", "", head.word)) is not None
    )


def heads_present(line: Line) -> bool:
    """Tell whether *line* heads those present: another list of people is none then.

    「本委員は、次のとおりである。」 and its names stand above 出席委員.
    """
    longest = 40
    head = read_head(line) if len(line.text) <= longest else None
    return head is not None and head.topic is Topic.ATTENDANCE


def closes(line: Line) -> bool:
    """Tell whether *line* closes the sitting: 午後二時三十六分散会, 散会（午後…）.

    Behind it a record of the whole house lists the ministers: 出席国務大臣.
    """
    longest = 24
    ends = _CLOSED.search(line.text) or _CLOSED_AT.match(line.text)
    return len(line.text) <= longest and ends is not None


def repeats(before: Head | None, head: Head, line: Line) -> bool:
    """Tell whether *head* is the cell before each line of one list: 出席者⇥….

    A table prints the list in one cell, and its heading, *before*, beside every line.
    """
    lists = {Topic.ATTENDANCE, Topic.ABSENCE}
    if before is None or before.value is None or head.topic not in lists:
        return False
    cell = re.match(rf"{re.escape(head.piece.text)}\t", line.text)
    return cell is not None and before.piece.text == head.piece.text
