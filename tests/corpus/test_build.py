"""A build of many documents: what fails stops no other, and nothing shows twice."""

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.corpus.publish import INNER, locked
from kg.errors import OutputError
from kg.graph import open_store, validate_graph
from tests.corpus.records import LIGHT, RECORDS, SETTINGS, build, record, shown

BASE = SETTINGS.base


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return the folder of the records, the output, and what was found."""
    folder = tmp_path_factory.mktemp("records")
    for name, text in RECORDS.items():
        (folder / name).write_text(text, encoding="utf-8")
    out = tmp_path_factory.mktemp("corpus") / "out"
    return folder, out, build(folder, out)


def store_of(out):
    store = ox.Store()
    quads = ox.parse(shown(out)["dataset.nq"], ox.RdfFormat.N_QUADS)
    store.extend(ox.Quad(*quad.triple) for quad in quads)
    return store


def select(store, query):
    found = store.query("PREFIX gjr: <https://w3id.org/gijiroku/ns#> " + query)
    return [tuple(term.value if term else None for term in row) for row in found]


def test_what_is_no_record_is_named_and_stops_nothing(built):
    _, _, corpus = built

    assert [r.where for r in corpus.refusals] == ["empty.txt", "press.txt"]
    assert len(corpus.documents) == 6


def test_the_graph_is_whole(built):
    _, out, _ = built
    files = shown(out)
    facts = {q.triple for q in ox.parse(files["graph.ttl"], ox.RdfFormat.TURTLE)}
    evidence = {q.triple for q in ox.parse(files["evidence.ttl"], ox.RdfFormat.TURTLE)}
    derived = {q.triple for q in ox.parse(files["derived.ttl"], ox.RdfFormat.TURTLE)}
    quads = {q.triple for q in ox.parse(files["dataset.nq"], ox.RdfFormat.N_QUADS)}

    assert facts | evidence | derived == quads
    assert not derived & facts


def test_the_manifest_names_every_document_and_no_time(built):
    _, out, corpus = built
    manifest = json.loads(shown(out)["build.json"])

    assert {one["sha256"] for one in manifest["documents"]} == {
        one.sha256 for one in corpus.documents
    }


def test_two_records_of_one_meeting_keep_their_rows_apart(built):
    _, out, corpus = built
    paths = [m.path for m in corpus.meetings if m.label.startswith(f"{LIGHT}（第2回）")]
    rows = select(
        store_of(out),
        "SELECT ?row (COUNT(DISTINCT ?who) AS ?n) WHERE { ?row a gjr:Attendance ;"
        " <http://www.w3.org/ns/prov#agent> ?who } GROUP BY ?row",
    )

    assert len(set(paths)) == 2
    assert {count for _, count in rows} == {"1"}


def test_two_records_of_one_meeting_show_one_person(built):
    """Nobody is in two places at one hour because two records tell of it."""
    _, out, _ = built
    rows = select(
        store_of(out),
        "SELECT ?council ?number (COUNT(DISTINCT ?row) AS ?rows)"
        " (COUNT(DISTINCT ?who) AS ?people) WHERE {"
        " ?row gjr:meeting ?meeting ; <http://www.w3.org/ns/prov#agent> ?who ."
        " ?meeting gjr:sessionNumber ?number ;"
        " <http://schema.org/organizer> ?council } GROUP BY ?council ?number",
    )

    assert ("4", "2") in {(row[2], row[3]) for row in rows}


def test_a_build_conforms_to_the_shapes(built):
    _, out, _ = built

    assert validate_graph(open_store(out / "dataset.nq"), language="en") == ()


def test_what_the_order_of_meetings_shows(built):
    _, out, _ = built
    gaps = select(
        store_of(out),
        "SELECT ?kind ?number WHERE { ?gap a gjr:SeriesGap ; gjr:gapKind ?kind ;"
        " gjr:concernsNumber ?number } ORDER BY ?kind ?number",
    )

    assert [(kind.rpartition("-")[2], number) for kind, number in gaps] == [
        ("missing", "3"), ("order", "1"), ("order", "2"),
    ]  # fmt: skip


def test_a_second_build_reads_nothing(built):
    """What is no record is kept too, and not read again."""
    folder, out, _ = built
    before = shown(out)

    def load():
        pytest.fail("a file was read though nothing is new")

    again = build(folder, out, settings=replace(SETTINGS, load=load))

    assert shown(out) == before
    assert len(again.documents) == 6


def test_a_document_given_twice_is_one(built, tmp_path):
    folder, _, _ = built
    twice = tmp_path / "twice"
    twice.mkdir()
    text = (folder / "water-1.txt").read_bytes()
    (twice / "b.txt").write_bytes(text)
    (twice / "a.txt").write_bytes(text)

    corpus = build(twice, tmp_path / "out")

    assert [one.name for one in corpus.documents] == ["a.txt"]


def test_workers_do_not_show_in_the_output(built, tmp_path):
    folder, out, _ = built

    build(folder, tmp_path / "out", settings=replace(SETTINGS, jobs=2))

    assert shown(tmp_path / "out") == shown(out)


def test_nothing_is_left_where_nothing_could_be_read(tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text("", encoding="utf-8")

    corpus = build(folder, out)

    assert corpus.documents == ()
    assert not out.exists()


def test_a_second_build_in_the_same_folder_is_told_to_wait(tmp_path):
    with locked(tmp_path), pytest.raises(OutputError, match="another build"):  # noqa: SIM117
        with locked(tmp_path):
            pass


def test_a_damaged_cache_is_read_anew(built, tmp_path):
    folder, out, _ = built
    copy = tmp_path / "out"
    build(folder, copy)
    for file in (copy / INNER / "cache").iterdir():
        file.write_bytes(file.read_bytes()[:-7])

    build(folder, copy)

    assert shown(copy) == shown(out)


def test_a_changed_record_takes_the_place_of_the_old_one(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    rows = ["橘 一葉　西都大学 教授（座長）"]
    place = folder / "a.txt"
    place.write_text(record(LIGHT, 1, "2023年4月10日", rows), encoding="utf-8")
    build(folder, tmp_path / "out")
    place.write_text(record(LIGHT, 5, "2023年4月10日", rows), encoding="utf-8")

    build(folder, tmp_path / "out")

    numbers = select(
        store_of(tmp_path / "out"), "SELECT ?n WHERE { ?m gjr:sessionNumber ?n }"
    )
    assert numbers == [("5",)]
