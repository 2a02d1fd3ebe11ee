"""Link the graph to registers of the world, from files of the reader's own."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.data import OUT, open_data
from kg.cli.files import write_files
from kg.cli.terminal import show, warn, working
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.authority import Linked
    from kg.config import Config

TABLE, GRAPH = "links.sssom.tsv", "links.ttl"


def link(
    ctx: typer.Context,
    data: Annotated[
        Path, typer.Argument(metavar="OUT", help="A folder that kg build wrote.")
    ] = OUT,
    *,
    given: Annotated[
        list[Path],
        typer.Option(
            "--with",
            "-w",
            metavar="FILE",
            help="A register or a table, as it is or in a zip; again for more.",
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as JSON.")
    ] = False,
) -> None:
    """Link organizations, themes and laws to registers of the world, offline.

    FILE is your own download, and is known by its content: 法人番号 全件データ of
    国税庁 (CSV, UTF-8 or Shift_JIS), the ROR dump (JSON, schema 1 or 2), an extract
    of Wikidata (TSV with the columns item, label, aliases parted by |, and P31, P576,
    P1366, P3225, P6782 where there are any), the NDL subject headings (TSV or
    N-Triples), e-Gov's list of laws (法令検索: its CSV, or the JSON of its API's
    /laws, all pages), or an SSSOM table. Nothing is fetched.

    All that may be the same goes into OUT/links.sssom.tsv, with a confidence and
    the reasons. Only what is beyond doubt is in the graph OUT/links.ttl: one
    corporation in all 47 prefectures with the same full name, legal form and all,
    not closed; one law in the whole list with the same name, or that name of old;
    and the rows of a table that a person gives back with
    semapv:ManualMappingCuration as their justification. A row with Not as its
    predicate_modifier is never proposed again. People are linked by such rows only.
    Where minutes print another number of a law than the list, both stay, and the
    difference is reported.
    """
    config: Config = ctx.obj
    folder = data if data.is_dir() or not data.suffix else data.parent
    with working("対応付け"):
        from kg.authority import Names, link_files, read_subjects, write_table
        from kg.gazetteer import load_gazetteer
        from kg.graph import build_links, write_turtle
        from kg.resources import data_path

        store = open_data(data)
        _keep_reviewed(folder / TABLE, given)
        names = Names(load_gazetteer(data_path() / "gazetteer"))
        linked = link_files(given, read_subjects(store, names), names)
        files = [one.file for one in linked.files]
        made = {
            TABLE: write_table(linked.links, files, config.base),
            GRAPH: write_turtle(build_links(linked.links, files, config.base)),
        }
    for one in linked.files:
        for name in one.skipped:
            warn(f"kg: {name}: passed over, it fits no form that links are read from")
    for dispute in linked.disputes:
        warn(f"kg: {dispute}")
    written = write_files(folder, made)
    show(_as_json(linked) if as_json else _as_text(linked, written))


def _keep_reviewed(table: Path, given: list[Path]) -> None:
    """Refuse to write over rows at *table* that a person wrote, and nobody *given*.

    Raises ConfigError, which says how to keep them.
    """
    from kg.authority import read_table
    from kg.model import Standing

    if not table.is_file() or any(
        path.exists() and path.samefile(table) for path in given
    ):
        return
    with table.open(encoding="utf-8", errors="replace", newline="") as lines:
        rows = sum(
            row.standing is not Standing.CANDIDATE
            for row in read_table(lines, str(table))
        )
    if rows:
        message = (
            f"{table}: holds {rows} reviewed rows that would be lost; "
            f"give it too: --with {table}"
        )
        raise ConfigError(message)


def _counts(linked: "Linked") -> dict[str, int]:
    """Return how many links there are of each standing."""
    from kg.model import Standing

    return {
        str(standing): sum(link.standing is standing for link in linked.links)
        for standing in reversed(Standing)
    }


def _as_json(linked: "Linked") -> str:
    """Return the summary as JSON."""
    files = [
        {
            "name": one.file.name,
            "sha256": one.file.sha256,
            "form": one.form,
            "rows": one.rows,
            "unknown": one.unknown,
            "skipped": list(one.skipped),
        }
        for one in linked.files
    ]
    summary = {
        "files": files,
        "links": _counts(linked),
        "disputes": list(linked.disputes),
    }
    return json.dumps(summary, ensure_ascii=False, indent=1) + "\n"


def _as_text(linked: "Linked", written: tuple[Path, ...]) -> str:
    """Return the summary for people."""
    lines = []
    for one in linked.files:
        unknown = f", {one.unknown:,} of things not in the graph" if one.unknown else ""
        lines.append(f"{one.file.name}: {one.form}, {one.rows:,} rows{unknown}")
    lines.append(
        ", ".join(
            f"{count:,} {standing}" for standing, count in _counts(linked).items()
        )
    )
    return "\n".join([*lines, *map(str, written)]) + "\n"
