"""Read what the questions must answer on the five records, and build these."""

from dataclasses import dataclass
from pathlib import Path

from kg.corpus import Input, build_corpus
from tests.corpus.records import JUDGED, SETTINGS

FIVE = Path(__file__).parents[1] / "corpora" / "five"
ANSWERS = FIVE / "answers"


@dataclass(frozen=True, slots=True)
class Case:
    """A question with values in its blanks, and the rows that it must return."""

    question: str
    values: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_cases():
    """Yield the cases of all files; in a file an empty line parts them.

    The first line of a case has the values (`meeting=…; …`), or a dash.
    """
    for file in sorted(ANSWERS.glob("*.tsv")):
        for block in file.read_text(encoding="utf-8").strip("\n").split("\n\n"):
            values, columns, *rows = block.split("\n")
            yield Case(
                file.stem,
                _blanks(values.removeprefix("# ").removeprefix("-")),
                tuple(columns.split("\t")),
                tuple(tuple(row.split("\t")) for row in rows),
            )


def _blanks(text):
    """Return the values of blanks: `council=架空会議; other=架空委員会`."""
    pairs = (item.split("=", 1) for item in text.split(";") if item.strip())
    return {name.strip(): value.strip() for name, value in pairs}


def build_five(out):
    """Build the five records into *out*; return the corpus that was found."""
    inputs = [Input(path, path.name) for path in sorted(FIVE.glob("*.txt"))]
    corpus, _ = build_corpus(inputs, out, SETTINGS, JUDGED)
    return corpus


def cite(cell, names):
    """Return a cell with documents by the *names* of their files, each named once.

    `0ca892fbf9cf L5 0ca892fbf9cf L8` becomes `waterside-4 L5 L8`, in order of files.
    """
    words = (cell or "").split(" ")
    if words[0] not in names:
        return cell or ""
    lines = {}
    for document, line in zip(words[::2], words[1::2], strict=True):
        lines.setdefault(names[document], []).append(line)
    return " ".join(f"{name} {' '.join(lines[name])}" for name in sorted(lines))
