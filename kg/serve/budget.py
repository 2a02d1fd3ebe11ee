"""Give each client its share: seconds of queries that it may use in a minute."""

import ipaddress
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from time import monotonic

from kg.serve.reply import Refused

_MINUTE = 60.0
_KNOWN = 10_000
"""Clients that are remembered; the one that asked longest ago is forgotten first."""


@dataclass(slots=True)
class Budget:
    """What each client used of its *seconds* in this minute.

    It runs down evenly, as a bucket that leaks: there is no moment at which all is
    given back. Clients on this machine are its owner's, and have no limit.
    """

    seconds: float
    _used: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def check(self, client: str) -> None:
        """Raise Refused where *client* has used what it may."""
        if client not in self._used:
            return
        left = self._now(client) - self.seconds
        if left > 0:
            wait = str(1 + int(left / self.seconds * _MINUTE))
            detail = f"your queries took {self.seconds:g} seconds of a minute already"
            raise Refused(429, detail, {"Retry-After": wait})

    def spend(self, client: str, seconds: float) -> None:
        """Note that *client* used *seconds*."""
        if is_local(client):
            return
        self._used[client] = self._now(client) + seconds, monotonic()
        self._used.move_to_end(client)
        if len(self._used) > _KNOWN:
            self._used.popitem(last=False)

    @contextmanager
    def counted(self, client: str) -> Iterator[None]:
        """Let what the block takes be the *client*'s; raises Refused as `check`."""
        self.check(client)
        begun = monotonic()
        try:
            yield
        finally:
            self.spend(client, monotonic() - begun)

    def _now(self, client: str) -> float:
        """Return what *client* used, less what ran off since."""
        used, when = self._used.get(client, (0.0, 0.0))
        return max(0.0, used - (monotonic() - when) * self.seconds / _MINUTE)


@lru_cache(maxsize=1024)
def is_local(client: str) -> bool:
    """Tell whether an address is this machine itself.

    >>> is_local("127.0.0.1"), is_local("192.0.2.7"), is_local("")
    (True, False, True)
    """
    try:
        return not client or ipaddress.ip_address(client).is_loopback
    except ValueError:
        return client == "localhost"
