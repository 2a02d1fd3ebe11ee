"""Hold a query as the protocol has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.serve.frame import Head


@dataclass(frozen=True, slots=True)
class Query:
    """A query of others, as the protocol has it, with the formats that it may have."""

    text: str
    results: str
    graphs: str
    default: Sequence[str] = ()
    named: Sequence[str] = ()
    base: str = ""
    zipped: bool = False

    def head(self) -> Head:
        """Return what a worker is told of it beside its text."""
        return {
            "kind": "query",
            "results": self.results,
            "graphs": self.graphs,
            "default": list(self.default),
            "named": list(self.named),
            "base": self.base or None,
            "zip": self.zipped,
        }
