"""Decode UTF-8 text and Markdown, and nothing else."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kg.errors import DocumentMissingError, DocumentRefusedError
from kg.model import Document, Source

_ID_LENGTH = 12
_MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown"}
_LARGEST = 20_000_000
"""Twenty megabytes are three hundred times the longest verbatim record."""


def read_document(path: Path, sources: Mapping[str, Source] | None = None) -> Document:
    """Return the document at *path*; *sources* know documents by their sha256.

    Raises DocumentMissingError where there is no file, DocumentRefusedError
    where it is no UTF-8 text.
    """
    if not path.is_file():
        raise DocumentMissingError(path)
    return decode_document(path.read_bytes(), path.name, sources)


def decode_document(
    data: bytes, name: str, sources: Mapping[str, Source] | None = None
) -> Document:
    """Return *data* as a document called *name*, decoded and otherwise untouched.

    Raises DocumentRefusedError where *data* is empty, too large or no UTF-8.
    """
    if len(data) > _LARGEST:
        raise DocumentRefusedError(name, f"larger than {_LARGEST:,} bytes; split it")
    if not data.strip():
        raise DocumentRefusedError(name, "the file is empty")
    if b"\0" in data:
        raise DocumentRefusedError(
            name, "binary data, not a text; give the record as UTF-8 text or Markdown"
        )
    text = _decode(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    media_type = _MEDIA_TYPES.get(Path(name).suffix.lower(), "text/plain")
    source = (sources or {}).get(sha256, Source(name, sha256, media_type, "utf-8"))
    return Document(
        sha256[:_ID_LENGTH],
        replace(source, name=name, media_type=media_type, encoding="utf-8"),
        text,
    )


def _decode(data: bytes, name: str) -> str:
    """Return *data* decoded strictly: a byte is never replaced in silence."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = (
            f"not UTF-8 (byte {error.start}, line {line}); "
            "save the file as UTF-8, for example with iconv -f CP932 -t UTF-8"
        )
        raise DocumentRefusedError(name, reason) from None
