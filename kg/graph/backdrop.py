"""Keep a store with the vocabulary, before which one graph after another is asked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph as ox

from kg.graph.store import Store

_RENEWED = 32
"""After so many graphs the store is made anew: what was taken out of one leaves
something behind, about half a megabyte for each record."""


class Backdrop:
    """The vocabulary as a store; loading it takes longer than to check a record."""

    def __init__(self, vocabulary: Iterable[ox.Quad]) -> None:
        """Take the *vocabulary*, whose graphs play no part."""
        self._vocabulary = frozenset(_plain(vocabulary))
        self._store: Store | None = None
        self._times = 0

    @contextmanager
    def before(self, quads: Iterable[ox.Quad]) -> Iterator[Store]:
        """Give a store with *quads* and the vocabulary, in the default graph alone.

        It is good until the block ends, and nothing may be kept of it.
        """
        store, self._store = self._store, None
        if store is None or self._times >= _RENEWED:
            store, self._times = Store(self._vocabulary), 0
        added = set(_plain(quads)) - self._vocabulary
        store.add(added)
        yield store
        store.remove(added)
        self._store, self._times = store, self._times + 1


def _plain(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield *quads* in the default graph."""
    return (ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
