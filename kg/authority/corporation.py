"""Read 国税庁's corporate numbers (法人番号, 全件データ) row by row.

The columns are those of its published layout (リソース定義書), thirty and no header.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.authority.check_digit import is_corporate_number
from kg.authority.record import Record, Scope, Wanted
from kg.errors import AuthorityFileError
from kg.graph import OUTSIDE
from kg.model import Authority

_COLUMNS = 30
_NUMBER, _PROCESS, _CHANGED, _NAME, _IMAGE = 1, 2, 5, 6, 7
_PREFECTURE, _CLOSED, _CAUSE, _SUCCESSOR = 13, 18, 19, 20
_ASSIGNED, _LATEST, _ENGLISH, _HIDDEN = 22, 23, 24, 29

_FIRST = "2015-10-05"
"""On that day all that were there got their numbers: it says nothing of their age."""
_RENAMED = "11"
_ENDED = {
    "21": "its register is closed",
    "71": "merged into another",
    "81": "its name was struck off",
    "99": "its number was deleted",
}
_CAUSES = {
    "01": "清算の結了等",
    "11": "合併による解散等",
    "21": "登記官による閉鎖",
    "31": "その他の清算の結了等",
}
_HEADER = "corporateNumber"
# 7000012050002
_DIGITS = re.compile(r"[0-9]{13}")


def is_row(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are a row of the layout, or its names as a header."""
    if len(cells) != _COLUMNS:
        return False
    return cells[_NUMBER] == _HEADER or _DIGITS.fullmatch(cells[_NUMBER]) is not None


def read_corporations(
    lines: Iterable[str], where: str, wanted: Wanted
) -> Iterator[Record | Scope]:
    """Yield the entries in *lines* that go by a *wanted* name, then the scope.

    Raises AuthorityFileError, with the line, for a row that is not of the layout.
    """
    rows = csv.reader(lines)
    prefectures: set[str] = set()
    count = 0
    try:
        for row in rows:
            if len(row) != _COLUMNS:
                if row:
                    reason = f"line {rows.line_num}: {len(row)} columns, expected 30"
                    raise AuthorityFileError(where, reason)
                continue
            count += 1
            prefectures.add(row[_PREFECTURE])
            if wanted(row[_NAME]) or (row[_ENGLISH] and wanted(row[_ENGLISH])):
                yield _record(row)
    except csv.Error as error:
        reason = f"line {rows.line_num}: {error}"
        raise AuthorityFileError(where, reason) from error
    yield Scope(count, frozenset(prefectures - {""}))


def _record(row: Sequence[str]) -> Record:
    """Return the entry of one *row*."""
    base = OUTSIDE[Authority.CORPORATION]
    current = row[_LATEST] != "0"
    name = (row[_NAME],)
    return Record(
        id=base + row[_NUMBER],
        label=row[_NAME],
        names=name if current else (),
        others=(() if current else name) + ((row[_ENGLISH],) * bool(row[_ENGLISH])),
        doubts=tuple(_doubts(row)),
        since=max(
            row[_ASSIGNED] if row[_ASSIGNED] > _FIRST else "",
            row[_CHANGED] if row[_PROCESS] == _RENAMED else "",
        ),
    )


def _doubts(row: Sequence[str]) -> Iterator[str]:
    """Say what keeps the entry of *row* from being certain."""
    if not is_corporate_number(row[_NUMBER]):
        yield f"the check digit of {row[_NUMBER]} is wrong"
    if row[_CLOSED] or row[_PROCESS] in _ENDED:
        yield _closing(row)
    if row[_LATEST] == "0":
        yield "a former entry, no more in force"
    if row[_IMAGE]:
        yield "the register has its name as an image"
    if row[_HIDDEN] == "1":
        yield "the register leaves it out of its search"


def _closing(row: Sequence[str]) -> str:
    """Say when and why a corporation ended, and who came after it."""
    words = f"closed {row[_CLOSED]}".strip()
    cause = _CAUSES.get(row[_CAUSE]) or _ENDED.get(row[_PROCESS])
    if cause:
        words += f" ({cause})"
    if row[_SUCCESSOR]:
        words += f", successor {row[_SUCCESSOR]}"
    return words
