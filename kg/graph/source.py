"""Write a document, the data set it becomes, and the record as triples."""

import datetime as dt
from collections.abc import Iterator

from rdflib import URIRef

from kg.graph.iris import Iris
from kg.graph.reading import evidence
from kg.graph.term import Triple, address, day, en, flag, ja, number, plain
from kg.graph.vocabulary import (
    CODE,
    DCAT,
    DCTERMS,
    FOAF,
    GJR,
    LANGUAGE,
    ONTOLOGY,
    RDF,
    SCHEMA,
    VOID,
)
from kg.model import Entities, RecordKind, Source


def source_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the text that was read; the text itself is evidence."""
    document = entities.minutes.document
    source = document.source
    node = iris.document
    yield node, RDF.type, GJR.SourceText
    yield node, RDF.type, SCHEMA.MediaObject
    yield node, DCTERMS.identifier, plain(document.id)
    yield node, DCTERMS.title, ja(source.title or entities.minutes.heading.title)
    yield node, SCHEMA.name, plain(source.name)
    yield node, SCHEMA.sha256, plain(source.sha256)
    yield node, SCHEMA.encodingFormat, plain(source.media_type)
    yield node, GJR.characterCount, number(len(document.text))
    yield node, SCHEMA.encodesCreativeWork, iris.part("minutes")
    yield node, DCTERMS.language, LANGUAGE.ja
    yield from _decoding(node, source)
    yield from _origin(node, source)


def _decoding(node: URIRef, source: Source) -> Iterator[Triple]:
    """Say how the bytes were decoded, why so, and how surely."""
    if source.encoding:
        yield node, GJR.characterEncoding, plain(source.encoding)
        yield node, GJR.encodingBasis, en(source.encoding_basis)
        yield (
            node,
            GJR.encodingConfidence,
            number(round(100 * source.encoding_confidence)),
        )


def _origin(node: URIRef, source: Source) -> Iterator[Triple]:
    """Say where the text came from, as far as the list of sources knows."""
    if source.publisher:
        yield node, DCTERMS.publisher, ja(source.publisher)
    if source.url:
        yield node, SCHEMA.url, address(source.url)
    if source.retrieved:
        yield node, DCTERMS.date, day(dt.date.fromisoformat(source.retrieved))
    if source.licence:
        yield node, DCTERMS.rights, ja(source.licence)


def dataset_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the data set that one document becomes."""
    node = iris.entity(f"dataset/{entities.minutes.document.id}")
    title = entities.minutes.heading.title
    yield node, RDF.type, VOID.Dataset
    yield node, RDF.type, DCAT.Dataset
    yield node, DCTERMS.title, ja(f"{title} 知識グラフ")
    yield node, DCTERMS.title, en("Knowledge graph of one record of a meeting")
    yield node, DCTERMS.source, iris.document
    yield node, DCTERMS.conformsTo, ONTOLOGY
    yield node, VOID.uriSpace, plain(iris.base)
    yield node, VOID.vocabulary, URIRef(GJR.base)


def minutes_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the record of the meeting (議事録, 議事要旨)."""
    heading = entities.minutes.heading
    node = iris.part("minutes")
    yield node, RDF.type, GJR.Minutes
    yield node, RDF.type, FOAF.Document
    yield node, DCTERMS.title, ja(heading.title)
    yield node, DCTERMS.language, LANGUAGE.ja
    yield node, SCHEMA.recordedAt, iris.meeting
    if heading.kind.value is not RecordKind.UNKNOWN:
        yield node, DCTERMS.type, CODE[f"record-kind-{heading.kind.value}"]
    spans = [heading.title_span, *heading.kind.evidence]
    if heading.honorifics_omitted is not None:
        omitted = heading.honorifics_omitted
        yield node, GJR.honorificsOmitted, flag(value=omitted.value)
        spans.extend(omitted.evidence)
    yield from evidence(node, spans, iris)
