"""Write the result of a query in the format that a reader asks for."""

import json

from kg.ask.cell import write_csv, write_table
from kg.errors import QueryError
from kg.graph import Result, Term, turtle_of_lines

FORMATS = ("table", "csv", "json", "turtle")


def write_result(result: Result, form: str = "table") -> str:
    """Return *result* as a table, CSV, SPARQL JSON, or Turtle.

    Triples are Turtle, whatever else is asked for cannot hold them; and the
    reverse.
    """
    if form not in FORMATS:
        message = f"{form!r} is no format of an answer; use {', '.join(FORMATS)}"
        raise QueryError(message)
    if result.triples is not None:
        return _triples(result.triples, form)
    if form == "turtle":
        message = "only CONSTRUCT and DESCRIBE give Turtle; use table, csv or json"
        raise QueryError(message)
    if form == "json":
        return _json(result)
    columns, rows = result.columns, [[_text(t) for t in row] for row in result.rows]
    if result.verdict is not None:
        columns, rows = ("ask",), [["true" if result.verdict else "false"]]
    return write_csv(columns, rows) if form == "csv" else write_table(columns, rows)


def _triples(triples: tuple[str, ...], form: str) -> str:
    """Return triples as Turtle, which is how a table of them reads best."""
    if form not in {"table", "turtle"}:
        message = f"triples cannot be written as {form}; use turtle"
        raise QueryError(message)
    return turtle_of_lines(triples)


def _text(term: Term | None) -> str | None:
    """Return what a cell shows."""
    return None if term is None else term.text


def _json(result: Result) -> str:
    """Return rows, or yes or no, in the W3C form of SPARQL results in JSON."""
    found: dict[str, object] = {"head": {}, "boolean": result.verdict}
    if result.verdict is None:
        bindings = [
            {
                column: _binding(term)
                for column, term in zip(result.columns, row, strict=True)
                if term is not None
            }
            for row in result.rows
        ]
        found = {"head": {"vars": result.columns}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, str]:
    """Return one term in the W3C form."""
    binding = {"type": term.kind, "value": term.text}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype and not term.datatype.endswith("#string"):
        binding["datatype"] = term.datatype
    return binding
