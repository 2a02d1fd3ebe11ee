"""Keep what was read of each file, by its content and by the program's version."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import msgspec

from kg.corpus.read import FileResult
from kg.graph import DocumentText, RenderedDocument
from kg.model import FileReading
from kg.resources import data_path, ontology_path

T = TypeVar("T")

_DECIDING = (
    "gijiroku-kg",
    "ginza",
    "ja_ginza",
    "SudachiDict-core",
    "rdflib",
    "pyoxigraph",
    "pyvis",
    "deflate",
)
"""The distributions whose version changes what is written."""

_READ = frozenset({".py", ".rq", ".toml", ".tsv", ".ttl"})
_LENGTH = 32
_LEVEL = 1


class Cache:
    """A folder with what was read and rendered; a damaged entry is none.

    *stamp* stands for all that decides beside the bytes of a file: the program, its
    tables, the settings.
    """

    def __init__(self, folder: Path, stamp: str) -> None:
        """Take the *folder*, which is made when something is put there."""
        self.folder = folder
        self.stamp = stamp
        self._used: set[str] = set()

    def key(self, sha256: str, name: str) -> str:
        """Return the key of a file: of its checksum, its name, and the stamp."""
        return _digest((self.stamp, name, sha256))

    def reading(self, key: str) -> FileReading | None:
        """Return what is kept under *key*, None where nothing whole is."""
        data = self._load(f"{key}.json")
        if data is None:
            return None
        try:
            return msgspec.json.decode(data, type=FileReading)
        except msgspec.MsgspecError:
            return None

    def text(self, key: str, document: str) -> DocumentText | None:
        """Return the graph of a document of the file under *key*."""
        parts = [self._load(f"{key}.{document}.{n}") for n in ("facts", "evidence")]
        return _decoded(parts, DocumentText)

    def keep(self, key: str, result: FileResult) -> None:
        """Keep *result* under *key*; what is read back is there last."""
        for document, text in result.texts.items():
            self._save(f"{key}.{document}.facts", text.facts.encode())
            self._save(f"{key}.{document}.evidence", text.evidence.encode())
        self._save(f"{key}.json", msgspec.json.encode(result.reading, order="sorted"))

    def rendered(self, key: str) -> RenderedDocument | None:
        """Return a document as it was written under *key*."""
        names = ("facts.ttl", "evidence.ttl", "nq")
        return _decoded([self._load(f"{key}.{n}") for n in names], RenderedDocument)

    def keep_rendered(self, key: str, rendered: RenderedDocument) -> None:
        """Keep a document as it is written."""
        self._save(f"{key}.facts.ttl", rendered.facts.encode())
        self._save(f"{key}.evidence.ttl", rendered.evidence.encode())
        self._save(f"{key}.nq", rendered.quads.encode())

    def use(self, keys: Iterable[str]) -> None:
        """Note that what is kept under *keys* is still of use."""
        self._used.update(keys)

    def sweep(self) -> None:
        """Remove what no key in use names, and what was left half written."""
        if not self.folder.is_dir():
            return
        for file in self.folder.iterdir():
            if file.name.partition(".")[0] not in self._used:
                file.unlink(missing_ok=True)

    def _load(self, name: str) -> bytes | None:
        """Return the bytes kept under *name*, None where they are not whole."""
        try:
            return zlib.decompress((self.folder / name).read_bytes())
        except (OSError, zlib.error):
            return None

    def _save(self, name: str, data: bytes) -> None:
        """Keep *data* under *name*, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "wb", dir=self.folder, prefix=".", suffix=".part", delete=False
        ) as file:
            file.write(zlib.compress(data, _LEVEL))
        Path(file.name).replace(self.folder / name)


def _decoded(parts: Sequence[bytes | None], make: Callable[..., T]) -> T | None:
    """Return what *make* makes of *parts*, None where one is not there."""
    texts = [part.decode() for part in parts if part is not None]
    return make(*texts) if len(texts) == len(parts) else None


def render_key(key: str, document: str, renames: str) -> str:
    """Return the key of a document as written: its file, itself, its new names."""
    return _digest((key, document, renames))


def stamp(settings: Iterable[str]) -> str:
    """Return what stands for the program, its tables and *settings*."""
    return _digest((_program(), *settings))


@cache
def versions() -> dict[str, str]:
    """Return the version of each distribution that decides what is written."""
    return {name: version(name) for name in _DECIDING}


@cache
def _program() -> str:
    """Return a digest of everything that the program reads of itself."""
    package = Path(__file__).parents[1]
    tables = data_path()
    parts = [f"{name} {number}" for name, number in versions().items()]
    read = [tables / name for name in ("discourse", "gazetteer", "register")]
    for folder in (package, *read, ontology_path()):
        for file in sorted(_files(folder)):
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            parts.append(f"{file.relative_to(folder).as_posix()} {digest}")
    sources = tables / "sources.tsv"
    return _digest([*parts, sources.read_text(encoding="utf-8")])


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of *folder* that decide what is read."""
    return (file for file in folder.rglob("*") if file.suffix in _READ)


def _digest(parts: Iterable[str]) -> str:
    """Return a digest of *parts*, apart from each other."""
    text = json.dumps(list(parts), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
