"""Build one graph of many documents, and redo only what depends on a change."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from kg.corpus.cache import Cache, render_key, stamp, versions
from kg.corpus.derive import Judged, derive, tell_people
from kg.corpus.gather import Input, Kept, Progress, gather
from kg.corpus.line import RenderTask, Settings, renderers
from kg.corpus.names import Naming, name_people, tell_meetings_apart
from kg.corpus.people import PEOPLE, write_people
from kg.corpus.pool import work_through
from kg.corpus.publish import INNER, locked, publish
from kg.errors import ResourceError
from kg.graph import (
    Graph,
    Part,
    RenderedDocument,
    Store,
    open_store,
    read_document_graph,
    write_nquads,
    write_turtle,
)
from kg.model import (
    DocumentReading,
    Identities,
    Judgement,
    MeetingSighting,
    Refusal,
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a build found; *documents* are in order of their ids.

    *store* opens the graph of some documents, by id, with what is derived of all;
    *quads* gives the whole, as dataset.nq has it, in parts.
    """

    documents: tuple[DocumentReading, ...]
    refusals: tuple[Refusal, ...]
    identities: Identities
    store: "Opener"
    quads: Callable[[], Iterator[str]] = lambda: iter(())

    @property
    def meetings(self) -> tuple[MeetingSighting, ...]:
        """Return all meetings in order of time; those without a day come first."""
        found = [one for document in self.documents for one in document.meetings]
        return tuple(sorted(found, key=_when))


def build_corpus(  # noqa: PLR0913 - each is one thing that a build is made of
    inputs: Sequence[Input],
    out: Path,
    settings: Settings,
    judged: Judged,
    *,
    more: Callable[[Corpus], Mapping[str, str]] = lambda _: {},
    progress: Progress = lambda *_: None,
) -> tuple[Corpus, tuple[Path, ...]]:
    """Build *inputs* into the folder *out*; return what was found and written.

    *more* gives further files that are shown with the graph: pages. Nothing raises
    for one document; it is among the refusals, and the others come out. Nothing is
    written where no document is left. Raises OutputError where nothing can be.
    """
    with locked(out):
        kept_for = stamp((settings.base, settings.language, settings.encoding))
        cache = Cache(out / INNER / "cache", kept_for)
        kept, refusals = gather(inputs, settings, cache, progress)
        before = [one.document for one in kept]
        after = tell_meetings_apart(before)
        identities = tell_people(after, judged)
        naming = name_people(before, after, identities)
        parts = derive(after, identities, naming, judged, settings.base)
        tasks = tuple(_tasks(kept, naming))
        _render(tasks, settings, cache, progress)
        named = {task.document: task for task in tasks}
        opener = Opener(named, cache, settings.base, parts)
        quads = partial(_quads, tasks, cache, parts, settings.base)
        corpus = Corpus(after, refusals, identities, opener, quads)
        if not after:
            return corpus, ()
        files = {
            **_streams(tasks, cache, parts, settings.base),
            **{name: (text,) for name, text in more(corpus).items()},
            PEOPLE: (write_people((p for d in after for p in d.people), identities),),
            "build.json": (_manifest(after, judged.judgements, settings),),
        }
        written = publish(out, files)
        cache.sweep()
    return corpus, written


def _when(meeting: MeetingSighting) -> tuple[str, str, str]:
    """Return the place of a meeting among others."""
    day = meeting.date.isoformat() if meeting.date else ""
    start = meeting.start.isoformat() if meeting.start else ""
    return day, start, meeting.path


def _tasks(kept: Sequence[Kept], naming: Naming) -> Iterator[RenderTask]:
    """Yield what is to be rendered: each document, with its new names."""
    for one in kept:
        document = one.document.document
        renames = naming.of(document)
        words = json.dumps(asdict(renames), ensure_ascii=False, sort_keys=True)
        rendered = render_key(one.key, document, words)
        yield RenderTask(one.key, document, renames, rendered)


def _render(
    tasks: Sequence[RenderTask], settings: Settings, cache: Cache, progress: Progress
) -> None:
    """Render what the cache does not have; raises ResourceError if it was lost."""
    waiting = [task for task in tasks if cache.rendered(task.rendered) is None]
    crew = renderers(settings, cache.folder, cache.stamp)
    found = work_through(waiting, crew, settings.jobs)
    for done, (task, reason) in enumerate(found, start=1):
        if reason:
            message = f"document {task.document}: {reason}"
            raise ResourceError(message)
        progress("render", done, len(waiting))
    cache.use(task.rendered for task in tasks)


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens the graph of some documents of a build, while its cache is there."""

    tasks: Mapping[str, RenderTask]
    cache: Cache
    base: str
    parts: tuple[Part, ...]

    def __call__(self, documents: Sequence[str], *, derived: bool = True) -> Store:
        """Return the store of *documents*, by id, with what is *derived* of all.

        That may be large: a page of a meeting needs none of it.
        """
        found = [_part(self.tasks[one], self.cache, self.base) for one in documents]
        parts = self.parts if derived else ()
        return open_store(Graph(self.base, (*found, *parts)))


def _part(task: RenderTask, cache: Cache, base: str) -> Part:
    """Return the graph of one document in the names of the corpus."""
    text = cache.text(task.key, task.document)
    if text is None:
        message = f"document {task.document} was lost while it was built; build again"
        raise ResourceError(message)
    return read_document_graph(text, f"doc/{task.document}", base, task.renames)


def _streams(
    tasks: Sequence[RenderTask], cache: Cache, parts: Sequence[Part], base: str
) -> dict[str, Iterator[str]]:
    """Return the files of the graph in parts, a document each, then what follows.

    One document's files are as its own would be; several are one after another.
    """
    return {
        "graph.ttl": (one.facts for one in _rendered(tasks, cache)),
        "evidence.ttl": (one.evidence for one in _rendered(tasks, cache)),
        "derived.ttl": iter((write_turtle(Graph(base, tuple(parts))),)),
        "dataset.nq": _quads(tasks, cache, parts, base),
    }


def _quads(
    tasks: Sequence[RenderTask], cache: Cache, parts: Sequence[Part], base: str
) -> Iterator[str]:
    """Yield the whole graph as N-Quads: each document, then what is derived."""
    yield from (one.quads for one in _rendered(tasks, cache))
    yield from (write_nquads(Graph(base, (part,))) for part in parts)


def _rendered(tasks: Sequence[RenderTask], cache: Cache) -> Iterator[RenderedDocument]:
    """Yield the documents as they were rendered."""
    for task in tasks:
        found = cache.rendered(task.rendered)
        if found is None:
            message = f"document {task.document} was lost; build again"
            raise ResourceError(message)
        yield found


def _manifest(
    documents: Sequence[DocumentReading],
    judgements: Sequence[Judgement],
    settings: Settings,
) -> str:
    """Return settings, versions and inputs, by which a build can be repeated."""
    manifest = {
        "settings": {"base": settings.base, "language": settings.language},
        "versions": versions(),
        "judgements": len(judgements),
        "documents": sorted(
            ({"name": one.name, "sha256": one.sha256} for one in documents),
            key=lambda one: (one["sha256"], one["name"]),
        ),
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
