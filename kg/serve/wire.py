"""Speak HTTP with limits that uvicorn has not: of a head, of its time, of reading."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.serve.reply import PROBLEM, Refused

HEAD_BYTES = 65_536
"""Bytes of the first line and the headers of a request."""

HEAD_SECONDS = 10.0
"""Seconds that they have to arrive in."""

READ_SECONDS = 60.0
"""Seconds in which a client must read something of what waits for it."""

_BETWEEN = len(": \r\n")
_VERSIONS = frozenset(("1.0", "1.1"))
_BIG = Refused(431, f"the headers may have {HEAD_BYTES} bytes; send fewer")
_OLD = Refused(400, "expected HTTP/1.1 or 1.0, found another version")


class BoundedHttp(HttpToolsProtocol):
    """One connection; a head that is too large, too slow or broken ends it.

    So does a client that does not read: the answer is held for it, and the place
    among the connections too.

    The parser has no limit of its own. What is raised while it parses comes back
    as its own error, which uvicorn answers by `send_400_response`.
    """

    _arrived = 0
    _named = 0
    _head = True
    _fault: Refused | None = None
    _clock: asyncio.TimerHandle | None = None
    _reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Begin to wait for a head."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop to wait."""
        self._stop()
        self._unwatch()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Begin to wait for a client that has much to read."""
        super().pause_writing()
        self._watch()

    def resume_writing(self) -> None:
        """Stop to wait for it, but where the connection ends after the rest."""
        if not self._closing:
            self._unwatch()
        super().resume_writing()

    def on_response_complete(self) -> None:
        """Wait for a client whose connection ends when it has read."""
        super().on_response_complete()
        if self._closing:
            self._watch()

    def timeout_keep_alive_handler(self) -> None:
        """End a connection that rests, when its client has read."""
        super().timeout_keep_alive_handler()
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take *data*; of a header that never ends the parser tells nothing."""
        if self._head:
            self._arrived += len(data)
        super().data_received(data)
        if self._head and self._arrived > HEAD_BYTES and not self._closing:
            self._refuse(_BIG)

    def on_message_begin(self) -> None:
        """Begin with the head of a request."""
        super().on_message_begin()
        self._arrived, self._named, self._head = 0, 0, True
        if self._clock is None:
            self._wait()

    def on_url(self, url: bytes) -> None:
        """Take a part of the address."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header."""
        self._count(len(name) + len(value) + _BETWEEN)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """End with the head."""
        self._head = False
        self._stop()
        if self.parser.get_http_version() not in _VERSIONS:
            self._fault = _OLD
            raise self._fault
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer to what is no HTTP, or too much of it."""
        fault, self._fault = self._fault, None
        self._refuse(fault or Refused(400, f"{msg} Send a request of HTTP/1.1."))

    @property
    def _closing(self) -> bool:
        """Tell whether the connection ends already."""
        return self.transport.is_closing()

    def _count(self, size: int) -> None:
        """Count *size* bytes of the head; raises where they are too many."""
        self._named += size
        if self._named > HEAD_BYTES:
            self._fault = _BIG
            raise self._fault

    def _wait(self) -> None:
        """Give the head its time."""
        self._clock = self.loop.call_later(HEAD_SECONDS, self._late)

    def _stop(self) -> None:
        """Wait no more."""
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _watch(self) -> None:
        """Look again in some time whether the client reads."""
        self._unwatch()
        if left := self.transport.get_write_buffer_size():
            self._reading = self.loop.call_later(READ_SECONDS, self._look, left)

    def _unwatch(self) -> None:
        """Look no more."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _look(self, left: int) -> None:
        """End the connection if *left* is what still waits for its client."""
        if self.transport.get_write_buffer_size() < left:
            self._watch()
        else:
            self.transport.abort()

    def _late(self) -> None:
        """End a connection whose head did not come."""
        self._clock = None
        if not self._closing:
            seconds = f"{HEAD_SECONDS:g} seconds"
            self._refuse(Refused(408, f"the headers took longer than {seconds}"))

    def _refuse(self, refused: Refused) -> None:
        """Answer without a request, and end the connection."""
        body = refused.body()
        head = (
            f"HTTP/1.1 {refused.status} \r\nContent-Type: {PROBLEM}\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n"
            "Access-Control-Allow-Origin: *\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()
