"""Find the words that touch a theme, by the phrases of its concept."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.mention.boundary import breaks, is_placeholder, stands_apart
from kg.mention.passage import Found, Passage
from kg.model import Form, Label, Theme
from kg.text import normalize

_HEAD = 2
"""Phrases are looked up by their first characters; none is shorter."""

_SHOWN = {
    "trigger": "a trigger of {}",
    "context": "a trigger of {} beside others of its branch",
    "title": "a trigger of {} in a title",
}


# 環境省, 総務課長 and 財務大臣 in a title are who it is from, not what it is about
_OFFICE = re.compile(
    "省|庁|局|課|係|部(?!会|門|分)|室|署|大臣|長官|副大臣|政務官|担当|長(?!期)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the scheme: whose it is, and of which sort."""

    words: str
    theme: Theme
    sort: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The phrases of a theme scheme by their beginnings, and each theme's branch.

    *branches* are the top concepts that a theme, or one related to it, stands under.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    branches: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def index_scheme(themes: tuple[Theme, ...]) -> Scheme:
    """Return *themes* with their phrases as they are looked for.

    Kept from one document to the next: there are ten thousand phrases.
    """
    known = {theme.id: theme for theme in themes}
    by_head: dict[str, list[Phrase]] = {}
    for theme in known.values():
        for sort, phrases in (
            ("trigger", theme.triggers),
            ("context", theme.context),
            ("title", theme.titles),
            ("exclusion", theme.exclusions),
        ):
            for phrase in phrases:
                words = _lower(normalize(phrase).text)
                found = Phrase(words, theme, sort)
                by_head.setdefault(words[:_HEAD], []).append(found)
    return Scheme(
        {head: tuple(phrases) for head, phrases in by_head.items()},
        {theme.id: _branches(theme, known) for theme in known.values()},
    )


def _branches(theme: Theme, known: Mapping[str, Theme]) -> frozenset[str]:
    """Return the tops of the ways up from *theme* and from those related to it."""
    tops: set[str] = set()
    seen: set[str] = set()
    ways = [theme, *(known[one] for one in theme.related if one in known)]
    while ways:
        one = ways.pop()
        if one.id in seen:
            continue
        seen.add(one.id)
        above = [known[up] for up in one.broader if up in known]
        ways.extend(above)
        if not above:
            tops.add(one.id)
    return frozenset(tops)


def find_themes(
    passages: Iterable[Passage], titles: Iterable[Passage], scheme: Scheme
) -> Iterator[tuple[Passage, Found, str]]:
    """Yield each place of running text and *titles* that has a phrase of *scheme*.

    The last of three says how the phrase shows it: trigger, context or title.

    Some phrases show a theme in titles alone (環境 of 環境審議会, but not of 学習環境);
    some only where the branch of the theme is shown by other words too (拠点 of hubs
    of quantum technology).
    """
    found = [
        *((one, hit) for one in passages for hit in _hits(one, scheme, title=False)),
        *((one, hit) for one in titles for hit in _hits(one, scheme, title=True)),
    ]
    shown: set[str] = set()
    for _, (_, _, phrase) in found:
        if phrase.sort != "context":
            shown |= scheme.branches[phrase.theme.id]
    for passage, (start, end, phrase) in found:
        theme = phrase.theme
        if phrase.sort == "context" and not shown & scheme.branches[theme.id]:
            continue
        reason = _SHOWN[phrase.sort].format(theme.name)
        hit = Found(start, end, Label.THEME, reason, Form.NAME, target=theme.id)
        yield passage, hit, phrase.sort


Hit = tuple[int, int, Phrase]


def _hits(passage: Passage, scheme: Scheme, *, title: bool) -> list[Hit]:
    """Return where phrases stand in *passage*, those of one theme apart.

    The longest phrase counts; one inside an exclusion of its theme does not
    (輸出規制 of 規制), nor one that cuts a word: 税制 in 課税制度.
    """
    text = _lower(passage.text)
    by_theme: dict[str, list[Hit]] = {}
    holes: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(text) - 1):
        for phrase in scheme.phrases.get(text[start : start + _HEAD], ()):
            if not text.startswith(phrase.words, start):
                continue
            end = start + len(phrase.words)
            if phrase.sort == "exclusion":
                holes.setdefault(phrase.theme.id, []).append((start, end))
            elif title or phrase.sort != "title":
                by_theme.setdefault(phrase.theme.id, []).append((start, end, phrase))
    return [
        hit
        for theme, hits in by_theme.items()
        for hit in _apart(hits, holes.get(theme, []))
        if stands_apart(passage.text, hit[0], hit[1], breaks(passage.text))
        and not is_placeholder(passage.text, hit[0], hit[0])
        and not (hit[2].sort == "title" and _OFFICE.match(passage.text, hit[1]))
    ]


def _apart(hits: list[Hit], holes: list[tuple[int, int]]) -> Iterator[Hit]:
    """Yield those of *hits* outside the *holes*, from the left, the longest first.

    What shows a theme in titles is the title's word itself, whatever is around it.
    """
    last = 0
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        start, end, phrase = hit
        hidden = phrase.sort != "title" and any(
            a <= start and end <= b for a, b in holes
        )
        if start >= last and not hidden:
            last = end
            yield hit


def _lower(text: str) -> str:
    """Return *text* in small letters, every place kept: İ would become two."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
