"""Compare two sorted data sets line by line, and load only the graphs that differ."""

from collections.abc import Collection, Iterator
from heapq import merge
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.errors import DocumentMissingError
from kg.graph.nquads import graph_name
from kg.graph.store import Store


def open_changed(old: Path, new: Path) -> tuple[Store, Store] | None:
    """Return stores of the graphs that differ between two data sets.

    *old* and *new* are folders that `kg build` wrote, or .nq files. None where that
    cannot be told without loading all: other files, lines out of order, triples in no
    graph. Memory is that of the graphs that differ.
    """
    files = [path / "dataset.nq" if path.is_dir() else path for path in (old, new)]
    for file in files:
        if not file.is_file():
            raise DocumentMissingError(file)
        if file.suffix != ".nq":
            return None
    names = _changed(*files)
    if names is None or "" in names:
        return None
    one, other = (Store(_load(file, names)) for file in files)
    return one, other


def _changed(old: Path, new: Path) -> frozenset[str] | None:
    """Return the names of the graphs that differ; None where a file is not sorted."""
    names: set[str] = set()
    lines = merge(_lines(old, 0), _lines(new, 1))
    try:
        for line, found in groupby(lines, lambda pair: pair[0]):
            if {side for _, side in found} != {0, 1}:
                parsed = ox.parse(line, format=ox.RdfFormat.N_QUADS)
                names.update(graph_name(quad) for quad in parsed)
    except (SyntaxError, ValueError):
        return None
    return frozenset(names)


class OrderError(ValueError):
    """A line stands before one that it should follow."""


def _lines(path: Path, side: int) -> Iterator[tuple[bytes, int]]:
    """Yield the lines of *path* with the *side* that they are of."""
    last = b""
    with path.open("rb") as file:
        for line in file:
            if line < last:
                message = f"{path}: lines are not sorted"
                raise OrderError(message)
            last = line
            yield line, side


def _load(path: Path, names: Collection[str]) -> Iterator[ox.Quad]:
    """Yield the quads of *path* that are in the graphs called *names*."""
    ends = tuple(f" {ox.NamedNode(name)} .\n".encode() for name in sorted(names))
    with path.open("rb") as file:
        wanted = b"".join(line for line in file if line.endswith(ends))
    yield from ox.parse(wanted, format=ox.RdfFormat.N_QUADS)
