"""Hand free workers to who waits longest."""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from kg.serve.crew import Link
from kg.serve.reply import Refused

LATER = {"Retry-After": "2"}
_BUSY = "all workers are busy, and as many requests as may wait do so; ask again later"

_STOPS = "the server stops; ask again in a moment"


@dataclass(slots=True)
class Rota:
    """The workers that rest, and the requests that wait for one."""

    idle: deque[Link] = field(default_factory=deque)
    waiting: deque["asyncio.Future[Link]"] = field(default_factory=deque)
    closed: bool = False

    def next(self) -> Link | None:
        """Return a worker that rests, if there is any."""
        return self.idle.pop() if self.idle else None

    def give(self, link: Link) -> None:
        """Give *link* to who waits longest, or let it rest."""
        while self.waiting:
            waiting = self.waiting.popleft()
            if not waiting.done():
                waiting.set_result(link)
                return
        self.idle.append(link)

    async def wait(self, most: int, patience: float) -> Link:
        """Return a worker when one is given; raises Refused.

        *most* requests may wait, each for *patience* seconds.
        """
        if self.closed:
            raise Refused(503, _STOPS, LATER)
        if len(self.waiting) >= most:
            raise Refused(503, _BUSY, LATER)
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Link] = loop.create_future()
        self.waiting.append(waiting)
        clock = loop.call_later(patience, _refuse, waiting)
        try:
            return await waiting
        except BaseException:
            if (link := _given(waiting)) is not None:
                self.give(link)  # it came when nobody waited any more
            raise
        finally:
            clock.cancel()
            with suppress(ValueError):
                self.waiting.remove(waiting)

    def clear(self) -> Sequence[Link]:
        """Return all workers that rest, and let them go."""
        gone = tuple(self.idle)
        self.idle.clear()
        return gone

    def close(self) -> None:
        """Refuse all that wait, or would."""
        self.closed = True
        for waiting in self.waiting:
            if not waiting.done():
                waiting.set_exception(Refused(503, _STOPS, LATER))


def _refuse(waiting: "asyncio.Future[Link]") -> None:
    """Tell who waited long enough to come again."""
    if not waiting.done():
        waiting.set_exception(Refused(503, _BUSY, LATER))


def _given(waiting: "asyncio.Future[Link]") -> Link | None:
    """Return the worker that *waiting* was given, if it was."""
    if not waiting.done() or waiting.cancelled() or waiting.exception() is not None:
        return None
    return waiting.result()
