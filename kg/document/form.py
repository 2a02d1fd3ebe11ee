"""Tell the form of a file by its bytes; its name only helps."""

import re
from enum import StrEnum
from pathlib import Path

from kg.errors import DocumentRefusedError


class Form(StrEnum):
    """The forms of files that are read, with their media types."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    DIET_JSON = "application/json"
    DIET_XML = "application/xml"
    ZIP = "application/zip"
    TAR = "application/x-tar"


ARCHIVES = frozenset({Form.ZIP, Form.TAR})
SUFFIXES = {
    ".txt": Form.TEXT,
    ".text": Form.TEXT,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".docx": Form.DOCX,
    ".pdf": Form.PDF,
    ".json": Form.DIET_JSON,
    ".xml": Form.DIET_XML,
    ".zip": Form.ZIP,
    ".tar": Form.TAR,
    ".tgz": Form.TAR,
    ".gz": Form.TAR,
    ".bz2": Form.TAR,
    ".xz": Form.TAR,
}
"""What is looked for in folders and archives."""

_HEAD = 1024
_TAR_MARK = slice(257, 262)
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file; save it as DOCX or PDF"),
    (b"{\\rtf", "RTF; save it as DOCX or text"),
    (b"\x89PNG", "binary data: a picture; run OCR first, for example ocrmypdf"),
    (b"\xff\xd8\xff", "binary data: a picture; run OCR first, for example ocrmypdf"),
    (b"Rar!", "a RAR archive; pack it as zip"),
    (b"7z\xbc\xaf", "a 7z archive; pack it as zip"),
)
_OFFICE = (
    (b"word/document.xml", ""),
    (b"xl/workbook.xml", "an Excel workbook; save the record as DOCX, PDF or text"),
    (b"ppt/presentation.xml", "a PowerPoint file; save the record as DOCX or PDF"),
    (b"opendocument.text", "OpenDocument; save it as DOCX or PDF"),
)
_DIET = re.compile(rb"(?:meeting|speech)Record")
_XML = re.compile(rb"^\s*<\?xml|^\s*<data\b")

# <br>   <td colspan="2">   </div>   &nbsp;   in a text: what is left of a page
_REMAINS = re.compile(
    r"""<!doctype\s+html
      | </?(?:html|body|table|tr|td|th|br|div|p|span|ruby|dl|dd|ul|li|font|h[1-6])
        (?:\s[^<>]*)?/?>
      | &(?:nbsp|emsp|ensp|amp|lt|gt|quot|\#\d{2,6}|\#x[0-9a-f]{2,6});
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_form(data: bytes, name: str) -> Form:
    """Return the form of the file *data* called *name*.

    Raises DocumentRefusedError for a form that is not read, and where the name says
    PDF or DOCX and the bytes do not.
    """
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise DocumentRefusedError(name, f"is {what}")
    called = SUFFIXES.get(Path(name).suffix.lower(), Form.TEXT)
    if b"%PDF-" in data[:_HEAD]:
        return Form.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data, name)
    if data[_TAR_MARK] == b"ustar" or data.startswith(_PACKED):
        return Form.TAR
    if called in {Form.PDF, Form.DOCX, *ARCHIVES}:
        reason = f"is called {Path(name).suffix}, but its bytes are none"
        raise DocumentRefusedError(name, reason)
    return _written(data, name, called)


def has_markup(text: str) -> bool:
    """Tell whether *text* is HTML, or holds remains of it.

    >>> has_markup("座長<br>佐藤"), has_markup("1 < 2 > 0")
    (True, False)
    """
    return _REMAINS.search(text) is not None


def _packed(data: bytes, name: str) -> Form:
    """Return what a zip file is: a document, or an archive of documents."""
    for inside, what in _OFFICE:
        if inside in data:
            if what:
                raise DocumentRefusedError(name, f"is {what}")
            return Form.DOCX
    return Form.ZIP


def _written(data: bytes, name: str, called: Form) -> Form:
    """Return the form of data that may be text in any encoding."""
    plain = data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if plain[:1] in {b"{", b"["} and _DIET.search(plain):
        return Form.DIET_JSON
    if _XML.match(plain) and _DIET.search(plain):
        return Form.DIET_XML
    if called in {Form.DIET_JSON, Form.DIET_XML}:
        if called is Form.DIET_XML and b"<html" in plain[:_HEAD].lower():
            return Form.HTML
        kind = "JSON" if called is Form.DIET_JSON else "XML"
        reason = f"is {kind}, but not of the Diet record API (no meetingRecord in it)"
        raise DocumentRefusedError(name, reason)
    return called
