"""Plot counts of a network, beside what they rest on and what they do not mean."""

from collections.abc import Iterable, Sequence

from kg.model import Chart, Head, Mark, Measure, Measures, Seating
from kg.plot.choice import most
from kg.plot.word import Words, left_out, namesakes, read_words, source_line, told_apart

_COLUMNS = {
    "council": ("meetings", "members", "degree-councils", "shared"),
    "person": ("meetings", "councils", "degree-people", "shared-people"),
}


def plot_measures(
    seating: Seating, measures: Measures, language: str = "ja", *, limit: int = 60
) -> Chart:
    """Return *measures* as bars with their numbers, in order of names: no ranking."""
    words = read_words(language)
    council = measures.kind == "council"
    heads = (*_COLUMNS[measures.kind], "betweenness", "community")
    names = told_apart(words, [(one.id, one.name) for one in measures.rows])
    weighed = (one.id for one in measures.rows for _ in range(one.meetings + 1))
    kept = most(weighed, limit)
    shown = [one for one in measures.rows if one.id in kept]
    rule = "members" if council else "people"
    kind = "councils" if council else "people"
    return Chart(
        title=words["measures-title" if council else "measures-people-title"],
        down=tuple(Head(names[one.id]) for one in shown),
        across=tuple(Head(words[name]) for name in heads),
        cells=tuple(_cells(words, shown)),
        legend=(),
        notes=(
            words["measures-note"],
            words["measures-terms"],
            *namesakes(words, names),
            *left_out(words, kind, rule, len(shown), len(measures.rows)),
        ),
        source=source_line(words, seating, seating.meetings),
        columns=(
            words["name-council" if council else "name"],
            *(words[name] for name in heads),
            words["meaning"],
            words["documents"],
            words["council-id" if council else "person-id"],
        ),
        rows=tuple(_row(words, one, names[one.id]) for one in measures.rows),
        width=5.0,
    )


def _numbers(one: Measure) -> tuple[float | None, ...]:
    """Return the numbers of a row that are drawn as bars."""
    return one.meetings, one.people, one.degree, one.shared, one.betweenness


def _cells(
    words: Words, shown: Sequence[Measure]
) -> Iterable[tuple[tuple[Mark, ...], ...]]:
    """Yield a bar for each number, as long as its share of the column's greatest."""
    columns = zip(*map(_numbers, shown), strict=True) if shown else ()
    tops = [max((n for n in column if n), default=0) or 1 for column in columns]
    for one in shown:
        bars = [
            (Mark("bar", _written(words, n), (n or 0) / top, filled=True),)
            for n, top in zip(_numbers(one), tops, strict=True)
        ]
        yield (*bars, (Mark("dot", _community(words, one)),))


def _written(words: Words, number: float | None) -> str:
    """Return a number: shares with three digits, and unknown where there is none."""
    if number is None:
        return words["unknown"]
    return str(number) if isinstance(number, int) else f"{number:.3f}"


def _community(words: Words, one: Measure) -> str:
    """Return the number of a community, or that there is none."""
    return str(one.community) if one.community else words["community-none"]


def _row(words: Words, one: Measure, name: str) -> tuple[str, ...]:
    """Return a row of the table, with the documents that it rests on."""
    numbers = (_written(words, number) for number in _numbers(one))
    ids = " ".join(document.rpartition("/")[2] for document in one.documents)
    return (name, *numbers, _community(words, one), words["not-meant"], ids, one.id)
