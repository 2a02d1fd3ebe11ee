"""Read e-Gov's list of laws (法令検索), as its CSV or as the JSON of its API.

A row of the CSV is one revision of a law, so that a law may have several. The list
leaves out what is repealed; the API tells of it.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import IO, Any

from kg.authority.items import read_items
from kg.authority.record import Record, Scope, Wanted
from kg.calendar import FIRST_YEARS, NUMERAL, days, era_year, number
from kg.errors import AuthorityFileError
from kg.graph import OUTSIDE
from kg.model import Authority
from kg.text import key

_ID, _NUMBER, _NAME, _FORMER, _DAY = (
    "法令ID",
    "法令番号",
    "法令名",
    "旧法令名",
    "公布日",
)
_NEEDED = frozenset({_ID, _NUMBER, _NAME, _FORMER, _DAY})
_IN_FORCE = frozenset({"", "None"})
"""What the API says of a law that is neither repealed nor expired."""

# 420AC0000000063: era, year, kind, number
_LAW_ID = re.compile(r"[1-5][0-9]{2}[0-9A-Z]{12}")
# 平成二十年六月十一日, 昭和22年4月7日
_ERA_DAY = re.compile(
    rf"({'|'.join(FIRST_YEARS)})({NUMERAL})年({NUMERAL})月({NUMERAL})日"
)
_NUMERAL = re.compile(NUMERAL)
_COMMA = re.compile(r"[,，]")

_Entry = Mapping[str, Any]  # what JSON may hold; each part is looked at before use
Opener = Callable[[], AbstractContextManager[IO[bytes]]]
"""Gives a file from its start."""


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether *cells* name the columns of the list; it got new ones with time."""
    return set(cells) >= _NEEDED


def is_law_id(text: str) -> bool:
    """Tell whether *text* has the form of e-Gov's 法令ID.

    >>> is_law_id("420AC0000000063"), is_law_id("H20-63")
    (True, False)
    """
    return _LAW_ID.fullmatch(text) is not None


def same_number(ours: str, theirs: str) -> bool:
    """Tell whether two law numbers are one, whatever their digits.

    >>> same_number("平成20年法律第63号", "平成二十年法律第六十三号")
    True
    """
    return _plain(ours) == _plain(theirs)


def read_laws(
    lines: Iterable[str], where: str, wanted: Wanted
) -> Iterator[Record | Scope]:
    """Yield the laws in *lines* that go by a *wanted* name, then the scope.

    Raises AuthorityFileError, with the line, for a row that is not of the list.
    """
    rows = csv.reader(lines)
    columns = next(rows, [])
    laws: set[str] = set()
    count = 0
    try:
        for cells in rows:
            if not cells:
                continue
            row = dict(zip(columns, cells, strict=False))
            if len(cells) != len(columns) or not row[_ID]:
                reason = f"line {rows.line_num}: expected a law with its {_ID}"
                raise AuthorityFileError(where, reason)
            count += 1
            laws.add(row[_ID])
            if wanted(row[_NAME]) or (row[_FORMER] and wanted(row[_FORMER])):
                yield _row(row)
    except csv.Error as error:
        reason = f"line {rows.line_num}: {error}"
        raise AuthorityFileError(where, reason) from error
    yield Scope(count, laws=frozenset(laws))


def read_law_json(
    opener: Opener, where: str, wanted: Wanted
) -> Iterator[Record | Scope]:
    """Yield the laws of an answer of the API (v2, /laws), then the scope.

    The answer may be one page of many, which its total tells. Raises
    AuthorityFileError for broken JSON, and for entries of another form.
    """
    laws: set[str] = set()
    total = 0
    with opener() as file:
        for found in read_items(file, "total_count", where):
            total = found if isinstance(found, int) else 0
    with opener() as file:
        for entry in read_items(file, "laws.item", where):
            try:
                record = _entry(entry)
            except (KeyError, TypeError, AttributeError) as error:
                reason = f"law {len(laws) + 1} is of no known form ({error!r})"
                raise AuthorityFileError(where, reason) from error
            laws.add(record.id.rpartition("/")[2])
            if any(map(wanted, (*record.names, *record.others))):
                yield record
    yield Scope(len(laws), laws=frozenset(laws), total=total)


def _row(row: Mapping[str, str]) -> Record:
    """Return the law of one *row*, by its name and the one that it had before."""
    return Record(
        id=OUTSIDE[Authority.LAW] + row[_ID],
        label=row[_NAME],
        names=tuple(filter(None, (row[_NAME], row[_FORMER]))),
        doubts=tuple(_doubts(row[_ID], "", "")),
        note=row[_NUMBER],
        since=_day(row[_DAY]),
        number=row[_NUMBER],
    )


def _entry(entry: _Entry) -> Record:
    """Return one law of the API; *others* are the short names that e-Gov gives."""
    law = entry["law_info"]
    revisions = [
        entry[name]
        for name in ("revision_info", "current_revision_info")
        if entry.get(name)
    ]
    names = dict.fromkeys(one["law_title"] for one in revisions)
    shorts = [
        short.strip()
        for one in revisions
        for short in _COMMA.split(one.get("abbrev") or "")
        if short.strip()
    ]
    state, day = (
        next((str(one[name]) for one in revisions if one.get(name)), "")
        for name in ("repeal_status", "repeal_date")
    )
    return Record(
        id=OUTSIDE[Authority.LAW] + law["law_id"],
        label=revisions[-1]["law_title"] if revisions else law["law_num"],
        names=tuple(filter(None, names)),
        others=tuple(dict.fromkeys(shorts)),
        doubts=tuple(_doubts(law["law_id"], state, day)),
        note=law["law_num"],
        since=law.get("promulgation_date") or "",
        number=law["law_num"],
    )


def _doubts(law: str, state: str, day: str) -> Iterator[str]:
    """Say what keeps a law from being certain."""
    if not is_law_id(law):
        yield f"{law} has not the form of an id"
    if state not in _IN_FORCE:
        yield f"no more in force ({state} {day})".replace(" )", ")")


def _day(text: str) -> str:
    """Return the day that *text* names as ISO 8601, "" where it is none."""
    found = _ERA_DAY.fullmatch(key(text))
    if found is None:
        return text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else ""
    month, day = number(found[3]), number(found[4])
    interval = days(era_year(found[1], found[2]), month, day, day)
    return interval.start.isoformat() if interval else ""


def _plain(text: str) -> str:
    """Return a law number with Arabic digits."""
    return _NUMERAL.sub(lambda found: str(number(found[0])), key(text))
