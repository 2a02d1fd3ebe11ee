"""Write what the register and the rules say of the organizations of a build."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import URIRef

from kg.gazetteer import (
    BodyClass,
    Gazetteer,
    RankTable,
    Register,
    SectorTable,
    load_ranks,
    load_register,
    load_sectors,
)
from kg.graph.build import Graph, Part
from kg.graph.register import REGISTER_GRAPH, entry_iri, register_triples
from kg.graph.term import Triple, ja
from kg.graph.vocabulary import CODE, GJR, RDF, REGISTER_BASE
from kg.model import Assignment, BodySighting, BodySightings, HeldPost
from kg.model.identifier import mint


@dataclass(frozen=True, slots=True)
class RegisterTables:
    """The register, and the rules for sectors and ranks."""

    register: Register
    sectors: SectorTable
    ranks: RankTable


def load_register_tables(folder: Path, words: Gazetteer) -> RegisterTables:
    """Return the register and the rules in *folder*, the data of the program.

    Raises ResourceError that names the file, and the entry where it can.
    """
    return RegisterTables(
        load_register(folder / "register", words),
        load_sectors(folder / "gazetteer" / "sectors.toml"),
        load_ranks(folder / "gazetteer" / "ranks.toml"),
    )


def whole_register(register: Register) -> Graph:
    """Return all entries and events, as they are for every build."""
    facts = frozenset(register_triples(register))
    return Graph(REGISTER_BASE, (Part(REGISTER_GRAPH, facts, frozenset()),))


def register_graph(
    sightings: Iterable[BodySightings], tables: RegisterTables, base: str
) -> tuple[Part, Part]:
    """Return what the register and the rules say of the bodies and posts of a build.

    The first part has the entries that the build touches, in the graph of the
    register; the second, `<base>graph/register`, has for each body its entry, its
    sector and its kind, and for each post its rank or the candidates for it, every
    one with its basis. Neither depends on the order of *sightings*, one a document.
    """
    bodies, posts = _merge(sightings)
    links: set[Triple] = set()
    touched: set[str] = set()
    known: dict[str, BodyClass] = {}
    for body in bodies.values():
        known[body.iri] = _classify(body, tables)
        links.update(_body_triples(body, known[body.iri], tables, base))
        if found := known[body.iri].entry:
            touched.add(found)
    for post in posts.values():
        links.update(_post_triples(post, bodies, known, tables, base))
    entries = frozenset(register_triples(tables.register, sorted(touched)))
    here = URIRef(f"{base}graph/register")
    return (
        Part(REGISTER_GRAPH, entries, frozenset()),
        Part(here, frozenset(links), frozenset()),
    )


def _merge(
    sightings: Iterable[BodySightings],
) -> tuple[dict[str, BodySighting], dict[str, HeldPost]]:
    """Return each body and each post once; of several spans the first in order."""
    bodies: dict[str, BodySighting] = {}
    posts: dict[str, HeldPost] = {}
    for one in sightings:
        for body in one.bodies:
            before = bodies.get(body.iri, body)
            forms = {*before.legal_forms, *body.legal_forms}
            span = _least(before.evidence, body.evidence)
            path = min(before.path, body.path)
            bodies[body.iri] = BodySighting(body.iri, path, tuple(sorted(forms)), span)
        for post in one.posts:
            held = posts.get(post.iri, post)
            span = _least(held.evidence, post.evidence)
            posts[post.iri] = HeldPost(
                post.iri, min(held.body, post.body), min(held.role, post.role), span
            )
    ordered = {name: bodies[name] for name in sorted(bodies)}
    return ordered, {name: posts[name] for name in sorted(posts)}


def _classify(body: BodySighting, tables: RegisterTables) -> BodyClass:
    """Return what is known of *body*; forms that disagree are no form at all."""
    if len(body.legal_forms) > 1 and tables.register.resolve(body.path) is None:
        return BodyClass(None, None, None)
    form = body.legal_forms[0] if len(body.legal_forms) == 1 else None
    return tables.sectors.classify(body.path, form, tables.register)


def _body_triples(
    body: BodySighting, known: BodyClass, tables: RegisterTables, base: str
) -> Iterator[Triple]:
    """Say which entry *body* is, of what sector and kind.

    A unit that is no entry itself has those of what it is part of, and so none of
    its own.
    """
    exact = tables.register.resolve_exact(body.path)
    node = URIRef(body.iri)
    whole = len(body.path) == 1
    if exact is not None:
        entry = tables.register.entry(exact)
        reason = f"登録簿の「{entry.name}」に当たる"
        same = Assignment(exact, exact, " ".join(body.path), reason, outside=True)
        value = entry_iri(exact)
        yield from _assign((node, GJR.registeredAs, value), same, body.evidence, base)
    if known.sector is not None and (exact or whole):
        code = CODE[f"sector-{known.sector.value}"]
        yield from _assign((node, GJR.sector, code), known.sector, body.evidence, base)
    if known.kind is not None and (exact or (whole and known.entry is None)):
        code = CODE[f"body-kind-{known.kind.value}"]
        yield from _assign((node, GJR.bodyKind, code), known.kind, body.evidence, base)


def _post_triples(
    post: HeldPost,
    bodies: dict[str, BodySighting],
    known: dict[str, BodyClass],
    tables: RegisterTables,
    base: str,
) -> Iterator[Triple]:
    """Say at which rank *post* stands, or at which it may."""
    body = bodies.get(post.body)
    if post.body and body is None:
        return
    path = body.path if body else ()
    about = known[post.body] if body else BodyClass(None, None, None)
    found = tables.ranks.rank(path, post.role, about, tables.register)
    if found is None:
        return
    node = URIRef(post.iri)
    axis = GJR.rank if found.value else GJR.possibleRank
    for value in (found.value,) if found.value else found.candidates:
        code = CODE[f"rank-{value}"]
        yield from _assign((node, axis, code), found, post.evidence, base)


def _assign(
    about: tuple[URIRef, URIRef, URIRef], why: Assignment, span: str, base: str
) -> Iterator[Triple]:
    """Write a triple *about* a thing of the record, and beside it how it is known."""
    node, axis, value = about
    yield about
    name = URIRef(base + mint("assignment", f"{node} {axis} {value}"))
    yield name, RDF.type, GJR.Assignment
    yield name, GJR.of, node
    yield name, GJR.axis, axis
    yield name, GJR.value, value
    yield name, GJR.basis, CODE["basis-outside" if why.outside else "basis-inferred"]
    yield name, GJR.reason, ja(why.reason)
    yield name, GJR.asWritten, ja(why.words)
    if span:
        yield name, GJR.evidencedBy, URIRef(span)


def _least(one: str, other: str) -> str:
    """Return the first of two spans in order, where there are two."""
    return min(filter(None, (one, other)), default="")
