"""Ask a graph in this process: a stand-in for the pool, for tests of routes."""

import asyncio
import importlib
from collections.abc import Mapping, Sequence
from typing import Any

from kg.ask import write_result
from kg.errors import QueryError
from kg.graph import Store
from kg.serve.reply import Refused, Reply
from kg.serve.site import JSON, Task


class Inline:
    """The graph in this process, without limits; it has the face of the pool."""

    def __init__(self, store: Store, tasks: Mapping[str, Task]) -> None:
        """Keep *store*, and prepare *tasks*."""
        self._store = store
        self._tasks = tasks
        self._made: dict[str, Any] = {"": store}
        for task in tasks.values():
            if task.prepare not in self._made:
                self._made[task.prepare] = _find(task.prepare)(store)

    @property
    def version(self) -> str:
        """Return a digest that never changes."""
        return "0" * 16

    async def ask(self, query: str, accept: str = JSON) -> Reply:
        """Return what *query* finds, as JSON or Turtle, whatever *accept* says."""
        del accept
        try:
            result = await asyncio.to_thread(self._store.query, query)
        except QueryError as error:
            raise Refused(400, str(error)) from error
        triples = result.triples is not None
        text = write_result(result, "turtle" if triples else "json")
        return Reply(text.encode(), "text/turtle" if triples else JSON)

    async def rows(self, query: str) -> Sequence[Mapping[str, str]]:
        """Return the rows of a SELECT *query* as texts."""
        return await asyncio.to_thread(self._store.rows, query)

    async def call(self, task: str, arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401
        """Return what *task* answers to *arguments*."""
        chosen = self._tasks[task]
        run = _find(chosen.run)
        return await asyncio.to_thread(run, self._made[chosen.prepare], arguments)


def _find(target: str) -> Any:  # noqa: ANN401
    """Return the function that *target* names."""
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)
