"""Run the line for one document: six calls in the order of the picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.discourse import read_discourse
from kg.document import read_contents, read_sources
from kg.entity import link_entities
from kg.errors import DocumentMissingError
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.graph import Graph, build_graph, read_themes
from kg.mention import Recogniser, find_mentions, read_text, recognise
from kg.minutes import parse_minutes
from kg.model import Document, Entities, Minutes, Source, Term, Theme
from kg.resources import data_path, ontology_path

DEFAULT_BASE = "https://example.org/gijiroku/id/"


@dataclass(frozen=True, slots=True)
class Tools:
    """What the line works with, read once: tables, themes, sources, the model.

    *encoding* is that of text and HTML, where the user names it.
    """

    gazetteer: Gazetteer
    themes: tuple[Theme, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    recognise: Recogniser = recognise
    base: str = DEFAULT_BASE
    encoding: str = ""


def load_tools(base: str = DEFAULT_BASE, encoding: str = "") -> Tools:
    """Return the tools that the program ships; the model itself loads later."""
    return Tools(
        gazetteer=load_gazetteer(data_path() / "gazetteer"),
        themes=read_themes(ontology_path() / "themes"),
        sources=read_sources(data_path() / "sources.tsv"),
        base=base,
        encoding=encoding,
    )


def run_line(path: Path, tools: Tools) -> Graph:
    """Return the graph of the document at *path*.

    Raises DocumentMissingError and DocumentRefusedError.
    """
    if not path.is_file():
        raise DocumentMissingError(path)
    entities = tuple(
        read_entities(meeting, tools)
        for document in open_documents(path.read_bytes(), path.name, tools)
        for meeting in parse_minutes(document, tools.gazetteer)
    )
    return build_graph(entities, tools.base)


def open_documents(data: bytes, name: str, tools: Tools) -> tuple[Document, ...]:
    """Return the documents in *data*, a file called *name*.

    Raises DocumentRefusedError where any part of it is refused.
    """
    contents = read_contents(data, name, tools.sources, encoding=tools.encoding)
    for refusal in contents.refusals:
        raise refusal
    return contents.documents


def read_terms(minutes: Minutes, tools: Tools) -> tuple[Term, ...]:
    """Return the terms of *minutes* that touch no theme, the best first."""
    return read_text(minutes, tools.gazetteer, tools.recognise, tools.themes).terms


def read_entities(minutes: Minutes, tools: Tools) -> Entities:
    """Return what *minutes* say: mentions found, acts read, entities linked."""
    mentions = find_mentions(minutes, tools.gazetteer, tools.recognise, tools.themes)
    discourse = read_discourse(minutes, tools.gazetteer)
    return link_entities(minutes, mentions, tools.gazetteer, tools.themes, discourse)
