"""Check a graph against the shapes of the ontology."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.data import OUT, open_data
from kg.cli.terminal import show, working


def validate(
    ctx: typer.Context,
    data: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders that kg build wrote, or .nq, .ttl files: ./out."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what the shapes find in a graph, each with its line of the minutes.

    Exit 1 where a shape is violated; a warning is no error.
    """
    from kg.cli.summary import list_findings
    from kg.graph import validate_graph

    with working("検証"):
        store = open_data(*(data or [OUT]), labels=False)
        findings = validate_graph(store, language=ctx.obj.language)
    severities = [finding.severity for finding in findings]
    violations = severities.count("Violation")
    if as_json:
        rows = [asdict(finding) for finding in findings]
        show(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        warnings = severities.count("Warning")
        table = list_findings(findings) if findings else ""
        show(f"{table}SHACL {violations} violations · {warnings} warnings\n")
    if violations:
        raise typer.Exit(1)
