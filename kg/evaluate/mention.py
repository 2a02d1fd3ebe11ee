"""Score the words that name people and bodies."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.evaluate.expected import Expected
from kg.evaluate.rows import rows_of
from kg.evaluate.score import (
    Fact,
    Found,
    Score,
    Wanted,
    choice,
    compare,
    fact,
    found,
)
from kg.graph import Store
from kg.text import key


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of the graph: its place, its words, and all it could mean."""

    start: int
    end: int
    text: str
    names: frozenset[str]
    is_person: bool
    nominal: bool


def read_places(store: Store) -> tuple[Place, ...]:
    """Return the mentions in *store*, in order of the text."""
    names: dict[str, set[str]] = {}
    for row in rows_of(store, "names"):
        names.setdefault(row["thing"], set()).add(row["name"])
    text = "".join(row["text"] for row in rows_of(store, "text"))
    candidates: dict[str, list[str]] = {}
    places: dict[str, tuple[str, str | None, bool, bool]] = {}
    for row in rows_of(store, "mentions"):
        node = row["annotation"]
        if "candidate" in row:
            candidates.setdefault(node, []).append(row["candidate"])
        places[node] = (
            row["span"],
            row.get("body"),
            row.get("kind", "").endswith("/Person"),
            row["nominal"] == "true",
        )
    result = []
    for node, (span, body, is_person, nominal) in places.items():
        start, end = map(int, span.partition("#char=")[2].split(","))
        meant = names.get(body, set()) if body else {choice(candidates[node])}
        result.append(
            Place(start, end, text[start:end], frozenset(meant), is_person, nominal)
        )
    return tuple(sorted(result, key=lambda place: (place.start, place.end)))


def score_mentions(store: Store, expected: Expected) -> tuple[Score, ...]:
    """Return how the mentions compare: their places, then what they mean.

    Mentions that only the world explains, not the document, are scored apart:
    of them what is missing counts, since any other mention is no fault there.
    """
    if "mentions" not in expected.wanted:
        return ()
    text = "".join(row["text"] for row in rows_of(store, "text"))
    places = [p for p in read_places(store) if _is_judged(p, text, expected)]
    scores = []
    for field, read in (("mentions", _span), ("mention_entities", _meaning)):
        own = expected.wanted[field]
        world = expected.wanted.get(f"{field}_world", ())
        facts = [read(place) for place in places]
        other = frozenset(form for one in world for form in one.forms)
        spans = expected.allowed.get(field, frozenset()) | _spans(world)
        judged = [f for f, p in zip(facts, places, strict=True) if not _in(p, spans)]
        scores.append(compare(field, own, judged, other))
        if world:
            apart = compare(f"{field}_world", world, facts)
            scores.append(Score(apart.field, apart.right, (), apart.missing))
    return tuple(scores)


def wrong_people(store: Store, expected: Expected) -> tuple[Fact, ...]:
    """Return the mentions that are given to a person whom they do not mean."""
    if "mention_entities" not in expected.wanted:
        return ()
    text = "".join(row["text"] for row in rows_of(store, "text"))
    places = [p for p in read_places(store) if _is_judged(p, text, expected)]
    facts = [_meaning(place) for place in places if place.is_person]
    allowed = expected.allowed.get("mention_entities", frozenset())
    facts = [one for one in facts if one.name[:2] not in allowed]
    return compare("", expected.wanted["mention_entities"], facts).wrong


def _span(place: Place) -> Found:
    """Return where a mention stands."""
    return found(fact(place.start, place.end))


def _meaning(place: Place) -> Found:
    """Return where a mention stands, with whom or what it means."""
    return found(*(fact(place.start, place.end, name) for name in place.names))


def _spans(facts: Iterable[Wanted]) -> frozenset[Fact]:
    """Return the places of *facts*."""
    return frozenset(form[:2] for one in facts for form in one.forms)


def _in(place: Place, spans: frozenset[Fact]) -> bool:
    """Tell whether *place* is one of *spans*."""
    return fact(place.start, place.end) in spans


def _is_judged(place: Place, text: str, expected: Expected) -> bool:
    """Tell whether the annotation covers *place*."""
    if place.start < expected.mentions_from or (place.nominal and not expected.nominal):
        return False
    if key(place.text) in expected.sits:
        return False
    return text.count("\n", 0, place.start) + 1 not in expected.headings
