"""Write what several answers have: parts of long lists, and marked lines."""

from collections.abc import Iterable
from itertools import islice

from kg.model import Passage
from kg.serve.api_message import Asked, Json, Reply, reply_json

_MOST, _PAGE = 200, 20


def reply_page(asked: Asked, found: list[Json], *, most: int = _MOST) -> Reply:
    """Return a part of what was found, as limit and offset say, and what is next."""
    limit = asked.number("limit", min(_PAGE, most), max(most, _MOST))
    start = asked.number("offset", 0, 1_000_000)
    shown = list(islice(found, start, start + limit))
    value: dict[str, Json] = {
        "total": len(found),
        "offset": start,
        "limit": limit,
        "items": shown,
    }
    following = start + limit
    value["next"] = following if shown and following < len(found) else None
    return reply_json(value)


def write_lines(found: Iterable[Passage]) -> list[Json]:
    """Return lines with the marked parts of each, as offsets in code points."""
    return [
        {
            "document": one.document,
            "line": one.line,
            "text": one.text,
            "marks": [[mark.start, mark.end] for mark in one.marks],
        }
        for one in found
    ]
