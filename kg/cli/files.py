"""Find the documents that a command is given, and write what it makes."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from kg.document.form import SUFFIXES, Form, find_form
from kg.errors import DocumentMissingError, DocumentRefusedError, OutputError

if TYPE_CHECKING:
    from kg.corpus import Input

STDIN = Path("-")
EncodingOption = Annotated[
    str,
    typer.Option(
        "--encoding",
        help="That of text and HTML: utf-8, utf-16, cp932, euc-jp, iso-2022-jp.",
    ),
]
"""The option of every command that reads documents."""


def list_documents(paths: list[Path]) -> tuple[Path, ...]:
    """Return *paths*, with the documents of a folder, at any depth, in its place.

    Before any work is done it raises DocumentMissingError where there is nothing,
    and DocumentRefusedError where a folder holds no document.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in _below(path) if _is_document(file))
            if not inside:
                endings = ", ".join(SUFFIXES)
                raise DocumentRefusedError(str(path), f"holds no document ({endings})")
            found.update(dict.fromkeys(inside))
        elif path == STDIN or path.exists():
            found[path] = None
        else:
            raise DocumentMissingError(path)
    return tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files in *folder* and its folders.

    What is hidden is left out, and so is what `kg build` wrote: its pages are HTML
    too, and no minutes.
    """
    from kg.corpus.publish import INNER

    for place, folders, names in os.walk(folder):
        built = INNER in folders
        folders[:] = [] if built else [n for n in folders if not n.startswith(".")]
        if not built:
            yield from (Path(place) / n for n in names if not n.startswith("."))


@contextmanager
def given_files(paths: Sequence[Path]) -> Iterator["tuple[Input, ...]"]:
    """Give *paths* as files with their names; standard input becomes one."""
    from kg.corpus import Input

    with TemporaryDirectory() as folder:
        inputs = []
        for path in paths:
            place = path
            if path == STDIN:
                place = Path(folder) / "stdin"
                place.write_bytes(sys.stdin.buffer.read())
            inputs.append(Input(place, place.name))
        yield tuple(inputs)


def _is_document(file: Path) -> bool:
    """Tell whether *file* of a folder is read: by its name, data also by its bytes.

    Other JSON and XML than records of the Diet often lies beside minutes.
    """
    form = SUFFIXES.get(file.suffix.lower())
    if form is None or file.stem.upper() == "README" or not file.is_file():
        return False
    if form not in {Form.DIET_JSON, Form.DIET_XML}:
        return True
    try:
        find_form(file.read_bytes(), file.name)
    except DocumentRefusedError:
        return False
    return True


def read_bytes(path: Path) -> tuple[bytes, str]:
    """Return the bytes at *path*, or on standard input for `-`, with their name."""
    if path == STDIN:
        return sys.stdin.buffer.read(), "stdin"
    return path.read_bytes(), path.name


def write_files(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write *files* into *folder*, whole or not at all, and return their paths.

    Raises OutputError, which names *folder*, where that cannot be.
    """
    with _naming(folder):
        if folder.exists() and not folder.is_dir():
            raise OutputError(folder, "is a file, not a folder")
        folder.mkdir(parents=True, exist_ok=True)
        return _put({folder / name: text for name, text in files.items()})


def write_file(path: Path, text: str | bytes) -> None:
    """Write *text*, or bytes, at *path*, whole or not at all.

    Raises OutputError, which names *path*, where that cannot be.
    """
    with _naming(path):
        if path.is_dir():
            raise OutputError(path, "is a folder, not a file")
        _put({path: text})


def append_line(path: Path, line: str) -> None:
    """Add *line* to the end of the file at *path*, which is made if it is not there.

    Raises OutputError, which names *path*, where that cannot be.
    """
    with _naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        ends = not path.exists() or path.read_bytes()[-1:] in {b"", b"\n"}
        with path.open("a", encoding="utf-8") as file:
            file.write(("" if ends else "\n") + line.rstrip("\n") + "\n")


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Tell what the system refuses in the block by the *path* that was given."""
    try:
        yield
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error})"
        raise OutputError(path, reason) from error


def _put(texts: Mapping[Path, str] | Mapping[Path, str | bytes]) -> tuple[Path, ...]:
    """Write *texts*, each at its place, and return the places.

    All are written beside their places first, and then put there one by one: who
    reads sees no half of a file.
    """
    waiting: dict[Path, Path] = {}
    try:
        for place, text in texts.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(
                "wb", dir=place.parent, prefix=".", suffix=".part", delete=False
            ) as file:
                waiting[place] = Path(file.name)
                file.write(text if isinstance(text, bytes) else text.encode())
            waiting[place].chmod(0o644)
        for place in tuple(waiting):
            waiting[place].replace(place)
            del waiting[place]
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)
    return tuple(texts)
