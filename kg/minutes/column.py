"""Say what the columns of a table of people hold, by the words of their heads."""

import re
from collections.abc import Sequence

_COLUMNS = (
    ("name", re.compile(r"氏名|名前|^委員名?$|^構成員$|お名前")),
    (
        "affiliation",
        re.compile(r"所属|役職|職名|肩書|職業|勤務先|部局|機関|団体|^職$|部署|現職"),
    ),
    ("title", re.compile(r"区分|役割|資格|^役$|^会議体$|^会議名?$")),
    ("status", re.compile(r"出欠|^出席(?:状況)?$")),
    ("note", re.compile(r"出席|参加|備考|形態|方法|摘要")),
)
_ONE_HEAD = re.compile(
    r"(?:氏名|お?名前|委員名|所属|役職|職名|肩書|備考|出欠|出席|区分)"
    r"(?:(?:・|/|及び|、)(?:氏名|所属|役職|職名|肩書))*(?:名|等)?"
)
# 7/24, 第２回: who came to each of several meetings
_DAY = re.compile(r"\d{1,2}[/月]\d{1,2}日?|第?\d{1,3}回")


_NAME = re.compile(r"[\u3400-\u9fff々]{1,4}\s+[\u3400-\u9fff々\u3041-\u30ff]{1,4}")


def is_column_heads(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are the heads of columns: 氏名, 所属・役職, 出欠."""
    columns = 2
    words = [cell for cell in cells if cell]
    if any(_NAME.fullmatch(cell) and not column_of(cell) for cell in words):
        return False  # 委員　橘 一葉　出席 is a row
    found = sum(1 for cell in words if column_of(cell))
    return found >= columns and 2 * found > len(words)


def is_column_head(word: str) -> bool:
    """Tell whether *word* heads a column and is nothing else: 氏名, 所属・役職."""
    return _ONE_HEAD.fullmatch(word) is not None


def heads_people(cells: Sequence[str]) -> bool:
    """Tell whether *cells* head a table of people."""
    return is_column_heads(cells) and "name" in map(column_of, cells)


def column_of(words: str) -> str:
    """Return what a column holds, by the words of its head; "" for others."""
    bare = re.sub(r"\s", "", words)
    for name, pattern in _COLUMNS:
        if pattern.search(bare):
            return name
    return "status" if _DAY.fullmatch(bare) else ""
