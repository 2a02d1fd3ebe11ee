"""Write links to the world as graphs of their own, and read what others publish."""

from collections.abc import Iterable, Iterator
from typing import IO

import pyoxigraph as ox
from rdflib import URIRef

from kg.errors import AuthorityFileError
from kg.graph.binding import Term
from kg.graph.build import Graph, Part
from kg.graph.store import to_term
from kg.graph.term import Triple, en, ja, plain, typed
from kg.graph.vocabulary import (
    DCTERMS,
    GJR,
    ORG,
    OWL,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    SKOSXL,
    VOID,
)
from kg.model import Authority, AuthorityFile, OutsideLink, Standing

OUTSIDE = {
    Authority.CORPORATION: "http://hojin-info.go.jp/data/",
    Authority.ROR: "https://ror.org/",
    Authority.WIKIDATA: "http://www.wikidata.org/entity/",
    Authority.HEADING: "http://id.ndl.go.jp/auth/ndlsh/",
    Authority.LAW: "https://laws.e-gov.go.jp/law/",
}
"""Below what each register has its entries."""

SETS = {
    "hojin": OUTSIDE[Authority.CORPORATION],
    "ror": OUTSIDE[Authority.ROR],
    "wikidata": OUTSIDE[Authority.WIKIDATA],
    "ndlsh": OUTSIDE[Authority.HEADING],
    "egov": OUTSIDE[Authority.LAW],
}
"""The prefixes of the registers, in tables of links."""

NAMING = {
    str(RDFS.label): True,
    str(SKOS.prefLabel): True,
    str(SKOSXL.prefLabel): True,
    str(SKOSXL.literalForm): True,
    str(SKOS.altLabel): False,
    str(SKOSXL.altLabel): False,
}
"""What gives a name to a heading of others, and whether it is the preferred one."""

_PREDICATES = {
    "owl:sameAs": OWL.sameAs,
    "rdfs:seeAlso": RDFS.seeAlso,
    "schema:sameAs": SCHEMA.sameAs,
    **{
        f"skos:{name}": SKOS[name]
        for name in (
            "broadMatch",
            "closeMatch",
            "exactMatch",
            "narrowMatch",
            "relatedMatch",
        )
    },
}
_IDENTIFIERS = {
    OUTSIDE[Authority.CORPORATION]: GJR.corporateNumber,
    OUTSIDE[Authority.ROR]: GJR.rorId,
}


def build_links(
    links: Iterable[OutsideLink], files: Iterable[AuthorityFile], base: str
) -> Graph:
    """Turn the CERTAIN and REVIEWED of *links* into triples, a part for each file.

    Each part is named `links/…` below *base* by the checksum of its file, which is
    described in it; what is a candidate only, or refused, is no fact.
    """
    facts: dict[str, set[Triple]] = {}
    for file in files:
        facts.setdefault(file.sha256, set()).update(_description(file, base))
    for link in links:
        if link.standing in {Standing.CERTAIN, Standing.REVIEWED}:
            for sha256 in link.files:
                facts[sha256].update(_triples(link))
    parts = [
        Part(_part(sha256, base), frozenset(triples), frozenset())
        for sha256, triples in sorted(facts.items())
    ]
    return Graph(base, tuple(parts))


def _part(sha256: str, base: str) -> URIRef:
    """Return the IRI of the links that rest on one file."""
    return URIRef(f"{base}links/{sha256[:12]}")


def _description(file: AuthorityFile, base: str) -> Iterator[Triple]:
    """Describe the links of *file*, and the file as the user has it."""
    node, source = _part(file.sha256, base), URIRef(f"{base}file/{file.sha256[:12]}")
    yield node, RDF.type, VOID.Linkset
    yield node, DCTERMS.title, en(f"Links to {file.authority}")
    yield node, DCTERMS.title, ja(f"{file.authority} への対応付け")
    yield node, DCTERMS.source, source
    yield source, RDF.type, SCHEMA.MediaObject
    yield source, SCHEMA.name, plain(file.name)
    yield source, SCHEMA.sha256, plain(file.sha256)


def _triples(link: OutsideLink) -> Iterator[Triple]:
    """Write one link: what it says, and the identifier that it gives to a body.

    The IRI of a corporate number is not its register's own, so that it is written
    only where a person says so. A law gets its id in e-Gov and its number there; the
    number that a record prints is a fact of that record, and stays as it is.
    """
    subject, value = URIRef(link.subject), URIRef(link.object)
    base, slash, code = link.object.rpartition("/")
    datatype = _IDENTIFIERS.get(base + slash) if link.agent else None
    if datatype is not None:
        yield subject, ORG.identifier, typed(code, datatype)
    if base + slash == OUTSIDE[Authority.LAW]:
        yield subject, DCTERMS.identifier, typed(code, GJR.lawId)
        if link.number:
            yield subject, SCHEMA.legislationIdentifier, plain(link.number)
    if datatype == GJR.corporateNumber and link.standing is Standing.CERTAIN:
        return
    yield subject, _PREDICATES[link.predicate], value


def read_triples(file: IO[bytes], where: str) -> Iterator[tuple[Term, Term, Term]]:
    """Yield the triples of N-Triples in *file* one by one; nothing is fetched.

    Raises AuthorityFileError, with *where* it is, for what is no N-Triples.
    """
    try:
        for quad in ox.parse(file, format=ox.RdfFormat.N_TRIPLES):
            yield (
                to_term(quad.subject),
                to_term(quad.predicate),
                to_term(quad.object),
            )
    except (SyntaxError, ValueError) as error:
        reason = f"is no N-Triples: {' '.join(str(error).split())}"
        raise AuthorityFileError(where, reason) from error
