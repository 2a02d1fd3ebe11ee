"""Open a file of the user's own, packed or not, again and again from its start."""

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from kg.errors import AuthorityFileError, DocumentMissingError

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_HEAD = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # what zipfile raises for an encrypted member
)


@dataclass(frozen=True, slots=True)
class Stream:
    """A file, or a member of an archive, that can be opened; *name* is for people.

    *head* is its first 64 KiB.
    """

    name: str
    opener: Callable[[], IO[bytes]]
    head: bytes

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Give the bytes from the start; what is broken is told by its name."""
        with _telling(self.name), self.opener() as file:
            yield file


def open_streams(path: Path) -> tuple[Stream, ...]:
    """Return the files in *path*: itself, or the members of a zip, by their names.

    Raises DocumentMissingError where there is nothing, and AuthorityFileError for
    a folder and for a broken or encrypted archive.
    """
    if path.is_dir():
        raise AuthorityFileError(str(path), "is a folder; name the files in it")
    if not path.is_file():
        raise DocumentMissingError(path)
    with path.open("rb") as file:
        start = file.read(len(_ZIP))
    if start.startswith(_GZIP):
        return (_stream(str(path), partial(_open_gzip, path)),)
    if not start.startswith(_ZIP):
        return (_stream(str(path), partial(_open_plain, path)),)
    with _telling(str(path)), zipfile.ZipFile(path) as archive:
        members = sorted(
            info.filename for info in archive.infolist() if not info.is_dir()
        )
    return tuple(
        _stream(f"{path}/{name}", partial(_open_member, path, name)) for name in members
    )


def checksum(path: Path) -> str:
    """Return the SHA-256 of the bytes at *path*, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_utf8(head: bytes) -> bool:
    """Tell whether *head*, the start of a longer text, is UTF-8."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and error.end == len(head)
    return True


@contextmanager
def read_text(stream: Stream) -> Iterator[io.TextIOWrapper]:
    """Give *stream* as text, which is UTF-8 or, where it is not, CP932.

    A damaged character becomes U+FFFD: a name that has one is equal to none.
    """
    encoding = "utf-8-sig" if is_utf8(stream.head) else "cp932"
    with (
        stream.open() as file,
        io.TextIOWrapper(file, encoding, errors="replace", newline="") as text,
    ):
        yield text


def _stream(name: str, opener: Callable[[], IO[bytes]]) -> Stream:
    """Return a stream with its head."""
    with _telling(name), opener() as file:
        return Stream(name, opener, file.read(_HEAD))


def _open_plain(path: Path) -> IO[bytes]:
    """Open the file at *path*."""
    return path.open("rb")


def _open_gzip(path: Path) -> IO[bytes]:
    """Open the one file that is packed at *path*."""
    return io.BufferedReader(gzip.GzipFile(path))


def _open_member(path: Path, name: str) -> IO[bytes]:
    """Open the member *name* of the zip at *path*."""
    with zipfile.ZipFile(path) as archive:
        return archive.open(name)  # it keeps the file of the archive open


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """Tell what is broken in the block by the *name* of the file."""
    try:
        yield
    except _BROKEN as error:
        raise AuthorityFileError(name, f"is a broken archive ({error})") from error
