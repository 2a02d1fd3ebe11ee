"""Read minutes that were annotated by hand, in either of two forms."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import ResourceError
from kg.evaluate.annotated import read_annotated
from kg.evaluate.case import read_case
from kg.evaluate.discourse import judged, read_discourse
from kg.evaluate.expected import Expected
from kg.evaluate.subject import read_subjects
from kg.evaluate.undertaking import read_undertaken

_CASE = "expected.json"
_DISCOURSE = "discourse.json"
_SUBJECTS = "subjects.json"
_UNDERTAKEN = "undertakings.json"


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful reader finds in the *document* called *name*."""

    name: str
    document: Path
    expected: Expected


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """Return the annotated minutes of *folder*, by name.

    A folder holds either `NAME.json` files, each with the path of its document,
    or subfolders with `document.*`, in any form that is read, and `expected.json`;
    or it is one of these. `discourse.json` beside a case, and `NAME-discourse.json`
    beside NAME-gold.json, add what statements do and what was settled.
    Raises ResourceError where there is none.
    """
    cases = [*folder.glob(_CASE), *sorted(folder.glob(f"*/{_CASE}"))]
    gold = [_case(path) for path in cases]
    if not gold:
        records = {path: _read(path) for path in sorted(folder.glob("*.json"))}
        gold = [
            Gold(
                path.stem,
                _document(path, record),
                _with_undertaken(
                    _with_discourse(read_annotated(record), _beside(path, _DISCOURSE)),
                    _beside(path, _UNDERTAKEN),
                ),
            )
            for path, record in records.items()
            if "people" in record
        ]
    if not gold:
        message = f"{folder}: no annotated minutes ({_CASE}, or NAME.json with people)"
        raise ResourceError(message)
    return tuple(gold)


def _case(path: Path) -> Gold:
    """Return one case of the tests."""
    documents = sorted(path.parent.glob("document.*"))
    if len(documents) != 1:
        message = f"{path.parent}: expected one document.*, found {len(documents)}"
        raise ResourceError(message)
    expected = _with_discourse(read_case(_read(path)), path.parent / _DISCOURSE)
    expected = _with_undertaken(expected, path.parent / _UNDERTAKEN)
    subjects = path.parent / _SUBJECTS
    if subjects.is_file():
        expected = replace(expected, subjects=read_subjects(_read(subjects)))
    return Gold(path.parent.name, documents[0], expected)


def _beside(path: Path, name: str) -> Path:
    """Return where more about a gold file stands: seed-discourse, seed-undertakings."""
    return path.with_name(f"{path.stem.rpartition('-')[0]}-{name}")


def _with_discourse(expected: Expected, path: Path) -> Expected:
    """Return *expected* with what *path* says that statements do, if it is there."""
    if not path.is_file():
        return expected
    record = _read(path)
    wanted = {**expected.wanted, **read_discourse(record)}
    return replace(expected, wanted=wanted, judged=judged(record))


def _with_undertaken(expected: Expected, path: Path) -> Expected:
    """Return *expected* with the dates, undertakings and references of *path*."""
    if not path.is_file():
        return expected
    wanted = {**expected.wanted, **read_undertaken(_read(path))}
    return replace(expected, wanted=wanted)


def _document(path: Path, record: Mapping[str, Any]) -> Path:
    """Return the document of *record*, whose path starts at a folder above *path*."""
    name = str(record["source"]["file"])
    for folder in path.resolve().parents:
        if (folder / name).is_file():
            return folder / name
    message = f"{path}: its document {name} is in no folder above"
    raise ResourceError(message)


def _read(path: Path) -> Mapping[str, Any]:
    """Return the object at *path*, or say what is wrong with it."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path}: cannot be read as JSON: {error}"
        raise ResourceError(message) from error
    return record if isinstance(record, dict) else {}
