"""Read and write what people ruled, one line each, the last line first in rank."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import JudgementError
from kg.model import Judgement, Verdict

HEADER = ("date", "judge", "left", "right", "verdict", "note")


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements in the file at *path*, in order of its lines.

    None where there is no file. Blank lines, lines that begin with # and the line
    of headings are passed over. A line that cannot be read is an error that names
    the file and the line.
    """
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read as text in UTF-8: {error}"
        raise JudgementError(path, 1, message) from error
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if line.strip() and not line.startswith("#") and tuple(cells) != HEADER:
            found.append(_read(cells, path, number))
    return tuple(found)


def _read(cells: Sequence[str], path: Path, number: int) -> Judgement:
    """Return the judgement of one line."""
    if len(cells) not in {len(HEADER) - 1, len(HEADER)}:
        message = f"expected {len(HEADER)} columns ({', '.join(HEADER)})"
        raise JudgementError(path, number, f"{message}, found {len(cells)}")
    date, judge, left, right, verdict, *note = (cell.strip() for cell in cells)
    try:
        return make_judgement(
            left, right, verdict, judge=judge, date=date, note=" ".join(note)
        )
    except ValueError as error:
        raise JudgementError(path, number, str(error)) from error


def make_judgement(  # noqa: PLR0913 — the columns of a line
    left: str, right: str, verdict: str, *, judge: str, date: str, note: str = ""
) -> Judgement:
    """Return a judgement of words as they are given; ValueError says what is wrong.

    *date* is an ISO date (2026-01-31), *verdict* same, different or unsure.
    """
    try:
        day = dt.date.fromisoformat(date)
    except ValueError:
        message = f"expected a date such as 2026-01-31, found {date!r}"
        raise ValueError(message) from None
    if verdict not in set(Verdict):
        message = f"expected {', '.join(Verdict)}, found {verdict!r}"
        raise ValueError(message)
    for name, value in (("judge", judge), ("left", left), ("right", right)):
        if not value or any(mark in value for mark in "\t\n\r"):
            message = f"expected a {name} without tabs and line ends, found {value!r}"
            raise ValueError(message)
    if left == right:
        message = f"left and right are both {left!r}; a judgement is about two"
        raise ValueError(message)
    return Judgement(day, judge, left, right, Verdict(verdict), " ".join(note.split()))


def format_judgement(judgement: Judgement) -> str:
    r"""Return the line of `data/judgements.tsv` for *judgement*, with its end.

    >>> one = make_judgement("a", "b", "same", judge="橘", date="2026-01-31")
    >>> format_judgement(one)
    '2026-01-31\t橘\ta\tb\tsame\t\n'
    """
    cells = (
        judgement.date.isoformat(),
        judgement.judge,
        judgement.left,
        judgement.right,
        judgement.verdict.value,
        judgement.note,
    )
    return "\t".join(cells) + "\n"


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the last judgement about each pair, in order of their lines.

    That is how a judgement is undone: by a later line about the same two, in
    whichever order it names them.
    """
    last: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        pair = frozenset((judgement.left, judgement.right))
        last.pop(pair, None)
        last[pair] = judgement
    return tuple(last.values())
