"""kg diff as it is typed: meetings, builds, patches, pages, and what goes wrong."""

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.graph import (
    apply_patch,
    build_graph,
    read_patch_turtle,
    write_nquads,
    write_ntriples,
)
from tests.diff.two_meetings import BASE, HRD, Meeting, Row, record

ROWS = (Row("橘 一葉"), Row("林 律"))
FIRST = Meeting(22, ROWS)
SECOND = Meeting(23, (ROWS[0], Row("泉 さくら")), themes=(HRD,))
GRAPHS = {"old": (FIRST,), "new": (FIRST, SECOND)}


def graph(*meetings):
    return build_graph(tuple(record(one) for one in meetings), BASE)


@pytest.fixture
def builds(tmp_path):
    """Return two folders with the data set that a build writes."""
    for name, meetings in GRAPHS.items():
        (tmp_path / name).mkdir()
        data = write_nquads(graph(*meetings))
        (tmp_path / name / "dataset.nq").write_text(data, encoding="utf-8")
    return tmp_path / "old", tmp_path / "new"


def test_the_last_two_meetings(kg, builds):
    result = kg("diff", "-d", builds[1])

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "架空水会議（第22回） → 架空水会議（第23回） 2024-04-01 → 2024-04-01",
        "新たに記載 1",
        "  + 泉 さくら（委員、西都大学 教授） [(L3) → L5]",
        "記載なし（前回は記載） 1",
        "  - 林 律（委員、西都大学 教授）: 今回は記載がない [L5 → (L3)]",
        "新しい主題 1",
        "  # 人材育成 [(L1 L6) → L7]",
    ]


def test_two_meetings_in_english_as_json(kg, builds):
    result = kg("--lang", "en", "diff", "22", "23", "-d", builds[1], "--json")

    value = json.loads(result.stdout)
    assert result.exit_code == 1
    assert value["counts"] == {"joined": 1, "left": 1, "theme-new": 1}
    assert value["changes"][1]["sentence"].endswith("not listed now")
    assert value["changes"][1]["before"]["lines"][0]["line"] == 5


def test_a_meeting_does_not_differ_from_itself(kg, builds):
    result = kg("diff", "22", "第22回", "-d", builds[1])

    assert result.exit_code == 0
    assert "違いは見つかりませんでした。" in result.stdout


def test_two_builds(kg, builds):
    result = kg("diff", *builds)

    assert result.exit_code == 1
    assert "加わった文書 1\n  + 架空水会議（第23回）" in result.stdout


def test_a_build_does_not_differ_from_itself(kg, builds):
    assert kg("diff", builds[0], builds[0]).exit_code == 0


def test_the_update_turns_one_build_into_the_other(kg, builds, tmp_path):
    patch = tmp_path / "out" / "change.ru"
    store = ox.Store()
    store.bulk_load(path=builds[0] / "dataset.nq", format=ox.RdfFormat.N_QUADS)

    kg("diff", *builds, "--patch", patch)
    store.update(patch.read_text(encoding="utf-8"))

    lines = sorted(f"{quad} ." for quad in store)
    expected = ox.parse(path=builds[1] / "dataset.nq", format=ox.RdfFormat.N_QUADS)
    assert lines == sorted(f"{quad} ." for quad in expected)


@pytest.mark.parametrize("reverse", [False, True])
def test_two_turtle_files_turn_one_graph_into_the_other(kg, builds, tmp_path, reverse):
    names = ["new", "old"] if reverse else ["old", "new"]
    patch = tmp_path / "change.ttl"

    kg("diff", *(builds[name == "new"] for name in names), "--patch", patch)

    halves = [
        patch.with_suffix(f".{half}.ttl").read_text(encoding="utf-8")
        for half in ("removed", "added")
    ]
    before, after = (
        write_ntriples(graph(*GRAPHS[name])).splitlines() for name in names
    )
    assert list(apply_patch(before, read_patch_turtle(*halves))) == after


def test_the_patch_of_two_meetings_is_that_of_their_documents(kg, builds, tmp_path):
    patch = tmp_path / "change.ru"

    result = kg("diff", "22", "23", "-d", builds[1], "--patch", patch)

    store = ox.Store()
    data = write_ntriples(graph(FIRST)).encode()
    store.load(input=data, format=ox.RdfFormat.N_TRIPLES)
    store.update(patch.read_text(encoding="utf-8"))
    expected = write_ntriples(graph(SECOND)).splitlines()
    assert sorted(f"{quad.triple} ." for quad in store) == expected
    assert str(patch) in result.stderr


def test_a_page(kg, builds, tmp_path):
    page = tmp_path / "page.html"

    kg("diff", *builds, "--page", page)

    assert "架空水会議（第23回）" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(("22",), "two meetings or two builds", id="one word"),
        pytest.param(("22", "99"), "no meeting '99'", id="no such meeting"),
        pytest.param(("22", "{old}"), "is a build and the other is not", id="mixed"),
        pytest.param(("{old}", "{old}-x"), "no graph there", id="no such build"),
        pytest.param(("22", "23", "--patch", "x.nt"), ".ru", id="no such patch"),
        pytest.param(("--council", "架空風会議"), "架空水会議", id="no such council"),
    ],
)
def test_what_goes_wrong_is_one_line(kg, builds, words, message):
    given = [word.format(old=builds[0]) for word in words]

    result = kg("diff", *given, "-d", builds[1])

    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_same_bytes_in_any_order(kg, tmp_path):
    """The order of lines in a data set does not show, in no form of output."""
    lines = write_nquads(graph(FIRST, replace(SECOND, papers=()))).splitlines()
    outputs = []
    for name, ordered in (("one", lines), ("other", lines[::-1])):
        data = tmp_path / f"{name}.nq"
        data.write_text("\n".join(ordered), encoding="utf-8")
        page, patch = tmp_path / f"{name}.html", tmp_path / f"{name}.ru"
        shown = kg("diff", "-d", data, "--json", "--page", page, "--patch", patch)
        outputs.append((shown.stdout, page.read_bytes(), patch.read_bytes()))

    assert outputs[0] == outputs[1]
