"""Unpack zip and tar archives without believing what they say of themselves."""

import base64
import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from kg.document.form import ARCHIVES, SUFFIXES
from kg.errors import DocumentRefusedError, WorkerError
from kg.worker import Limits, run_worker

_MOST_MEMBERS = 1_000
_LARGEST = 100_000_000
_CHUNK = 1 << 16
_ITSELF = ""
"""A worker does not know what the archive is called; its parent says so."""
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_OPENERS = (gzip.open, bz2.open, lzma.open)
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its bytes, or the reason why it was refused."""

    name: str
    data: bytes = b""
    refused: str = ""


def unpack(data: bytes, name: str, limits: Limits | None = None) -> tuple[Member, ...]:
    """Return the documents in the archive *data*, by their names; a worker unpacks.

    Raises DocumentRefusedError where the archive as a whole is no good.
    """
    try:
        answer = run_worker(f"{__name__}:serve", data, limits)
    except WorkerError as error:
        raise DocumentRefusedError(name, str(error)) from None
    members = [
        Member(str(row[0]), base64.b64decode(row[1]), str(row[2]))
        for row in json.loads(answer)
    ]
    if not members:
        reason = f"holds no document ({', '.join(SUFFIXES)})"
        raise DocumentRefusedError(name, reason)
    return tuple(sorted(members, key=lambda member: member.name))


def serve(data: bytes) -> bytes:
    """Return the members of *data* as JSON: what the worker runs."""
    members = list(_zip(data) if data.startswith(b"PK") else _tar(data))
    rows = [
        [one.name, base64.b64encode(one.data).decode("ascii"), one.refused]
        for one in members
    ]
    return json.dumps(rows).encode()


def _zip(data: bytes) -> Iterator[Member]:
    """Yield the documents of a zip archive."""
    left = _LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            infos = file.infolist()
            _refuse_many(len(infos))
            for info in infos:
                name = info.filename
                if not info.flag_bits & _UTF8_FLAG:
                    name = _named(name.encode("cp437", "replace"))
                if info.is_dir() or not _is_document(name):
                    continue
                if info.flag_bits & _ENCRYPTED_FLAG:
                    yield Member(name, refused="is encrypted; unpack it first")
                    continue
                member = _read(name, partial(file.open, info), left)
                left -= len(member.data)
                yield member
    except DocumentRefusedError:
        raise
    except _BROKEN as error:
        reason = f"is a broken archive ({error})"
        raise DocumentRefusedError(_ITSELF, reason) from None


def _tar(data: bytes) -> Iterator[Member]:
    """Yield the documents of a tar archive, packed or not, or one packed file."""
    left = _LARGEST
    count = 0
    try:
        file = tarfile.open(fileobj=io.BytesIO(data))  # noqa: SIM115 - closed below
    except _BROKEN:
        yield _single(data)
        return
    with file:
        try:
            for info in file:
                count += 1
                _refuse_many(count)
                name = _named(info.name.encode("utf-8", "surrogateescape"))
                if info.isdir() or not _is_document(name):
                    continue
                if not info.isreg():
                    yield Member(name, refused="is a link or a device, not a file")
                    continue
                member = _read(name, partial(file.extractfile, info), left)
                left -= len(member.data)
                yield member
        except DocumentRefusedError:
            raise
        except _BROKEN as error:
            reason = f"is a broken archive ({error})"
            raise DocumentRefusedError(_ITSELF, reason) from None


def _single(data: bytes) -> Member:
    """Return the one file that *data* is when it is unpacked."""
    for opener in _OPENERS:
        try:
            with opener(io.BytesIO(data)) as file:
                content = file.read(_LARGEST + 1)
        except _BROKEN:
            continue
        if len(content) > _LARGEST:
            break
        return Member("", content)
    reason = "is a broken or too large archive"
    raise DocumentRefusedError(_ITSELF, reason)


def _read(name: str, opener: Callable[[], IO[bytes] | None], left: int) -> Member:
    """Return the file called *name*, of which at most *left* bytes are taken."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return Member(name, refused="its path leads out of the archive")
    if SUFFIXES.get(path.suffix.lower()) in ARCHIVES:
        return Member(name, refused="is an archive in an archive; unpack it first")
    try:
        pipe = opener()
        if pipe is None:
            return Member(name, refused="cannot be opened")
        with pipe:
            content = b"".join(_chunks(pipe, left))
    except DocumentRefusedError:
        raise
    except _BROKEN as error:
        return Member(name, refused=f"is broken ({error})")
    return Member(name, content)


def _chunks(pipe: IO[bytes], left: int) -> Iterator[bytes]:
    """Yield what is in *pipe*; headers lie, so bytes are counted as they come."""
    while chunk := pipe.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            reason = f"inflates to more than {_LARGEST:,} bytes"
            raise DocumentRefusedError(_ITSELF, reason)
        yield chunk


def _refuse_many(count: int) -> None:
    """Refuse an archive of too many members."""
    if count > _MOST_MEMBERS:
        reason = f"holds more than {_MOST_MEMBERS:,} files"
        raise DocumentRefusedError(_ITSELF, reason)


def _named(raw: bytes) -> str:
    """Return a name that is in UTF-8, or, from Windows, in CP932."""
    for codec in ("utf-8", "cp932"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _is_document(name: str) -> bool:
    """Tell whether a file called *name* is read at all, as in a folder."""
    path = PurePosixPath(name.replace("\\", "/"))
    hidden = any(part.startswith(".") and part != ".." for part in path.parts)
    return (
        path.suffix.lower() in SUFFIXES
        and not hidden
        and "__MACOSX" not in path.parts
        and path.stem.upper() != "README"
    )
