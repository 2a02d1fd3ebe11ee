"""Name the things of one record of a meeting."""

import re
from dataclasses import dataclass

from rdflib import URIRef

from kg.model import Entities, Span

# …/doc/595e2dd9b82c#char=541,564
_SPAN = re.compile(r"#char=(\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one record: *base* of the data, *document*, *meeting*."""

    base: str
    document: URIRef
    meeting: URIRef

    def entity(self, path: str) -> URIRef:
        """Return the IRI of a person, an organization, a theme and so on.

        Entities have paths below the base; themes come with a full IRI.
        """
        return URIRef(path if "://" in path else self.base + path)

    def part(self, name: str) -> URIRef:
        """Return the IRI of a part of the meeting: attendance-01, agenda-2."""
        return URIRef(f"{self.meeting}/{name}")

    def span(self, span: Span) -> URIRef:
        """Return the IRI of *span*, the fragment of RFC 5147, in code points."""
        return URIRef(f"{self.document}#char={span.start},{span.end}")


def span_of(iri: str) -> tuple[str, Span] | None:
    """Return document and span that *iri* names, or None if it names no span.

    >>> span_of("https://example.org/id/doc/595e2dd9b82c#char=541,564")
    ('https://example.org/id/doc/595e2dd9b82c', Span(start=541, end=564))
    """
    found = _SPAN.search(iri)
    if found is None:
        return None
    return iri[: found.start()], Span(int(found[1]), int(found[2]))


def name_record(entities: Entities, base: str, ordinal: int = 1) -> Iris:
    """Return the IRIs of the record that *entities* tell of.

    A meeting is known by its council and its number, else its day. Where not even
    that is printed the document names it; *ordinal* counts the meetings of one
    document, so that two such records in one file stay two.
    """
    document = entities.minutes.document.id
    if ordinal > 1:
        document = f"{document}-{ordinal}"
    heading = entities.minutes.heading
    body = entities.council.rpartition("/")[2] if entities.council else document
    if heading.number is not None:
        session = str(heading.number.value)
    elif heading.date is not None:
        session = heading.date.value.isoformat()
    else:
        session = document
    return Iris(
        base=base,
        document=URIRef(f"{base}doc/{entities.minutes.document.id}"),
        meeting=URIRef(f"{base}meeting/{body}/{session}"),
    )
