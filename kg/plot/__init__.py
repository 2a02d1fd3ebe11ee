"""Plot what many meetings show: a grid of marks, and the table that says the same."""

from kg.plot.attendance import plot_attendance
from kg.plot.draw import draw_chart
from kg.plot.measures import plot_measures
from kg.plot.members import plot_members
from kg.plot.themes import plot_themes

__all__ = [
    "draw_chart",
    "plot_attendance",
    "plot_measures",
    "plot_members",
    "plot_themes",
]
