"""`kg link` writes a table and a graph, and loses nothing that a person wrote."""

import json

import pytest

from kg.graph import build_graph, open_store, write_nquads
from tests.authority.registers import corporation, corporations, number
from tests.graph.small_record import BASE, COMPANY, RECORD


@pytest.fixture
def out(tmp_path):
    """Return a folder with the small record as a build leaves it."""
    folder = tmp_path / "out"
    folder.mkdir()
    graph = write_nquads(build_graph((RECORD,), BASE))
    (folder / "dataset.nq").write_text(graph, encoding="utf-8")
    return folder


@pytest.fixture
def register(tmp_path):
    """Return a file of corporations."""
    path = tmp_path / "00_zenkoku.csv"
    path.write_bytes(
        corporations(
            corporation("株式会社架空電機"), corporation("架空省", 2), encoding="cp932"
        )
    )
    return path


def test_link(kg, out, register):
    result = kg("link", out, "--with", register)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "00_zenkoku.csv: 法人番号 CSV, 49 rows" in result.stdout
    assert "0 reviewed, 2 certain, 0 candidate, 0 refused" in result.stdout
    table = (out / "links.sssom.tsv").read_text(encoding="utf-8")
    assert table.startswith("#curie_map:\n")
    store = open_store(out, out / "links.ttl")
    found = store.rows(f"SELECT ?n {{ <{BASE}{COMPANY.id}> org:identifier ?n }}")
    assert found == ({"n": number(1)},)


def test_again_gives_the_same_bytes(kg, out, register):
    kg("link", out, "-w", register)
    first = [(path.name, path.read_bytes()) for path in sorted(out.iterdir())]
    kg("link", out, "-w", register)

    assert first == [(path.name, path.read_bytes()) for path in sorted(out.iterdir())]


def test_as_json(kg, out, register):
    summary = json.loads(kg("link", out, "--with", register, "--json").stdout)

    assert summary["links"]["certain"] == 2
    assert summary["files"][0]["rows"] == 49


def test_a_reviewed_row_goes_round(kg, out, register):
    kg("link", out, "--with", register)
    table = out / "links.sssom.tsv"
    text = table.read_text(encoding="utf-8")
    table.write_text(
        text.replace("LexicalMatching", "ManualMappingCuration"), encoding="utf-8"
    )

    lost = kg("link", out, "--with", register)
    kept = kg("link", out, "--with", table, "--with", register)

    assert lost.exit_code == 2
    assert "holds 2 reviewed rows that would be lost" in lost.stderr
    assert "2 reviewed, 0 certain" in kept.stdout
    assert "owl:sameAs" in (out / "links.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        pytest.param(None, 2, "no such file", id="missing"),
        pytest.param(b"x", 1, "none of the forms", id="no form"),
    ],
)
def test_a_bad_file_is_one_line_and_leaves_nothing(
    kg, tmp_path, out, content, code, words
):
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)

    result = kg("link", out, "--with", path)

    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in out.iterdir()] == ["dataset.nq"]


def test_nothing_built_yet(kg, tmp_path, register):
    result = kg("link", tmp_path / "none", "--with", register)

    assert result.exit_code == 2
    assert "no graph there" in result.stderr
