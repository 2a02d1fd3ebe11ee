"""Ask the graph in bounded workers: a queue, clocks, and a new worker for each killed.

A query that takes too long, takes too much or breaks the engine costs its worker
only: the worker is killed and another forked in its place, while the others answer.
"""

import asyncio
import json
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from kg.errors import ResourceError
from kg.serve.crew import Crew, DiedError, Link
from kg.serve.ended import tell_ending
from kg.serve.frame import Head
from kg.serve.limits import Limits
from kg.serve.metrics import Metrics
from kg.serve.negotiate import GRAPH_TYPES, RESULT_TYPES, choose
from kg.serve.query import Query
from kg.serve.reply import Refused, Reply
from kg.serve.rota import LATER, Rota
from kg.serve.site import JSON, Site, Task

_COUNTING = 60.0
"""Seconds for counting all there is, once for each build."""

_LOOK = 0.1
"""Seconds between two looks whether the workers of a build before are done."""


@dataclass(slots=True)
class Pool:
    """The workers that answer from one build, and those who wait for one."""

    tasks: Mapping[str, Task]
    limits: Limits = field(default_factory=Limits)
    metrics: Metrics = field(default_factory=Metrics)
    _crew: Crew | None = None
    _rota: Rota = field(default_factory=Rota)
    _chores: set[asyncio.Task[None]] = field(default_factory=set)
    _census: tuple[str, dict[str, Any]] | None = None
    _counting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _closed: bool = False

    @property
    def version(self) -> str:
        """Return a digest of all that can be asked; it changes with the build."""
        return self._crew.digest if self._crew is not None else ""

    @property
    def alive(self) -> bool:
        """Tell whether the process that holds the graph is there."""
        return self._crew is not None and self._crew.alive

    @property
    def apart(self) -> bool:
        """Tell whether the workers have no network, which not every system allows."""
        return self._crew is not None and self._crew.apart

    @property
    def ready(self) -> int:
        """Count the workers that are there, busy or not."""
        if self._crew is None or not self.alive:
            return 0
        return sum(link.alive for link in self._rota.idle) + self._crew.busy

    @property
    def waiting(self) -> int:
        """Count the requests that wait for a worker."""
        return len(self._rota.waiting)

    async def open(self, file: Path) -> None:
        """Answer from the build whose N-Quads are *file*, in place of any before.

        The workers of the one before end when they have answered. Raises
        ResourceError where it cannot be loaded; then all is as it was.
        """
        crew = await Crew.start(file, self.tasks, self.limits)
        links = [await crew.fork() for _ in range(self.limits.workers)]
        before, self._crew = self._crew, crew
        for link in self._rota.clear():
            link.close()
        for link in links:
            self._give(link)
        if before is not None:
            self._start(self._retire(before))

    async def close(self) -> None:
        """End all workers; who waits is refused."""
        self._closed = True
        for chore in self._chores:
            chore.cancel()
        self._rota.close()
        for link in self._rota.clear():
            link.close()
        if self._crew is not None:
            await asyncio.to_thread(self._crew.close)

    async def ask(self, query: str, accept: str = JSON) -> Reply:
        """Return what *query* finds, in the best format for the header *accept*."""
        results, graphs = choose(accept, RESULT_TYPES), choose(accept, GRAPH_TYPES)
        reply, _ = await self.answer(Query(query, results, graphs))
        return reply

    async def answer(self, query: Query) -> tuple[Reply, bool]:
        """Return the answer to *query*, and whether it is compressed by gzip."""
        return await self._reply(query.head(), query.text.encode())

    async def graph(
        self, name: str, media: str, *, zipped: bool = False
    ) -> tuple[Reply, bool]:
        """Return the graph called *name*, "" for the default one, as *media*."""
        head = {"kind": "graph", "graph": name, "graphs": media, "zip": zipped}
        return await self._reply(head, b"")

    async def rows(self, query: str) -> Sequence[Mapping[str, str]]:
        """Return the rows of a SELECT *query* as texts; unbound columns lack."""
        reply, _ = await self._reply({"kind": "rows"}, query.encode())
        found: list[dict[str, str]] = json.loads(reply.body)
        return found

    async def call(self, task: str, arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what JSON can hold
        """Return what the task called *task* answers to *arguments*."""
        body = json.dumps(arguments).encode()
        head = {"kind": "call", "task": task}
        reply, _ = await self._reply(head, body, self.limits.task)
        return json.loads(reply.body)

    async def census(self) -> dict[str, Any]:
        """Return how much there is of what; it is counted once for each build."""
        async with self._counting:
            version = self.version
            if self._census is None or self._census[0] != version:
                reply, _ = await self._reply({"kind": "census"}, b"", _COUNTING)
                self._census = version, json.loads(reply.body)
            return self._census[1]

    async def describe(self, what: str, about: Mapping[str, str], media: str) -> Reply:
        """Return the description of *what*, service or void, as *media*."""
        head = {"kind": "describe", "what": what, "about": about, "graphs": media}
        reply, _ = await self._reply(head, json.dumps(await self.census()).encode())
        return reply

    async def _reply(
        self, head: Head, body: bytes, seconds: float = 0
    ) -> tuple[Reply, bool]:
        """Return what a worker answers; raises Refused."""
        seconds = seconds or self.limits.seconds
        link = await self._take()
        link.crew.busy += 1
        begun = monotonic()
        try:
            told, found = await link.ask({**head, "seconds": seconds}, body, seconds)
        except TimeoutError:
            self.metrics.killed("time")
            self._start(self._replace(link))
            detail = f"the query took longer than {seconds:g} seconds; ask for less"
            raise Refused(504, detail) from None
        except DiedError:
            raise await self._bury(link) from None
        except asyncio.CancelledError:
            self._start(self._replace(link))
            raise
        finally:
            link.crew.busy -= 1
            self.metrics.worked(head["kind"], monotonic() - begun)
        self._give(link)
        if told["status"] != 200:  # noqa: PLR2004 - OK
            raise Refused(told["status"], told["detail"])
        return Reply(found, told["media"]), told["zipped"]

    async def _take(self) -> Link:
        """Return a worker that is free; raises Refused where there is none for long."""
        while (link := self._rota.next()) is not None:
            if link.alive:
                return link
            self._start(self._replace(link))  # something outside ended it
        return await self._rota.wait(self.limits.waiting, self.limits.patience)

    def _give(self, link: Link) -> None:
        """Give a worker to who waits longest, or let it rest."""
        if link.crew is not self._crew or self._closed:
            link.close()  # of a build before
        else:
            self._rota.give(link)

    async def _bury(self, link: Link) -> Refused:
        """Replace a worker that ended, and say why it did."""
        with suppress(ResourceError, OSError):
            reason, refused = tell_ending(await link.crew.end(link))
            self.metrics.killed(reason)
            self._start(self._fork(link.crew))
            return refused
        return Refused(503, "the graph is loaded again; ask in a moment", LATER)

    async def _replace(self, link: Link) -> None:
        """End a worker, and fork another in its place."""
        try:
            await link.crew.end(link)
        except (ResourceError, OSError):
            return
        await self._fork(link.crew)

    async def _fork(self, crew: Crew) -> None:
        """Let *crew* have one worker more, if it is that of the build shown now."""
        if crew is self._crew and not self._closed:
            with suppress(ResourceError, OSError):
                self._give(await crew.fork())

    async def _retire(self, crew: Crew) -> None:
        """End *crew* when its workers have answered."""
        while crew.busy:  # noqa: ASYNC110 - it lasts seconds at most
            await asyncio.sleep(_LOOK)
        await asyncio.to_thread(crew.close)

    def _start(self, chore: Coroutine[Any, Any, None]) -> None:
        """Do *chore* beside what is asked."""
        task = asyncio.get_running_loop().create_task(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)


def pool_of(site: Site) -> Pool:
    """Return the pool behind *site*, for the routes that need more than `Asked`."""
    if not isinstance(site.graph, Pool):
        message = "these routes ask a pool"
        raise TypeError(message)
    return site.graph
