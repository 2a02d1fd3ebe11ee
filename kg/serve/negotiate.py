"""Choose the format that a client would have most, and mark what it has already."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from starlette.requests import Request

from kg.graph.written import GRAPHS, RESULTS
from kg.serve.api_message import prefer, weights

RESULT_TYPES = (*RESULTS, "application/json", "application/xml", "text/xml")
"""What rows can be had as; the last three are other names of the first two."""

GRAPH_TYPES = (
    *GRAPHS,
    "text/plain",
    "text/n3",
    "application/x-turtle",
    "application/xml",
    "application/json",
)
"""What triples can be had as; what follows the first four are other names of them."""

_SAME: Mapping[str, str] = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
_SAME_GRAPH: Mapping[str, str] = {
    "text/plain": "application/n-triples",
    "text/n3": "text/turtle",
    "application/x-turtle": "text/turtle",
    "application/xml": "application/rdf+xml",
    "application/json": "application/ld+json",
}
SHORT: Mapping[str, str] = {
    "json": "application/sparql-results+json, application/ld+json",
    "xml": "application/sparql-results+xml, application/rdf+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ttl": "text/turtle",
    "ntriples": "application/n-triples",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "html": "text/html",
}
"""What ?format= may say, for whoever cannot set a header."""

_USUAL = 500
"""Characters of a header that may be remembered."""

_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
"""What gives another answer each time, so that no mark holds."""


def best_of(accept: str, offered: tuple[str, ...]) -> str:
    """Return which of *offered* the header *accept* would have most, "" for none."""
    known = _best if len(accept) <= _USUAL else _best.__wrapped__
    return known(accept, offered)


@lru_cache(maxsize=256)
def _best(accept: str, offered: tuple[str, ...]) -> str:
    """Return what `best_of` does: clients send few headers, and each many times."""
    return prefer(accept, offered) or ""


def choose(accept: str, offered: Sequence[str]) -> str:
    """Return the media type of *offered* that *accept* would have most, "" for none.

    Another name of a format counts as the format.

    >>> choose("text/csv;q=0.4, application/json", RESULT_TYPES)
    'application/sparql-results+json'
    """
    found = best_of(accept, tuple(offered))
    same = _SAME if offered is RESULT_TYPES else _SAME_GRAPH
    return same.get(found, found)


def etag(*parts: str) -> str:
    """Return the mark of an answer that *parts* make; it is weak.

    The same rows may come in another order, which the standard does not set.
    """
    text = "\0".join(parts).encode("utf-8", "replace")
    return f'W/"{hashlib.sha256(text).hexdigest()[:32]}"'


def changes(query: str) -> bool:
    """Tell whether *query* may have another answer each time."""
    return _CHANGING.search(query) is not None


def has(request: Request, tag: str) -> bool:
    """Tell whether the client has what *tag* marks; strong and weak are alike."""
    header = request.headers.get("if-none-match", "")
    given = (one.strip().removeprefix("W/") for one in header.split(","))
    return any(one in {tag.removeprefix("W/"), "*"} for one in given)


def accepts_gzip(request: Request) -> bool:
    """Tell whether the client reads gzip; q=0 says that it does not."""
    header = request.headers.get("accept-encoding", "")
    return "gzip" in header and weights(header).get("gzip", 0.0) > 0
