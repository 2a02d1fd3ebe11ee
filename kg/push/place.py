"""Put graphs into one store: by the Graph Store Protocol, or by SPARQL Update."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from kg.push.client import Client
from kg.push.remote import RemoteStore
from kg.push.target import Target

_UPDATE = {"Content-Type": "application/sparql-update; charset=utf-8"}
_TRIPLES = {"Content-Type": "application/n-triples; charset=utf-8"}
_PROBES = ("urn:x-gijiroku:probe-1", "urn:x-gijiroku:probe-2")
_CHUNK = 200

# Takes from the default graph what this graph alone says.
_UNFILL = """DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH <{name}> {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != <{name}>) }}
}}"""
_FILL = "INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
_DROP = "DROP SILENT GRAPH <{name}>"


@dataclass(frozen=True, slots=True)
class Place:
    """One store, with the most triples that a request to it has (*batch*)."""

    client: Client
    target: Target
    batch: int

    def replace(self, name: str, triples: Iterator[bytes], *, fill: bool) -> None:
        """Make *triples* all that the graph *name* says.

        With *fill* they are put into the default graph too, and what only the old
        graph said is taken out of it. A graph of one batch changes at once.
        """
        batches = _batches(triples, self.batch)
        first = next(batches, b"")
        if self.target.graph_store is None:
            self._update(_replacement(name, first, fill=fill))
        else:
            if fill:
                self._update([_UNFILL.format(name=name)])
            self._give("PUT", name, first)
        for more in batches:
            if self.target.graph_store is None:
                self._update([_insertion(name, more)])
            else:
                self._give("POST", name, more)
        if fill:
            self._update([_FILL.format(name=name)])

    def drop(self, name: str, *, fill: bool) -> None:
        """Take the graph *name* away."""
        if self.target.graph_store is None:
            steps = [_UNFILL.format(name=name)] if fill else []
            self._update([*steps, _DROP.format(name=name)])
            return
        if fill:
            self._update([_UNFILL.format(name=name)])
        self.client.send("DELETE", self._graph(name), missing=True)

    def counts(self, names: Iterable[str]) -> dict[str, int] | None:
        """Return how many triples each graph has there; None where one cannot ask."""
        if self.target.endpoint is None:
            return None
        store, wanted = RemoteStore(self.client, self.target.endpoint), iter(names)
        found: dict[str, int] = {}
        while chunk := tuple(islice(wanted, _CHUNK)):
            values = " ".join(f"<{name}>" for name in chunk)
            rows = store.rows(
                "SELECT ?g (COUNT(*) AS ?n) WHERE { "
                f"VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
            )
            found |= {row["g"]: int(row["n"]) for row in rows if "g" in row}
        return found

    def shows_graphs(self) -> int:
        """Return how often the default graph shows what two named graphs say.

        0: it is a graph of its own; 1: it is their union; 2: it counts twice what two
        say. Two graphs of one triple are put there to see it, and taken away.
        """
        line = b'<urn:x-gijiroku:probe> <urn:x-gijiroku:probe> "probe" .\n'
        try:
            for name in _PROBES:
                self.replace(name, iter((line,)), fill=False)
            rows = RemoteStore(self.client, self.target.endpoint or "").rows(
                "SELECT (COUNT(*) AS ?n) WHERE "
                "{ <urn:x-gijiroku:probe> <urn:x-gijiroku:probe> ?o }"
            )
        finally:
            for name in _PROBES:
                self.drop(name, fill=False)
        return int(rows[0]["n"])

    def _update(self, steps: Iterable[str]) -> None:
        """Send an update; its steps are one operation for most stores."""
        words = " ;\n".join(steps)
        self.client.send("POST", self.target.update or "", words.encode(), _UPDATE)

    def _give(self, method: str, name: str, body: bytes) -> None:
        """Send triples to the graph *name*."""
        self.client.send(method, self._graph(name), body, _TRIPLES)

    def _graph(self, name: str) -> str:
        """Return the URL of the graph *name*."""
        url = self.target.graph_store or ""
        return f"{url}{'&' if '?' in url else '?'}{urlencode({'graph': name})}"


def _replacement(name: str, body: bytes, *, fill: bool) -> Iterator[str]:
    """Yield the steps that make *body* the beginning of the graph *name*."""
    if fill:
        yield _UNFILL.format(name=name)
    yield _DROP.format(name=name)
    yield _insertion(name, body)


def _insertion(name: str, body: bytes) -> str:
    """Return the step that adds *body*, N-Triples, to the graph *name*."""
    return f"INSERT DATA {{ GRAPH <{name}> {{\n{body.decode()}}} }}"


def _batches(lines: Iterator[bytes], size: int) -> Iterator[bytes]:
    """Yield *lines* in pieces of *size*."""
    while piece := b"".join(islice(lines, size)):
        yield piece
