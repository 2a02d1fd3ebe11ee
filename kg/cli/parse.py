"""Show what the parser reads in a document, before anybody is identified."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import EncodingOption, list_documents
from kg.cli.terminal import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Attendee, Minutes

_COLUMNS = ("行", "氏名", "見出し", "資格", "出欠", "形態", "代理", "所属")


def parse(
    ctx: typer.Context,
    document: Annotated[Path, typer.Argument(help="A document, or -.")],
    *,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="List what no rule could place.")
    ] = False,
    encoding: EncodingOption = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the roster that is read in a document, or what is not read (--coverage)."""
    from kg.cli.batch import name_refusals, prepare, read_minutes
    from kg.pipeline import load_tools

    (path,) = list_documents([document])
    found, refusals = read_minutes(path, prepare(load_tools(ctx.obj.base), encoding))
    name_refusals(refusals)
    records = [minutes for group in found for minutes in group]
    if coverage and records:
        show(_coverage(found, as_json=as_json))
    elif records:
        _show_rows(records, as_json=as_json)
    if refusals:
        raise typer.Exit(1)


def _show_rows(records: "Sequence[Minutes]", *, as_json: bool) -> None:
    """Show the rows of all rosters."""
    from kg.ask import write_table

    rows = [_row(minutes, one) for minutes in records for one in minutes.attendees]
    if as_json:
        table = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        show(json.dumps(table, ensure_ascii=False, indent=1) + "\n")
    else:
        show(write_table(_COLUMNS, rows))


def _row(minutes: "Minutes", attendee: "Attendee") -> tuple[str, ...]:
    """Return one row of the roster on every axis, * where a value is a default."""
    line = minutes.document.text.count("\n", 0, attendee.row.start) + 1
    axes = (attendee.status, attendee.mode, attendee.proxy)
    status, mode, proxy = (
        f"{axis.value}{'*' if axis.basis == 'default' else ''}" for axis in axes
    )
    return (
        f"L{line}",
        attendee.name.text if attendee.name else "",
        attendee.group.value if attendee.group else "",
        attendee.role.value if attendee.role else "",
        status,
        mode,
        proxy,
        " / ".join(
            minutes.document.text[one.span.start : one.span.end]
            for one in attendee.affiliations
        ),
    )


def _coverage(found: "Sequence[Sequence[Minutes]]", *, as_json: bool) -> str:
    """Return what of each document no rule placed, or its reader left out."""
    from kg.cli.summary import list_doubts, list_omissions
    from kg.corpus.doubt import find_unplaced

    values: list[dict[str, object]] = []
    parts: list[str] = []
    for records in found:
        document = records[0].document
        unplaced = find_unplaced(records)
        total = _visible(document.text)
        read = total - sum(_visible(doubt.words) for doubt in unplaced)
        values.append(
            {
                "document": document.source.name,
                "characters": total,
                "placed": read,
                "unplaced": [asdict(doubt) for doubt in unplaced],
                "omitted": [asdict(omission) for omission in document.omissions],
            }
        )
        share = f"{document.source.name}: {read / total:.1%} ({read} / {total} 字)\n"
        parts += [share, list_doubts(unplaced) if unplaced else ""]
        parts.append(list_omissions(document))
    if as_json:
        value = values[0] if len(values) == 1 else values
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return "".join(parts)


def _visible(text: str) -> int:
    """Count the characters of *text* that are no blanks."""
    return sum(not character.isspace() for character in text)
