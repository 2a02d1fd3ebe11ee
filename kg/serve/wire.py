"""Speak HTTP with limits that uvicorn has not: of the head, and of its time."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.serve.reply import PROBLEM, Refused

HEAD_BYTES = 65_536
"""Bytes of the first line and the headers of a request."""

HEAD_SECONDS = 10.0
"""Seconds that they have to arrive in."""


class BoundedHttp(HttpToolsProtocol):
    """One connection; a head that is too large, too slow or broken ends it."""

    _size = 0
    _head = True
    _clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Begin to wait for a head."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop to wait."""
        self._stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take *data*; the parser itself has no limit."""
        if self._head:
            self._size += len(data)
        super().data_received(data)
        if self._head and self._size > HEAD_BYTES and not self.transport.is_closing():
            detail = f"the headers may have {HEAD_BYTES} bytes; send fewer"
            self._refuse(Refused(431, detail))

    def on_message_begin(self) -> None:
        """Begin with the head of a request."""
        super().on_message_begin()
        self._size, self._head = 0, True
        if self._clock is None:
            self._wait()

    def on_headers_complete(self) -> None:
        """End with the head."""
        self._head = False
        self._stop()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer to what is no HTTP."""
        self._refuse(Refused(400, f"{msg} Send a request of HTTP/1.1."))

    def _wait(self) -> None:
        """Give the head its time."""
        self._clock = self.loop.call_later(HEAD_SECONDS, self._late)

    def _stop(self) -> None:
        """Wait no more."""
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _late(self) -> None:
        """End a connection whose head did not come."""
        self._clock = None
        if not self.transport.is_closing():
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
