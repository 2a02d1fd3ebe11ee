"""Put a whole build in its place at once, so that nobody ever sees half of one.

A build is a folder of its own, out/.kg/builds/<id>; out/.kg/current is a link to
it that one rename moves, and out/graph.ttl is a link through it. Where the system
refuses links, files are put in place one by one, build.json last.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import OutputError

INNER = ".kg"
"""The folder, inside that of the output, of what a build keeps for itself."""

_BUILDS, _CURRENT, _LOCK = "builds", "current", "lock"
_MANIFEST = "build.json"
_LENGTH = 16


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep other builds out of the folder *out* while the block runs.

    A folder that was made for it, and in which nothing is shown, is taken away.
    Raises OutputError where another build is under way there, or nothing can be
    written.
    """
    if out.exists() and not out.is_dir():
        raise OutputError(out, "is a file, not a folder")
    inner = out / INNER
    fresh = not out.exists()
    try:
        inner.mkdir(parents=True, exist_ok=True)
        with (inner / _LOCK).open("a+b") as file:
            _lock(file, out)
            yield
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error})"
        raise OutputError(out, reason) from error
    finally:
        if fresh and not (inner / _CURRENT).exists():
            shutil.rmtree(out, ignore_errors=True)


def _lock(file: BinaryIO, out: Path) -> None:
    """Take the lock *file*, where the system has locks."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        reason = "another build is writing here; wait until it is done"
        raise OutputError(out, reason) from error


def publish(out: Path, files: Mapping[str, Iterable[str]]) -> tuple[Path, ...]:
    """Write *files*, texts in parts by name, and show them in *out* all at once.

    Returns the paths in *out*. A file whose name begins with a point is kept with
    the build and not shown. What an older build showed and this one does not is
    taken away.
    """
    builds = out / INNER / _BUILDS
    builds.mkdir(parents=True, exist_ok=True)
    new = builds / f".{os.getpid()}.part"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    digests = {name: _write(new / name, parts) for name, parts in files.items()}
    _sync(new)
    place = builds / _name(digests)
    if place.exists():
        shutil.rmtree(new)
    else:
        new.rename(place)
        _sync(builds)
    names = tuple(name for name in files if not name.startswith("."))
    before = _shown(out)
    try:
        _link(Path(_BUILDS) / place.name, out / INNER / _CURRENT)
        for name in names:
            _link(Path(INNER) / _CURRENT / name, out / name)
    except (NotImplementedError, PermissionError):
        _copy(place, out, names)
    for name in before - set(names):
        (out / name).unlink(missing_ok=True)
    _remove_others(builds, place.name)
    return tuple(out / name for name in names)


def kept_file(out: Path, name: str) -> Path:
    """Return where the build that *out* shows keeps the file *name*."""
    builds = sorted((out / INNER / _BUILDS).glob("[!.]*"))
    current = out / INNER / _CURRENT
    place = current if current.exists() or not builds else builds[-1]
    return place / name


def _write(path: Path, parts: Iterable[str]) -> str:
    """Write *parts* at *path*, down to the disk, and return their checksum."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for part in parts:
            data = part.encode()
            digest.update(data)
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _name(digests: Mapping[str, str]) -> str:
    """Return the name of a build: a digest of all that is in it."""
    lines = "".join(f"{name} {digests[name]}\n" for name in sorted(digests))
    return hashlib.sha256(lines.encode()).hexdigest()[:_LENGTH]


def _link(target: Path, place: Path) -> None:
    """Make *place* a link to *target*, in one step for whoever looks."""
    if place.is_symlink() and Path(os.readlink(place)) == target:  # noqa: PTH115
        return
    part = place.with_name(f".{place.name}.part")
    part.unlink(missing_ok=True)
    part.symlink_to(target)
    part.replace(place)


def _shown(out: Path) -> set[str]:
    """Return the names in *out* that show a file of a build."""
    return {
        file.name
        for file in out.iterdir()
        if file.is_symlink() and Path(os.readlink(file)).parts[:1] == (INNER,)  # noqa: PTH115
    }


def _copy(place: Path, out: Path, names: tuple[str, ...]) -> None:
    """Put files in *out* one by one, the manifest last."""
    for name in sorted(names, key=lambda name: name == _MANIFEST):
        part = out / f".{name}.part"
        shutil.copyfile(place / name, part)
        part.replace(out / name)


def _remove_others(builds: Path, keep: str) -> None:
    """Remove all builds but the one called *keep*."""
    for folder in builds.iterdir():
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make sure that the names in *folder* outlive a power cut, where that can be."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
