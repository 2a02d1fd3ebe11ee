"""Look up what a picture is drawn from."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.answer import Askable
from kg.graph.binding import Term, bind, iri
from kg.graph.details import Row
from kg.graph.passage import Lines, passages
from kg.graph.query import read_query
from kg.graph.vocabulary import CODE
from kg.model import Basis, Passage

_BLANK = re.compile(r"#[ \t]*VALUES")
_SIGN = re.compile(r"[!+\-*/|&]")
_BYTES, _SIGNS = 20_000, 1_500
"""What the IRIs of one query may come to, well below what a query may."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a picture is drawn from: the store, and the lines of its documents."""

    store: Askable
    documents: Mapping[str, Lines]

    def rows(self, name: str, **values: Iterable[str]) -> tuple[dict[str, str], ...]:
        """Return the rows of the query *name* for the IRIs in *values*."""
        query = read_query(name)
        return tuple(
            row
            for some in portions(query, values)
            for row in self.store.rows(bind(query, some))
        )

    def evidence(self, nodes: Iterable[str]) -> dict[str, tuple[Passage, ...]]:
        """Return the passages that each of *nodes* rests on."""
        spans: dict[str, list[str]] = {}
        for row in self.rows("evidence", node=sorted(set(nodes))):
            spans.setdefault(row["node"], []).append(row["span"])
        return {node: self.passages(found) for node, found in spans.items()}

    def passages(self, spans: Iterable[str]) -> tuple[Passage, ...]:
        """Return the passages of *spans*."""
        return passages(spans, self.documents)


def portions(
    query: str, values: Mapping[str, Iterable[str]]
) -> Iterator[dict[str, list[Term]]]:
    """Yield IRIs for the blanks of *query*, as many at once as it may be long.

    The blank with most of them is parted; the others are whole in each portion.

    >>> many = [f"https://example.org/{n}" for n in range(1000)]
    >>> [len(one["a"]) for one in portions("SELECT * { # VALUES", {"a": many})]
    [500, 500]
    """
    terms = {key: [iri(value) for value in found] for key, found in values.items()}
    parted = max(terms, key=lambda key: len(terms[key]), default=None)
    if parted is None:
        yield terms
        return
    places = max(1, len(_BLANK.findall(query)))
    words = "".join(term.sparql for key in terms for term in terms[key])
    cost = max(len(words.encode()) / _BYTES, len(_SIGN.findall(words)) / _SIGNS)
    count = max(1, math.ceil(cost * places))
    size = max(1, math.ceil(len(terms[parted]) / count))
    for start in range(0, max(1, len(terms[parted])), size):
        yield {**terms, parted: terms[parted][start : start + size]}


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of rosters that a picture shows, with posts and readings.

    *posts* are by attendance, *bases* by attendance and axis.
    """

    rows: tuple[dict[str, str], ...]
    posts: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    bases: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def basis(self, attendance: str, axis: str) -> Basis:
        """Return how an axis of *attendance* is known; without reading, stated."""
        code = self.bases.get((attendance, axis), str(CODE["basis-stated"]))
        return Basis(code.removeprefix(str(CODE.basis)).removeprefix("-"))


def read_roster(source: Source, **values: Iterable[str]) -> Roster:
    """Return the rows of the rosters of a meeting, or of an agent's meetings."""
    rows = source.rows("attendances", **values)
    nodes = [row["attendance"] for row in rows]
    posts: dict[str, list[Row]] = {}
    for post in source.rows("posts", attendance=nodes):
        posts.setdefault(post["attendance"], []).append(post)
    bases = {
        (row["attendance"], row["axis"]): row["basis"]
        for row in source.rows("readings", attendance=nodes)
    }
    return Roster(rows, posts, bases)
