"""Tell the words of a list that look like the heading of another part of a record."""

import re
from collections.abc import Sequence

from kg.minutes.headword import Head, Topic
from kg.minutes.line import Line

# 議事次第（PDF／72KB）
_FILE = re.compile(r"PDF|(?:KB|MB|キロバイト|メガバイト)|Word|Excel|PowerPoint", re.IGNORECASE)
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


def is_part(head: Head) -> bool:
    """Tell whether *head* parts an agenda by what is done with its items: ＜報告事項＞."""
    return head.count is None and _PART.fullmatch(re.sub(r"\s", "", head.word)) is not None
