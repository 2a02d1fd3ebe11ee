"""Run the line over the documents of one command, naming those that it refuses."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.cli.files import read_bytes
from kg.cli.terminal import warn
from kg.document import known_encoding, read_contents
from kg.errors import DocumentRefusedError
from kg.minutes import parse_minutes
from kg.model import Entities, Minutes
from kg.pipeline import Tools, read_entities


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was refused, and why."""

    path: Path
    error: DocumentRefusedError

    @property
    def line(self) -> str:
        """Return what a reader is told, in one line."""
        return f"kg: {' '.join(str(self.error).split())}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read: what its minutes say of entities."""

    path: Path
    records: tuple[Entities, ...]

    @property
    def file(self) -> str:
        """Return the name of the file, below its archive if it was in one."""
        name = self.records[0].minutes.document.source.name
        return name.rpartition("#")[0] if "#" in name else name


def prepare(tools: Tools, encoding: str) -> Tools:
    """Return *tools* for documents in *encoding*, which is checked.

    Raises ConfigError for an encoding that is not known.
    """
    return replace(tools, encoding=known_encoding(encoding)) if encoding else tools


def read_documents(
    paths: Iterable[Path], tools: Tools
) -> tuple[tuple[Reading, ...], tuple[Refusal, ...]]:
    """Return what the documents at *paths* say, and those that are refused.

    A document that is given twice, under two names or one, is read once.
    """
    readings: dict[str, Reading] = {}
    refusals: list[Refusal] = []
    for path in paths:
        found, refused = read_minutes(path, tools)
        refusals += refused
        for minutes in found:
            name = minutes[0].document.id
            if name not in readings:
                records = tuple(read_entities(meeting, tools) for meeting in minutes)
                readings[name] = Reading(path, records)
    return tuple(readings.values()), tuple(refusals)


def read_minutes(
    path: Path, tools: Tools
) -> tuple[tuple[tuple[Minutes, ...], ...], tuple[Refusal, ...]]:
    """Return the minutes in each document at *path*, and what is refused there.

    A file may hold several documents; `-` is standard input.
    """
    data, name = read_bytes(path)
    try:
        contents = read_contents(data, name, tools.sources, encoding=tools.encoding)
    except DocumentRefusedError as error:
        return (), (Refusal(path, error),)
    found: list[tuple[Minutes, ...]] = []
    refused = list(contents.refusals)
    for document in contents.documents:
        try:
            found.append(parse_minutes(document, tools.gazetteer))
        except DocumentRefusedError as error:
            refused.append(error)
    return tuple(found), tuple(Refusal(path, error) for error in refused)


def name_refusals(refusals: Iterable[Refusal]) -> None:
    """Tell the reader which documents were refused, a line each."""
    for refusal in refusals:
        warn(refusal.line)
