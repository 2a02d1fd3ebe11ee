"""Plot in how many meetings of a year each theme was touched."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import QuestionError
from kg.model import Chart, Head, Held, Mark, Seating, Touch
from kg.plot.choice import MOST_ACROSS
from kg.plot.word import Words, left_out, read_words, source_line

_PLACES = {"about": -1, "mentions": 0, "unknown": 1}
_SHAPES = {"about": "square", "mentions": "circle", "unknown": "hexagon"}
_NAMES = {"about": "about", "mentions": "mentions", "unknown": "unweighed"}


@dataclass(frozen=True, slots=True)
class _Tally:
    """Meetings by theme, year and salience; *read* are all meetings by year."""

    words: Words
    counts: Counter[tuple[str, str, str]]
    read: Counter[str]
    names: dict[str, str]


def plot_themes(
    seating: Seating,
    language: str = "ja",
    *,
    council: str | None = None,
    limit: int = 60,
) -> Chart:
    """Return the themes of the meetings of one *council*, or of all, by year.

    What a record is about is told apart from what it mentions.
    """
    words = read_words(language)
    held = [one for one in seating.meetings if council in {None, one.council}]
    if not held:
        raise QuestionError(words["no-meeting"])
    chosen = {one.meeting: one for one in held}
    touches = [one for one in seating.touches if one.meeting in chosen]
    if not touches:
        raise QuestionError(words["no-theme"])
    tally = _count(words, language, chosen, touches)
    shown = _order(tally)[:limit]
    years = sorted(tally.read)[-MOST_ACROSS // 3 :]
    title = words["themes-title"]
    return Chart(
        title=f"{title}: {held[0].council_name}" if council else title,
        down=tuple(Head(tally.names[one]) for one in shown),
        across=tuple(_heading(tally, year) for year in years),
        cells=tuple(
            tuple(tuple(_marks(tally, one, year)) for year in years) for one in shown
        ),
        legend=tuple(
            (Mark(shape, "n", filled=kind == "about"), words[_NAMES[kind]])
            for kind, shape in _SHAPES.items()
        ),
        notes=(
            words["themes-note"],
            words["ask-themes"],
            *left_out(words, "themes", "themes", len(shown), len(tally.names)),
            *left_out(words, "year", "meetings", len(years), len(tally.read)),
        ),
        source=source_line(words, seating, held),
        columns=_columns(words),
        rows=tuple(_rows(tally)),
        width=3.2,
    )


def _count(
    words: Words, language: str, held: dict[str, Held], touches: Sequence[Touch]
) -> _Tally:
    """Count the meetings of each theme by year and salience."""

    def year(meeting: str) -> str:
        return held[meeting].day[:4] or words["unknown"]

    return _Tally(
        words=words,
        counts=Counter((one.theme, year(one.meeting), one.salience) for one in touches),
        read=Counter(year(one) for one in held),
        names={
            one.theme: one.name_ja if language == "ja" else one.name_en
            for one in touches
        },
    )


def _order(tally: _Tally) -> tuple[str, ...]:
    """Return the themes by how many meetings touch them, then are about them."""
    touched: Counter[str] = Counter()
    about: Counter[str] = Counter()
    for (theme, _, salience), count in tally.counts.items():
        touched[theme] += count
        about[theme] += count if salience == "about" else 0
    return tuple(sorted(tally.names, key=lambda one: (-touched[one], -about[one], one)))


def _heading(tally: _Tally, year: str) -> Head:
    """Return a year with how many meetings were read."""
    return Head(year, tally.words["read-short"].format(n=tally.read[year]))


def _marks(tally: _Tally, theme: str, year: str) -> Iterable[Mark]:
    """Yield a mark for each salience; the area is the share of meetings read."""
    for kind, shape in _SHAPES.items():
        count = tally.counts[theme, year, kind]
        if count:
            size = max(0.62, (count / tally.read[year]) ** 0.5)
            filled = kind == "about"
            yield Mark(shape, str(count), size, filled, place=_PLACES[kind])


def _columns(words: Words) -> tuple[str, ...]:
    """Return the headings of the table."""
    names = ("theme", "year", "about", "mentions", "unweighed", "read", "theme-id")
    return tuple(words[one] for one in names)


def _rows(tally: _Tally) -> Iterable[tuple[str, ...]]:
    """Yield a row for each theme and year, by name."""
    found = {(theme, year) for theme, year, _ in tally.counts}
    for theme, year in sorted(found, key=lambda one: (tally.names[one[0]], one)):
        counts = [tally.counts[theme, year, kind] for kind in _SHAPES]
        yield (
            tally.names[theme],
            year,
            *map(str, counts),
            str(tally.read[year]),
            theme,
        )
