"""Run the line over one file, and keep what the corpus needs of each document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kg.corpus.doubt import find_open, find_unplaced
from kg.document import read_contents
from kg.errors import DocumentRefusedError
from kg.graph import (
    DocumentText,
    Graph,
    Store,
    build_graph,
    name_records,
    open_store,
    see_bodies,
    validate_graph,
    write_document,
)
from kg.identity import see_people
from kg.minutes import parse_minutes
from kg.model import (
    Document,
    DocumentReading,
    Entities,
    FileReading,
    Heading,
    MeetingSighting,
    Refusal,
    Span,
)
from kg.pipeline import Tools, read_entities


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gave, and the graph of each of its documents, by id."""

    reading: FileReading
    texts: Mapping[str, DocumentText]


def read_file(data: bytes, name: str, tools: Tools, language: str) -> FileResult:
    """Run the line over *data*, a file called *name*; nothing raises for a document.

    *language* is that of what the shapes find.
    """
    try:
        contents = read_contents(data, name, tools.sources, encoding=tools.encoding)
    except DocumentRefusedError as error:
        return FileResult(FileReading((), (_refusal(error),)), {})
    refusals = [_refusal(error) for error in contents.refusals]
    readings: dict[str, DocumentReading] = {}
    texts: dict[str, DocumentText] = {}
    for document in contents.documents:
        try:
            minutes = parse_minutes(document, tools.gazetteer)
        except DocumentRefusedError as error:
            refusals.append(_refusal(error))
            continue
        records = tuple(read_entities(meeting, tools) for meeting in minutes)
        graph = build_graph(records, tools.base)
        readings[document.id] = _reading(document, records, graph, language)
        texts[document.id] = write_document(graph.parts[0])
    return FileResult(FileReading(tuple(readings.values()), tuple(refusals)), texts)


def count_things(store: Store) -> dict[str, int]:
    """Return how much of each sort is in *store*; what is not there lacks."""
    query = files("kg.corpus") / "queries" / "counts.rq"
    rows = store.rows(query.read_text(encoding="utf-8"))
    return {row["what"]: int(row["count"]) for row in rows}


def _refusal(error: DocumentRefusedError) -> Refusal:
    """Return an error as a value that can be kept."""
    return Refusal(error.where, error.reason)


def _reading(
    document: Document, records: Sequence[Entities], graph: Graph, language: str
) -> DocumentReading:
    """Return what *records*, those of one document, say beside their *graph*."""
    named = [
        (record, str(iris.meeting).removeprefix(graph.base))
        for record, iris in name_records(records, graph.base)
    ]
    store = open_store(graph, vocabulary=())
    return DocumentReading(
        document=document.id,
        name=document.source.name,
        sha256=document.source.sha256,
        meetings=tuple(_meeting(record, path) for record, path in named),
        people=tuple(one for record, path in named for one in see_people(record, path)),
        bodies=see_bodies(graph.parts[0].facts),
        counts=count_things(store),
        omissions=dict(sorted(Counter(o.kind for o in document.omissions).items())),
        unplaced=find_unplaced(record.minutes for record in records),
        open=find_open(records),
        findings=validate_graph(store, language=language),
    )


def _meeting(record: Entities, path: str) -> MeetingSighting:
    """Return the meeting of *record*, with what its head prints."""
    heading = record.minutes.heading
    names = {one.id: one.qualified for one in record.organizations}
    return MeetingSighting(
        path=path,
        document=record.minutes.document.id,
        label=_label(heading, record.minutes.document.source.name),
        council=record.council,
        council_name=names.get(record.council or ""),
        number=heading.number.value if heading.number else None,
        date=heading.date.value if heading.date else None,
        start=heading.start.value if heading.start else None,
        evidence=tuple(dict.fromkeys(_evidence(heading))),
    )


def _label(heading: Heading, document: str) -> str:
    """Return the council, the number and the day of a meeting, as far as printed."""
    name = heading.body.value if heading.body else document
    if heading.number:
        name += f"（第{heading.number.value}回）"
    return f"{name} {heading.date.value.isoformat()}" if heading.date else name


def _evidence(heading: Heading) -> Iterator[Span]:
    """Yield the spans of title, body, number and day."""
    yield heading.title_span
    for value in (heading.body, heading.number, heading.date):
        yield from value.evidence if value is not None else ()
