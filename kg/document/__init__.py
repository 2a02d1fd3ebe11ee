"""Read bytes into a document: the first arrow of the line."""

from kg.document.encoding import known_encoding
from kg.document.reader import (
    Contents,
    decode_document,
    read_contents,
    read_document,
)
from kg.document.source import read_sources

__all__ = [
    "Contents",
    "decode_document",
    "known_encoding",
    "read_contents",
    "read_document",
    "read_sources",
]
