"""List what the line left open: lines without a place, names that fit several."""

from collections.abc import Iterable, Iterator

from kg.model import Document, Doubt, Entities, Minutes, Span


def find_unplaced(records: Iterable[Minutes]) -> tuple[Doubt, ...]:
    """Return the lines that no rule of the parser could place."""
    return tuple(
        _doubt(minutes.document, span, ())
        for minutes in records
        for span in minutes.unplaced
    )


def find_open(records: Iterable[Entities]) -> tuple[Doubt, ...]:
    """Return names and speaker labels that several people or bodies could bear."""
    return tuple(doubt for record in records for doubt in _open(record))


def _open(record: Entities) -> Iterator[Doubt]:
    """Yield what is open in one record, names of the text before speakers."""
    document = record.minutes.document
    names = {person.id: person.name for person in record.people}
    names |= {one.id: one.qualified for one in record.organizations}
    for link in record.links:
        if link.entity is None and link.candidates:
            fits = tuple(names.get(c.entity, c.entity) for c in link.candidates)
            yield _doubt(document, link.mention.span, fits)
    for speech in record.speeches:
        if speech.candidates and speech.statement.speaker is not None:
            fits = tuple(names.get(name, name) for name in speech.candidates)
            yield _doubt(document, speech.statement.speaker, fits)


def _doubt(document: Document, span: Span, candidates: tuple[str, ...]) -> Doubt:
    """Return the words at *span* with the number of their line."""
    words = document.text[span.start : span.end]
    line = document.text.count("\n", 0, span.start) + 1
    return Doubt(document.source.name, line, words, candidates)
