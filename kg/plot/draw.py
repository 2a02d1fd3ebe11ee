"""Draw a chart as a picture, or say what is missing for it."""

from kg.errors import PlotError
from kg.model import Chart

_INSTALL = 'drawing needs matplotlib: pip install "gijiroku-kg[plot]"'


def draw_chart(chart: Chart, form: str = "svg", language: str = "ja") -> bytes:
    """Return *chart* as svg or png, the same bytes on every run.

    In SVG text stays text. Raises PlotError where matplotlib, or for PNG a font with
    Japanese, is not there: the message names the command that brings it.
    """
    try:
        # Only here, so that a table needs no library for pictures.
        from kg.plot.canvas import render_chart  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "matplotlib":
            raise
        raise PlotError(_INSTALL) from error
    return render_chart(chart, form, language)
