"""Hold one document as it was read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from; what is not known stays empty."""

    name: str
    sha256: str
    media_type: str
    encoding: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    retrieved: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as decoded: never normalised, stripped or corrected.

    *id* is the first twelve hexadecimal digits of the sha256 of the bytes.
    """

    id: str
    source: Source
    text: str
