"""Hold what a reader takes out of one file, as it travels from a worker."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.model import Omission, Region, Source, Span


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one record with its regions and omissions.

    *label* tells the records of one file apart. *encoding*, *basis* and *confidence*
    are those of the bytes, where they are text.
    """

    text: str
    regions: tuple[Region, ...] = ()
    omissions: tuple[Omission, ...] = ()
    encoding: str = ""
    basis: str = ""
    confidence: float = 1.0
    label: str = ""

    def described(self, source: Source) -> Source:
        """Return *source* with how its bytes were decoded."""
        return replace(
            source,
            encoding=self.encoding,
            encoding_basis=self.basis,
            encoding_confidence=self.confidence,
        )


def write_extracts(extracts: Iterable[Extract]) -> bytes:
    """Return *extracts* as JSON: a worker never sends objects."""
    value = [
        {
            "text": one.text,
            "regions": [[r.span.start, r.span.end, r.place] for r in one.regions],
            "omissions": [[o.kind, o.text, o.place] for o in one.omissions],
            "decoded": [one.encoding, one.basis, one.confidence],
            "label": one.label,
        }
        for one in extracts
    ]
    return json.dumps(value).encode()


def read_extracts(data: bytes) -> tuple[Extract, ...]:
    """Return the extracts that `write_extracts` wrote."""
    return tuple(_extract(row) for row in json.loads(data))


def _extract(row: Mapping[str, Any]) -> Extract:
    """Return one extract; its types are checked by what they are built of."""
    encoding, basis, confidence = row["decoded"]
    return Extract(
        str(row["text"]),
        tuple(Region(Span(int(a), int(b)), str(p)) for a, b, p in row["regions"]),
        tuple(Omission(str(k), str(t), str(p)) for k, t, p in row["omissions"]),
        str(encoding),
        str(basis),
        float(confidence),
        str(row["label"]),
    )
