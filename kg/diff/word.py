"""Word changes for people, in Japanese or English."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.model import Basis, Change, ChangeKind, Comparison, Side

LANGUAGES = ("ja", "en")
Words = Mapping[str, str]

_THEMES = frozenset({ChangeKind.THEME_NEW, ChangeKind.THEME_GONE})
_DOUBTFUL = (Basis.DEFAULT, Basis.INFERRED)


@cache
def read_words(language: str) -> Words:
    """Return the words for changes in *language*, by key."""
    file = files("kg.diff") / "words" / f"{language}.json"
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words


def word_kind(kind: ChangeKind, language: str) -> str:
    """Return the heading for changes of one *kind*."""
    return read_words(language)[f"kind.{kind.value}"]


def word_change(change: Change, language: str) -> str:
    """Return one sentence that says what changed.

    A value that no words of the record state (no mark, a rule) says so.
    """
    words = read_words(language)
    english = language == "en" and change.kind in _THEMES and change.english
    unknown = words["unknown"]
    sentence = words[f"say.{change.kind.value}"].format(
        name=change.english if english else change.name,
        other=change.other_name,
        group=words.get(f"group.{change.group}", ""),
        where=_bracket(change.document, words),
        was=_bracket(change.before.value, words),
        now=_bracket(change.after.value, words),
        before=change.before.value or "—",
        after=change.after.value or "—",
        before_or_unknown=change.before.value or unknown,
        after_or_unknown=change.after.value or unknown,
        label=_label(change),
    )
    return sentence.strip() + _doubt(change, words)


def word_note(note: str, language: str) -> str:
    """Return the sentence for what could not be compared."""
    return read_words(language)[f"note.{note}"]


def word_title(comparison: Comparison, language: str) -> str:
    """Return what is compared: 架空会議（第3回） → 架空会議（第4回）."""
    before, after = comparison.before, comparison.after
    return read_words(language)["title"].format(before=before.name, after=after.name)


def _bracket(text: str, words: Words) -> str:
    """Return *text* in brackets, or nothing where there is none."""
    return words["bracket"].format(words=text) if text else ""


def _label(change: Change) -> str:
    """Return the label of a handout on both sides: 資料2 → 資料1."""
    labels = dict.fromkeys((change.before.value, change.after.value))
    return " → ".join(label for label in labels if label)


def _doubt(change: Change, words: Words) -> str:
    """Return how each side is known, where the record does not state it."""
    sides: tuple[tuple[str, Side], ...] = (
        ("before", change.before),
        ("after", change.after),
    )
    found = [
        f"{words[name]}: {words[f'basis.{side.basis.value}']}"
        for name, side in sides
        if side.basis in _DOUBTFUL and side.basis is not None
    ]
    return _bracket(words["separator"].join(found), words)
