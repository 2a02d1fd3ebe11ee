"""Run the line over the documents of one command, naming those that it refuses."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.cli.files import read_bytes
from kg.cli.terminal import warn
from kg.document import decode_document
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


def read_documents(
    paths: Iterable[Path], tools: Tools
) -> tuple[tuple[Reading, ...], tuple[Refusal, ...]]:
    """Return what the documents at *paths* say, and those that are refused.

    A document that is given twice, under two names or one, is read once.
    """
    readings: dict[str, Reading] = {}
    refusals: list[Refusal] = []
    for path in paths:
        try:
            minutes = read_minutes(path, tools)
        except DocumentRefusedError as error:
            refusals.append(Refusal(path, error))
            continue
        name = minutes[0].document.id
        if name not in readings:
            records = tuple(read_entities(meeting, tools) for meeting in minutes)
            readings[name] = Reading(path, records)
    return tuple(readings.values()), tuple(refusals)


def read_minutes(path: Path, tools: Tools) -> tuple[Minutes, ...]:
    """Return the minutes in the document at *path*, `-` for standard input."""
    data, name = read_bytes(path)
    document = decode_document(data, name, tools.sources)
    return parse_minutes(document, tools.gazetteer)


def name_refusals(refusals: Iterable[Refusal]) -> None:
    """Tell the reader which documents were refused, a line each."""
    for refusal in refusals:
        warn(refusal.line)
