"""Match terms to the scheme: by the label they are, or by the vectors near to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Term, Theme
from kg.morphology import words
from kg.text import normalize

Compare = Callable[[Sequence[str], Sequence[str]], float | None]
"""How near two terms are by the vectors of their words, None if any has none."""

NEAR = 0.9
"""Below it lie siblings: 量子技術戦略 and 量子技術拠点."""

_WORDS = 2
"""Words that both must have: of one word the vector is that of its neighbours, so
that 大学 were 大学院, and 企業 were 中小企業."""

_LONG = 2
"""Characters of a word that says what a term is about: 給食, not 費."""


@dataclass(frozen=True, slots=True)
class Match:
    """The theme that a term names, how that is known and how sure it is."""

    theme: Theme
    method: str
    reason: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Labels:
    """What the themes are called: by name, and the phrases by the words in them."""

    by_name: Mapping[str, tuple[Theme, ...]]
    by_word: Mapping[str, tuple[tuple[str, Theme], ...]]


@lru_cache(maxsize=4)
def index_labels(themes: tuple[Theme, ...]) -> Labels:
    """Return the labels of *themes*, and each phrase below every word it has.

    Kept from one document to the next, as `index_scheme` is.
    """
    by_name: dict[str, dict[str, Theme]] = {}
    by_word: dict[str, dict[tuple[str, str], tuple[str, Theme]]] = {}
    for theme in themes:
        for label in _labels(theme):
            by_name.setdefault(label, {})[theme.id] = theme
        for phrase in (*_labels(theme), *theme.triggers):
            for word in telling(_folded(phrase)):
                by_word.setdefault(word, {})[phrase, theme.id] = (phrase, theme)
    return Labels(
        {name: tuple(found.values()) for name, found in by_name.items()},
        {word: tuple(found.values()) for word, found in by_word.items()},
    )


def _labels(theme: Theme) -> Iterator[str]:
    """Yield what *theme* is called."""
    yield from map(_folded, dict.fromkeys((theme.name, *theme.aliases)))


def _folded(words_: str) -> str:
    """Return words as they are compared."""
    return normalize(words_).text.lower()


@lru_cache(maxsize=1 << 14)
def telling(name: str) -> tuple[str, ...]:
    """Return the words of *name* that say what it is about: 学校 給食 of 学校給食費."""
    return tuple(
        word.surface
        for word in words(name, short=True)
        if word.noun and len(word.surface) >= _LONG
    )


def match_term(term: Term, labels: Labels, compare: Compare) -> Match | None:
    """Return the theme that *term* names, or None where none or several fit."""
    called = labels.by_name.get(term.name, ())
    if called:
        (theme, *others) = called
        return None if others else Match(theme, "label", f"a label of {theme.name}")
    return _nearest(term, labels, compare)


def _nearest(term: Term, labels: Labels, compare: Compare) -> Match | None:
    """Return the theme with a phrase near to *term* that has its head, or None.

    Vectors alone make neighbours of what only stands in the same texts. The head of
    a compound is its last word (量子戦略 is no 量子拠点), and a term of fewer words is
    a wider one (相談窓口 is no 患者相談窓口). Two themes that are as near give none.
    """
    near: dict[str, tuple[float, str, Theme]] = {}
    own = telling(term.name)
    if len(own) < _WORDS:
        return None
    for phrase, theme in labels.by_word.get(own[-1], ()):
        other = telling(_folded(phrase))
        alike = other[-1] == own[-1] and _WORDS <= len(other) <= len(own)
        score = compare(own, other) if alike else None
        if score is None or score < NEAR:
            continue
        best = near.get(theme.id)
        if best is None or (score, phrase) > best[:2]:
            near[theme.id] = (score, phrase, theme)
    ranked = sorted(near.values(), key=lambda one: (-one[0], one[1], one[2].id))
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    score, phrase, theme = ranked[0]
    reason = f"{term.name} is near to {phrase} of {theme.name} ({score:.2f})"
    return Match(theme, "vector", reason, score)
