"""Return the vocabulary as the page's own store takes it in."""

from functools import cache

import pyoxigraph as ox

from kg.graph.explorer_index import expand
from kg.graph.nquads import sorted_lines
from kg.graph.store import Store, label_files, open_store

_LEFT_OUT = frozenset(
    {
        "gjr:contextTrigger",
        "gjr:counterExample",
        "gjr:titleTrigger",
        "gjr:trigger",
        "gjr:triggerExclusion",
        "skos:example",
    }
)
"""What themes are recognised by: half of the vocabulary, and no part of an answer."""


def open_dataset(data: bytes) -> tuple[Store, bytes]:
    """Return N-Quads as a store with the vocabulary, and as the page takes both in.

    The vocabulary is read once for the two.
    """
    vocabulary = vocabulary_lines().encode()
    store = open_store(data, vocabulary=())
    store.add(ox.parse(vocabulary, format=ox.RdfFormat.N_QUADS))
    return store, data + vocabulary


@cache
def vocabulary_lines() -> str:
    """Return labels and places of codes and themes as N-Triples, sorted.

    They come from files that ship with the program, so they are read once.
    """
    left_out = {expand(name) for name in _LEFT_OUT}
    triples = {
        quad.triple
        for file in label_files()
        for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
        if quad.predicate.value not in left_out
        and not isinstance(quad.subject, ox.BlankNode)
        and not isinstance(quad.object, ox.BlankNode)
    }
    return "".join(f"{line}\n" for line in sorted_lines(triples))
