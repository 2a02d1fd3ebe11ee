"""Hold the processes that answer from one build: one that loads it, and its workers."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.errors import ResourceError
from kg.serve.frame import Head, pack, unpack
from kg.serve.limits import Limits
from kg.serve.site import Task

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from kg.serve.worker import main; main(int(sys.argv[2]), sys.argv[3])"
)

_PATIENCE = 1.0
"""Seconds that a process has for ending by itself."""


class DiedError(Exception):
    """A worker ended before it had answered."""


class Link(asyncio.Protocol):
    """The line to one worker, which answers one message at a time."""

    def __init__(self, crew: "Crew") -> None:
        """Belong to *crew*."""
        self.crew = crew
        self.number = 0
        self._data = bytearray()
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[tuple[Head, bytes]] | None = None
        self.alive = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the *transport*."""
        self._transport = transport  # type: ignore[assignment] # a stream has one

    def data_received(self, data: bytes) -> None:
        """Take *data*, and give the answer on when it is whole."""
        self._data += data
        found = unpack(self._data)
        if found is None or self._answer is None or self._answer.done():
            return
        head, body, length = found
        del self._data[:length]
        self._answer.set_result((head, body))

    def connection_lost(self, _: Exception | None) -> None:
        """Tell who waits that the worker ended."""
        self.alive = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(DiedError())

    async def ask(self, head: Head, body: bytes, seconds: float) -> tuple[Head, bytes]:
        """Return the answer to one message; raises DiedError, or TimeoutError."""
        if self._transport is None or not self.alive:
            raise DiedError
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[tuple[Head, bytes]] = loop.create_future()
        self._answer = answer
        clock = loop.call_later(seconds, _end_waiting, answer)
        self._transport.write(pack(head, body))
        try:
            return await answer
        finally:
            clock.cancel()

    def close(self) -> None:
        """Close the line; the worker ends by it."""
        self.alive = False
        if self._transport is not None:
            self._transport.close()


def _end_waiting(answer: "asyncio.Future[tuple[Head, bytes]]") -> None:
    """Tell who waits for *answer* that it is too late."""
    if not answer.done():
        answer.set_exception(TimeoutError())


class Crew:
    """One process that loaded a build, and the workers that it forked."""

    def __init__(
        self, control: socket.socket, process: "subprocess.Popen[bytes]"
    ) -> None:
        """Speak to *process* by *control*."""
        self._control = control
        self._process = process
        self._lock = asyncio.Lock()
        self._rest = b""
        self.digest, self.apart = "", False
        self.busy = 0

    @classmethod
    async def start(
        cls, file: Path, tasks: Mapping[str, Task], limits: Limits
    ) -> "Crew":
        """Return the crew of the build whose N-Quads are *file*, when it is loaded.

        Raises ResourceError with the reason in one line.
        """
        ours, theirs = socket.socketpair()
        ours.settimeout(0)
        settings = {
            "file": str(file),
            "tasks": {name: (task.run, task.prepare) for name, task in tasks.items()},
            "limits": asdict(limits),
        }
        paths = json.dumps([path for path in sys.path if path])
        words = [sys.executable, "-I", "-c", _BOOT, paths, str(theirs.fileno())]
        # started by this thread, which lives as long as the server: its end is theirs
        process = subprocess.Popen(  # noqa: ASYNC220, S603 - our own words; no waiting
            [*words, json.dumps(settings)],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        crew = cls(ours, process)
        try:
            loaded = await crew._line()
        except BaseException:
            crew.close()
            raise
        if "error" in loaded:
            crew.close()
            raise ResourceError(loaded["error"])
        crew.digest, crew.apart = loaded["digest"], loaded["apart"]
        return crew

    @property
    def alive(self) -> bool:
        """Tell whether the process that holds the graph is there."""
        return self._process.poll() is None

    async def fork(self) -> Link:
        """Return the line to a new worker."""
        ours, theirs = socket.socketpair()
        ours.settimeout(0)
        async with self._lock:
            socket.send_fds(self._control, [b"fork"], [theirs.fileno()])
            theirs.close()
            told = await self._line()
        loop = asyncio.get_running_loop()
        _, link = await loop.create_unix_connection(lambda: Link(self), sock=ours)
        link.number = int(told["number"])
        return link

    async def end(self, link: Link) -> int:
        """End a worker, and return the signal (below 0) or code that it ended by."""
        link.close()
        async with self._lock:
            loop = asyncio.get_running_loop()
            await loop.sock_sendall(self._control, str(link.number).encode())
            return int((await self._line())["ended"])

    def close(self) -> None:
        """End all processes of this crew."""
        self._control.close()  # at its end the process ends its children and itself
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:  # it loads, and does not listen
            self._process.kill()
            self._process.wait()

    async def _line(self) -> dict[str, Any]:
        """Return the next line that the process sends; raises ResourceError."""
        while b"\n" not in self._rest:
            loop = asyncio.get_running_loop()
            data = await loop.sock_recv(self._control, 4096)
            if not data:
                message = "the process that holds the graph ended"
                raise ResourceError(message)
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        found: dict[str, Any] = json.loads(line)
        return found
