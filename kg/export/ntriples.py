"""Write all that documents say as N-Triples."""

from kg.graph import Store


def export_ntriples(store: Store) -> str:
    """Return the triples of all documents in *store* as sorted lines."""
    return "".join(f"{line}\n" for line in store.lines())
