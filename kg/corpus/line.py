"""The two pieces of work that are done for each document: read it, render it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.cache import Cache
from kg.corpus.pool import Crew
from kg.corpus.read import read_file
from kg.graph import Renames, render_document
from kg.pipeline import Tools


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build works with.

    *load* gives the tools, once in each worker; it is a function of a module, or a
    partial of one. *language* is that of what the shapes find, *jobs* the number of
    workers, 0 for one a core.
    """

    load: Callable[[], Tools]
    base: str
    language: str = "ja"
    encoding: str = ""
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A file to read, and the key under which the cache keeps what it gives."""

    path: Path
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class RenderTask:
    """A document to write in the names of the corpus."""

    key: str
    document: str
    renames: Renames
    rendered: str


def readers(settings: Settings, folder: Path, stamp: str) -> Crew[ReadTask]:
    """Return who reads files, and keeps what they give in the cache at *folder*."""
    return Crew(_start_reading, (settings, folder, stamp), _read)


def renderers(settings: Settings, folder: Path, stamp: str) -> Crew[RenderTask]:
    """Return who renders documents, and keeps them in the cache at *folder*."""
    return Crew(_start_rendering, (settings, folder, stamp), _render)


class _Worker:
    """What one process holds for its work, set when it starts."""

    settings: Settings
    cache: Cache
    tools: Tools


def _start_rendering(settings: Settings, folder: Path, stamp: str) -> None:
    """Make this process ready to render."""
    _Worker.settings = settings
    _Worker.cache = Cache(folder, stamp)


def _start_reading(settings: Settings, folder: Path, stamp: str) -> None:
    """Make this process ready to read."""
    _start_rendering(settings, folder, stamp)
    _Worker.tools = settings.load()


def _read(task: ReadTask) -> str:
    """Read one file into the cache; what goes wrong is the reason, in one line."""
    try:
        data = task.path.read_bytes()
        language = _Worker.settings.language
        result = read_file(data, task.name, _Worker.tools, language)
    except OSError as error:
        return f"cannot be read ({error.strerror or error})"
    except Exception as error:  # noqa: BLE001 - one document must not stop the others
        words = " ".join(str(error).split())
        return f"stops the program ({type(error).__name__}: {words}); report it"
    _Worker.cache.keep(task.key, result)
    return ""


def _render(task: RenderTask) -> str:
    """Write one document in the names of the corpus."""
    text = _Worker.cache.text(task.key, task.document)
    if text is None:
        return "was lost while it was built; build again"
    base = _Worker.settings.base
    rendered = render_document(text, f"doc/{task.document}", base, task.renames)
    _Worker.cache.keep_rendered(task.rendered, rendered)
    return ""
