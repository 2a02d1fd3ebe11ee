"""One person over many records: one IRI, every form of the name, and a way back."""

import datetime as dt
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.corpus import read_people
from kg.model import Judgement, Verdict
from tests.corpus.records import JUDGED, KOGURE, RECORDS, WATER, build, record, shown

MEMBER = "髙橋 澄江　湖東大学 教授（座長）"
OTHER_FORM = "高橋 澄江　湖東大学 教授（座長）"
LATER = "高橋 澄江　北原大学 教授（座長）"


def write(folder, texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def select(out, query):
    store = ox.Store()
    quads = ox.parse(shown(out)["dataset.nq"], ox.RdfFormat.N_QUADS)
    store.extend(ox.Quad(*quad.triple) for quad in quads)
    prefixes = {
        "gjr": "https://w3id.org/gijiroku/ns#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "org": "http://www.w3.org/ns/org#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
    }
    found = store.query(query, prefixes=prefixes)
    return [tuple(term.value if term else None for term in row) for row in found]


@pytest.fixture
def two(tmp_path):
    """Return the folder of two records that print one name in two forms."""
    texts = {
        "1.txt": record(WATER, 1, "2023年4月10日", [MEMBER, KOGURE]),
        "2.txt": record(WATER, 2, "2023年7月10日", [OTHER_FORM, KOGURE]),
    }
    return write(tmp_path / "in", texts)


def test_one_person_has_one_iri_and_both_forms_of_the_name(two, tmp_path):
    build(two, tmp_path / "out")
    rows = select(
        tmp_path / "out",
        "SELECT ?p ?label ?other WHERE { ?p a foaf:Person ; rdfs:label ?label ."
        " FILTER(STRENDS(?label, '澄江')) OPTIONAL { ?p skos:altLabel ?other } }",
    )

    assert [row[1:] for row in rows] == [("髙橋澄江", "高橋澄江")]


def test_her_posts_are_one_with_the_days_of_both_records(two, tmp_path):
    build(two, tmp_path / "out")
    rows = select(
        tmp_path / "out",
        "SELECT ?label (COUNT(DISTINCT ?day) AS ?days) WHERE { ?m org:member ?p ;"
        " rdfs:label ?label ; gjr:attestedOn ?day . ?p rdfs:label ?name ."
        " FILTER(STRENDS(?name, '澄江')) } GROUP BY ?label ORDER BY ?label",
    )

    assert rows == [
        ("髙橋澄江 / 架空水循環会議 座長", "2"),
        ("髙橋澄江 / 湖東大学 教授", "2"),
    ]


def test_an_iri_that_is_no_longer_used_says_what_took_its_place(two, tmp_path):
    build(two, tmp_path / "out")
    (row,) = select(
        tmp_path / "out",
        "SELECT ?old ?new ?label WHERE { ?old dcterms:isReplacedBy ?new ."
        " ?new rdfs:label ?label OPTIONAL { ?old a ?type } FILTER(!BOUND(?type)) }",
    )

    assert row[2] == "髙橋澄江"


def test_each_record_alone_is_as_it_was(two, tmp_path):
    """Names differ from those of a build of one record where they must, only there."""
    build(two, tmp_path / "out")
    alone = write(tmp_path / "alone", {"1.txt": (two / "1.txt").read_text("utf-8")})
    build(alone, tmp_path / "one")

    def lines(out, mark):
        quads = shown(out)["dataset.nq"].decode().splitlines()
        return {line for line in quads if mark in line}

    document = select(
        tmp_path / "one", "SELECT ?d { ?d a gjr:SourceText }"
    )[0][0]  # fmt: skip
    assert lines(tmp_path / "one", f"<{document}> .") == lines(
        tmp_path / "out", f"<{document}> ."
    )


def ruling(people, verdict, day=1):
    one, other = (
        next(s.key for s in people.sightings if s.label.endswith(name))
        for name in people_of_interest(people)
    )
    return Judgement(dt.date(2026, 1, day), "橘", one, other, verdict)


def people_of_interest(people):
    labels = sorted({s.label for s in people.sightings if s.label.endswith("澄江")})
    return labels if len(labels) > 1 else labels * 2


def judged(*rulings):
    return replace(JUDGED, judgements=rulings)


def test_a_judgement_parts_what_the_rule_joined_and_can_be_undone(two, tmp_path):
    out = tmp_path / "out"
    build(two, out)
    joined = shown(out)
    different = ruling(read_people(out), Verdict.DIFFERENT)

    build(two, out, judged=judged(different))
    parted = select(out, "SELECT ?p { ?p a foaf:Person }")
    back = replace(different, verdict=Verdict.SAME, date=dt.date(2026, 1, 2))
    build(two, out, judged=judged(different, back))

    assert len(parted) == 3
    names = ("graph.ttl", "evidence.ttl")
    assert {n: shown(out)[n] for n in names} == {n: joined[n] for n in names}


def test_a_judgement_joins_what_no_rule_would(tmp_path):
    texts = {
        "1.txt": record(WATER, 1, "2013年4月10日", [MEMBER]),
        "2.txt": record("架空照明委員会", 9, "2023年7月10日", [LATER]),
    }
    folder, out = write(tmp_path / "in", texts), tmp_path / "out"
    build(folder, out)
    before = len(select(out, "SELECT ?p { ?p a foaf:Person }"))

    same = ruling(read_people(out), Verdict.SAME)
    build(folder, out, judged=judged(same))

    assert (before, len(select(out, "SELECT ?p { ?p a foaf:Person }"))) == (2, 1)
    assert select(out, "SELECT ?j { ?d gjr:judge ?j }") == [("橘",)]


def test_a_tenure_is_as_wide_as_its_sightings(tmp_path):
    folder = write(tmp_path / "in", RECORDS)
    build(folder, tmp_path / "out")
    rows = select(
        tmp_path / "out",
        "SELECT ?first ?last (MIN(?day) AS ?from) (MAX(?day) AS ?to) WHERE {"
        " ?t gjr:tenureOf ?m ; gjr:firstAttestedOn ?first ;"
        " gjr:lastAttestedOn ?last . ?m gjr:attestedOn ?day }"
        " GROUP BY ?t ?first ?last",
    )

    assert rows
    assert all(start <= a <= b <= end for a, b, start, end in rows)
