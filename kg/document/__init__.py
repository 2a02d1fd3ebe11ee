"""Read bytes into a document: the first arrow of the line."""

from kg.document.plain import decode_document, read_document
from kg.document.source import read_sources

__all__ = ["decode_document", "read_document", "read_sources"]
