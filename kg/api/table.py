"""Hold the answer to a question as a table."""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.api.evidence import Evidence
from kg.api.markup import block, tag
from kg.api.markup import table as markup_table
from kg.ask import write_csv, write_table
from kg.errors import ExportError

_SHOWN = 30
"""Rows that a display shows; the table has them all."""
# 12, -3, 45.5; not 007, which is a name
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_MORE = {"ja": "ほか {count} 行", "en": "{count} more rows"}
_NO_PANDAS = {
    "ja": 'pandas がありません。入れるには: pip install "gijiroku-kg[notebook]"',
    "en": 'no pandas here; install it with: pip install "gijiroku-kg[notebook]"',
}


class Table:
    """Rows of text under named columns, each row with the words that it rests on.

    >>> table = Table(("氏名", "会議"), (("架空 太郎", "第3回"),))
    >>> table.columns, len(table), table[0]["氏名"]
    (('氏名', '会議'), 1, '架空 太郎')
    >>> [row["会議"] for row in table]
    ['第3回']
    """

    def __init__(  # noqa: PLR0913 - what a table is made of
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str | None]],
        *,
        title: str = "",
        note: str = "",
        language: str = "ja",
        evidence: Callable[[int], Evidence] | None = None,
    ) -> None:
        """Keep what is shown; *evidence* gives that of the row with a number."""
        self.columns = tuple(columns)
        self.rows = tuple(tuple(row) for row in rows)
        self.title = title
        self.note = note
        self._language = language
        self._evidence = evidence

    def column(self, name: str) -> tuple[str | None, ...]:
        """Return the cells of the column called *name*."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def evidence(self, number: int = 0) -> Evidence:
        """Return the passages that the row with this *number*, from 0, rests on."""
        if not -len(self.rows) <= number < len(self.rows):
            raise IndexError(number)
        return Evidence(()) if self._evidence is None else self._evidence(number)

    def to_pandas(self) -> Any:  # noqa: ANN401 - a DataFrame, of a library that may lack
        """Return a pandas DataFrame; columns of nothing but numbers are numbers."""
        try:
            pandas = import_module("pandas")
        except ModuleNotFoundError as error:
            raise ExportError(_NO_PANDAS[self._language]) from error
        frame = pandas.DataFrame(self.rows, columns=self.columns, dtype=object)
        for place, name in enumerate(self.columns):
            if _is_numeric([row[place] for row in self.rows]):
                frame[name] = pandas.to_numeric(frame[name])
        return frame

    def to_csv(self, path: Path | str | None = None) -> str:
        """Return the table as CSV, and write it to *path* if that is given.

        A cell that a spreadsheet would run as a formula begins with an apostrophe.
        """
        text = write_csv(self.columns, self.rows)
        if path is not None:
            Path(path).write_text(text, encoding="utf-8", newline="\n")
        return text

    def to_dicts(self) -> list[dict[str, str | None]]:
        """Return each row by the names of its columns."""
        return list(self)

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        """Go through the rows, each by the names of its columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __getitem__(self, number: int) -> dict[str, str | None]:
        """Return one row by the names of its columns."""
        return dict(zip(self.columns, self.rows[number], strict=True))

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def __repr__(self) -> str:
        """Return the table in columns, or why it is empty."""
        if not self.rows:
            return self.note or "Table()"
        return (write_table(self.columns, self.rows[:_SHOWN]) + self._more).rstrip("\n")

    def _repr_html_(self) -> str:
        """Return the table for a notebook."""
        if not self.rows:
            return block(tag("p", self.note or "–"))
        shown = markup_table(self.columns, self.rows[:_SHOWN], self.title)
        return block(shown, *([tag("p", self._more)] if self._more else []))

    @property
    def _more(self) -> str:
        """How many rows a display leaves out."""
        count = len(self.rows) - _SHOWN
        return _MORE[self._language].format(count=count) if count > 0 else ""


def _is_numeric(cells: Sequence[str | None]) -> bool:
    """Tell whether *cells* are numbers, some of which may lack.

    >>> _is_numeric(["1", None, "2.5"]), _is_numeric(["007"]), _is_numeric([None])
    (True, False, False)
    """
    found = [cell for cell in cells if cell is not None]
    return bool(found) and all(_NUMBER.fullmatch(cell) for cell in found)
