"""Put what differs between two meetings or builds into one page that works offline."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.diff import SIGNS, word_change, word_title
from kg.diff import read_words as read_change_words
from kg.model import Basis, Change, Comparison, Passage, Side, Sort
from kg.view.page import (
    LANGUAGES,
    content_policy,
    inert_json,
    page_style,
    read_asset,
    wrap_script,
)

_SCRIPTS = ("parts.js", "words.js", "changes.js")
_COLUMNS = ("document", "group", "gained", "lost", "altered", "plus", "minus")
_TYPOGRAPHIC = {"+": "＋", "-": "－", "?": "？", "~": "～", "#": "＃", "=": "＝"}
MOST = 2000
"""Changes on one page; two builds can differ in more, which JSON has all of."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a document, cut into parts: (words, whether they are marked)."""

    document: str
    line: int
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side of a change shows."""

    stated: bool
    value: str
    basis: str
    passages: tuple[_Line, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A change on the page, by its *number* there."""

    number: int
    sign: str
    before: _Side
    after: _Side


def draw_changes(
    comparison: Comparison, *, language: str = "ja", limit: int = MOST
) -> str:
    """Return *comparison* as a page in HTML; write it in UTF-8 with line ends as LF.

    Each change opens on a click and shows the lines of both sides, also where no
    script runs. The reader can change *language*, ja or en.
    """
    changes = comparison.changes[:limit]
    words = {name: _words(changes, name) for name in LANGUAGES}
    style = page_style("changes.css")
    script = wrap_script(_SCRIPTS)
    content = {"language": language, "words": words, "record": None}
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(read_asset("changes.html"))
    sides = (comparison.before, comparison.after)
    return template.render(
        title=word_title(comparison, language),
        days=" → ".join(side.day for side in sides if side.day),
        names=[f"{side.name} {side.day or ''}".strip() for side in sides],
        language=language,
        words=words[language],
        policy=content_policy(style, (script,)),
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704 - our own files
        content=Markup(inert_json(content)),  # noqa: S704 - escaped there
        total=len(comparison.changes),
        left_out=len(comparison.changes) - len(changes),
        sorts=_sorts(changes),
        groups=tuple(_groups(changes)),
        notes=comparison.notes,
        of_meetings="://" in comparison.before.id,
        tallies=comparison.tallies,
        columns=_COLUMNS,
    )


def read_page_words(language: str) -> dict[str, str]:
    """Return the words of the page's own interface in *language*, by key."""
    words: dict[str, str] = json.loads(read_asset(f"changes-{language}.json"))
    return words


def _words(changes: Iterable[Change], language: str) -> dict[str, str]:
    """Return all that the page says in *language*, its changes among it."""
    words = {**_BASES[language], **read_change_words(language)}
    words |= read_page_words(language)
    for number, change in enumerate(changes):
        words[f"change.{number}"] = word_change(change, language)
    return words


_BASES: Mapping[str, Mapping[str, str]] = {
    "ja": {"basis.stated": "記載", "basis.legend": "凡例による"},
    "en": {"basis.stated": "statement", "basis.legend": "legend"},
}


def _sorts(changes: Iterable[Change]) -> list[tuple[str, str, int]]:
    """Return the sorts of change that there are, with sign and count."""
    counts = Counter(change.sort for change in changes)
    return [(sort.value, _sign(sort), counts[sort]) for sort in Sort if sort in counts]


def _sign(sort: Sort) -> str:
    """Return the sign of a *sort* as wide as a kanji."""
    return _TYPOGRAPHIC[SIGNS[sort]]


def _groups(
    changes: Iterable[Change],
) -> Iterator[tuple[str, str, tuple[_Row, ...]]]:
    """Yield the changes by kind: the kind, its sort, its rows."""
    numbered = enumerate(changes)
    for kind, found in groupby(numbered, lambda pair: pair[1].kind):
        pairs = tuple(found)
        sort = pairs[0][1].sort
        rows = tuple(
            _Row(number, _sign(sort), _side(one.before), _side(one.after))
            for number, one in pairs
        )
        yield kind.value, sort.value, rows


def _side(side: Side) -> _Side:
    """Return what one side shows; that it is stated need not be said."""
    basis = "" if side.basis in {None, Basis.STATED} else str(side.basis)
    lines = tuple(
        _Line(passage.document, passage.line, tuple(cut_marks(passage)))
        for passage in side.passages
    )
    return _Side(side.stated, side.value, basis, lines)


def cut_marks(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line, each with whether it is marked.

    >>> from kg.model import Span
    >>> list(cut_marks(Passage("d", 1, "橘 一葉*", (Span(4, 5),))))
    [('橘 一葉', False), ('*', True)]
    """
    done = 0
    for mark in passage.marks:
        if done < mark.start:
            yield passage.text[done : mark.start], False
        yield passage.text[mark.start : mark.end], True
        done = mark.end
    if done < len(passage.text):
        yield passage.text[done:], False
