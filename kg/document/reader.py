"""Read the bytes of one file into the documents that it holds."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.document.archive import unpack
from kg.document.bounded import extract
from kg.document.encoding import decode
from kg.document.extract import Extract
from kg.document.form import ARCHIVES, Form, find_form, has_markup
from kg.errors import DocumentMissingError, DocumentRefusedError
from kg.model import Document, Source

_ID_LENGTH = 12
_LARGEST = 20_000_000
"""Twenty megabytes are three hundred times the longest verbatim record."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The documents of one file, and those of its parts that were refused."""

    documents: tuple[Document, ...]
    refusals: tuple[DocumentRefusedError, ...] = ()


def read_document(
    path: Path, sources: Mapping[str, Source] | None = None, *, encoding: str = ""
) -> Document:
    """Return the document at *path*; *sources* know documents by their sha256.

    Raises DocumentMissingError where there is no file, DocumentRefusedError where it
    cannot be read, or is more than one document.
    """
    if not path.is_file():
        raise DocumentMissingError(path)
    return decode_document(path.read_bytes(), path.name, sources, encoding=encoding)


def decode_document(
    data: bytes,
    name: str,
    sources: Mapping[str, Source] | None = None,
    *,
    encoding: str = "",
) -> Document:
    """Return *data* as one document called *name*, decoded in *encoding* if given.

    Raises DocumentRefusedError where it cannot be read, or is more than one.
    """
    contents = read_contents(data, name, sources, encoding=encoding)
    for refusal in contents.refusals:
        raise refusal
    if len(contents.documents) != 1:
        reason = f"holds {len(contents.documents)} documents where one was expected"
        raise DocumentRefusedError(name, reason)
    return contents.documents[0]


def read_contents(
    data: bytes,
    name: str,
    sources: Mapping[str, Source] | None = None,
    *,
    encoding: str = "",
) -> Contents:
    """Return the documents in *data*, a file called *name*; text stays untouched.

    Raises DocumentRefusedError where the file as a whole cannot be read.
    """
    if len(data) > _LARGEST:
        raise DocumentRefusedError(name, f"larger than {_LARGEST:,} bytes; split it")
    if not data.strip():
        raise DocumentRefusedError(name, "the file is empty")
    form = find_form(data, name)
    if form in ARCHIVES:
        if "/" in name:
            raise DocumentRefusedError(name, "is an archive in an archive")
        return _unpacked(data, name, sources, encoding)
    extracts, form = _extracts(data, name, form, encoding)
    sha256 = hashlib.sha256(data).hexdigest()
    known = (sources or {}).get(sha256, Source(name, sha256, str(form), ""))
    source = replace(known, name=name, media_type=str(form))
    return Contents(_documents(extracts, source))


def _unpacked(
    data: bytes, name: str, sources: Mapping[str, Source] | None, encoding: str
) -> Contents:
    """Return the documents of an archive; a bad one stops no other."""
    documents: list[Document] = []
    refusals: list[DocumentRefusedError] = []
    for member in unpack(data, name):
        where = f"{name}/{member.name}" if member.name else Path(name).stem
        if member.refused:
            refusals.append(DocumentRefusedError(where, member.refused))
            continue
        try:
            contents = read_contents(member.data, where, sources, encoding=encoding)
        except DocumentRefusedError as error:
            refusals.append(error)
        else:
            documents += contents.documents
            refusals += contents.refusals
    return Contents(tuple(documents), tuple(refusals))


def _extracts(
    data: bytes, name: str, form: Form, encoding: str
) -> tuple[tuple[Extract, ...], Form]:
    """Return the records in *data*, and the form that it was found to have.

    Text is decoded here; everything that needs a parser is read by a worker, which
    costs a twentieth of a second.
    """
    if form in {Form.TEXT, Form.MARKDOWN}:
        decoded = decode(data, name, encoding)
        if form is Form.MARKDOWN or not has_markup(decoded.text):
            one = Extract(
                decoded.text,
                encoding=decoded.encoding,
                basis=decoded.basis,
                confidence=decoded.confidence,
            )
            return (one,), form
        return extract(data, name, Form.TEXT, encoding=encoding), Form.HTML
    return extract(data, name, form, encoding=encoding), form


def _documents(extracts: Sequence[Extract], source: Source) -> tuple[Document, ...]:
    """Return *extracts* as documents of *source*, two of one text as one."""
    found: dict[str, Document] = {}
    for one in extracts:
        sha256 = source.sha256
        if len(extracts) > 1:
            sha256 = hashlib.sha256(one.text.encode()).hexdigest()
        name = f"{source.name}#{one.label}" if one.label else source.name
        found[sha256] = Document(
            sha256[:_ID_LENGTH],
            replace(one.described(source), name=name),
            one.text,
            one.regions,
            one.omissions,
        )
    return tuple(found.values())
