"""Say where a store is reached."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.errors import ConfigError

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class Target:
    """The URLs of one store: where it is asked, updated, and given whole graphs.

    One of *update* and *graph_store* is needed to send, *endpoint* to ask.
    """

    endpoint: str | None = None
    update: str | None = None
    graph_store: str | None = None

    @property
    def key(self) -> str:
        """Return a short name of this place, for the ledger of what is there."""
        words = f"{self.update or ''} {self.graph_store or ''}"
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    @property
    def shown(self) -> str:
        """Return the URL by which people know the place."""
        return self.endpoint or self.graph_store or self.update or ""


def check_url(url: str, option: str) -> str:
    """Return *url*, given for *option*, if it is one that may be used.

    Raises ConfigError where it is no http(s) URL, or holds a password, which would
    stand in the shell's history and in messages.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        (host or "").encode("idna")  # a..b has no address
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not host:
        message = f"{option}: expected http://… or https://…, got {url!r}"
        raise ConfigError(message)
    if parts.username or parts.password:
        message = (
            f"{option}: a URL with a password stays in histories and logs; "
            "give --user, and the password in KG_PASSWORD or in ~/.netrc"
        )
        raise ConfigError(message)
    return url


def is_open(url: str) -> bool:
    """Tell whether a password would cross a network unencrypted on its way to *url*.

    >>> is_open("http://example.org/ds"), is_open("http://localhost:3030/ds")
    (True, False)
    """
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname not in _LOOPBACK
