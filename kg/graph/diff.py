"""Find the triples that one graph has and another lacks, as a patch that applies."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import ExportError
from kg.graph.nquads import graph_name, sorted_lines
from kg.graph.store import Store
from kg.graph.vocabulary import PREFIXES

_TURTLE = ox.RdfFormat.TURTLE
_ACTIONS = (("DELETE DATA", "removed"), ("INSERT DATA", "added"))


@dataclass(frozen=True, slots=True)
class Patch:
    """What turns one graph into another: sorted lines of N-Quads."""

    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether the patch changes anything."""
        return bool(self.removed or self.added)


def graph_lines(store: Store) -> tuple[str, ...]:
    """Return what documents say in *store* as sorted lines of N-Quads."""
    return tuple(sorted_lines(set(store.quads())))


def document_lines(store: Store, documents: Iterable[str]) -> tuple[str, ...]:
    """Return what *documents* (IRIs) say in *store* as sorted lines of N-Triples."""
    names = {ox.NamedNode(document) for document in documents}
    quads = (quad for quad in store.quads() if quad.graph_name in names)
    return tuple(sorted_lines({quad.triple for quad in quads}))


def diff_lines(old: Iterable[str], new: Iterable[str]) -> Patch:
    """Return the patch that turns the lines of *old* into those of *new*.

    >>> diff_lines(["a", "b"], ["b", "c"])
    Patch(removed=('a',), added=('c',))
    """
    before, after = frozenset(old), frozenset(new)
    return Patch(tuple(sorted(before - after)), tuple(sorted(after - before)))


def diff_stores(old: Store, new: Store) -> Patch:
    """Return the patch that turns what documents say in *old* into that in *new*."""
    before, after = set(old.quads()), set(new.quads())
    return Patch(
        tuple(sorted_lines(before - after)), tuple(sorted_lines(after - before))
    )


def diff_triples(old: Store, new: Store) -> Patch:
    """Return the patch between two stores as if each were one graph without name.

    A triple that another document still states is not removed.
    """
    before, after = ({quad.triple for quad in store.quads()} for store in (old, new))
    return Patch(
        tuple(sorted_lines(before - after)), tuple(sorted_lines(after - before))
    )


def changed_graphs(patch: Patch) -> dict[str, tuple[int, int]]:
    """Return how many triples *patch* removes and adds, by name of the graph."""
    counts: dict[str, list[int]] = {}
    for place, lines in enumerate((patch.removed, patch.added)):
        for quad in ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS):
            counts.setdefault(graph_name(quad), [0, 0])[place] += 1
    return {name: (lost, gained) for name, (lost, gained) in sorted(counts.items())}


def apply_patch(lines: Iterable[str], patch: Patch) -> tuple[str, ...]:
    """Return *lines* without what *patch* removes and with what it adds, sorted.

    >>> apply_patch(["a", "b"], Patch(removed=("a",), added=("c",)))
    ('b', 'c')
    """
    return tuple(sorted((frozenset(lines) - set(patch.removed)) | set(patch.added)))


def write_update(patch: Patch) -> str:
    """Return *patch* as SPARQL Update, which every RDF store applies.

    A named graph is named, so that the data set of a build stays one graph per
    document. Raises ExportError for blank nodes, which no patch can point at.
    """
    operations = []
    for words, side in _ACTIONS:
        lines: tuple[str, ...] = getattr(patch, side)
        if lines:
            operations.append(f"{words} {{\n{_data(lines)}}}")
    return " ;\n".join(operations) + "\n" if operations else "# no difference\n"


def write_patch_turtle(lines: Iterable[str]) -> str:
    """Return one half of a patch, as its *lines*, in Turtle; graphs are left out."""
    triples = sorted({quad.triple for quad in _parse(lines)}, key=str)
    data = ox.serialize(
        triples, format=ox.RdfFormat.TURTLE, prefixes=dict(sorted(PREFIXES.items()))
    )
    return (data or b"").decode()


def read_patch_turtle(removed: str, added: str) -> Patch:
    """Return the patch whose halves are the Turtle texts *removed* and *added*."""
    halves = [
        tuple(sorted_lines({quad.triple for quad in ox.parse(text, format=_TURTLE)}))
        for text in (removed, added)
    ]
    return Patch(*halves)


def _data(lines: Iterable[str]) -> str:
    """Return *lines* as the data of an update, the triples of a graph together."""
    graphs: dict[str, list[str]] = {}
    for quad in sorted(_parse(lines), key=str):
        name = str(quad.graph_name) if graph_name(quad) else ""
        graphs.setdefault(name, []).append(f"{quad.triple} .\n")
    return "".join(
        f"GRAPH {name} {{\n{''.join(triples)}}}\n" if name else "".join(triples)
        for name, triples in sorted(graphs.items())
    )


def _parse(lines: Iterable[str]) -> list[ox.Quad]:
    """Return *lines* as quads; a blank node has no name that holds in two files."""
    quads = list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
    for quad in quads:
        if isinstance(quad.subject, ox.BlankNode) or isinstance(
            quad.object, ox.BlankNode
        ):
            message = f"a patch cannot name the blank node of {quad.triple}"
            raise ExportError(message)
    return quads
