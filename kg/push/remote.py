"""Ask an endpoint elsewhere as if it were the store of a build."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from kg.errors import EndpointError, QueryError
from kg.graph import PREFIXES, Result
from kg.graph.answer import JSON, TRIPLES, read_answer
from kg.push.client import Client

_HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Accept": f"{JSON}, {TRIPLES}",
}
_REFUSED = 400

# 「gjr:Meeting」, a prefix in use
_USED = re.compile(r"(?<![\w.-])([A-Za-z][\w.-]*):")


@dataclass(frozen=True, slots=True)
class RemoteStore:
    """A SPARQL endpoint at a URL; queries have the prefixes of the vocabulary."""

    client: Client
    url: str

    def query(self, query: str) -> Result:
        """Return what the SPARQL *query* finds there.

        Raises QueryError where the endpoint finds the query wrong, EndpointError
        where it gives no answer.
        """
        body = urlencode({"query": with_prefixes(query)}).encode()
        try:
            reply = self.client.send("POST", self.url, body, _HEADERS)
        except EndpointError as error:
            if error.status == _REFUSED:
                raise QueryError(str(error)) from error
            raise
        if reply.media_type not in {JSON, TRIPLES, "application/json"}:
            reason = f"answered with {reply.media_type or 'no type'}, not {JSON}"
            raise EndpointError(self.url, f"{reason}; is it a SPARQL endpoint?")
        return read_answer(reply.body, TRIPLES if reply.media_type == TRIPLES else JSON)

    def rows(self, query: str) -> tuple[dict[str, str], ...]:
        """Return the rows of a SELECT *query* as texts; unbound columns lack."""
        result = self.query(query)
        return tuple(
            {
                column: term.text
                for column, term in zip(result.columns, row, strict=True)
                if term is not None
            }
            for row in result.rows
        )


def with_prefixes(query: str) -> str:
    """Return *query* with the prefixes that it uses, in front of its first line.

    What it declares itself holds; the numbers of its lines stay.

    >>> with_prefixes("SELECT ?m { ?m a gjr:Meeting }")[:46]
    'PREFIX gjr: <https://w3id.org/gijiroku/ns#> SE'
    """
    used = set(_USED.findall(query))
    known = [f"PREFIX {p}: <{PREFIXES[p]}> " for p in sorted(used & PREFIXES.keys())]
    return "".join(known) + query
