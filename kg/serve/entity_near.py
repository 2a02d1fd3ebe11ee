"""Find what else one would look at from a thing."""

from collections.abc import Iterable

from kg.graph.lookup import Source
from kg.serve.api_site import Holdings
from kg.serve.entity_query import ask, read_titles
from kg.serve.entity_values import Ref

_MOST_SPANS = 20
"""Spans of a theme in one meeting; the meeting's own page has the rest."""


def read_neighbours(
    site: Holdings, source: Source, thing: str, kind: str
) -> Iterable[Ref]:
    """Yield what else one would look at from here."""
    match kind:
        case "organization" | "council":
            for row in ask(site, "organization", thing=[thing]):
                yield Ref(row["other"], row["name"], row["relation"])
            for row in ask(site, "held", thing=[thing]):
                day = row.get("start", "")[:10]
                yield Ref(row["meeting"], row["name"], "held", day)
        case "meeting":
            yield from _around(site, source, thing)
        case "theme":
            yield from _discussed(site, source, thing)


def _around(site: Holdings, source: Source, meeting: str) -> Iterable[Ref]:
    """Yield the council, the documents, the agenda and the themes of a meeting."""
    for row in ask(site, "meetings", meeting=[meeting]):
        if "council" in row:
            yield Ref(row["council"], row["councilName"], "council")
        documents = row["documents"].split()
        titles = read_titles(site, documents)
        for document in documents:
            name = titles.get(document, document.rpartition("/")[2])
            yield Ref(document, name, "document")
    items = {row["item"]: row for row in source.rows("agenda", meeting=[meeting])}
    words = source.evidence(items)
    for item, row in items.items():
        name = f"{row['number']} {row['title']}"
        yield Ref(item, name, "agenda-item", passages=words.get(item, ()))
    rows = source.rows("themes", meeting=[meeting])
    for theme, name in {row["theme"]: row["name"] for row in rows}.items():
        yield Ref(theme, name, "theme")


def _discussed(site: Holdings, source: Source, theme: str) -> Iterable[Ref]:
    """Yield the meetings that a theme was touched in, with the words that did."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in ask(site, "discussed", thing=[theme]):
        found.setdefault(row["meeting"], []).append(row)
    for meeting, rows in found.items():
        spans = [row["span"] for row in rows if "span" in row][:_MOST_SPANS]
        name, day = rows[0]["meetingName"], rows[0].get("start", "")[:10]
        yield Ref(meeting, name, "discussed", day, source.passages(spans))
