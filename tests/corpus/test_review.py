"""A reader sees who may be one person, rules on it, and the next build goes by it."""

import json

import pytest

from tests.corpus.records import RECORDS

pytestmark = pytest.mark.usefixtures("without_model")


@pytest.fixture
def built(kg, tmp_path, monkeypatch):
    """Build the records into ./out of an empty folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in RECORDS.items():
        if text and "press" not in name:
            (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    result = kg("build", "in", "-j", "1")
    assert result.exit_code == 0
    return result


def test_the_summary_counts_the_candidates(kg, built):
    count = len(json.loads(kg("review", "--json").stdout))

    assert count
    assert f"同一人物かもしれない組 {count}（kg review で一覧）" in built.stdout


@pytest.mark.usefixtures("built")
def test_candidates_come_with_both_rows_and_the_clues(kg):
    first = json.loads(kg("review", "--json").stdout)[0]
    shown = kg("review").stdout

    assert first["number"] == 1
    assert "小暮 律" in first["left_line"]
    assert "小暮 律" in first["right_line"]
    assert first["left_line"] in shown
    assert "所属が相違" in shown


@pytest.mark.usefixtures("built")
def test_only_the_candidates_that_hold_the_words(kg):
    assert kg("review", "東海林").stdout == "未決の候補はありません\n"
    assert "小暮 律" in kg("review", "小暮").stdout


@pytest.mark.usefixtures("built")
def test_a_ruling_is_a_line_that_the_next_build_goes_by(kg, tmp_path):
    before = json.loads(kg("review", "--json").stdout)

    ruled = kg("judge", "1", "different", "--judge", "橘", "--date", "2026-01-31")
    kg("build", "in", "-j", "1")

    (line,) = (tmp_path / "data/judgements.tsv").read_text("utf-8").splitlines()
    assert ruled.exit_code == 0
    assert line.startswith("2026-01-31\t橘\t")
    left = {
        (one["left"], one["right"]) for one in json.loads(kg("review", "--json").stdout)
    }
    assert (before[0]["left"], before[0]["right"]) not in left


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["99", "same"], "there are", id="no such candidate"),
        pytest.param(["1", "equal"], "same, different", id="no verdict"),
        pytest.param(["橘", "小暮", "same"], "neither a person's id", id="a name"),
        pytest.param(["same"], "expected NUMBER VERDICT", id="nobody"),
    ],
)
def test_a_ruling_that_cannot_be_read_is_one_line(kg, words, message, tmp_path):
    result = kg("judge", *words, "--judge", "橘")

    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "data/judgements.tsv").exists()


@pytest.mark.usefixtures("built")
def test_a_line_about_nobody_here_is_named_and_kept(kg, tmp_path):
    place = tmp_path / "data/judgements.tsv"
    place.parent.mkdir()
    text = "2026-01-31\t橘\tperson/aaaaaaaaaaaa\tperson/bbbbbbbbbbbb\tsame\t\n"
    place.write_text(text, encoding="utf-8")

    result = kg("build", "in", "-j", "1")

    assert "person/aaaaaaaaaaaa person/bbbbbbbbbbbb same" in result.stderr
    assert result.exit_code == 0
    assert place.read_text("utf-8") == text


def test_nothing_built_yet(kg, tmp_path):
    result = kg("review", "-d", tmp_path / "none")

    assert result.exit_code == 2
    assert "kg build" in result.stderr
