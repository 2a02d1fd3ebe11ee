"""Plot which councils share members, or which members of one sat together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from kg.errors import QuestionError
from kg.model import Chart, Head, Mark, Seating
from kg.plot.choice import MOST_ACROSS, most
from kg.plot.word import Words, left_out, namesakes, read_words, source_line, told_apart

Pairs = Counter[tuple[str, str]]


def plot_members(
    seating: Seating,
    language: str = "ja",
    *,
    council: str | None = None,
    limit: int = MOST_ACROSS,
) -> Chart:
    """Return how many members each two councils share.

    With a *council* it is in how many of its meetings each two of its members were
    listed, in order of first listing: no ranking.
    """
    words = read_words(language)
    if not any(council in {None, one.council} for one in seating.meetings):
        raise QuestionError(words["no-meeting"])
    if council is None:
        return _councils(seating, words, limit)
    return _people(seating, words, council, limit)


def _councils(seating: Seating, words: Words, limit: int) -> Chart:
    """Return councils by councils."""
    by_name = sorted(seating.meetings, key=lambda one: (one.council_name, one.council))
    names = told_apart(words, [(m.council, m.council_name) for m in by_name])
    seats = _seats(seating, by="council")
    pairs = _pairs(seats)
    own = Counter(council for found in seats.values() for council in found)
    shown = most((one.council for one in by_name), limit)
    undecided = _undecided(seating, seats)
    notes = [words["members-empty"], words["members-undecided"], words["ask-members"]]
    return Chart(
        title=words["members-title"],
        down=tuple(_numbered(names, shown)),
        across=tuple(Head(str(place)) for place, _ in enumerate(shown, 1)),
        cells=tuple(_cells(shown, pairs, own, undecided)),
        legend=(
            (Mark("square", "n", filled=True), words["members-shared"]),
            (Mark("circle", "n"), words["members-diagonal"]),
            (Mark("dot", "+n?"), words["members-undecided-short"]),
        ),
        notes=(*notes, *left_out(words, "councils", "members", len(shown), len(names))),
        source=source_line(words, seating, seating.meetings),
        columns=_headings(words, "council", "members-shared"),
        rows=tuple(_rows(names, pairs, undecided)),
        width=2.2 if undecided else 1.3,
    )


def _people(seating: Seating, words: Words, council: str, limit: int) -> Chart:
    """Return members by members of one council."""
    held = [one for one in seating.meetings if one.council == council]
    seats = _seats(seating, by="meeting", council=council)
    listed = [
        one
        for meeting in held
        for one in seating.sittings
        if one.meeting == meeting.meeting and one.agent in seats
    ]
    names = told_apart(words, [(one.agent, one.name) for one in listed])
    shown = most((one.agent for one in listed), limit)
    pairs = _pairs(_turned(seats))
    own = Counter({one: len(found) for one, found in seats.items()})
    title = f"{words['members-council-title']}: {held[0].council_name}"
    return Chart(
        title=title,
        down=tuple(_numbered(names, shown)),
        across=tuple(Head(str(place)) for place, _ in enumerate(shown, 1)),
        cells=tuple(_cells(shown, pairs, own, Counter())),
        legend=(
            (Mark("square", "n", filled=True), words["meetings"]),
            (Mark("circle", "n"), words["members-diagonal-meetings"]),
        ),
        notes=(
            words["members-empty-people"],
            *namesakes(words, names),
            words["ask-attendance"],
            *left_out(words, "people", "people", len(shown), len(names)),
        ),
        source=source_line(words, seating, held),
        columns=_headings(words, "name", "meetings"),
        rows=tuple(_rows(names, pairs, Counter())),
        width=1.3,
    )


def _seats(
    seating: Seating, *, by: str, council: str | None = None
) -> dict[str, frozenset[str]]:
    """Return for each member the councils, or the meetings, that list them."""
    places = {
        one.meeting: one.council if by == "council" else one.meeting
        for one in seating.meetings
        if council in {None, one.council}
    }
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in seating.sittings:
        if one.member and one.person and one.meeting in places:
            found[one.agent].add(places[one.meeting])
    return {agent: frozenset(seats) for agent, seats in found.items()}


def _turned(seats: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return who sat in each place."""
    turned: defaultdict[str, set[str]] = defaultdict(set)
    for agent, found in seats.items():
        for place in found:
            turned[place].add(agent)
    return {place: frozenset(found) for place, found in turned.items()}


def _pairs(groups: Mapping[str, frozenset[str]]) -> Pairs:
    """Count how many of *groups* hold each pair; the lesser id comes first."""
    return Counter(
        pair for found in groups.values() for pair in combinations(sorted(found), 2)
    )


def _undecided(seating: Seating, seats: Mapping[str, frozenset[str]]) -> Pairs:
    """Count the pairs of people of two councils who may be one person.

    One who sits on both anyway is shared already, whoever the other is.
    """
    found: Pairs = Counter()
    for left, right in seating.undecided:
        mine, yours = seats.get(left, frozenset()), seats.get(right, frozenset())
        ties = {
            (min(one, other), max(one, other))
            for one in mine - yours
            for other in yours - mine
        }
        found.update(ties)
    return found


def _numbered(names: Mapping[str, str], shown: Sequence[str]) -> Iterable[Head]:
    """Yield the headings of rows, numbered as the columns are."""
    for place, one in enumerate(shown, 1):
        yield Head(f"{names[one]}　{place}")


def _cells(
    shown: Sequence[str], pairs: Pairs, own: Counter[str], undecided: Pairs
) -> Iterable[tuple[tuple[Mark, ...], ...]]:
    """Yield the marks of a symmetric grid; a square's area is the number."""
    drawn = [pairs[a, b] for a in shown for b in shown if a < b]
    top = max(drawn, default=0) or 1
    for row in shown:
        cells: list[tuple[Mark, ...]] = []
        for column in shown:
            pair = (min(row, column), max(row, column))
            if row == column:
                cells.append((Mark("circle", str(own[row])),))
                continue
            marks = []
            left = -1 if undecided[pair] else 0
            if pairs[pair]:
                size = max(0.62, (pairs[pair] / top) ** 0.5)
                text = str(pairs[pair])
                marks.append(Mark("square", text, size, filled=True, place=left))
            if undecided[pair]:
                text = f"+{undecided[pair]}?"
                marks.append(Mark("dot", text, place=1 if marks else 0))
            cells.append(tuple(marks))
        yield tuple(cells)


def _headings(words: Words, kind: str, count: str) -> tuple[str, ...]:
    """Return the headings of the table."""
    one = words["council-id" if kind == "council" else "person-id"]
    return (
        f"{words[kind]} 1",
        f"{words[kind]} 2",
        words[count],
        words["members-undecided-short"],
        f"{one} 1",
        f"{one} 2",
    )


def _rows(
    names: Mapping[str, str], pairs: Pairs, undecided: Pairs
) -> Iterable[tuple[str, ...]]:
    """Yield a row for each pair that shares something, or may."""
    order = {one: place for place, one in enumerate(names)}
    found = {
        tuple(sorted(pair, key=order.__getitem__)): pair
        for pair in {*pairs, *undecided}
    }
    for left, right in sorted(found, key=lambda one: (order[one[0]], order[one[1]])):
        pair = found[left, right]
        counts = (str(pairs[pair]), str(undecided[pair]))
        yield (names[left], names[right], *counts, left, right)
