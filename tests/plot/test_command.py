"""`kg plot` writes a picture, its table, or one line that says what is wrong."""

import csv
import io

import pytest

KINDS = ("members", "attendance", "themes", "measures")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_picture_with_its_table(kg, five_folder, tmp_path, kind, ending):
    out = tmp_path / f"picture{ending}"

    result = kg("plot", kind, "-d", five_folder, "-o", out, "--table")

    assert result.exit_code == 0, result.output
    assert out.read_bytes()[:5] in {b"<?xml", b"\x89PNG\r"}
    printed = kg("plot", kind, "-d", five_folder, "--table")
    assert out.with_suffix(".csv").read_text(encoding="utf-8") == printed.stdout
    assert "出典: 5文書・5会合" in printed.stderr
    rows = list(csv.reader(io.StringIO(printed.stdout)))
    assert len({len(row) for row in rows}) == 1


def test_council_by_its_name(kg, five_folder):
    result = kg(
        "plot", "attendance", "-d", five_folder, "--table", "--council",
        "灯台保存検討委員会", "--lang", "en",
    )  # fmt: skip

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["council"] for row in rows} == {"灯台保存検討委員会"}
    assert rows[0]["evidence"].startswith("63da70b2469f L")


def test_people_only_when_asked(kg, five_folder):
    """No measure of a person comes by default, and none without its sentence."""
    councils = kg("plot", "measures", "-d", five_folder, "--table").stdout
    people = kg("plot", "measures", "-d", five_folder, "--table", "--people").stdout

    assert "小暮" not in councils
    assert "小暮 律" in people
    for line in people.splitlines()[1:]:
        assert "出席の記録であって影響力ではない" in line


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "-o FILE.svg"),
        (["-o", "x.pdf"], "ends in .svg or .png"),
        (["-o", "x.svg", "--people"], "--people goes with"),
        (["-o", "x.svg", "--council", "灯台"], "灯台保存検討委員会"),
        (["-o", "x.svg", "--lang", "fr"], "expected ja or en"),
    ],
)
def test_what_cannot_be_meant(kg, five_folder, words, message):
    result = kg("plot", "members", "-d", five_folder, *words)

    assert result.exit_code == 2
    assert message in result.stderr


def test_nothing_built(kg, tmp_path):
    result = kg("plot", "members", "-d", tmp_path, "-o", tmp_path / "x.svg")

    assert result.exit_code == 2
    assert "kg build" in result.stderr


def test_measures_are_of_all_councils(kg, five_folder):
    result = kg("plot", "measures", "-d", five_folder, "--table", "--council", "灯台")

    assert result.exit_code == 2
    assert "leave --council out" in result.stderr
