"""Say what differs between two meetings, or between two builds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.data import OUT, Data, naming_nothing_built, open_data
from kg.cli.files import write_file
from kg.cli.terminal import show, warn
from kg.errors import ConfigError, QuestionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph import Patch, Store
    from kg.model import Comparison

_GRAPHS = frozenset({".nq", ".nt", ".ttl", ".trig"})
_TURTLE = ".ttl"
_PATCHES = (".ru", _TURTLE)
_BOTH = 2


def diff(  # noqa: PLR0913 - one for each option of the command
    ctx: typer.Context,
    sides: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="A B",
            help="Two meetings (22 23, days, IRIs), or two builds (folders, .nq, .ttl);"
            " without them the last two meetings.",
        ),
    ] = None,
    *,
    data: Data = OUT,
    council: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The council whose meetings are meant."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    patch: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write what turns A into B: .ru is SPARQL Update; .ttl are two files,"
            " FILE.removed.ttl and FILE.added.ttl.",
        ),
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page with the evidence of both."),
    ] = None,
) -> None:
    """Say what differs between two meetings of a council, or between two builds.

    Of meetings: who is newly listed or not listed, roles, posts, proxies, modes,
    themes, handouts and agenda. The patch of meetings is that of the graphs of their
    documents. Exit 1 where something differs, 0 where nothing does.
    """
    if patch is not None and patch.suffix not in _PATCHES:
        message = f"{patch}: a patch is .ru (SPARQL Update) or .ttl (two Turtle files)"
        raise ConfigError(message)
    given = sides or []
    if len(given) not in {0, _BOTH}:
        message = f"kg diff takes two meetings or two builds, got {len(given)} word"
        raise QuestionError(message)
    builds = [word for word in given if _is_build(word)]
    if len(builds) == 1:
        message = f"{builds[0]} is a build and the other is not; name two of one sort"
        raise QuestionError(message)
    if builds:
        flat = patch is not None and patch.suffix == _TURTLE
        comparison, change = _builds(given, flat=flat)
    else:
        comparison, change = _meetings(data, given, council, patched=patch is not None)
    _show(comparison, ctx.obj.language, as_json=as_json)
    if patch is not None:
        _write_patch(patch, change)
    if page is not None:
        _write_page(page, comparison, ctx.obj.language)
    if comparison.changes:
        raise typer.Exit(1)


def _is_build(word: str) -> bool:
    """Tell whether *word* names a build: a folder, or a file with a graph.

    A folder called 23 is ./23, since 23 is a meeting.
    """
    from kg.diff import is_meeting

    path = Path(word)
    if is_meeting(word):
        return False
    return path.exists() or path.suffix in _GRAPHS or "/" in word


def _show(comparison: "Comparison", language: str, *, as_json: bool) -> None:
    """Print *comparison* as text or JSON."""
    from kg.diff import write_json, write_text

    write = write_json if as_json else write_text
    show(write(comparison, language))


def _builds(paths: "Sequence[str]", *, flat: bool) -> "tuple[Comparison, Patch]":
    """Return what differs between two builds, and the patch, *flat* without names."""
    from kg.diff import compare_builds
    from kg.graph import diff_stores, diff_triples

    old, new = _open(Path(paths[0]), Path(paths[1]), whole=flat)
    change = diff_stores(old, new)
    comparison = compare_builds(old, new, change, (paths[0], paths[1]))
    return comparison, diff_triples(old, new) if flat else change


def _open(old: Path, new: Path, *, whole: bool) -> "tuple[Store, Store]":
    """Return the stores of two builds, of the graphs that differ or the *whole*."""
    from kg.graph import open_changed

    with naming_nothing_built():
        changed = None if whole else open_changed(old, new)
    if changed is not None:
        return changed
    return open_data(old, labels=False), open_data(new, labels=False)


def _meetings(
    data: Path, words: "Sequence[str]", council: str | None, *, patched: bool
) -> "tuple[Comparison, Patch]":
    """Return what differs between two meetings, and if wanted the patch."""
    from kg.diff import choose_meetings, compare_meetings
    from kg.gazetteer import load_gazetteer
    from kg.graph import Patch, diff_lines, document_lines
    from kg.resources import data_path

    store = open_data(data)
    before, after = choose_meetings(store, words, council)
    fold = load_gazetteer(data_path() / "gazetteer").fold
    comparison = compare_meetings(store, before, after, fold)
    change = Patch()
    if patched:
        lines = [document_lines(store, one.documents) for one in (before, after)]
        change = diff_lines(*lines)
    return comparison, change


def _write_patch(path: Path, change: "Patch") -> None:
    """Write the patch at *path*, in the form that its ending names."""
    from kg.graph import write_patch_turtle, write_update

    if path.suffix != _TURTLE:
        write_file(path, write_update(change))
        warn(f"{path}")
        return
    for half, lines in (("removed", change.removed), ("added", change.added)):
        place = path.with_suffix(f".{half}.ttl")
        write_file(place, write_patch_turtle(lines))
        warn(f"{place}")


def _write_page(path: Path, comparison: "Comparison", language: str) -> None:
    """Write the page of *comparison* at *path*."""
    from kg.view import draw_changes

    write_file(path, draw_changes(comparison, language=language))
    warn(f"{path}")
