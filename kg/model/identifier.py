"""Mint opaque names from content, so that the same thing has the same name."""

import base64
import hashlib
import unicodedata

_LENGTH = 12
"""Twelve characters of base 32 are 60 bits: no clash among a billion names."""


def mint(kind: str, key: str) -> str:
    """Return the path `kind/xxxxxxxxxxxx` for a *key*, compared in NFKC.

    Names change and contain what breaks an IRI （大臣官房 stands for three units,
    （）・ need escapes), so the path says nothing; labels carry the Japanese.

    >>> mint("person", "北川進 京都大学").startswith("person/")
    True
    """
    normal = unicodedata.normalize("NFKC", key)
    digest = hashlib.sha256(f"{kind}\x1f{normal}".encode()).digest()
    return f"{kind}/{base64.b32encode(digest).decode().lower()[:_LENGTH]}"
