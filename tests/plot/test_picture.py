"""In Python a plot is a picture with its table; a notebook shows it."""

import pytest

import kg
from kg.errors import ConfigError, QuestionError


@pytest.fixture(scope="module")
def dataset(five_folder):
    return kg.open(five_folder)


@pytest.mark.parametrize("kind", ["attendance", "members", "themes", "measures"])
def test_picture_and_table(dataset, kind, tmp_path):
    picture = dataset.plot(kind)

    assert picture._repr_svg_().startswith("<?xml")
    assert len(picture.table) > 0
    assert picture.save(tmp_path / "x.svg").read_text("utf-8") == picture._repr_svg_()
    assert picture.notes[-1] in repr(picture)
    assert f"データの版 {dataset.version}" in picture.notes[-1]


def test_one_council_by_name_or_as_itself(dataset):
    name = "灯台保存検討委員会"

    by_name = dataset.plot("members", council=name)
    assert by_name.chart == dataset.plot("members", council=dataset.council(name)).chart
    assert name in by_name.chart.title


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("pie", {}),
        ("themes", {"people": True}),
        ("measures", {"council": "灯台保存検討委員会"}),
    ],
)
def test_what_cannot_be_plotted(dataset, kind, options):
    with pytest.raises(ConfigError, match="plots are attendance"):
        dataset.plot(kind, **options)


def test_unknown_council(dataset):
    with pytest.raises(QuestionError, match="架空水辺再生審議会"):
        dataset.plot("members", council="架空水辺")


def test_strange_ending(dataset, tmp_path):
    with pytest.raises(ConfigError, match=r"\.svg or \.png"):
        dataset.plot("members").save(tmp_path / "x.pdf")


def test_meetings_of_a_council_are_its_own(dataset):
    numbers = [one.number for one in dataset.council("架空水辺再生審議会").meetings]

    assert numbers == [4, 5, 7]
    assert len(dataset.meetings) == 5
