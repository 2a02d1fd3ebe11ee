"""Describe a SPARQL service and its dataset: SPARQL 1.1 Service Description, VoID."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.graph.vocabulary import PREFIXES
from kg.graph.written import GRAPHS, Bounds, Sink, check_written, write_into

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_A = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TITLE = ox.NamedNode("http://purl.org/dc/terms/title")
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_GJR = "https://w3id.org/gijiroku/ns#"

_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_TITLES = (
    ("Minutes of Japanese government councils as a graph", "en"),
    ("日本の審議会等の議事録の知識グラフ", "ja"),
)
_COUNTS = (
    ("triples", "triples"),
    ("distinctSubjects", "subjects"),
    ("distinctObjects", "objects"),
)


def write_description(
    what: str, site: Mapping[str, str], census: Mapping[str, Any], media: str
) -> bytes:
    """Return the description of *what*, service or void, as *media*.

    *site* gives its endpoint, its address and the base of its data.
    """
    triples = _service if what == "service" else _dataset
    sink = Sink(Bounds())
    form = GRAPHS[media]
    shown = {**PREFIXES, "sd": _SD, "void": _VOID}
    prefixes = shown if form == ox.RdfFormat.TURTLE else None
    found = list(triples(site, census))
    write_into(sink, lambda: ox.serialize(found, sink, form, prefixes=prefixes))
    return check_written(sink.getvalue(), form)


def _service(site: Mapping[str, str], census: Mapping[str, Any]) -> Iterator[ox.Triple]:
    """Yield what the endpoint can."""
    endpoint = ox.NamedNode(site["endpoint"])
    service, data, graph = (
        ox.NamedNode(f"{endpoint.value}#{name}")
        for name in ("service", "dataset", "default-graph")
    )
    yield ox.Triple(service, _A, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), endpoint)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for name in _RESULT_FORMATS:
        form = ox.NamedNode(_FORMATS + name)
        yield ox.Triple(service, _sd("resultFormat"), form)
    yield ox.Triple(service, _sd("defaultDataset"), data)
    yield ox.Triple(data, _A, _sd("Dataset"))
    yield ox.Triple(data, _sd("defaultGraph"), graph)
    yield ox.Triple(graph, _A, _sd("Graph"))
    yield ox.Triple(graph, _void("triples"), _number(census["triples"]))


def _dataset(site: Mapping[str, str], census: Mapping[str, Any]) -> Iterator[ox.Triple]:
    """Yield what there is in the dataset, and where."""
    data = ox.NamedNode(f"{site['address']}/.well-known/void#dataset")
    yield ox.Triple(data, _A, _void("Dataset"))
    for title, language in _TITLES:
        yield ox.Triple(data, _TITLE, ox.Literal(title, language=language))
    endpoint = ox.NamedNode(site["endpoint"])
    yield ox.Triple(data, _void("sparqlEndpoint"), endpoint)
    dump = ox.NamedNode(f"{site['address']}/dataset.nq")
    yield ox.Triple(data, _void("dataDump"), dump)
    yield ox.Triple(data, _void("uriSpace"), ox.Literal(site["base"]))
    yield ox.Triple(data, _void("vocabulary"), ox.NamedNode(_GJR))
    for name, count in _COUNTS:
        yield ox.Triple(data, _void(name), _number(census[count]))
    yield ox.Triple(data, _void("documents"), _number(census["graphs"]))
    for sort, key, count in (
        ("property", "properties", "triples"),
        ("class", "classes", "entities"),
    ):
        yield ox.Triple(data, _void(key), _number(len(census[key])))
        for place, (iri, number) in enumerate(sorted(census[key].items()), start=1):
            part = ox.NamedNode(f"{site['address']}/.well-known/void#{sort}-{place}")
            yield ox.Triple(data, _void(f"{sort}Partition"), part)
            yield ox.Triple(part, _void(sort), ox.NamedNode(iri))
            yield ox.Triple(part, _void(count), _number(number))


def _sd(name: str) -> ox.NamedNode:
    """Return a term of Service Description."""
    return ox.NamedNode(_SD + name)


def _void(name: str) -> ox.NamedNode:
    """Return a term of VoID."""
    return ox.NamedNode(_VOID + name)


def _number(value: int) -> ox.Literal:
    """Return a whole number."""
    return ox.Literal(str(value), datatype=_INTEGER)
