"""What the register says stays apart from what records say."""

import datetime as dt
from dataclasses import replace

import pytest
import rdflib
from rdflib import URIRef

from kg.gazetteer import load_gazetteer
from kg.graph import (
    Graph,
    build_graph,
    load_register_tables,
    open_store,
    register_graph,
    register_triples,
    see_bodies,
    validate_graph,
    whole_register,
    write_turtle,
)
from kg.graph.register import REGISTER_GRAPH, entry_iri
from kg.graph.vocabulary import (
    CODE,
    DCTERMS,
    FOAF,
    GJR,
    ORG,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
)
from kg.model import BodySighting, BodySightings, HeldPost
from kg.model.identifier import mint
from kg.resources import data_path, ontology_path
from tests.graph.small_record import BASE, RECORD

TABLES = load_register_tables(data_path(), load_gazetteer(data_path() / "gazetteer"))
REGISTER = TABLES.register
SPAN = f"{BASE}doc/one#char=1,2"
LATER = f"{BASE}doc/two#char=1,2"


def seen(path, role=None, *, forms=(), span=SPAN):
    """Return what a document shows: one body and, with *role*, one post in it."""
    name = BASE + mint("org", " ".join(path))
    body = BodySighting(name, path, forms, span)
    post = HeldPost(f"{BASE}membership/x", name, role, span) if role else None
    return BodySightings((body,), (post,) if post else ())


def said(*sightings):
    """Return the triples about the build, and those of the register."""
    entries, links = register_graph(sightings, TABLES, BASE)
    return links.facts, entries.facts


def values(facts, axis):
    return {value for _, predicate, value in facts if predicate == axis}


def test_the_parts_are_graphs_of_their_own():
    entries, links = register_graph((), TABLES, BASE)

    assert entries.document == REGISTER_GRAPH
    assert links.document == URIRef(f"{BASE}graph/register")
    assert not entries.facts | links.facts | entries.evidence | links.evidence


def test_bodies_and_posts_are_read_out_of_the_facts():
    (part,) = build_graph((RECORD,), BASE).parts

    found = see_bodies(part.facts)

    paths = {body.path for body in found.bodies}
    assert paths == {one.path for one in RECORD.organizations}
    university = next(b for b in found.bodies if b.path == ("架空大学",))
    assert university.legal_forms == ("国立大学法人",)
    assert university.evidence.startswith(f"{part.document}#char=")
    seats = {f"{BASE}{m.id}" for m in RECORD.memberships if m.seat}
    assert seats
    assert seats.isdisjoint(post.iri for post in found.posts)
    assert "教授" in {post.role for post in found.posts}


def test_a_body_has_its_entry_its_sector_and_its_kind_with_the_basis():
    links, entries = said(seen(("文科省",)))

    assert values(links, GJR.registeredAs) == {entry_iri("mext")}
    assert values(links, GJR.sector) == {CODE["sector-government"]}
    assert values(links, GJR.bodyKind) == {CODE["body-kind-ministry"]}
    assert values(links, GJR.basis) == {CODE["basis-outside"]}
    assert values(links, GJR.evidencedBy) == {URIRef(SPAN)}
    assert {str(words) for words in values(links, GJR.asWritten)} == {"文科省"}
    assert (entry_iri("monbusho"), RDF.type, ORG.FormalOrganization) in entries


def test_a_unit_that_is_no_entry_says_nothing_of_itself():
    links, entries = said(seen(("文部科学省", "研究振興局", "基礎研究振興課")))

    assert links == frozenset()
    assert (entry_iri("mext-research-promotion"), RDF.type, ORG.OrganizationalUnit) in (
        entries
    )


@pytest.mark.parametrize(
    ("role", "rank", "candidates"),
    [
        ("課長", {"rank-director"}, set()),
        ("参事官", set(), {"rank-deputy-director-general", "rank-director"}),
        ("有識者", set(), set()),
    ],
)
def test_a_post_has_its_rank_or_its_candidates(role, rank, candidates):
    links, _ = said(seen(("架空省", "架空局", "架空課"), role))

    assert values(links, GJR.rank) == {CODE[one] for one in rank}
    assert values(links, GJR.possibleRank) == {CODE[one] for one in candidates}
    found = [s for s, p, o in links if p == RDF.type and o == GJR.Assignment]
    assert len(found) == len(rank | candidates)


def test_forms_that_disagree_give_no_sector():
    one = seen(("架空振興会",), forms=("株式会社",))
    other = seen(("架空振興会",), forms=("一般社団法人",))

    assert values(said(one)[0], GJR.sector) == {CODE["sector-industry"]}
    assert said(one, other)[0] == frozenset()


def test_a_form_that_one_record_prints_holds_for_all():
    bare, full = seen(("架空電機",)), seen(("架空電機",), forms=("株式会社",))

    assert values(said(bare, full)[0], GJR.sector) == {CODE["sector-industry"]}


def test_the_order_of_documents_does_not_show():
    first = seen(("文部科学省", "大臣官房"), "審議官")
    second = seen(("文部科学省", "大臣官房"), "審議官", span=LATER)
    third = seen(("東京工業大学",), "教授", span=LATER)

    assert said(first, second, third) == said(third, second, first)
    assert values(said(second, first)[0], GJR.evidencedBy) == {URIRef(SPAN)}


def test_only_what_is_touched_comes_with_its_line_and_what_it_is_part_of():
    _, entries = said(seen(("東京工業大学",)))

    names = {str(value) for _, p, value in entries if p == SKOS.prefLabel}
    assert names == {"東京工業大学", "東京科学大学", "東京医科歯科大学"}


def test_nothing_of_the_register_is_a_fact_about_a_meeting():
    graph = build_graph((RECORD,), BASE)
    sightings = [see_bodies(part.facts) for part in graph.parts]
    parts = register_graph([*sightings, seen(("文部科学省",), "局長")], TABLES, BASE)
    entries = {s for s, _, _ in parts[0].facts}

    facts = {t for part in (*graph.parts, *parts) for t in part.facts}

    assert entries
    links = {ORG.organization, ORG.memberOf, PROV.agent, SCHEMA.organizer}
    assert not {t for t in facts if t[1] in links and t[2] in entries}
    kinds = {ORG.Organization, FOAF.Person, ORG.Membership, GJR.Attendance}
    assert not {t for t in parts[0].facts if t[1] == RDF.type and t[2] in kinds}
    own = {s for part in graph.parts for s, _, _ in part.facts}
    assert not entries & own


def test_a_build_with_its_register_graph_conforms():
    graph = build_graph((RECORD,), BASE)
    parts = register_graph([see_bodies(p.facts) for p in graph.parts], TABLES, BASE)

    found = validate_graph(Graph(BASE, (*graph.parts, *parts)), language="en")

    assert found == validate_graph(graph, language="en")


def test_the_story_says_what_the_rules_say():
    story = rdflib.Graph()
    story.parse(ontology_path() / "examples" / "story.ttl")

    links, entries = said(see_bodies(story))

    assert links <= set(story)
    assert not entries


def test_the_whole_register_is_what_the_tables_say():
    graph = whole_register(REGISTER)

    read = rdflib.Graph().parse(data=write_turtle(graph), format="turtle")

    assert set(read) == set(register_triples(REGISTER))
    ids = {str(value) for value in read.objects(None, DCTERMS.identifier)}
    assert ids == REGISTER.entries.keys()
    events = set(read.subjects(RDF.type, ORG.ChangeEvent))
    assert len(events) == len(REGISTER.events)


def test_a_transfer_is_no_line():
    facts = set(register_triples(REGISTER, ["jaea"]))

    assert not values(facts, ORG.changedBy) & {entry_iri("change/qst-jaea-2016")}
    assert (
        entry_iri("qst"),
        ORG.resultedFrom,
        entry_iri("change/qst-jaea-2016"),
    ) not in (facts)


def test_dates_are_written_only_where_they_are_known():
    facts = set(register_triples(REGISTER, ["mod", "cas"]))

    since = {(s, str(o)) for s, p, o in facts if p == GJR.since}
    assert (entry_iri("mod"), dt.date(2007, 1, 9).isoformat()) in since
    assert not {s for s, _ in since} & {entry_iri("cas")}


def test_a_post_whose_body_is_not_there_is_passed_over():
    lone = HeldPost(f"{BASE}membership/x", f"{BASE}org/none", "課長", SPAN)
    named = replace(lone, body="", role="総務大臣")

    assert said(BodySightings((), (lone,)))[0] == frozenset()
    links, _ = said(BodySightings((), (named,)))
    assert values(links, GJR.rank) == {CODE["rank-minister"]}


def test_the_store_finds_former_names():
    graph = Graph(BASE, register_graph([seen(("東京科学大学",))], TABLES, BASE))

    rows = open_store(graph).rows(
        "SELECT ?name {"
        " ?o gjr:registeredAs/(org:resultedFrom/org:originalOrganization)+"
        "/skos:prefLabel ?name } ORDER BY ?name"
    )

    assert [row["name"] for row in rows] == ["東京医科歯科大学", "東京工業大学"]
