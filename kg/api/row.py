"""Read the result of a query as columns and rows of text, and the spans in a row."""

from collections.abc import Sequence

from kg.graph import Result, Term, cited_spans


def read_rows(result: Result) -> tuple[Sequence[str], Sequence[Sequence[str | None]]]:
    """Return *result* as columns and rows of text."""
    if result.verdict is not None:
        return ("ask",), [["true" if result.verdict else "false"]]
    if result.triples is not None:
        lines = (line.split(" ", 2) for line in result.triples)
        rows = [(a, b, c.rstrip().removesuffix(".").rstrip()) for a, b, c in lines]
        return ("subject", "predicate", "object"), rows
    return result.columns, [
        [None if term is None else term.text for term in row] for row in result.rows
    ]


def read_spans(cells: Sequence[Term | None]) -> list[str]:
    """Return the spans that *cells* are."""
    return [span for cell in cells if cell for span in cited_spans(cell.text)]
