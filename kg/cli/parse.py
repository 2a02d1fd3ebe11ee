"""Show what the parser reads in a document, before anybody is identified."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import list_documents
from kg.cli.terminal import show

if TYPE_CHECKING:
    from kg.model import Attendee, Minutes

_COLUMNS = ("行", "氏名", "見出し", "資格", "出欠", "形態", "代理", "所属")


def parse(
    ctx: typer.Context,
    document: Annotated[Path, typer.Argument(help="A document, or -.")],
    *,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="List what no rule could place.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the roster that is read in a document, or what is not read (--coverage)."""
    from kg.ask import write_table
    from kg.cli.batch import read_minutes
    from kg.pipeline import load_tools

    (path,) = list_documents([document])
    records = read_minutes(path, load_tools(ctx.obj.base))
    if coverage:
        show(_coverage(records, as_json=as_json))
        return
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


def _coverage(records: Sequence["Minutes"], *, as_json: bool) -> str:
    """Return the share of characters that a rule placed, and the lines without."""
    from kg.cli.doubts import find_unplaced
    from kg.cli.summary import list_doubts

    document = records[0].document
    unplaced = find_unplaced(records)
    total = _visible(document.text)
    read = total - sum(_visible(doubt.words) for doubt in unplaced)
    if as_json:
        value = {
            "document": document.source.name,
            "characters": total,
            "placed": read,
            "unplaced": [asdict(doubt) for doubt in unplaced],
        }
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    share = f"{document.source.name}: {read / total:.1%} ({read} / {total} 字)\n"
    return share + (list_doubts(unplaced) if unplaced else "")


def _visible(text: str) -> int:
    """Count the characters of *text* that are no blanks."""
    return sum(not character.isspace() for character in text)
