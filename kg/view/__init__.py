"""Draw a network, what changed, or a whole graph as a page that works offline."""

from kg.view.changes import draw_changes
from kg.view.explorer import EXPLORER, write_explorer
from kg.view.explorer_payload import Beside, Choice
from kg.view.page import draw_network

__all__ = [
    "EXPLORER",
    "Beside",
    "Choice",
    "draw_changes",
    "draw_network",
    "write_explorer",
]
