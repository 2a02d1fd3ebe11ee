"""Draw a chart with matplotlib, which lives here alone, in points and without chance.

Places come from rules on the numbers of characters, not from a font, so that an SVG
has the same bytes on every machine.
"""

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from kg.errors import PlotError
from kg.model import Chart
from kg.plot.font import FAMILIES, find_font
from kg.plot.paper import INK, Paper, measure_paper
from kg.plot.sign import draw_mark
from kg.plot.word import read_words

_POINTS = 72
_DPI = 160
_FALLBACK = "DejaVu Sans"
_STACK = (
    ", ".join(f"'{family}'" for family in (*FAMILIES[:5], "Meiryo")) + ", sans-serif"
)


def render_chart(chart: Chart, form: str, language: str) -> bytes:
    """Return *chart* as the bytes of an svg or a png."""
    family = find_font()
    if family is None and form == "png":
        looked = ", ".join(FAMILIES[:6])
        raise PlotError(read_words(language)["missing-font"].format(looked=looked))
    stream = io.BytesIO()
    with _settings(family or _FALLBACK):
        figure = _figure(chart)
        if form == "png":
            canvas = FigureCanvasAgg(figure)
            words = {"Software": "gijiroku-kg", "Title": chart.title}
            canvas.print_png(stream, metadata=words)  # type: ignore[no-untyped-call]
            return stream.getvalue()
        about = {"Date": None, "Creator": "gijiroku-kg", "Title": chart.title}
        vector = FigureCanvasSVG(figure)
        vector.print_svg(stream, metadata=about)  # type: ignore[no-untyped-call]
    return _finish(stream.getvalue().decode(), family or _FALLBACK, language).encode()


@contextmanager
def _settings(family: str) -> Iterator[None]:
    """Draw with *family*, text as text, names by a fixed salt, and quietly."""
    logger = logging.getLogger("matplotlib.font_manager")
    level = logger.level
    logger.setLevel(logging.ERROR)
    settings: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "gijiroku-kg",
        "font.family": [family],
        "text.parse_math": False,
        "path.simplify": False,
    }
    try:
        with mpl.rc_context(settings), warnings.catch_warnings():
            # A font without Japanese measures for an SVG whose reader has another.
            warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)
            yield
    finally:
        logger.setLevel(level)


def _figure(chart: Chart) -> Figure:
    """Return the figure of *chart*."""
    paper = measure_paper(chart)
    size = (paper.width / _POINTS, paper.height / _POINTS)
    figure = Figure(figsize=size, dpi=_DPI, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, paper.width)
    axes.set_ylim(paper.height, 0)
    axes.set_axis_off()
    _write(axes, paper)
    for x, y, mark, width, height in paper.marks:
        draw_mark(axes, mark, (x, y), (width, height))
    return figure


def _write(axes: "mpl.axes.Axes", paper: Paper) -> None:
    """Draw the lines and the texts of *paper*."""
    for x1, y1, x2, y2, colour in paper.rules:
        axes.plot([x1, x2], [y1, y2], color=colour, linewidth=0.6)
    for text in paper.texts:
        axes.text(
            text.x,
            text.y,
            text.words,
            fontsize=text.size,
            color=INK if text.strong else "#4a5560",
            ha=text.align,
            va="baseline",
            rotation=90 if text.upright else 0,
            rotation_mode="anchor",
            parse_math=False,
        )


def _finish(svg: str, family: str, language: str) -> str:
    """Name the whole stack of fonts in *svg*, and the language of its words."""
    stacked = svg.replace(f"'{family}'", _STACK)
    return stacked.replace("<svg ", f'<svg lang="{language}" role="img" ', 1)
