"""Pass messages between the server and its workers: a head in JSON, and a body.

Nothing is pickled: a broken worker could hand its parent code to run.
"""

import json
import socket
import struct
from collections.abc import Mapping
from typing import Any

_LENGTHS = struct.Struct(">II")
LONGEST = 1 << 30
"""Bytes of a head or a body above which a message is taken for a fault."""

Head = Mapping[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False)
"""Made once: json.dumps makes one each time that it is not the usual."""


def pack(head: Head, body: bytes = b"") -> bytes:
    """Return a message as it is sent."""
    text = _ENCODER.encode(head).encode("utf-8", "replace")
    return _LENGTHS.pack(len(text), len(body)) + text + body


def unpack(data: bytes | bytearray) -> tuple[Head, bytes, int] | None:
    """Return the message that *data* begins with, and its length; None for a part.

    Raises ValueError where it is no message.

    >>> unpack(pack({"a": 1}, b"xy") + b"rest")
    ({'a': 1}, b'xy', 18)
    >>> unpack(pack({"a": 1}, b"xy")[:-1])
    """
    if len(data) < _LENGTHS.size:
        return None
    first, second = _LENGTHS.unpack_from(data)
    if max(first, second) > LONGEST:
        message = "a message is too long"
        raise ValueError(message)
    middle = _LENGTHS.size + first
    if len(data) < middle + second:
        return None
    head: Head = json.loads(bytes(data[_LENGTHS.size : middle]))
    return head, bytes(data[middle : middle + second]), middle + second


def receive(link: socket.socket) -> tuple[Head, bytes] | None:
    """Return the next message on *link*, which waits; None at its end."""
    lengths = _exactly(link, _LENGTHS.size)
    if lengths is None:
        return None
    first, second = _LENGTHS.unpack(lengths)
    head, body = _exactly(link, first), _exactly(link, second)
    if head is None or body is None:
        return None
    return json.loads(head), body


def _exactly(link: socket.socket, size: int) -> bytes | None:
    """Return the next *size* bytes on *link*, None where it ended before."""
    parts = []
    while size:
        part = link.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
