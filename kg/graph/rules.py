"""Keep the shapes, and what of the vocabulary they are checked with, ready to use.

Reading them takes longer than checking the graph of one record.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib import URIRef

from kg.graph.backdrop import Backdrop
from kg.graph.bridge import to_rdflib
from kg.graph.conformance import (
    Focus,
    Targeted,
    Words,
    find_focus,
    read_checks,
    read_words,
)
from kg.graph.constraint import (
    Constraint,
    Target,
    core_shapes,
    read_constraints,
    read_shapes,
    without_targets,
)
from kg.graph.store import open_store
from kg.graph.term import Triple
from kg.graph.vocabulary import RDFS

_OWN = "vocabulary.ttl"
"""The shapes for the ontology itself; no graph of a document is checked by them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The *shapes*, those of SHACL Core alone, and the SPARQL constraints.

    *backdrop* has modules, codes and themes; *described* has their triples by subject,
    *classes* those that put one class below another. *words* and *targeted* are the
    same, and the core, as nodes are checked with them before pySHACL is asked.
    """

    shapes: rdflib.Graph
    core: rdflib.Graph
    constraints: tuple[Constraint, ...]
    vocabulary: tuple[ox.Quad, ...]
    described: dict[URIRef | rdflib.Literal, tuple[Triple, ...]]
    classes: tuple[Triple, ...]
    words: Words
    targeted: tuple[Targeted, ...]
    backdrop: Backdrop

    def focus(self, quads: Collection[ox.Quad]) -> Focus:
        """Return the graph of *quads* as the shapes look at it."""
        targets = frozenset[Target]().union(
            *(shape.targets for shape in self.targeted),
            *(constraint.targets for constraint in self.constraints),
        )
        return find_focus(quads, self.words, targets)

    def doubtful(self, focus: Focus) -> rdflib.Graph | None:
        """Return the core with the targets of those shapes that may find something.

        None where none of them finds anything in the graph of *focus*.
        """
        shapes = focus.doubtful(self.targeted)
        return without_targets(self.core, shapes) if shapes else None

    def data(self, quads: Iterable[ox.Quad]) -> rdflib.Graph:
        """Return the graph of *quads* with what it points to of the vocabulary.

        What it does not point to decides nothing: the shapes look at the graph's
        own nodes, at the type of what these name, and at the order of classes.
        """
        triples = set(to_rdflib(quad.triple for quad in quads))
        named = {term for triple in triples for term in triple[1:]}
        data = rdflib.Graph(bind_namespaces="none")
        for triple in (*triples, *self.classes):
            data.add(triple)
        for term in named:
            for triple in self.described.get(term, ()):
                data.add(triple)
        return data


def read_rules(folder: Path) -> Rules:
    """Return the rules of the ontology in *folder*, read anew if a file changed."""
    shapes = [file for file in _files(folder, "shapes") if file.name != _OWN]
    words = _files(folder, "modules codes themes")
    return _read(tuple(map(_seen, shapes)), tuple(map(_seen, words)))


def _files(folder: Path, names: str) -> list[Path]:
    """Return the Turtle files of some subfolders of the ontology."""
    return sorted(
        file for name in names.split() for file in (folder / name).glob("*.ttl")
    )


def _seen(file: Path) -> tuple[Path, int, int]:
    """Return *file* with what changes when it is written."""
    state = file.stat()
    return file, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _read(
    shapes: Iterable[tuple[Path, int, int]], words: Iterable[tuple[Path, int, int]]
) -> Rules:
    """Read the files of *shapes* and of the vocabulary."""
    graph = read_shapes(file for file, *_ in shapes)
    store = open_store(vocabulary=[file for file, *_ in words])
    vocabulary = tuple(store.quads())
    described: dict[URIRef | rdflib.Literal, list[Triple]] = {}
    for triple in to_rdflib(quad.triple for quad in vocabulary):
        described.setdefault(triple[0], []).append(triple)
    core = core_shapes(graph)
    below = [t for found in described.values() for t in found]
    return Rules(
        shapes=graph,
        core=core,
        constraints=read_constraints(graph),
        vocabulary=vocabulary,
        described={key: tuple(found) for key, found in described.items()},
        classes=tuple(t for t in below if t[1] == RDFS.subClassOf),
        words=read_words(vocabulary),
        targeted=read_checks(core),
        backdrop=Backdrop(vocabulary),
    )
