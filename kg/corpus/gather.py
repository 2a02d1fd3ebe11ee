"""Read the files of a corpus, those that the cache does not know in parallel."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.cache import Cache
from kg.corpus.line import ReadTask, Settings, readers
from kg.corpus.pool import work_through
from kg.model import DocumentReading, Refusal

Progress = Callable[[str, int, int], None]
"""Is told what is done, how many of how many: ("read", 3, 2400)."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: where its bytes are, and what it is called."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that was read, and the key of its file in the cache."""

    document: DocumentReading
    key: str


def gather(
    inputs: Sequence[Input], settings: Settings, cache: Cache, progress: Progress
) -> tuple[tuple[Kept, ...], tuple[Refusal, ...]]:
    """Return the documents in *inputs*, in order of their ids, and what is refused.

    A document that is given twice is kept once, under the name that sorts first.
    """
    keys: dict[Input, str] = {}
    failed: dict[str, str] = {}
    for one in inputs:
        try:
            keys[one] = cache.key(_digest(one.path), one.name)
        except OSError as error:
            failed[one.name] = f"cannot be read ({error.strerror or error})"
    tasks = {
        key: ReadTask(one.path, one.name, key)
        for one, key in keys.items()
        if cache.reading(key) is None
    }
    crew = readers(settings, cache.folder, cache.stamp)
    total = len(tasks)
    for done, (task, reason) in enumerate(
        work_through(tuple(tasks.values()), crew, settings.jobs), start=1
    ):
        if reason:
            failed[task.name] = reason
        progress("read", done, total)
    return _collect(inputs, keys, failed, cache)


def _collect(
    inputs: Sequence[Input],
    keys: dict[Input, str],
    failed: dict[str, str],
    cache: Cache,
) -> tuple[tuple[Kept, ...], tuple[Refusal, ...]]:
    """Return what the cache has of *inputs*, and why it has no more."""
    found: dict[str, Kept] = {}
    refusals: dict[Refusal, None] = {}
    for one in inputs:
        reading = cache.reading(keys[one]) if one in keys else None
        if reading is None:
            reason = failed.get(one.name, "was lost while it was read; build again")
            refusals[Refusal(one.name, reason)] = None
            continue
        refusals.update(dict.fromkeys(reading.refusals))
        for document in reading.documents:
            before = found.get(document.document)
            if before is None or document.name < before.document.name:
                found[document.document] = Kept(document, keys[one])
    cache.use(keys.values())
    ordered = tuple(found[key] for key in sorted(found))
    return ordered, tuple(refusals)


def _digest(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
