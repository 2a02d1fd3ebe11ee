"""Plot who came to which meeting, and how that is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import QuestionError
from kg.model import Chart, Head, Held, Mark, Seating, Sitting
from kg.plot.choice import latest, most
from kg.plot.word import (
    Words,
    left_out,
    letters,
    namesakes,
    read_words,
    source_line,
    told_apart,
)

_SHAPES = {"in-person": "square", "online": "circle", "unknown": "hexagon"}
_LETTERS = {"in-person": "in-person", "online": "online", "unknown": "with-mode"}
_DOUBTFUL = {"default", "inferred"}


@dataclass(frozen=True, slots=True)
class _Record:
    """What the rosters of some meetings say, and what of it is drawn."""

    words: Words
    meetings: tuple[Held, ...]
    sittings: tuple[Sitting, ...]
    names: dict[str, str]
    shown: tuple[str, ...]
    columns: tuple[Held, ...]

    def groups(self) -> dict[str, str]:
        """Return a letter for each council, where there are several."""
        councils = dict.fromkeys(one.council for one in self.meetings)
        if len(councils) == 1:
            return dict.fromkeys(councils, "")
        return {one: letters(place) for place, one in enumerate(councils)}


def plot_attendance(
    seating: Seating,
    language: str = "ja",
    *,
    council: str | None = None,
    limit: int = 60,
) -> Chart:
    """Return who is listed in which meeting, of one *council* or of all.

    A meeting that does not list somebody leaves open whether they came: that is a
    mark of its own, and only in meetings of councils that list them elsewhere.
    """
    record = _record(seating, read_words(language), council, limit)
    words, groups = record.words, record.groups()
    return Chart(
        title=_title(record),
        down=tuple(Head(record.names[one]) for one in record.shown),
        across=tuple(Head(_heading(m), groups[m.council]) for m in record.columns),
        cells=tuple(_cells(record)),
        legend=tuple(_legend(words)),
        notes=tuple(_notes(record)),
        source=source_line(words, seating, record.meetings),
        columns=_columns(words),
        rows=tuple(_rows(record)),
        upright=True,
    )


def _record(seating: Seating, words: Words, council: str | None, limit: int) -> _Record:
    """Return the record of one council or all, council by council."""
    held = [one for one in seating.meetings if council in {None, one.council}]
    if not held:
        raise QuestionError(words["no-meeting"])
    first = {one.council: place for place, one in reversed(list(enumerate(held)))}
    held.sort(key=lambda one: first[one.council])
    place = {one.meeting: number for number, one in enumerate(held)}
    sittings = [one for one in seating.sittings if one.meeting in place]
    sittings.sort(key=lambda one: place[one.meeting])
    people = [one.agent for one in sittings if one.person]
    names = {one.agent: one.name for one in sittings if one.person}
    return _Record(
        words=words,
        meetings=tuple(held),
        sittings=tuple(sittings),
        names=told_apart(words, names.items()),
        shown=most(people, limit),
        columns=latest(held),
    )


def _title(record: _Record) -> str:
    """Return the title, with the council where it is one."""
    title = record.words["attendance-title"]
    councils = {one.council: one.council_name for one in record.meetings}
    return f"{title}: {next(iter(councils.values()))}" if len(councils) == 1 else title


def _heading(meeting: Held) -> str:
    """Return what stands above the column of a meeting."""
    number = f"#{meeting.number} " if meeting.number else ""
    return number + (meeting.day or meeting.name)


def _cells(record: _Record) -> Iterable[tuple[tuple[Mark, ...], ...]]:
    """Yield the marks of each person, meeting by meeting."""
    council = {one.meeting: one.council for one in record.meetings}
    rows: dict[tuple[str, str], list[Sitting]] = {}
    sat: dict[str, set[str]] = {}
    for one in record.sittings:
        rows.setdefault((one.agent, one.meeting), []).append(one)
        sat.setdefault(one.agent, set()).add(council[one.meeting])
    blank = Mark("dot", record.words["unlisted-letter"])
    for agent in record.shown:
        yield tuple(
            (_mark(record.words, rows[agent, one.meeting]),)
            if (agent, one.meeting) in rows
            else (blank,) * (one.council in sat[agent])
            for one in record.columns
        )


def _mark(words: Words, rows: Sequence[Sitting]) -> Mark:
    """Return the mark of what a roster says of one person, first what is present."""
    row = min(rows, key=lambda one: one.absent)
    if row.absent:
        doubtful = row.bases[0] in _DOUBTFUL
        return Mark("cross", _text(words["absent-letter"], doubtful), dotted=doubtful)
    doubtful = row.bases[0] in _DOUBTFUL
    if row.mode != "unknown":
        doubtful |= row.bases[1] in _DOUBTFUL
    if row.proxy:
        doubtful |= row.bases[2] in _DOUBTFUL
    letter = "proxy-letter" if row.proxy else f"{_LETTERS[row.mode]}-letter"
    return Mark(
        shape=_SHAPES[row.mode],
        text=_text(words[letter], doubtful),
        filled=row.mode == "in-person",
        dotted=doubtful,
    )


def _text(letter: str, doubtful: bool) -> str:  # noqa: FBT001 - one of two
    """Return a letter, with * where it is default or inferred."""
    return f"{letter}*" if doubtful else letter


def _legend(words: Words) -> Iterable[tuple[Mark, str]]:
    """Yield what each mark means."""
    for mode, shape in _SHAPES.items():
        name = _LETTERS[mode]
        filled = mode == "in-person"
        yield Mark(shape, words[f"{name}-letter"], filled=filled), words[name]
    yield Mark("circle", words["proxy-letter"]), words["proxy"]
    yield Mark("cross", words["absent-letter"]), words["absent"]
    yield Mark("dot", words["unlisted-letter"]), words["unlisted"]
    star = _text(words["in-person-letter"], doubtful=True)
    yield Mark("square", star, filled=True, dotted=True), words["dotted"]


def _notes(record: _Record) -> Iterable[str]:
    """Yield the councils' letters, what is unknown, and what is left out."""
    words, groups = record.words, record.groups()
    named = {one.council: one.council_name for one in record.meetings}
    if len(named) > 1:
        yield "　".join(f"{groups[one]} = {name}" for one, name in named.items())
    yield from namesakes(words, record.names)
    unnamed = [
        words["unnamed-one"].format(meeting=one.name, n=one.unnamed)
        for one in record.meetings
        if one.unnamed
    ]
    if unnamed:
        yield words["unnamed"].format(list=" / ".join(unnamed))
    bodies = sum(not one.person for one in record.sittings)
    if bodies:
        yield words["organizations-left-out"].format(n=bodies)
    yield words["ask-attendance"]
    people, meetings = len(record.names), len(record.meetings)
    yield from left_out(words, "people", "people", len(record.shown), people)
    yield from left_out(words, "meetings", "meetings", len(record.columns), meetings)


def _columns(words: Words) -> tuple[str, ...]:
    """Return the headings of the table."""
    names = ("council", "number", "day", "name", "status", "mode", "proxy-word")
    bases = ("status-basis", "mode-basis", "proxy-basis")
    return tuple(
        words[one] for one in (*names, *bases, "evidence", "meeting-id", "person-id")
    )


def _rows(record: _Record) -> Iterable[tuple[str, ...]]:
    """Yield the rows of the table: one for each row of a roster that names a person."""
    words = record.words
    held = {one.meeting: one for one in record.meetings}
    for one in record.sittings:
        if not one.person:
            continue
        meeting = held[one.meeting]
        mode = words["unknown-mode" if one.mode == "unknown" else one.mode]
        yield (
            meeting.council_name,
            meeting.number,
            meeting.day or words["unknown"],
            record.names[one.agent],
            words["absent-word" if one.absent else "present-word"],
            "" if one.absent else mode,
            words["proxy-word" if one.proxy else "regular-word"],
            *(words[f"basis-{basis}"] for basis in one.bases),
            one.evidence,
            one.meeting,
            one.agent,
        )
