"""Decide how a page is decoded, which may say so itself."""

import re
from dataclasses import replace

from kg.document.encoding import MARKS, Decoded, decode, known_encoding, usual
from kg.errors import ConfigError

# <meta charset="Shift_JIS">   <?xml version="1.0" encoding="EUC-JP"?>
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)")
_HEAD = 4096
_ALIASES = {"x-sjis": "cp932", "x-euc-jp": "euc-jp", "windows-31j": "cp932"}
_LIKELY = 0.5


def decode_page(data: bytes, name: str, encoding: str = "") -> Decoded:
    """Return the page *data* as text; what it declares is tried, never believed.

    UTF-8 that is valid is taken as such, whatever the page says.
    """
    if encoding or data.startswith(MARKS):
        return decode(data, name, encoding)
    declared = _declared(data)
    if declared and declared != "utf-8" and not _is_utf8(data):
        try:
            found = decode(data, name, declared)
        except ValueError:
            return decode(data, name)
        if usual(found.text) >= _LIKELY:
            return replace(found, basis="declared in the page, and fits")
    return decode(data, name)


def _declared(data: bytes) -> str:
    """Return the encoding that the page *data* declares, if it is one known here."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return ""
    words = found[1].decode("ascii").lower()
    try:
        return known_encoding(_ALIASES.get(words, words))
    except ConfigError:
        return ""


def _is_utf8(data: bytes) -> bool:
    """Tell whether *data* is UTF-8 and more than ASCII."""
    try:
        return not data.isascii() and usual(data.decode("utf-8")) >= _LIKELY
    except UnicodeDecodeError:
        return False
