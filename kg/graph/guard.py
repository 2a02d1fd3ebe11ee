"""Refuse queries that would leave this machine, or end the process."""

import re

from kg.errors import QueryError

_LONGEST = 32_768
_DEEPEST = 1_000
_OPERATORS = 2_000
"""Above these the query engine may end the whole process, without an error."""

# SERVICE <…>, and what only an update has
_OUTWARD = re.compile(r"\b(?:SERVICE|LOAD)\b", re.IGNORECASE)
_QUOTED = re.compile(r"<[^<>\s]*>|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|#[^\n]*")


def check_query(query: str) -> None:
    """Refuse a query that would leave this machine, or end the process."""
    if len(query.encode()) > _LONGEST:
        message = f"a query may have {_LONGEST} bytes, this has {len(query.encode())}"
        raise QueryError(message)
    if sum(query.count(bracket) for bracket in "{([") > _DEEPEST:
        message = f"a query may open {_DEEPEST} brackets, this opens more"
        raise QueryError(message)
    operators = len(re.findall(r"[!+\-*/|&]|\bUNION\b", query))
    if operators > _OPERATORS:
        message = f"a query may have {_OPERATORS} operators, this has {operators}"
        raise QueryError(message)
    if _OUTWARD.search(_QUOTED.sub(" ", query)):
        message = "SERVICE and LOAD reach other machines; ask this graph alone"
        raise QueryError(message)
