"""Write a comparison as text for people, or as JSON for programs.

The JSON object has the keys

- `before`, `after`: `id` (the meeting's IRI, or the path of the build), `name`,
  `council`, `number`, `day`, `documents` (IRIs);
- `counts`: how many changes there are of each kind;
- `changes`: a list of `kind`, `sort`, `subject` (an IRI), `name`, `english`, `other`
  and `other_name` (of the second side, where it is another), `group` and `document`
  (of builds), `sentence`, and `before` and `after`, each with `stated` (false: looked
  for in vain), `value`, `basis`, `spans` (IRIs) and `lines` (`document`, `line`,
  `text`, and `marks`: pairs of offsets in code points);
- `notes`: a list of `key` and `sentence`: what could not be compared;
- `tallies`: of builds, by document and group: `gained`, `lost`, `altered` things, and
  `triples_gained`, `triples_lost`.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from kg.ask import show_cell, write_table
from kg.diff.word import read_words, word_change, word_kind, word_note, word_title
from kg.model import Change, Comparison, Passage, Side, Sort, Tally

SIGNS = {
    Sort.IN: "+",
    Sort.OUT: "-",
    Sort.DOUBT: "?",
    Sort.POST: "~",
    Sort.ATTENDANCE: "~",
    Sort.THEME: "#",
    Sort.PAPER: "=",
}
"""What stands before a line of each sort, so that colour is not needed."""

_COLUMNS = ("group", "gained", "lost", "altered", "plus", "minus")


def write_text(comparison: Comparison, language: str) -> str:
    """Return *comparison* as lines, the changes of one kind under a heading."""
    words = read_words(language)
    days = [side.day or "" for side in (comparison.before, comparison.after)]
    title = word_title(comparison, language)
    lines = [show_cell(f"{title} {' → '.join(days)}".rstrip(" →"))]
    for kind, found in groupby(comparison.changes, lambda change: change.kind):
        changes = tuple(found)
        lines.append(f"{word_kind(kind, language)} {len(changes)}")
        lines.extend(_line(change, language) for change in changes)
    if not comparison.changes:
        lines.append(words["nothing"])
    lines.extend(f"! {word_note(note, language)}" for note in comparison.notes)
    text = "".join(f"{line}\n" for line in lines)
    return text + _write_tallies(comparison.tallies, language)


def _line(change: Change, language: str) -> str:
    """Return one change with the lines of both sides that it rests on."""
    places = " → ".join(_places(side) for side in (change.before, change.after))
    sentence = word_change(change, language)
    known = change.before.passages or change.after.passages
    line = f"{SIGNS[change.sort]} {sentence}" + (f" [{places}]" if known else "")
    return f"  {show_cell(line)}"


def _places(side: Side) -> str:
    """Return the lines that a side rests on; in brackets where it says nothing."""
    lines = " ".join(
        f"L{line}" for line in dict.fromkeys(p.line for p in side.passages)
    )
    return lines if side.stated and lines else f"({lines or '-'})"


def _write_tallies(tallies: Iterable[Tally], language: str) -> str:
    """Return a table of what builds gained and lost by group, all documents together.

    JSON and the page have it by document.
    """
    words = read_words(language)
    groups: dict[str, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(tally.group, []).append(tally)
    rows = [
        (
            words[f"group.{group}"],
            f"+{sum(one.gained for one in found)}",
            f"-{sum(one.lost for one in found)}",
            f"~{sum(one.altered for one in found)}",
            f"+{sum(one.triples_gained for one in found)}",
            f"-{sum(one.triples_lost for one in found)}",
        )
        for group, found in groups.items()
    ]
    columns = tuple(words[f"column.{name}"] for name in _COLUMNS)
    return f"\n{write_table(columns, rows)}" if rows else ""


def write_json(comparison: Comparison, language: str) -> str:
    """Return *comparison* as JSON text; the keys are those of this module."""
    counts = Counter(change.kind.value for change in comparison.changes)
    value = {
        "before": asdict(comparison.before),
        "after": asdict(comparison.after),
        "counts": dict(counts),
        "changes": [_change(change, language) for change in comparison.changes],
        "notes": [
            {"key": note, "sentence": word_note(note, language)}
            for note in comparison.notes
        ],
        "tallies": [asdict(tally) for tally in comparison.tallies],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _change(change: Change, language: str) -> dict[str, object]:
    """Return one change with both sides."""
    return {
        "kind": change.kind.value,
        "sort": change.sort.value,
        "subject": change.subject,
        "name": change.name,
        "english": change.english,
        "other": change.other,
        "other_name": change.other_name,
        "group": change.group,
        "document": change.document,
        "sentence": word_change(change, language),
        "before": _side(change.before),
        "after": _side(change.after),
    }


def _side(side: Side) -> dict[str, object]:
    """Return what one side says, and its lines."""
    return {
        "stated": side.stated,
        "value": side.value,
        "basis": None if side.basis is None else side.basis.value,
        "spans": side.spans,
        "lines": [_passage(passage) for passage in side.passages],
    }


def _passage(passage: Passage) -> dict[str, object]:
    """Return one line of a document with its marks."""
    return {
        "document": passage.document,
        "line": passage.line,
        "text": passage.text,
        "marks": [[mark.start, mark.end] for mark in passage.marks],
    }
