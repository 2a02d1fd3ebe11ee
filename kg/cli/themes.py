"""Show what records are about, or which of their terms the scheme lacks."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import EncodingOption, list_documents
from kg.cli.terminal import show, working

if TYPE_CHECKING:
    from kg.model import Document, Entities, Minutes, Proposal, Span, Theme
    from kg.pipeline import Tools

_THEMES = ("文書", "テーマ", "上位", "比重", "重み", "発言", "方法", "根拠")
_PROPOSALS = ("用語", "箇所", "記録", "用語らしさ", "近い概念", "類似度", "最初の箇所")
_FIRST = 50
"""Proposals that are shown unless all are asked for."""


def themes(  # noqa: PLR0913 - each option is one
    ctx: typer.Context,
    documents: Annotated[list[Path], typer.Argument(help="Documents or folders.")],
    *,
    candidates: Annotated[
        bool, typer.Option("--candidates", help="Terms that the scheme lacks.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", help="Candidates to show at most; 0 for all.")
    ] = _FIRST,
    encoding: EncodingOption = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the themes of each record, what it is about first, with their words.

    With --candidates: the terms of the records for which the theme scheme has no
    concept, and the concept nearest to each. They are proposals for the people who
    keep the scheme, and are added to no graph.
    """
    from kg.cli.batch import name_refusals, prepare, read_minutes
    from kg.pipeline import load_tools

    tools = prepare(load_tools(ctx.obj.base), encoding)
    records: list[Minutes] = []
    refused = False
    for path in list_documents(documents):
        found, refusals = read_minutes(path, tools)
        name_refusals(refusals)
        refused = refused or bool(refusals)
        records.extend(minutes for group in found for minutes in group)
    with working("読み込み・抽出"):
        heads, rows = (
            (_PROPOSALS, _proposals(records, tools, limit))
            if candidates
            else (_THEMES, _themes(records, tools))
        )
    _show(heads, rows, as_json=as_json)
    if refused:
        raise typer.Exit(1)


def _show(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, as_json: bool
) -> None:
    """Show a table."""
    from kg.ask import write_table

    if as_json:
        table = [dict(zip(heads, row, strict=True)) for row in rows]
        show(json.dumps(table, ensure_ascii=False, indent=1) + "\n")
    else:
        show(write_table(heads, rows))


def _themes(records: Sequence["Minutes"], tools: "Tools") -> list[tuple[str, ...]]:
    """Return a row for each theme of each of *records*."""
    from kg.pipeline import read_entities

    known = {theme.id: theme for theme in tools.themes}
    return [
        row
        for minutes in records
        for row in _rows(read_entities(minutes, tools), known)
    ]


def _rows(entities: "Entities", known: dict[str, "Theme"]) -> list[tuple[str, ...]]:
    """Return a row for each theme of one record, the heaviest first."""
    from kg.model import Heading, Salience, Statement

    document = entities.minutes.document
    said: dict[str, int] = {}
    for one in entities.discussions:
        if isinstance(one.about, Statement):
            said[one.theme] = said.get(one.theme, 0) + 1
    return [
        (
            document.source.name,
            known[one.theme].name,
            "・".join(known[up].name for up in known[one.theme].broader if up in known),
            "主題" if one.salience is Salience.ABOUT else "言及",
            f"{one.score:.2f}",
            str(said.get(one.theme, 0)),
            " ".join(one.methods),
            "、".join(_place(document, span) for span in one.evidence[:3]),
        )
        for one in entities.discussions
        if isinstance(one.about, Heading)
    ]


def _proposals(
    records: Sequence["Minutes"], tools: "Tools", limit: int
) -> list[tuple[str, ...]]:
    """Return a row for each term of *records* that may want a concept."""
    from kg.mention import compare, propose_concepts
    from kg.pipeline import read_terms

    found = propose_concepts(
        ((minutes, read_terms(minutes, tools)) for minutes in records),
        tools.themes,
        compare,
    )
    return [_proposal(one) for one in (found[:limit] if limit else found)]


def _proposal(proposal: "Proposal") -> tuple[str, ...]:
    """Return the row of one proposal."""
    place = _place(proposal.document, proposal.span)
    return (
        proposal.name,
        str(proposal.count),
        str(proposal.records),
        f"{proposal.termhood:.2f}",
        proposal.near.name if proposal.near else "",
        "" if proposal.similarity is None else f"{proposal.similarity:.2f}",
        f"{proposal.document.source.name} {place}",
    )


def _place(document: "Document", span: "Span") -> str:
    """Return the words at *span* with their line: L25 量子コンピューター."""
    line = document.text.count("\n", 0, span.start) + 1
    return f"L{line} {document.text[span.start : span.end]}"
