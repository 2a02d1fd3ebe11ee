"""Read the head of a record: body, number, date, times, places, kind."""

import re
from collections.abc import Iterable, Sequence

from kg.minutes.line import Line
from kg.minutes.place import read_places, read_venue
from kg.minutes.section import Section
from kg.minutes.title import read_body, read_kind, read_number, read_title
from kg.minutes.when import read_when
from kg.model import Basis, Grounded, Heading


def read_heading(sections: Sequence[Section], lines: Sequence[Line]) -> Heading:
    """Return the head of the record made of *sections*; *lines* are all of it."""
    title = read_title(sections, lines)
    when = read_when(sections, lines, title.words)
    venue = read_venue(sections)
    return Heading(
        title=title.printed,
        title_span=title.span,
        body=read_body(title),
        number=read_number(title),
        date=when.day,
        start=when.start,
        end=when.end,
        date_as_written=when.words,
        venue=Grounded(venue.title, Basis.STATED, (venue.span,)) if venue else None,
        places=read_places(venue) if venue else (),
        kind=read_kind(lines),
        honorifics_omitted=_honorifics(lines),
    )


def _honorifics(lines: Iterable[Line]) -> Grounded[bool] | None:
    """Return whether the record says that it leaves out 君 and 氏 (敬称略)."""
    for line in lines:
        found = re.search(r"敬称\s*略|敬称は?省略", line.text)
        if found:
            return Grounded(
                value=True, basis=Basis.STATED, evidence=(line.piece.match(found).span,)
            )
    return None
