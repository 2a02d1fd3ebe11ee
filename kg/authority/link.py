"""Link what the graph tells of to the world, by files of the user's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kg.authority.candidate import candidates, make_wanted
from kg.authority.corporation import read_corporations
from kg.authority.decide import Namesakes, decide
from kg.authority.extent import find_lacking
from kg.authority.form import AUTHORITIES, EXPECTED, Form, recognise
from kg.authority.heading import read_heading_triples, read_headings
from kg.authority.law import read_law_json, read_laws, same_number
from kg.authority.name import Names
from kg.authority.record import Record, Scope
from kg.authority.review import review
from kg.authority.ror import read_ror
from kg.authority.source import Stream, checksum, open_streams, read_text
from kg.authority.sssom import read_table
from kg.authority.subject import Subjects
from kg.authority.wikidata import read_wikidata
from kg.errors import AuthorityFileError
from kg.graph import Term, read_triples
from kg.model import Authority, AuthorityFile, OutsideLink, Standing


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: how many *rows* it has, and what was passed over.

    *skipped* are members of an archive that fit no form; *unknown* rows of a table
    tell of nothing that the graph has.
    """

    file: AuthorityFile
    form: Form
    rows: int
    unknown: int = 0
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """All links, in no order that matters, and the files that they rest on.

    *disputes* say which laws have a number in the records that no list has for them.
    """

    links: tuple[OutsideLink, ...]
    files: tuple[ReadFile, ...]
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Input:
    """A file as it was given: its checksum, and what in it is read, by form."""

    path: Path
    sha256: str
    streams: tuple[tuple[Stream, Form], ...]
    skipped: tuple[str, ...]


def link_files(paths: Sequence[Path], subjects: Subjects, names: Names) -> Linked:
    """Return the links from *subjects* to what the files at *paths* tell of.

    Each file is read row by row; what is kept grows with *subjects*, not with the
    file. Raises AuthorityFileError for a file that fits no form or is broken.
    """
    ordered = sorted(paths, key=lambda path: path.name, reverse=True)
    inputs = {one.sha256: one for one in map(_recognised, ordered)}
    gathered: dict[tuple[str, Authority], Namesakes] = {}
    scopes: list[Scope] = []
    rows: list[OutsideLink] = []
    files: list[ReadFile] = []
    for _, given in sorted(inputs.items()):
        for stream, form in given.streams:
            file = AuthorityFile(AUTHORITIES[form], given.path.name, given.sha256)
            if form is Form.TABLE:
                table = _read_rows(stream, given.sha256)
                rows.extend(table)
                unknown = sum(subjects.of(row.subject) is None for row in table)
                files.append(ReadFile(file, form, len(table), unknown, given.skipped))
                continue
            for one in read_register(stream, form, subjects, names):
                match one:
                    case Scope():
                        scopes.append(one)
                        files.append(ReadFile(file, form, one.rows, 0, given.skipped))
                    case Record():
                        for found in candidates(one, subjects, names, file):
                            key = found.subject.id, file.authority
                            gathered.setdefault(key, Namesakes()).add(found)
    ruled = review(rows, subjects)
    machine = decide(gathered, find_lacking(scopes), ruled)
    return Linked(
        tuple(_merge(ruled, machine)), tuple(files), tuple(_disputes(gathered))
    )


def _disputes(gathered: Mapping[tuple[str, Authority], Namesakes]) -> Iterator[str]:
    """Say which laws have other numbers in the records than in the list."""
    for (_, authority), found in sorted(gathered.items(), key=lambda item: item[0]):
        named = [one for one in found.ordered() if not one.alias]
        if authority is not Authority.LAW or not named:
            continue
        subject = named[0].subject
        listed = [one.record.number for one in named]
        for printed in subject.numbers:
            if not any(same_number(printed, one) for one in listed):
                yield (
                    f"{subject.label}: the records print {printed}, "
                    f"the list has {', '.join(listed)}"
                )


def _recognised(path: Path) -> _Input:
    """Return the file at *path* with the form of each stream in it."""
    known: list[tuple[Stream, Form]] = []
    skipped: list[str] = []
    for stream in open_streams(path):
        form = recognise(stream.head)
        if form is None:
            skipped.append(stream.name)
        else:
            known.append((stream, form))
    if not known:
        raise AuthorityFileError(str(path), EXPECTED)
    return _Input(path, checksum(path), tuple(known), tuple(skipped))


def _read_rows(stream: Stream, sha256: str) -> list[OutsideLink]:
    """Return the rows of a user's own table, which is in *stream*."""
    with read_text(stream) as lines:
        rows = read_table(lines, stream.name)
        return [replace(row, files=(sha256,)) for row in rows]


def read_register(
    stream: Stream, form: Form, subjects: Subjects, names: Names
) -> Iterator[Record | Scope]:
    """Yield the entries in *stream* that could be one of *subjects*, and the scope."""
    wanted = make_wanted(subjects, names, AUTHORITIES[form])
    match form:
        case Form.ROR:
            with stream.open() as file:
                yield from read_ror(file, stream.name, wanted)
        case Form.LAW_JSON:
            yield from read_law_json(stream.open, stream.name, wanted)
        case Form.HEADING_TRIPLES:
            yield from read_heading_triples(partial(_triples, stream), wanted)
        case _:
            with read_text(stream) as lines:
                yield from _READERS[form](lines, stream.name, wanted)


def _triples(stream: Stream) -> Iterator[tuple[Term, Term, Term]]:
    """Yield the triples in *stream*."""
    with stream.open() as file:
        yield from read_triples(file, stream.name)


_READERS = {
    Form.CORPORATION: read_corporations,
    Form.WIKIDATA: read_wikidata,
    Form.HEADING_TSV: read_headings,
    Form.LAW_CSV: read_laws,
}


def _merge(
    ruled: Iterable[OutsideLink], machine: Iterable[OutsideLink]
) -> Iterator[OutsideLink]:
    """Yield one row for each pair: what a person ruled, else what the machine found.

    A candidate that a table brought back stays only where nothing newer is said.
    """
    best: dict[tuple[str, str], OutsideLink] = {}
    spoken = [row for row in ruled if row.standing is not Standing.CANDIDATE]
    brought = [row for row in ruled if row.standing is Standing.CANDIDATE]
    for row in (*sorted(spoken, key=_preference), *machine, *sorted(brought, key=str)):
        known = best.setdefault((row.subject, row.object), row)
        files = tuple(sorted({*known.files, *row.files}))
        best[row.subject, row.object] = replace(
            known, files=files, number=known.number or row.number
        )
    yield from best.values()


def _preference(row: OutsideLink) -> tuple[bool, str]:
    """Return what decides which of two rulings about one pair is kept: the refusal."""
    return row.standing is not Standing.REFUSED, str(row)
