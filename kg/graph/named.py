"""Read a data set graph by graph, without loading it, to send it elsewhere."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import DocumentRefusedError
from kg.graph.nquads import graph_name, sorted_lines
from kg.graph.store import label_files

VOCABULARY = "https://w3id.org/gijiroku/vocabulary"
"""The graph that holds codes and themes where every graph needs a name."""

_END = b" .\n"


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """Where a graph stands in a file of N-Quads: byte ranges, digest and size."""

    name: str
    sha256: str
    triples: int
    ranges: tuple[tuple[int, int], ...]


def scan_graphs(file: BinaryIO, where: Path) -> tuple[NamedGraph, ...]:
    """Return the graphs of the N-Quads in *file*, by name; memory is theirs alone.

    *where* is what the file is called in an error. Equal graphs of two builds have
    equal digests, as a build writes the lines of a graph in one order. Raises
    DocumentRefusedError for a line that is in no graph.
    """
    digests: dict[bytes, hashlib._Hash] = {}
    counts: dict[bytes, int] = {}
    ranges: dict[bytes, list[tuple[int, int]]] = {}
    place = 0
    for line in file:
        name = _name(line)
        if name not in digests:
            _check(line, name, where)
            digests[name], counts[name], ranges[name] = hashlib.sha256(), 0, []
        digests[name].update(line)
        counts[name] += 1
        known, end = ranges[name], place + len(line)
        if known and known[-1][1] == place:
            known[-1] = (known[-1][0], end)
        else:
            known.append((place, end))
        place = end
    return tuple(
        NamedGraph(
            name[1:-1].decode(),
            digests[name].hexdigest(),
            counts[name],
            tuple(ranges[name]),
        )
        for name in sorted(digests)
    )


def graph_triples(file: BinaryIO, graph: NamedGraph) -> Iterator[bytes]:
    """Yield the lines of *graph* in *file* as N-Triples, as they stand there."""
    end = f" <{graph.name}>".encode() + _END
    for start, stop in graph.ranges:
        file.seek(start)
        while file.tell() < stop:
            yield file.readline().removesuffix(end) + _END


def vocabulary_triples() -> tuple[bytes, ...]:
    """Return the codes and themes, with their labels, as sorted N-Triples."""
    triples = {
        quad.triple
        for path in label_files()
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    }
    return tuple(f"{line}\n".encode() for line in sorted_lines(triples))


def is_iri(text: str) -> bool:
    """Tell whether *text* can stand between < and > in a query.

    >>> is_iri("https://example.org/a"), is_iri("a> } DROP ALL #")
    (True, False)
    """
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def _name(line: bytes) -> bytes:
    """Return the last term of a line."""
    return line.rpartition(b" .")[0].rpartition(b" ")[2]


def _check(line: bytes, name: bytes, where: Path) -> None:
    """Refuse a *line* whose last term is not the *name* of its graph."""
    try:
        quads = list(ox.parse(line, format=ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        reason = f"is no N-Quads: {' '.join(str(error).split())}"
        raise DocumentRefusedError(str(where), reason) from error
    if any(f"<{graph_name(quad)}>".encode() != name for quad in quads) or not quads:
        words = line.decode("utf-8", "replace").strip()[:80]
        reason = f"expected each triple in a named graph, found: {words}"
        raise DocumentRefusedError(str(where), reason)
