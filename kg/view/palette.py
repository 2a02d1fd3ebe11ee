"""Name the colours of a picture, for a light and for a dark screen."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one kind of screen; *strong* and *soft* are by kind of node.

    To the *paper*, a strong colour has a contrast of at least 3:1, and so has a name
    that is *faint* because something else is chosen; other text has 4.5:1.
    """

    paper: str
    ink: str
    frame: str
    heading: str
    faint: str
    line: str
    strong: Mapping[str, str]
    soft: Mapping[str, str]

    def of_edge(self, kind: str) -> str:
        """Return the colour of the edges of one *kind*."""
        return self.strong.get(_LIKE.get(kind, ""), self.line)


_LIKE = {
    "affiliation": "organization",
    "part-of": "organization",
    "agenda": "agenda-item",
    "presentation": "agenda-item",
    "theme": "theme",
    "chair": "meeting",
}
"""The kind of node that an edge of some kind takes its colour from."""

LIGHT = Palette(
    paper="#ffffff",
    ink="#1d2329",
    frame="#f2f5f8",
    heading="#4a5560",
    faint="#7b8490",
    line="#767676",
    strong={
        "person": "#0072b2",
        "organization": "#b35900",
        "meeting": "#00795a",
        "agenda-item": "#5b4b9a",
        "handout": "#5f6670",
        "theme": "#9c3c78",
    },
    soft={
        "person": "#0072b2",
        "organization": "#fff4e5",
        "meeting": "#00795a",
        "agenda-item": "#f0edfb",
        "handout": "#f4f5f7",
        "theme": "#9c3c78",
    },
)

DARK = Palette(
    paper="#14181d",
    ink="#eef1f4",
    frame="#1d232a",
    heading="#b4bec9",
    faint="#7d8894",
    line="#98a2ad",
    strong={
        "person": "#5ab4ee",
        "organization": "#f0a030",
        "meeting": "#3fcf9f",
        "agenda-item": "#b3a6f2",
        "handout": "#b8bec8",
        "theme": "#e79fcd",
    },
    soft={
        "person": "#5ab4ee",
        "organization": "#2d2415",
        "meeting": "#3fcf9f",
        "agenda-item": "#26213c",
        "handout": "#23282e",
        "theme": "#e79fcd",
    },
)
