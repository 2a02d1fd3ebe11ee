"""Bring a store elsewhere to what a build says, sending only what differs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from kg.errors import ConfigError, DocumentMissingError, EndpointError
from kg.graph.named import VOCABULARY, graph_triples, scan_graphs, vocabulary_triples
from kg.push.client import Client
from kg.push.ledger import Ledger, ledger_path
from kg.push.outcome import Pushed, Settings, Step
from kg.push.place import Place
from kg.push.target import Target

_TWICE = 2
_UPDATED, _GIVEN = 2_000, 50_000
"""Triples of a request: Virtuoso reads no update of 5,000, a whole graph it does."""
_HOPELESS = {None, 301, 302, 303, 307, 308, 401, 403, 404, 405, 501}
"""Replies after which the next graph would fare no better; None is no reply."""


@dataclass(frozen=True, slots=True)
class _Graph:
    """A graph to be sent; *read* gives its triples."""

    name: str
    sha256: str
    triples: int
    read: Callable[[], Iterator[bytes]]


def push_build(
    out: Path,
    target: Target,
    client: Client,
    settings: Settings,
    tell: Callable[[Step], None] = lambda _: None,
) -> Pushed:
    """Bring the store at *target* to what the build in the folder *out* says.

    Each graph is sent for itself; one that fails is among the failed, and the others
    go on, unless the store cannot be reached or refuses all: EndpointError.
    """
    if target.update is None and target.graph_store is None:
        message = "nowhere to send to; give --endpoint, --update or --graph-store"
        raise ConfigError(message)
    path = out / "dataset.nq"
    if not path.is_file():
        raise DocumentMissingError(path)
    with path.open("rb") as file:
        graphs = tuple(_graphs(file, path, settings))
        ledger = Ledger(ledger_path(out, target.key))
        usual = _UPDATED if target.graph_store is None else _GIVEN
        place = Place(client, target, settings.batch or usual)
        return _Push(place, ledger, settings, tell).run(graphs)


def _graphs(file: BinaryIO, path: Path, settings: Settings) -> Iterator[_Graph]:
    """Yield what is to be there: the vocabulary first, for its labels."""
    if settings.vocabulary:
        lines = vocabulary_triples()
        digest = sha256(b"".join(lines)).hexdigest()
        yield _Graph(VOCABULARY, digest, len(lines), lambda: iter(lines))
    for graph in scan_graphs(file, path):
        read = partial(graph_triples, file, graph)
        yield _Graph(graph.name, graph.sha256, graph.triples, read)


@dataclass(frozen=True, slots=True)
class _Push:
    """One run: where to, what was there, how, and who is told."""

    place: Place
    ledger: Ledger
    settings: Settings
    tell: Callable[[Step], None]

    def run(self, graphs: tuple[_Graph, ...]) -> Pushed:
        """Send what differs of *graphs*, and see what is there then."""
        wanted = {graph.name: graph for graph in graphs}
        there = self._there(wanted)
        due = [graph for graph in graphs if graph.name not in there]
        leftover = tuple(sorted(self.ledger.names - wanted.keys()))
        pruned = leftover if self.settings.prune else ()
        if self.settings.rehearse:
            return self._report(graphs, due, pruned, leftover, {}, "")
        union, fill = self._default(needed=bool(due or pruned))
        failed = dict(self._send(due, pruned, fill=fill))
        failed |= self._compare(graph for graph in due if graph.name not in failed)
        return self._report(graphs, due, pruned, leftover, failed, union)

    def _there(self, wanted: Mapping[str, _Graph]) -> set[str]:
        """Return the graphs that need not be sent: as sent before, and still there.

        The ledger tells the content; the store, where it can be asked, that it was
        not emptied since (a store in memory that was started anew).
        """
        if self.settings.force:
            return set()
        same = {
            name: triples
            for name, (digest, triples) in self.ledger.sent.items()
            if name in wanted and wanted[name].sha256 == digest
        }
        counts = self.place.counts(sorted(same)) if same else {}
        if counts is None:
            return set(same)
        return {name for name, triples in same.items() if counts.get(name) == triples}

    def _default(self, *, needed: bool) -> tuple[str, bool]:
        """Return how the default graph shows the named ones, and whether to fill it."""
        fill = self.settings.fill
        if fill is None:
            fill = self.ledger.fill
        if fill is None and needed:
            if self.place.target.endpoint is None:
                message = "it cannot be seen what the default graph shows; give "
                raise ConfigError(message + "--endpoint, or --default fill or leave")
            shown = self.place.shows_graphs()
            fill = shown == 0
            self.ledger.choose(fill=fill)
            if shown == _TWICE:
                return "bag", fill
        if fill and self.place.target.update is None:
            message = "the default graph is filled by SPARQL Update; give --update, "
            raise ConfigError(message + "or --default leave")
        return ("filled" if fill else "union"), bool(fill)

    def _send(
        self, due: list[_Graph], pruned: Iterable[str], *, fill: bool
    ) -> Iterator[tuple[str, str]]:
        """Send and drop graphs, and yield those that failed with the reason."""
        names = tuple(pruned)
        total = len(due) + len(names)
        for number, graph in enumerate(due, start=1):
            self.ledger.begin(graph.name)
            step = partial(Step, graph.name, number, total, graph.triples)
            try:
                self.place.replace(graph.name, graph.read(), fill=fill)
            except EndpointError as error:
                yield graph.name, self._failure(error, step)
            else:
                self.ledger.finish(graph.name, graph.sha256, graph.triples)
                self.tell(step("sent"))
        for number, name in enumerate(names, start=len(due) + 1):
            step = partial(Step, name, number, total, 0)
            try:
                self.place.drop(name, fill=fill)
            except EndpointError as error:
                yield name, self._failure(error, step)
            else:
                self.ledger.drop(name)
                self.tell(step("dropped"))

    def _failure(self, error: EndpointError, step: Callable[[str, str], Step]) -> str:
        """Tell one failure, and return its reason; a hopeless one ends the run."""
        if error.status in _HOPELESS:
            raise error
        self.tell(step("failed", error.reason))
        return error.reason

    def _compare(self, sent: Iterable[_Graph]) -> Iterator[tuple[str, str]]:
        """Yield the graphs of which the store does not hold all that was sent.

        A triple that a file has twice is held once.
        """
        graphs = {graph.name: graph for graph in sent}
        counts = self.place.counts(sorted(graphs)) if graphs else None
        if counts is None:
            return
        for name, graph in graphs.items():
            found = counts.get(name, 0)
            if found == graph.triples:
                continue
            triples = len(set(graph.read()))
            if found == triples:
                self.ledger.finish(name, graph.sha256, triples)
            else:
                self.ledger.begin(name)
                yield name, f"{triples} triples were sent, the store holds {found}"

    def _report(  # noqa: PLR0913, PLR0917 - what a run came to
        self,
        graphs: tuple[_Graph, ...],
        due: list[_Graph],
        pruned: tuple[str, ...],
        leftover: tuple[str, ...],
        failed: Mapping[str, str],
        union: str,
    ) -> Pushed:
        """Put together what came of it."""
        sending = {graph.name for graph in due}
        return Pushed(
            sent=tuple(g.name for g in due if g.name not in failed),
            kept=tuple(g.name for g in graphs if g.name not in sending),
            dropped=tuple(name for name in pruned if name not in failed),
            leftover=tuple(name for name in leftover if name not in pruned),
            failed=tuple(failed.items()),
            there=sum(
                self.ledger.sent[g.name][1]
                for g in graphs
                if g.name in self.ledger.sent
            ),
            checked=self.place.target.endpoint is not None,
            union=union,
        )
