"""Compare two data sets graph by graph, and load only the graphs that differ."""

import hashlib
from collections.abc import Collection, Iterator
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
    if names is None:
        return None
    one, other = (Store(_load(file, names)) for file in files)
    return one, other


def _changed(old: Path, new: Path) -> frozenset[str] | None:
    """Return the names of the graphs that differ; None where lines have no graph."""
    before, after = _digests(old), _digests(new)
    if before is None or after is None:
        return None
    names = before.keys() | after.keys()
    return frozenset(name for name in names if before.get(name) != after.get(name))


def _digests(path: Path) -> dict[str, bytes] | None:
    """Return a digest of the lines of each graph, in their order.

    `kg build` writes the lines of a graph in one order, so that equal graphs have
    equal digests; where another program did not, they are loaded and compared.
    """
    found: dict[bytes, hashlib._Hash] = {}
    with path.open("rb") as file:
        for line in file:
            name = line.rpartition(b" .")[0].rpartition(b" ")[2]
            digest = found.get(name)
            if digest is None:
                if not _is_graph(line, name):
                    return None
                digest = found[name] = hashlib.sha256()
            digest.update(line)
    return {name[1:-1].decode(): one.digest() for name, one in found.items()}


def _is_graph(line: bytes, name: bytes) -> bool:
    """Tell whether *name*, the last term of *line*, is the graph of its quad."""
    try:
        quads = list(ox.parse(line, format=ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError):
        return False
    return all(f"<{graph_name(quad)}>".encode() == name for quad in quads)


def _load(path: Path, names: Collection[str]) -> Iterator[ox.Quad]:
    """Yield the quads of *path* that are in the graphs called *names*."""
    ends = tuple(f" {ox.NamedNode(name)} .\n".encode() for name in sorted(names))
    with path.open("rb") as file:
        wanted = b"".join(line for line in file if line.endswith(ends))
    yield from ox.parse(wanted, format=ox.RdfFormat.N_QUADS)
