"""Build the graph of documents, and the pages of their meetings."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.files import EncodingOption, given_files, list_documents
from kg.cli.terminal import Steps, show, warn
from kg.config import Config

if TYPE_CHECKING:
    from kg.corpus import Corpus, Judged, Settings

PAGES = 30
"""Meetings that get a page of their own with the build; `kg draw` draws any."""


def build(  # noqa: PLR0913 - the options of a command
    ctx: typer.Context,
    documents: Annotated[
        list[Path], typer.Argument(help="Documents, folders of them, or -.")
    ],
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write.")
    ] = Path("out"),
    encoding: EncodingOption = "",
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Workers; 0 for one a core.")
    ] = 0,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as JSON.")
    ] = False,
) -> None:
    """Build graph.ttl, evidence.ttl, dataset.nq and explorer.html from documents.

    What was read of a document is kept in the output folder: the next build reads
    only what is new or changed, and one that was stopped goes on. Exit 1 where a
    document is refused or a shape is violated. Lines without a place, and names
    that fit several, are listed and are no error.
    """
    paths = list_documents(documents)
    build_documents(
        paths, output, ctx.obj, encoding=encoding, jobs=jobs, as_json=as_json
    )


def build_documents(  # noqa: PLR0913 - what the command was given
    paths: Sequence[Path],
    output: Path,
    config: Config,
    *,
    encoding: str = "",
    jobs: int = 0,
    as_json: bool = False,
) -> None:
    """Build what the documents at *paths* say into the folder *output*."""
    with Steps() as steps, given_files(paths) as inputs:
        from kg.cli.summary import summarise
        from kg.corpus import build_corpus

        corpus, written = build_corpus(
            inputs,
            output,
            _settings(config, encoding, jobs),
            _judged(config),
            more=lambda found: _pages(found, config),
            progress=steps.tell,
        )
    for refusal in corpus.refusals:
        warn(f"kg: {refusal.line}")
    _name_unmatched(corpus, config)
    if not written:
        raise typer.Exit(1)
    summary = summarise(corpus, written)
    show(summary.as_json() if as_json else summary.as_text())
    if corpus.refusals or summary.violations:
        raise typer.Exit(1)


def _name_unmatched(corpus: "Corpus", config: Config) -> None:
    """Tell the reader which judgements are about nobody of the corpus, a line each."""
    from kg.identity import read_judgements, unmatched

    rulings = read_judgements(Path(config.judgements))
    people = [one for document in corpus.documents for one in document.people]
    for ruling in unmatched(rulings, people):
        words = f"{ruling.left} {ruling.right} {ruling.verdict}"
        warn(f"kg: {config.judgements}: {words}: nobody here is meant; line kept")


def _settings(config: Config, encoding: str, jobs: int) -> "Settings":
    """Return what the build works with; raises ConfigError for a bad encoding."""
    from functools import partial

    from kg.corpus import Settings
    from kg.document import known_encoding
    from kg.pipeline import load_tools

    known = known_encoding(encoding) if encoding else ""
    return Settings(
        load=partial(load_tools, config.base, encoding=known),
        base=config.base,
        language=config.language,
        encoding=known,
        jobs=jobs,
    )


def _judged(config: Config) -> "Judged":
    """Return what decides who is who, beside the documents.

    Raises JudgementError for a line of the ledger that cannot be read.
    """
    from kg.corpus import Judged
    from kg.gazetteer import load_gazetteer
    from kg.graph import load_register_tables
    from kg.identity import read_judgements
    from kg.resources import data_path

    gazetteer = load_gazetteer(data_path() / "gazetteer")
    tables = load_register_tables(data_path(), gazetteer)
    return Judged(gazetteer, tables, read_judgements(Path(config.judgements)))


def _pages(corpus: "Corpus", config: Config) -> Mapping[str, str]:
    """Return the pages of the first meetings, and that of the whole.

    index.html is the page of the first meeting.
    """
    from kg.cli.explorer import explorer_files
    from kg.graph import project_meeting
    from kg.view import EXPLORER, draw_network

    meetings = corpus.meetings[:PAGES]
    names = {
        config.base + meeting.path: "index.html"
        if position == 1
        else f"meeting-{position}.html"
        for position, meeting in enumerate(meetings, start=1)
    }
    documents = sorted({meeting.document for meeting in meetings})
    store = corpus.store(documents, derived=False)
    pages = {
        name: draw_network(
            project_meeting(store, iri, limit=config.limit),
            language=config.language,
            explorer=EXPLORER,
        )
        for iri, name in names.items()
    }
    return {**pages, **explorer_files(corpus, config, names)}
