"""Say what a module of routes is given: the published folder, and the graph to ask."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from kg.serve.budget import Budget
from kg.serve.limits import Limits
from kg.serve.reply import Reply

JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Task:
    """A function that a worker runs beside the graph: `module:name`.

    *prepare* (`module:name`, too) is called once with the `kg.graph.Store`, before
    there are workers, and what it returns is what *run* is given first; without it
    *run* is given the store itself. Then comes a mapping of what the caller sent,
    as JSON holds it; the value that *run* returns must be such, too.
    """

    run: str
    prepare: str = ""


class Asked(Protocol):
    """The graph as routes ask it; every call runs in a worker, within limits.

    Each raises Refused with a status of HTTP: 400 for a query that is wrong, 403 for
    one that is not allowed, 413 for too many rows or bytes, 503 where no worker is
    free, 504 where it took too long. Routes let it pass: the application answers
    with a problem+json.
    """

    @property
    def version(self) -> str:
        """Return a digest of all that can be asked; it changes with the build."""

    async def ask(self, query: str, accept: str = JSON) -> Reply:
        """Return what *query* finds, in the best format for the header *accept*."""

    async def rows(self, query: str) -> Sequence[Mapping[str, str]]:
        """Return the rows of a SELECT *query* as texts; unbound columns lack."""

    async def call(self, task: str, arguments: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what JSON can hold
        """Return what the task called *task* answers to *arguments*."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: the folder *out* of a build, and its *graph*.

    *base* is the IRI below which the entities are, *address* where clients reach
    the server (http://127.0.0.1:8080, without a slash at the end), *language* that
    of pages. *current* gives the folder of the files of the build that is shown
    now; ask it at each request, for a new build moves it. *budget* is what each
    client may use of the graph, by whatever route.
    """

    out: Path
    graph: Asked
    base: str
    address: str
    language: str
    current: Callable[[], Path]
    budget: Budget = field(default_factory=lambda: Budget(Limits().budget))
