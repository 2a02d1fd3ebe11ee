"""A chart shows what rosters say, marks what is default, and says what it lacks."""

import json
from pathlib import Path

import pytest

from kg.ask import ask_question, read_question
from kg.errors import QuestionError
from kg.export import measure_councils, measure_people
from kg.graph import read_seating
from kg.model import Seating
from kg.plot import plot_attendance, plot_measures, plot_members, plot_themes
from kg.resources import ontology_path
from tests.plot.seats import SMALL, large

WORDS = Path("kg/plot/words")


def grid(chart):
    """Return a chart as texts: each cell its marks by shape and text."""
    return {
        head.name: [
            " ".join(f"{mark.shape} {mark.text}" for mark in marks) for marks in row
        ]
        for head, row in zip(chart.down, chart.cells, strict=True)
    }


@pytest.mark.parametrize(
    ("person", "cells"),
    [
        ("山田 花", ["square 会*", "hexagon 出", "hexagon 出", ""]),
        ("田中 実", ["circle W", "dot ・", "", ""]),
        ("鈴木 朗", ["cross 欠", "dot ・", "", ""]),
        ("代 理子", ["dot ・", "circle 代", "", ""]),
        ("佐藤 凪（同名1）", ["dot ・", "square 会", "", ""]),
        ("佐藤 凪（同名2）", ["", "", "hexagon 出", ""]),
        ("高橋 澄", ["", "", "hexagon 出", "hexagon 出"]),
    ],
)
def test_attendance_by_shape_and_letter(person, cells):
    """Not listed is no absence, and in councils that never list somebody nothing."""
    assert grid(plot_attendance(SMALL))[person] == cells


def test_default_is_dotted_and_starred():
    chart = plot_attendance(SMALL)
    marks = [mark for row in chart.cells for marks in row for mark in marks]

    assert {mark.text for mark in marks if mark.dotted} == {"会*"}
    assert all(mark.text.endswith("*") == mark.dotted for mark in marks)


def test_marks_differ_without_colour():
    """Shape and letter together tell each sign of the legend from the others."""
    for language in ("ja", "en"):
        legend = plot_attendance(SMALL, language).legend
        signs = [(mark.shape, mark.text) for mark, _ in legend]
        assert len(signs) == len(set(signs))


def test_attendance_of_one_council():
    chart = plot_attendance(SMALL, "en", council="c/乙")

    assert chart.title == "Attendance by meeting: 架空乙会議"
    assert [head.name for head in chart.across] == ["#1 2023-06-01"]
    assert chart.source.startswith("Source: 1 documents, 1 meetings")


def test_unnamed_absentees_are_told():
    notes = " ".join(plot_attendance(SMALL).notes)

    assert "架空甲会議（第2回） 2名" in notes
    assert "A = 架空甲会議" in notes


def test_councils_that_share_members():
    """A proxy is no member, and who may be one person is counted apart."""
    assert grid(plot_members(SMALL)) == {
        "架空丙会議　1": ["circle 1", "square 1", ""],
        "架空乙会議　2": ["square 1", "circle 3", "square 1 dot +1?"],
        "架空甲会議　3": ["", "square 1 dot +1?", "circle 4"],
    }


def test_members_of_one_council():
    found = grid(plot_members(SMALL, council="c/甲"))

    assert list(found) == [
        "山田 花　1",
        "田中 実　2",
        "鈴木 朗　3",
        "佐藤 凪　4",
    ]
    assert found["山田 花　1"] == ["circle 2", "square 1", "square 1", "square 1"]
    assert found["佐藤 凪　4"] == ["square 1", "", "", "circle 1"]


def test_themes_by_year():
    chart = plot_themes(SMALL)

    assert [(head.name, head.group) for head in chart.across] == [
        ("2023", "2会合"),
        ("2024", "1会合"),
        ("不明", "1会合"),
    ]
    assert grid(chart) == {
        "水質": ["square 1 circle 1", "circle 1", ""],
        "橋": ["", "", "hexagon 1"],
    }
    assert ("水質", "2023", "1", "1", "0", "2", "t/水質") in chart.rows


def test_themes_agree_with_the_question(five_store):
    """The plot counts what `kg ask themes-by-year` counts."""
    question = read_question(ontology_path() / "questions" / "themes-by-year.rq")
    asked = {}
    for row in ask_question(five_store, question, {}).rows:
        _, year, theme, _, about, mentions, unknown, *_ = row
        before = asked.get((theme, year), (0, 0, 0))
        counts = (int(about), int(mentions), int(unknown))
        asked[theme, year] = tuple(map(sum, zip(before, counts, strict=True)))

    rows = plot_themes(read_seating(five_store)).rows
    assert {(r[0], r[1]): tuple(map(int, r[2:5])) for r in rows} == asked


def test_members_agree_with_the_question(five_store):
    """The plot counts who `kg ask members-of-both` says is one, and who may be."""
    question = read_question(ontology_path() / "questions" / "members-of-both.rq")
    blanks = {"council": "架空水辺再生審議会", "other": "灯台保存検討委員会"}
    rows = ask_question(five_store, question, blanks).rows
    asked = [sum(row[4] == word for row in rows) for word in ("確定", "未決")]

    (row,) = plot_members(read_seating(five_store)).rows
    assert [int(cell) for cell in row[2:4]] == asked == [1, 1]


def test_measures_say_what_they_do_not_mean():
    for measures in (measure_councils(SMALL), measure_people(SMALL)):
        chart = plot_measures(SMALL, measures)
        assert "影響力" in chart.notes[0]
        assert all("影響力ではない" in row[-3] for row in chart.rows)
        assert all(row[-2] for row in chart.rows), "documents behind each row"
        names = [row[0] for row in chart.rows]
        assert names == sorted(names), "by name: no ranking"


@pytest.mark.parametrize(
    ("chart", "rows", "columns", "twin"),
    [
        (plot_attendance(large(), council="c/大"), 60, 40, 2040),
        (plot_attendance(large(), council="c/大", limit=10), 10, 40, 2040),
        (plot_members(large()), 40, 40, 0),
        (plot_themes(large()), 60, 14, 0),
        (plot_measures(large(), measure_councils(large())), 60, 6, 71),
    ],
    ids=["attendance", "limit", "members", "themes", "measures"],
)
def test_what_is_left_out_is_told(chart, rows, columns, twin):
    assert len(chart.down) == rows
    assert len(chart.across) == columns
    assert any("のうち" in note and "--table" in note for note in chart.notes)
    assert len(chart.rows) >= twin


@pytest.mark.parametrize("draw", [plot_attendance, plot_members, plot_themes])
def test_nothing_to_draw(draw):
    with pytest.raises(QuestionError, match="会合"):
        draw(Seating((), (), ()))


def test_both_languages_have_the_same_words(root):
    ja, en = (
        json.loads((root / WORDS / f"{language}.json").read_text(encoding="utf-8"))
        for language in ("ja", "en")
    )

    assert list(ja) == list(en) == sorted(ja)
    holes = {
        key: [set(w[key].split("{")[1:]) and sorted(_holes(w[key])) for w in (ja, en)]
        for key in ja
    }
    assert all(left == right for left, right in holes.values())


def _holes(text):
    return {part.split("}")[0] for part in text.split("{")[1:]}
