"""Say what is about which theme, and what only mentions it."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import (
    About,
    Discussion,
    Handout,
    Heading,
    Label,
    Mention,
    Minutes,
    Salience,
    Span,
    Statement,
    Theme,
)

_SURE = {"trigger": 1.0, "title": 1.0, "label": 1.0, "context": 0.8, "vector": 0.6}
"""How much a place counts that shows a theme in one way or another."""

_SHORT = 80
"""Characters of a statement that has no room for more than one subject."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a theme gains for the meeting by where it stands.

    *heading*: the name of the council or the record; *item* and *handout*: each
    title, up to *titles* of them; *statements*: were it in all that touch any theme,
    times *crossing* where it touches every field.
    A theme is what the meeting is about from *least* up, and from *share* of what
    the first of all has; no more than *most* are.
    """

    heading: float = 3.0
    item: float = 2.0
    handout: float = 0.3
    titles: int = 3
    statements: float = 4.0
    crossing: float = 0.1
    least: float = 2.5
    share: float = 0.3
    most: int = 6


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Touched:
    """The mentions of themes in one thing: for each theme, in order of the text."""

    about: About
    by_theme: Mapping[str, tuple[Mention, ...]]

    def weight(self, theme: str) -> float:
        """Return how much the words of *theme* count here."""
        mentions = self.by_theme.get(theme, ())
        return sum(max(_SURE[x] for x in m.recognizers) for m in mentions)

    def shares(self) -> Mapping[str, float]:
        """Return the weight of each theme, 1 for those that stand here most."""
        weights = {theme: self.weight(theme) for theme in self.by_theme}
        most = max(weights.values(), default=1.0)
        return {theme: weight / most for theme, weight in weights.items()}


def read_discussions(
    minutes: Minutes,
    mentions: Iterable[Mention],
    themes: Iterable[Theme],
    weights: Weights = WEIGHTS,
) -> tuple[Discussion, ...]:
    """Return what the meeting, its items, handouts and statements touch, in order.

    The themes of the meeting come first, those that it is most about before others.
    """
    found = sorted(
        (m for m in mentions if m.label is Label.THEME and m.target),
        key=lambda mention: mention.span.start,
    )
    abouts: tuple[About, ...] = (
        *minutes.agenda,
        *minutes.handouts,
        *minutes.statements,
    )
    parts = tuple(_touched(about, found) for about in abouts)
    crossing = frozenset(theme.id for theme in themes if theme.crossing)
    return (
        *_meeting(_touched(minutes.heading, found), parts, crossing, weights),
        *(discussion for part in parts for discussion in _part(part)),
    )


def _touched(about: About, themes: Sequence[Mention]) -> Touched:
    """Return which of *themes*, in order of the text, lie in the words of *about*."""
    starts = [mention.span.start for mention in themes]
    found: dict[str, dict[Span, Mention]] = {}
    for span in _spans(about):
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        for mention in themes[first:last]:
            if mention.span in span:
                found.setdefault(mention.target or "", {})[mention.span] = mention
    return Touched(
        about,
        {theme: tuple(at[span] for span in sorted(at)) for theme, at in found.items()},
    )


def _spans(about: About) -> tuple[Span, ...]:
    """Return where *about* stands; of the meeting, its title and its body's name."""
    match about:
        case Heading():
            return (about.title_span, *(about.body.evidence if about.body else ()))
        case Handout():
            return (about.span,)
        case _:
            return about.spans


def _part(touched: Touched) -> Iterator[Discussion]:
    """Yield what an item, a handout or a statement touches.

    A title is about all that it names. A statement is about what it names most, if
    it comes back to it or is too short for more.
    """
    for theme, share in touched.shares().items():
        mentions = touched.by_theme[theme]
        about = True
        if isinstance(touched.about, Statement):
            again = len(mentions) > 1 or len(touched.about.text) <= _SHORT
            about = share == 1 and again
        salience = Salience.ABOUT if about else Salience.MENTIONS
        yield _discussion(touched.about, theme, mentions, share, salience)


def _meeting(
    heading: Touched,
    parts: Sequence[Touched],
    crossing: Collection[str],
    weights: Weights,
) -> Iterator[Discussion]:
    """Yield the themes of the meeting as a whole, the heaviest first.

    What crosses every field weighs nothing by statements, and less than all else.
    """
    total = _weigh(heading, parts, crossing, weights)
    ranked = sorted(total, key=lambda theme: (-total[theme], theme))
    best = max(total[ranked[0]], weights.least) if ranked else 1.0
    for place, theme in enumerate(ranked):
        weight = total[theme]
        enough = weight >= max(weights.least, weights.share * best)
        about = enough and place < weights.most
        mentions = [
            mention
            for part in (heading, *parts)
            for mention in part.by_theme.get(theme, ())
        ]
        salience = Salience.ABOUT if about else Salience.MENTIONS
        yield _discussion(heading.about, theme, mentions, weight / best, salience)


def _weigh(
    heading: Touched,
    parts: Sequence[Touched],
    crossing: Collection[str],
    weights: Weights,
) -> Mapping[str, float]:
    """Return what each theme gains for the meeting."""
    total: dict[str, float] = {}
    titles: dict[tuple[str, type], int] = {}
    said = sum(1 for x in parts if isinstance(x.about, Statement) and x.by_theme)
    for part in (heading, *parts):
        for theme, share in part.shares().items():
            sort = type(part.about)
            titles[theme, sort] = titles.get((theme, sort), 0) + 1
            match part.about:
                case Heading():
                    gain = weights.heading
                case Statement():
                    gain = weights.statements * share / said
                    gain *= weights.crossing if theme in crossing else 1.0
                case _ if titles[theme, sort] > weights.titles:
                    gain = 0.0
                case Handout():
                    gain = weights.handout
                case _:
                    gain = weights.item
            total[theme] = total.get(theme, 0.0) + gain
    return total


def _discussion(
    about: About,
    theme: str,
    mentions: Sequence[Mention],
    score: float,
    salience: Salience,
) -> Discussion:
    """Return a discussion with the words and the ways in which they show it."""
    return Discussion(
        about=about,
        theme=theme,
        evidence=tuple(dict.fromkeys(mention.span for mention in mentions)),
        methods=tuple(sorted({x for m in mentions for x in m.recognizers})),
        score=round(score, 2),
        salience=salience,
    )
