"""Refuse queries that would leave this machine, or end the process."""

import re

from kg.errors import QueryError

LONGEST = 32_768
_DEEPEST = 1_000
_OPERATORS = 2_000
"""Above these the query engine may end the whole process, without an error."""

# What words of a query cannot be in. Long strings come before short ones, and a
# backslash with what it escapes (ex:a\'b) opens no string; an IRI has no { and no
# blank, or 1<2)SERVICE… > would pass for one.
_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n\r]*"
    r"|\\[^uU]",
    re.DOTALL,
)
# SERVICE <…>, LOAD <…>, but ?service and ex:load are names
_OUTWARD = re.compile(r"(?<![?$:@\w])(?:SERVICE|LOAD)\b", re.IGNORECASE)
# \u0053ERVICE: the standard lets a query write any character so
_ESCAPED = re.compile(r"\\u", re.IGNORECASE)
# 「PREFIX a: <…> INSERT DATA { … }」, its IRIs taken out
_UPDATE = re.compile(
    r"\s*(?:(?:BASE|PREFIX\s+[^\s:]*:)\s*)*"
    r"(?P<verb>INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)


def check_query(query: str) -> None:
    """Refuse a query that would leave this machine, or end the process."""
    if len(query.encode("utf-8", "replace")) > LONGEST:
        found = len(query.encode("utf-8", "replace"))
        message = f"a query may have {LONGEST} bytes, this has {found}"
        raise QueryError(message)
    if sum(query.count(bracket) for bracket in "{([") > _DEEPEST:
        message = f"a query may open {_DEEPEST} brackets, this opens more"
        raise QueryError(message)
    operators = len(re.findall(r"[!+\-*/|&]|\bUNION\b", query, re.IGNORECASE))
    if operators > _OPERATORS:
        message = f"a query may have {_OPERATORS} operators, this has {operators}"
        raise QueryError(message)
    words = _QUOTED.sub(" ", query)
    if _OUTWARD.search(words):
        message = "SERVICE and LOAD reach other machines; ask this graph alone"
        raise QueryError(message)
    if _ESCAPED.search(words):
        message = "\\u stands outside strings and IRIs; write the character itself"
        raise QueryError(message)


def update_verb(query: str) -> str:
    """Return the word that an update begins with; "" for a query, which only reads."""
    found = _UPDATE.match(_QUOTED.sub(" ", query))
    return "" if found is None else found["verb"].upper()
