"""A picture is the same on every run, its text is text, and failures are told."""

import builtins
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from kg.errors import PlotError
from kg.export import measure_councils
from kg.model import Chart, Head, Mark
from kg.plot import (
    draw_chart,
    plot_attendance,
    plot_measures,
    plot_members,
    plot_themes,
)
from tests.plot.seats import SMALL

CHARTS = {
    "attendance": plot_attendance(SMALL),
    "members": plot_members(SMALL),
    "themes": plot_themes(SMALL),
    "measures": plot_measures(SMALL, measure_councils(SMALL)),
}
AGAIN = """
import sys
from hashlib import sha256
sys.path.insert(0, {root!r})
from kg.plot import draw_chart, plot_attendance
from tests.plot.seats import SMALL
for form in ("svg", "png"):
    print(sha256(draw_chart(plot_attendance(SMALL), form)).hexdigest())
"""


@pytest.mark.parametrize("name", CHARTS)
def test_text_stays_text(name):
    chart = CHARTS[name]
    svg = draw_chart(chart, "svg").decode()
    tree = ET.fromstring(svg)  # noqa: S314 - our own
    texts = ["".join(one.itertext()) for one in tree.iter() if "text" in one.tag]

    for head in chart.down:
        assert head.name in texts
    assert "".join(texts).count(chart.source[:10]) == 1
    assert "'Noto Sans CJK JP'" in svg
    assert "'Meiryo', sans-serif" in svg
    assert '<svg lang="ja" role="img"' in svg
    assert f"<title>{chart.title}</title>" in svg
    assert not re.search(r"(?:href|src)=\"https?:", svg)


def test_same_bytes_whatever_the_hash_seed(root):
    runs = {
        subprocess.run(
            [sys.executable, "-c", AGAIN.format(root=str(root))],
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin", "HOME": "/tmp"},  # noqa: S108
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }

    assert len(runs) == 1


def test_no_time_is_in_a_picture():
    assert b"dc:date" not in draw_chart(CHARTS["members"], "svg")
    png = draw_chart(CHARTS["members"], "png")
    assert png.startswith(b"\x89PNG")
    assert b"Creation" not in png
    assert b"tIME" not in png


def test_svg_bytes_depend_on_no_font(monkeypatch):
    """Places come from counts of characters; the stack of fonts is one."""
    with_font = draw_chart(CHARTS["attendance"], "svg")
    monkeypatch.setattr("kg.plot.canvas.find_font", lambda: None)

    assert draw_chart(CHARTS["attendance"], "svg") == with_font


def test_no_font_with_japanese(monkeypatch):
    monkeypatch.setattr("kg.plot.canvas.find_font", lambda: None)

    with pytest.raises(PlotError, match="apt-get install fonts-noto-cjk"):
        draw_chart(CHARTS["members"], "png")


def test_no_matplotlib(monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.startswith("kg.plot.canvas"):
            message = "No module named 'matplotlib'"
            raise ModuleNotFoundError(message, name="matplotlib.backends")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PlotError, match=r'pip install "gijiroku-kg\[plot\]"'):
        draw_chart(CHARTS["members"], "svg")


@pytest.mark.parametrize("name", ["</text><script>1</script>", "$x^2$", "&amp;", "𠮷"])
def test_words_of_documents_are_inert(name):
    chart = Chart(
        title=name,
        down=(Head(name),),
        across=(Head(name),),
        cells=(((Mark("square", name),),),),
        legend=((Mark("dot", name), name),),
        notes=(name,),
        source=name,
        columns=(),
        rows=(),
    )
    tree = ET.fromstring(draw_chart(chart, "svg").decode())  # noqa: S314 - our own

    assert not [one for one in tree.iter() if one.tag.endswith("script")]
    assert any("".join(one.itertext()) == name for one in tree.iter())
