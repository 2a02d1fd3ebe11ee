"""Hold one document as it was read."""

from dataclasses import dataclass

from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from; what is not known stays empty.

    *encoding_basis* says why the bytes were decoded so, and *encoding_confidence*
    how surely, from 0 to 1; a format that is no text has none of the three.
    """

    name: str
    sha256: str
    media_type: str
    encoding: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    retrieved: str = ""
    licence: str = ""
    encoding_basis: str = ""
    encoding_confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A part of a text, and the *place* it came from: page[3], table[2]/tr[3]."""

    span: Span
    place: str


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that stand in the file but not in the text: *kind* says why.

    Kinds are navigation, script, ruby, deletion, running-head, page-number, header,
    footer, comment, field and the like; *place* is that of a region.
    """

    kind: str
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as decoded: never normalised, stripped or corrected.

    *id* is the first twelve hexadecimal digits of the sha256 of the bytes; where one
    file holds several documents, of the text of each. Where the file is no plain
    text, *text* is what a reader took out of it: *regions* say from which page or
    element, and *omissions* what it left out.
    """

    id: str
    source: Source
    text: str
    regions: tuple[Region, ...] = ()
    omissions: tuple[Omission, ...] = ()
