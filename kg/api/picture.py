"""Hold a plot of many meetings: a notebook shows it, and its table is at hand."""

from collections.abc import Callable
from pathlib import Path

from kg.api.table import Table
from kg.errors import ConfigError
from kg.export import measure_councils, measure_people
from kg.model import Chart, Seating
from kg.plot import (
    draw_chart,
    plot_attendance,
    plot_measures,
    plot_members,
    plot_themes,
)

PLOTS: dict[str, Callable[..., Chart]] = {
    "attendance": plot_attendance,
    "members": plot_members,
    "themes": plot_themes,
}
"""The plots of one council or all; measures are of the whole network."""
KINDS = (*PLOTS, "measures")


class Picture:
    """A grid of marks, drawn when it is shown, with the table that says the same."""

    def __init__(self, chart: Chart, language: str = "ja") -> None:
        """Keep the *chart*, whose words are in *language*."""
        self.chart = chart
        self._language = language

    @property
    def table(self) -> Table:
        """What the picture shows, and what it leaves out."""
        chart = self.chart
        return Table(
            chart.columns, chart.rows, title=chart.title, language=self._language
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What is unknown, left out or not meant, and last the source."""
        return (*self.chart.notes, self.chart.source)

    def save(self, path: Path | str) -> Path:
        """Write the picture at *path*, which ends in .svg or .png."""
        place = Path(path)
        form = place.suffix[1:].lower()
        if form not in {"svg", "png"}:
            message = f"expected a name that ends in .svg or .png, got {str(path)!r}"
            raise ConfigError(message)
        place.write_bytes(draw_chart(self.chart, form, self._language))
        return place

    def __repr__(self) -> str:
        """Return the title and the notes: all that a picture says in sentences."""
        return "\n".join((self.chart.title, *self.notes))

    def _repr_svg_(self) -> str:
        """Return the picture for a notebook."""
        return draw_chart(self.chart, "svg", self._language).decode()


def read_chart(  # noqa: PLR0913 - what a plot is made of
    seating: Seating,
    kind: str,
    language: str = "ja",
    *,
    council: str | None = None,
    people: bool = False,
    limit: int | None = None,
) -> Chart:
    """Return the chart of one *kind*: attendance, members, themes or measures.

    *council* is an IRI; with *people* the measures are of people.
    """
    most = {} if limit is None else {"limit": limit}
    if kind in PLOTS and not people:
        return PLOTS[kind](seating, language, council=council, **most)
    if kind != "measures" or council is not None:
        asked = f"{kind}, council={council!r}, people={people}"
        message = f"plots are {', '.join(KINDS)}; measures take no council, and they "
        message += f"alone take people; got {asked}"
        raise ConfigError(message)
    found = measure_people(seating) if people else measure_councils(seating)
    return plot_measures(seating, found, language, **most)
